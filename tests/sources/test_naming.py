"""A name is found the way a reader of the page would see it, and nothing else is taken for it."""

import pytest

from sources.models import Document
from sources.naming import (
    Names,
    _plain,
    names_of,
    names_of_document,
    protected_documents,
    protected_names,
    same_party,
)
from tests import cast


@pytest.mark.parametrize(
    "words",
    [
        "HARBOUR WATCH said", "Harbour Watch's count", "harbour-watch-says", "<b>Harbour</b> Watch",
        "H<i>arbour</i> Watch",        "said Harbour Watch</p><p>Then", "“Harbour” Watch", "Harbour\u00adWatch",
        "Harbour\u200b Watch",        "Ｈarbour Watch",        "Hárbour Watch", "@harbour_watch", "https://harbourwatch.example/",
        "Harbour&nbsp;Watch", "Harbour%20Watch",
        "the Harbour\nWatch", "Harbour Watches",
    ],
)  # fmt: skip
def test_E08_a_name_hides_from_nobody(words: str) -> None:
    assert Names(["Harbour Watch"]).named_in(words)


@pytest.mark.parametrize(
    "words", ["the harbour was watched", "Harbour Watchmen", "Harbour. A Watch", "", "watch"]
)
def test_other_words_are_let_through(words: str) -> None:
    assert not Names(["Harbour Watch"]).named_in(words)


def test_a_cyrillic_name_is_found_in_any_case() -> None:
    assert Names(["Портовый дозор"]).named_in("по словам Портового дозора")
    assert not Names(["Портовый дозор"]).named_in("портовые дома")


def test_a_short_name_is_found_as_it_is_written() -> None:
    assert Names(["UN"]).named_in("the UN said") and not Names(["UN"]).named_in("un deux trois")


def test_a_name_is_not_put_together_from_two_places() -> None:
    assert not Names(["Harbour Watch"]).named_anywhere({"a": "the Harbour", "b": ["Watch"]})
    assert Names(["Harbour Watch"]).named_anywhere({"a": [{"b": "by Harbour Watch"}]})


def test_nothing_names_nobody() -> None:
    assert not Names() and not Names(["", " – "]).named_in("–") and not Names().named_in("anything")


@pytest.mark.django_db
def test_the_names_of_protected_parties_are_theirs_and_their_aliases() -> None:
    party = cast.source("Harbour Watch", is_protected=True, public_label="a rights group")
    party.aliases.create(name="Portwacht", folded="portwacht")
    cast.source("Pier Aid")
    found = protected_names()
    assert found.named_in("Portwacht") and found.named_in("Harbour Watch") and not found.named_in("Pier Aid")


@pytest.mark.django_db
def test_a_name_that_its_own_public_label_says_is_no_secret() -> None:
    cast.source("A nurse", "anonymous", is_protected=True, public_label="a nurse at the hospital")
    assert not protected_names()


@pytest.mark.django_db
def test_a_party_is_the_same_as_all_it_was_merged_with() -> None:
    top = cast.source("Top")
    one, two = cast.source("One", merged_into=top), cast.source("Two", merged_into=top)
    below = cast.source("Below", merged_into=one)
    owned = cast.source("Owned", owner=top)
    for party in (top, one, two, below):
        assert same_party(party) == [top, one, two, below]
    assert same_party(owned) == [owned]
    assert names_of(same_party(below)).named_in("said Two")


@pytest.mark.django_db
def test_a_document_is_known_by_its_address_its_hash_and_a_title_that_could_not_be_anybodys() -> None:
    document = cast.document()
    capture = document.capture
    capture.address = "https://www.harbour.example/statements/17?from=feed#top"
    found = names_of_document([document.title, "Statement"], [capture])
    assert found.named_in('<a href="http://harbour.example/statements/17">') and found.named_in(
        document.title
    )
    assert found.named_in(f"sha256 {capture.blob.sha256}") and not protected_documents()
    Document.objects.update(is_protected=True)
    assert protected_documents().named_in(document.title.upper())
    assert not found.named_in("http://harbour.example/statements/170")
    assert not found.named_in("A statement") and not found.named_in("https://harbour.example/")


@pytest.mark.parametrize("letter", [chr(code) for code in range(128)])
def test_what_is_all_ascii_is_folded_the_same_only_sooner(letter: str) -> None:
    words = f"Har{letter}bour  Watch {letter}"
    assert f"{_plain(f'{words}|')}e" == _plain(f"{words}|é")
