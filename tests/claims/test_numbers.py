"""Numbers kept exactly, on the database in use."""

import random
import time
from decimal import Decimal

import pytest
from django.db.models import Avg, Max, Min, Sum

from claims.errors import BadNumber
from claims.models import Figure, FigureState
from claims.numbers import exact, plain, sortable, unsortable
from tests import cast

MANY = 10_000
LARGEST = Decimal("99999999999999999999.9999999999")


def random_number(chance: random.Random) -> Decimal:
    """A number of up to 20 and 10 digits, short and long ones alike, either side of zero."""
    units = chance.randrange(10 ** chance.randint(1, 20))
    fraction = chance.randrange(10**10) if chance.random() < 0.5 else 0
    sign = "-" if chance.random() < 0.5 else ""
    return exact(f"{sign}{units}.{fraction:010d}")


@pytest.fixture
def stored(db: None) -> list[Decimal]:
    chance = random.Random(20)
    numbers = [random_number(chance) for _ in range(MANY - 3)] + [
        LARGEST,
        LARGEST.copy_negate(),
        Decimal("0.1"),
    ]
    figure = Figure.objects.create(status_since=cast.NOON)
    FigureState.objects.bulk_create(
        [
            FigureState(figure=figure, n=n, low=number, high=number, at=cast.NOON, fingerprint="–")
            for n, number in enumerate(numbers)
        ],
        batch_size=500,
    )
    return numbers


def test_Q11_ten_thousand_numbers_come_back_as_they_went_in(stored: list[Decimal]) -> None:
    kept = list(FigureState.objects.order_by("n").values_list("low", flat=True))
    assert [plain(one) for one in kept] == [plain(one) for one in stored]


def test_they_are_ordered_compared_and_bounded_as_numbers(stored: list[Decimal]) -> None:
    states = FigureState.objects.all()
    assert list(states.order_by("low").values_list("low", flat=True)) == sorted(stored)
    assert states.aggregate(Min("low"), Max("low")) == {"low__min": min(stored), "low__max": max(stored)}
    chance = random.Random(21)
    for pivot in chance.sample(stored, 20):
        other = chance.choice(stored)
        low, high = min(pivot, other), max(pivot, other)
        assert states.filter(low=pivot).count() == stored.count(pivot)
        assert states.filter(low__lt=pivot).count() == sum(one < pivot for one in stored)
        assert states.filter(low__range=(low, high)).count() == sum(low <= one <= high for one in stored)


@pytest.mark.parametrize("aggregate", [Sum, Avg])
def test_adding_them_up_in_the_database_is_refused(aggregate: type, db: None) -> None:
    cast.figure()
    with pytest.raises(TypeError, match="exact"):
        FigureState.objects.aggregate(total=aggregate("low"))


def test_Q12_large_whole_numbers_are_exact() -> None:
    for number in (2**31, 2**53 + 1, 2**63 - 1, 2**63):
        assert unsortable(sortable(exact(number))) == number
        assert plain(exact(str(number))) == str(number)


@pytest.mark.parametrize(
    "written",
    [
        "NaN",
        "Infinity",
        "-inf",
        "1e400",
        "1e3000000",
        "0x1F",
        "1_000",
        "9" * 5000,
        "١٢",
        "1,5",
        "+1",
        "",
        ".",
        "1.",
        ".5",
    ],
)
def test_Q10_what_is_no_plain_number_is_refused_at_once(written: str) -> None:
    began = time.process_time()
    with pytest.raises(BadNumber):
        exact(written)
    assert time.process_time() - began < 0.05


@pytest.mark.parametrize(
    "number",
    [10**20, 10**30, -(10**20), Decimal("1e20"), Decimal("1e3000000"), "0.00000000001", "1." + "3" * 11,
     Decimal("NaN"), Decimal("Infinity")],
)  # fmt: skip
def test_more_than_twenty_and_ten_digits_are_refused_with_a_sentence(number: object) -> None:
    with pytest.raises(BadNumber) as refused:
        exact(number)  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("number", [1.5, True, None, b"1"])
def test_what_is_not_exact_by_nature_is_refused(number: object) -> None:
    with pytest.raises(BadNumber):
        exact(number)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [("1.50", "1.5"), ("-0", "0"), ("007", "7"), ("10.0", "10")])
def test_Q09_the_same_number_is_written_one_way(one: str, other: str) -> None:
    assert plain(exact(one)) == other


def test_the_sortable_form_sorts_as_the_numbers_do() -> None:
    chance = random.Random(22)
    numbers = [random_number(chance) for _ in range(2000)] + [Decimal(0), LARGEST, LARGEST.copy_negate()]
    assert sorted(numbers) == [unsortable(text) for text in sorted(map(sortable, numbers))]
