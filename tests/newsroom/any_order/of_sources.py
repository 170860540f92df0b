"""Rules of what comes in: documents, their dates and doors, and the parties behind them."""

from django.test import override_settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.extraction import DocumentFacts, ReadFigure
from claims.reread import reread
from claims.second_reading import read_again
from sources.describe import token
from sources.models import Document, Source
from sources.parties import rate_source
from summaries.told import parties
from summaries.told.documents import bring_in, describe_document, redate, restore_document, withdraw_document
from summaries.told.protect import protect_document, unprotect_document
from tests.claims import second_readers
from tests.newsroom.any_order.acting import STALE, Desk, newest, slip, which, who
from tests.newsroom.any_order.ground import DAYS, NUMBERS, QUALIFIERS, words_of

NAMES = (
    "Marrowby Crewe",
    "Ulverton Sisters",
    "Pellinor Aske",
    "Drummock Courier",
    "Ysolde Vantreight",
    "Corrigan Bay",
    "Friends of Zorvane Quell",  # a name that holds another
)
SECRETS = (
    "drenched",
    "shoeless",
    "singing",
    "unwashed",
    "shivering",
    "famished",
    "limping",
    "hooded",
    "muddied",
)


class OfSources(Desk):
    """Acts on documents and parties."""

    def seen_of(self, document: Document, slip: int) -> str:
        return "0123456789abcdef" if slip == STALE else token(document)

    @rule(n=who, party=which, number=st.sampled_from(NUMBERS), qualifier=st.sampled_from(QUALIFIERS),
          day=st.sampled_from(DAYS), secret=st.sampled_from(SECRETS), is_protected=slip, slip=slip)  # fmt: skip
    def bring_in_a_text(
        self, n: int, party: int, number: str, qualifier: str, day: str, secret: str, is_protected: int, slip: int
    ) -> None:  # fmt: skip
        source = newest(Source.objects.all(), party)
        nth = Document.objects.count()
        text = words_of(source.name, number, qualifier, day, secret)
        self.do(
            bring_in, slip=slip, by=self.somebody("bring-in", n, slip), content=text.encode(), how="paste",
            title=f"{source.name} tells what {secret} people saw at Ansel", publisher=source.name,
            address=f"https://ansel.example/{secret}/{nth}", published=day if number == "75" else "2031-06-20",
            is_protected=is_protected == 1,
        )  # fmt: skip

    @rule(n=who, number=st.sampled_from(NUMBERS), slip=slip)
    def bring_in_a_listing(self, n: int, number: str, slip: int) -> None:
        parts = "".join(
            f"<article><h2>{title} tells of boats on 1{nth} June 2031</h2><p>{words}</p></article>"
            for nth, (title, words) in enumerate(
                (name, words_of(name, number, "more than ", DAYS[nth], secret))
                for nth, (name, secret) in enumerate(zip(NAMES[:3], SECRETS[:3], strict=True))
            )
        )
        page = f"<!DOCTYPE html><html><head><title>Boats, day by day, as they came</title></head><body><main>{parts}"
        self.do(
            bring_in, slip=slip, by=self.somebody("bring-in", n, slip), content=f"{page}</main></body></html>".encode(),
            how="upload", file_name="boats.html", publisher="Tavvish Post",
        )  # fmt: skip

    @rule(n=who, nth=which, party=which, named=st.booleans(), has_chain=st.booleans(), slip=slip)
    def describe(self, n: int, nth: int, party: int, named: bool, has_chain: bool, slip: int) -> None:
        document = newest(Document.objects.all(), nth)
        source = newest(Source.objects.all(), party)
        said = (
            {"chain": [("said", source, source.name)]}
            if has_chain
            else {"publisher": source if named else None}
        )
        if named:
            said["title"] = f"{source.name} writes again of the boats"
        self.do(
            describe_document, slip=slip, by=self.somebody("describe-document", n, slip), document=document,
            seen=self.seen_of(document, slip), **said,
        )  # fmt: skip

    @rule(n=who, nth=which, day=st.sampled_from((*DAYS, "2030-06-03", "03/04/2031")), slip=slip)
    def redate(self, n: int, nth: int, day: str, slip: int) -> None:
        document = newest(Document.objects.all(), nth)
        self.do(
            redate, slip=slip, by=self.somebody("describe-document", n, slip), document=document, published=day,
            seen=self.seen_of(document, slip),
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def withdraw(self, n: int, nth: int, slip: int) -> None:
        document = newest(Document.objects.standing(), nth)
        if document:
            self.do(
                withdraw_document, slip=slip, by=self.somebody("withdraw-document", n, slip), document=document,
                reason="Brought in by mistake.", seen=self.seen_of(document, slip),
            )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def restore(self, n: int, nth: int, slip: int) -> None:
        document = newest(Document.objects.filter(state="withdrawn"), nth)
        if document:
            self.do(
                restore_document, slip=slip, by=self.somebody("withdraw-document", n, slip), document=document,
                seen=self.seen_of(document, slip),
            )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def protect_a_document(self, n: int, nth: int, slip: int) -> None:
        document = newest(Document.objects.all(), nth)
        self.do(
            protect_document, slip=slip, by=self.somebody("protect", n, slip), document=document,
            reason="They were threatened.",
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def unprotect_a_document(self, n: int, nth: int, slip: int) -> None:
        document = newest(Document.objects.filter(is_protected=True), nth)
        if document:
            self.do(
                unprotect_document, slip=slip, by=self.somebody("protect", n, slip), document=document,
                reason="They are safe.", seen=self.seen_of(document, slip),
            )  # fmt: skip

    @rule(n=who)
    def read_again(self, n: int) -> None:
        self.do(reread, by=self.somebody("bring-in", n))

    @rule(n=who, nth=which, slip=slip)
    def ask_a_second_reader(self, n: int, nth: int, slip: int) -> None:
        document = newest(Document.objects.all(), nth)
        with override_settings(SECOND_READER=f"{__name__}:reads_some"):
            self.do(read_again, slip=slip, by=self.somebody("bring-in", n, slip), documents=[document])

    @rule(
        n=who,
        name=st.sampled_from(NAMES),
        kind=st.sampled_from(Source.Kind.values),
        protection=slip,
        slip=slip,
    )
    def make_a_party(self, n: int, name: str, kind: str, protection: int, slip: int) -> None:
        said = {"is_protected": True, "public_label": "a man of the coast"} if protection < 2 else {}
        self.do(
            parties.create_source, slip=slip, by=self.somebody("protect" if said else "create-source", n, slip),
            name=name, kind=kind, **said,
        )  # fmt: skip

    @rule(n=who, nth=which, name=st.sampled_from(NAMES), slip=slip)
    def name_a_party(self, n: int, nth: int, name: str, slip: int) -> None:
        party = newest(Source.objects.all(), nth)
        self.do(
            parties.add_alias, slip=slip, by=self.somebody("judge-source", n, slip), source=party, name=name
        )

    @rule(n=who, nth=which, letter=st.sampled_from("ABX"), slip=slip)
    def rate(self, n: int, nth: int, letter: str, slip: int) -> None:
        party = newest(Source.objects.all(), nth)
        self.do(
            rate_source,
            slip=slip,
            by=self.somebody("judge-source", n, slip),
            source=party,
            reliability=letter,
        )

    @rule(n=who, nth=which, other=which, nobody=st.booleans(), slip=slip)
    def own(self, n: int, nth: int, other: int, nobody: bool, slip: int) -> None:
        party, owner = newest(Source.objects.all(), nth), newest(Source.objects.all(), other)
        self.do(
            parties.set_owner, slip=slip, by=self.somebody("judge-source", n, slip), source=party,
            owner=None if nobody else owner,
        )  # fmt: skip

    @rule(n=who, nth=which, other=which, slip=slip)
    def merge(self, n: int, nth: int, other: int, slip: int) -> None:
        party, into = newest(Source.objects.all(), nth), newest(Source.objects.all(), other)
        self.do(
            parties.merge_sources,
            slip=slip,
            by=self.somebody("judge-source", n, slip),
            source=party,
            into=into,
        )

    @rule(n=who, nth=which, label=st.sampled_from(["a witness", "a clerk of the port", ""]), slip=slip)
    def protect_a_party(self, n: int, nth: int, label: str, slip: int) -> None:
        party = newest(Source.objects.all(), nth)
        self.do(
            parties.protect_source, slip=slip, by=self.somebody("protect", n, slip), source=party, public_label=label
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def unprotect_a_party(self, n: int, nth: int, slip: int) -> None:
        party = newest(Source.objects.filter(is_protected=True), nth)
        if party:
            self.do(
                parties.unprotect_source, slip=slip, by=self.somebody("protect", n, slip), source=party,
                reason="They spoke in public.",
            )  # fmt: skip


def reads_some(text: str, facts: DocumentFacts) -> list[ReadFigure]:
    """A second reader, who takes a word for a figure that the grammar leaves alone."""
    return [second_readers.figure(text, "Some")] if "Some" in text else []
