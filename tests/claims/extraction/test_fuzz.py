"""Whatever the text, the reader returns, quotes exactly, and says the same thing twice."""

import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import corpora
from claims.extraction import DocumentFacts, read

COMPARATORS = {"exact", "more_than", "at_least", "less_than", "at_most", "about", "between", "vague"}
KINDS = {"count", "percent", "ratio", "money", "measure", "duration", "vague"}
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

anything = st.text(st.characters(exclude_categories=()), max_size=400)  # lone surrogates too
PIECES = (
    "more than|at least|no fewer than|up to|some|between|and|to|of|one in|per|about|nearly|around|over|a third|half|"
    "dozens of|hundreds|twenty|-|–|five|hundred|million|bn|m|%|per cent|$|€|£|₽|km|people|were killed|said|told|“|”|"
    '"|according to|citing|on Sunday|since 1 April|last week|today|,|.|;|:|(|)|[3]|\n|\n\n|\t|\u00a0|\u202f|\u2009|'
    "\u00ad|\u200b|\u202e|1|12|12,500|12 500|12'500|1.234,56|3.2|40+|60-plus|2031|12 May|７７|١٢٣|½|³|1e9|0x1F|"
    "не менее|более|около|человек пять|двадцать|полтора|десятки|тысяч|млн|рублей|человек|погибли|сообщил|по словам|"
    "вчера|в среду|с 1 апреля|каждый пятый|вдвое|статья 5|№ 7"
)
pieces = st.sampled_from(PIECES.split("|"))
woven = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " ", " ", "\n"])), max_size=60).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def check(text: str, facts: DocumentFacts) -> None:
    first = read(text, facts)
    last = 0
    for figure in first.figures:
        assert text[figure.start : figure.end] == figure.quote != ""
        assert last <= figure.start, "figures overlap or are out of order"
        last = figure.end
        assert figure.comparator in COMPARATORS
        assert figure.kind in KINDS
        assert all(
            end is None or (isinstance(end, Decimal) and end.is_finite()) for end in (figure.low, figure.high)
        )
        assert 0 <= figure.confidence <= 1
    assert read(text, facts) == first


@SETTINGS
@given(anything)
def test_it_reads_any_string_whatsoever(text: str) -> None:
    check(text, DocumentFacts())


@SETTINGS
@given(woven)
def test_it_reads_any_weaving_of_the_words_it_knows(text: str) -> None:
    check(text, DocumentFacts(published="2031-05-06", publisher="Harrow Post"))


@SETTINGS
@given(anything, anything, anything)
def test_it_reads_whatever_is_said_of_the_document(published: str, publisher: str, title: str) -> None:
    text = "More than 60 people were killed on Sunday, 12 of them children, police said."
    check(text, DocumentFacts(published=published, publisher=publisher, title=title))


@pytest.mark.parametrize("seed", range(12))
def test_it_reads_news_with_pieces_torn_out_and_moved(seed: int) -> None:
    chance = random.Random(seed)
    docs = corpora.rows(Path(corpora.DEVSET) / "devset_docs.jsonl")
    for doc in chance.sample(docs, 10):
        cuts = sorted(chance.sample(range(len(doc["text"])), 12))
        parts = [doc["text"][a:b] for a, b in zip([0, *cuts], [*cuts, len(doc["text"])], strict=True)]
        chance.shuffle(parts)
        check("".join(parts), DocumentFacts(published=doc["published"], publisher=doc["publisher"]))


@pytest.mark.parametrize("seed", range(12))
def test_it_reads_a_text_cut_off_at_any_word(seed: int) -> None:
    chance = random.Random(seed)
    docs = corpora.rows(Path(corpora.DEVSET) / "devset_docs.jsonl")
    for doc in chance.sample(docs, 30):
        words = doc["text"].split(" ")
        check(" ".join(words[: chance.randrange(len(words)) + 1]), DocumentFacts())
    check("Спред вырос на 185 базисных", DocumentFacts())
    check("half-", DocumentFacts())
