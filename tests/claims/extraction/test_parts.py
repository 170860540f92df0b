"""What does not add up is flagged, and what may be right is not."""

import pytest

from claims.extraction import DocumentFacts, ReadFigure, read
from claims.extraction.explain import explain

DOES_NOT_ADD_UP = [
    # a part behind its whole
    ("The strike killed 12, including 15 children.", ["12", "15"]),
    ("12 killed, including 15 children", ["12", "15"]),
    ("12 people were killed, of whom 15 were children.", ["12", "15"]),
    ("Twelve people, fifteen of whom were children, died.", ["Twelve", "fifteen"]),
    ("12 people were killed, 15 of them children.", ["12", "15"]),
    ("12 people died, among them at least 15 women.", ["12", "at least 15"]),
    ("Погибли 12 человек, в том числе 15 детей.", ["12", "15"]),
    ("Погибли 12 человек, включая 15 детей.", ["12", "15"]),
    ("Погибли 12 человек, из них 15 детей.", ["12", "15"]),
    ("Пострадали 12 человек, 15 из которых — дети.", ["12", "15"]),
    # in the next sentence
    ("Some 12 people died. Among them were 20 children.", ["Some 12", "20"]),
    ("12 people died, the mayor said. Of these, according to the police, 15 were children.", ["12", "15"]),
    ("Погибли 12 человек. Из них 15 — дети.", ["12", "15"]),
    # intervals
    ("About 12 people were killed, including 15 children.", ["About 12", "15"]),
    ("At most 12 people died, 13 of them women.", ["At most 12", "13"]),
    ("Fewer than 12 people died, 12 of them women.", ["Fewer than 12", "12"]),
    ("12 people died, more than 12 of them women.", ["12", "more than 12"]),
    ("Between 10 and 12 people died, including 13 women.", ["Between 10 and 12", "13"]),
    # other numbers in between
    ("12 people were killed in 3 attacks, including 15 children.", ["12", "15"]),
    ("12 people died and 2 were hurt, including 15 children.", ["12", "15"]),
    # breakdowns
    ("12 people were killed: 5 women, 4 men and 4 children.", ["12", "5", "4", "4"]),
    ("12 people were killed: 5 women, 4 men, and 1 child.", ["12", "5", "4", "1"]),
    ("12 people – 5 women, 4 men and 4 children – were killed.", ["12", "5", "4", "4"]),
    ("The party won 12 seats: 5 in Marsk, 4 in Lorn and 4 in Calder.", ["12", "5", "4", "4"]),
    ("Погибли 12 человек: 5 женщин, 4 мужчины и 4 ребёнка.", ["12", "5", "4", "4"]),
    ("Погибли 12 человек: 5 в Марске, 4 в Лорне и 4 в Калдере.", ["12", "5", "4", "4"]),
]
MAY_BE_RIGHT = [
    "The strike killed 12, including 12 children.",
    "More than 60 people were killed, including 75 children.",
    "About 12 people were killed, including 13 children.",
    "About 60 people died, including about 65 women.",
    "Dozens were killed, including 300 children.",
    "12 people were killed, including dozens of children.",
    "12 people were killed and 10 wounded, including 15 children.",
    "12 families fled, including 30 children.",
    "12 families fled, 30 of them children.",
    "12 villages were emptied, including 400 homes.",
    "12 people were killed, including 9 women and 8 Syrians.",
    "12 people were killed, including 40 per cent who were children.",
    "12 people were fined, including $500 each.",
    "12 lorries arrived, including 20 tonnes of flour.",
    "Of the 60 people on board 12 died, including 15 passengers.",
    "12 people were killed, 15 of the wounded are children.",
    "60 were hurt. Two men were held. Of them, 15 were children.",
    "12 people were killed. She said that 15 of them were children.",
    "12 people died last week. This week it was 40, including 15 children.",
    "12 people were killed: 5 women and 7 men.",
    "12 people were detained: 5 were charged and 3 freed.",
    "12 people died: 5 women, several men and 4 children.",
    "12 people died: 5 women, 4 men.",
    "More than 12 people died: 5 women, 4 men and 4 children.",
    "In 3 attacks 12 people died: 5 women, 4 men and 4 children.",
    "12 people voted: police counted 5 women and 4 men.",
    "The team won 12 medals: 5 gold, 4 silver and 4 bronze.",
    "12 people, 5 women and 4 men came.",
    "The guards, 36 and 41 of them on each shift, went home.",
    "Охранники, 36 или 41 из них в смену, ушли.",
    "They ran a 12-5 and 4 other plays.",
    "Погибли 12 человек, в том числе 5 детей.",
    "Погибли более 12 человек, из них 15 детей.",
    "Погибли 12 человек и ранены 10, в том числе 15 детей.",
    "12 семей уехали, из них 30 детей.",
    "Погибли 12 человек: 5 женщин и 7 мужчин.",
]


def flagged(text: str) -> list[ReadFigure]:
    return [one for one in read(text).figures if "inconsistent" in one.flags]


@pytest.mark.parametrize(("text", "quotes"), DOES_NOT_ADD_UP)
def test_what_does_not_add_up_is_flagged_on_both_sides(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in flagged(text)] == quotes


@pytest.mark.parametrize("text", MAY_BE_RIGHT)
def test_what_may_be_right_is_not_flagged(text: str) -> None:
    assert [one.quote for one in flagged(text)] == []


@pytest.mark.parametrize(("text", "other"), [("including 15 children", "including 5 children")])
def test_the_flag_changes_neither_value_nor_confidence(text: str, other: str) -> None:
    bad, good = (
        read(f"The strike killed 12, {text}.").figures,
        read(f"The strike killed 12, {other}.").figures,
    )
    assert [one.confidence for one in bad] == [one.confidence for one in good]
    assert [one.low for one in bad] == [12, 15] and good[0].low == 12


def test_a_sentence_by_itself_says_nothing_of_the_next_but_one() -> None:
    text = "12 people were killed. It rained. Of them, 15 were children."
    assert flagged(text) == []


def test_whoever_asks_why_is_told() -> None:
    assert "parts: does not add up" in explain(
        "The strike killed 12, including 15 children.", DocumentFacts()
    )


def test_line_ends_and_spaces_do_not_matter() -> None:
    assert len(flagged("The strike killed 12 people, 15 of\nthem children, and the\nmarket burned.")) == 2
    assert len(flagged("The strike killed\u00a012, including\u00a015 children.")) == 2
