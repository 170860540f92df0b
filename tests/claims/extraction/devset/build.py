"""Turn the marked-up development texts beside this file into the JSON lines the scorer reads.

Each `dev_*.txt` or `held_*.txt` holds documents of the form

    === id | genre | language | published | publisher | title
    @@ A = Anna Voss            (a short name for an attribution, any number of them)
    @@ by: A                    (attribution of every figure that names none)
    @@ asof: e:2031-05-04       (as-of of every figure that names none)
    text with [[more than 60|>60|people|by:A]] and {{12 May|date}}

A figure is `[[quote|value|counted|options…]]`. The value is `60`, `>60`, `>=60`, `<60`, `<=60`, `~60`, `30..40`
or `v24` (vague, 24 or more); numbers may be written 3.2e9. Several acceptable nouns are joined with `/`. Options:

    %  ratio  dur  meas  m:USD      the kind (count when none is given; vague for `v…`); money carries its currency
    @e:DATE @r:DATE @c:DATE @i:DATE @0   as-of, explicit, relative, context, inferred, none (publication
                                    when not given); a relative DATE may be today,
                                    yesterday, Sun…Sat, lastweek, lastmonth, lastyear
    aa:DATE   as-of that is also fair        s:DATE   start of a running total
    by:A+Name   attribution, nearest first; `by:-` is the author's own voice
    alt:VALUE, ka:KIND   a value, a kind that is also fair    el   the noun is elided    un   not scored

`python build.py` rewrites the three `devset_*.jsonl` files one folder up; `python build.py --check` only compares.
"""

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\[\[(?P<figure>[^\[\]]+)\]\]|\{\{(?P<other>[^{}]+)\}\}")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
BASES = {"e": "explicit", "r": "relative", "c": "context", "i": "inferred"}
FLAGS = {"el": {"elided": True}, "un": {"scored": False}}
KINDS = {"%": "percent", "ratio": "ratio", "dur": "duration", "meas": "measure"}
CURRENCIES = {
    "USD": ["dollars", "доллар"], "GBP": ["pounds", "фунт"], "EUR": ["euros", "евро"], "RUB": ["roubles", "рубль"],
    "INR": ["rupees", "рупия"], "CHF": ["francs", "франк"], "JPY": ["yen", "иена"], "CNY": ["yuan", "юань"],
    "SEK": ["kronor", "крона"], "PLN": ["zloty", "злотый"], "UAH": ["hryvnias", "гривна"], "KZT": ["tenge", "тенге"],
    "USC": ["cents", "цент"], "GBX": ["pence", "пенс"],
}  # fmt: skip
# A digit or a number word left outside every mark is a labelling slip, so the builder refuses it.
SLIP = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|"
    r"hundreds?|thousands?|millions?|billions?|twice|doubled|tripled|halved|several|half|third|quarter|"
    r"два|две|двое|три|трое|четыре|четверо|пять|пятеро|шесть|семь|восемь|девять|десять|десят\w+|сто|сотен|сотн\w+|"
    r"тысяч\w*|миллион\w*|миллиард\w*|млн|млрд|полтор\w+|вдвое|втрое|несколько|половин\w+|треть\w*|четверть\w*)\b",
    re.I,
)


class MarkupError(ValueError):
    """A source file does not follow the markup; the message names document and mark."""


def number(text: str) -> int | float:
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def value(text: str) -> tuple[int | float | None, int | float | None, str]:
    """(low, high, comparator) of a value in the markup."""
    for sign, name in ((">=", "at_least"), ("<=", "at_most"), (">", "more_than"), ("<", "less_than")):
        if text.startswith(sign):
            n = number(text[len(sign) :])
            return (n, None, name) if sign[0] == ">" else (None, n, name)
    if text.startswith("~"):
        return number(text[1:]), number(text[1:]), "about"
    if text.startswith("v"):
        return number(text[1:]), None, "vague"
    if ".." in text:
        low, high = text.split("..")
        return number(low), number(high), "between"
    return number(text), number(text), "exact"


def day(word: str, published: str) -> str:
    """An EDTF date; words for relative days are resolved on the publication date."""
    if word not in ("today", "yesterday", "lastweek", "lastmonth", "lastyear", *WEEKDAYS):
        return word
    pub = dt.date.fromisoformat(published)
    if word == "today":
        return published
    if word == "yesterday":
        return str(pub - dt.timedelta(days=1))
    if word == "lastyear":
        return str(pub.year - 1)
    if word == "lastmonth":
        return (pub.replace(day=1) - dt.timedelta(days=1)).strftime("%Y-%m")
    monday = pub - dt.timedelta(days=pub.weekday())
    if word == "lastweek":
        return f"{monday - dt.timedelta(days=7)}/{monday - dt.timedelta(days=1)}"
    return str(pub - dt.timedelta(days=(pub.weekday() - WEEKDAYS.index(word)) % 7))


class Builder:
    """Collects the rows of one document while its marks are taken off."""

    def __init__(self, header: str, part: str) -> None:
        fields = [f.strip() for f in header.split("|")]
        if len(fields) != 6:
            raise MarkupError(f"header needs six fields: {header}")
        self.id, self.genre, self.language, self.published, self.publisher, self.title = fields
        self.part = part
        self.names: dict[str, str] = {}
        self.by: list[str] = []
        self.asof: str | None = None
        self.figures: list[dict[str, Any]] = []
        self.others: list[dict[str, Any]] = []

    def directive(self, line: str) -> None:
        if line.startswith("by:"):
            self.by = self.people(line[3:])
        elif line.startswith("asof:"):
            self.asof = line[5:].strip()
        else:
            short, name = line.split("=", 1)
            self.names[short.strip()] = name.strip()

    def people(self, text: str) -> list[str]:
        names = [n.strip() for n in text.split("+")]
        return [] if names == ["-"] else [self.names.get(n, n) for n in names]

    def date(self, text: str) -> tuple[str | None, str | None]:
        if text == "0":
            return None, None
        if text[:2] not in ("e:", "r:", "c:", "i:"):
            raise MarkupError(f"{self.id}: as-of {text}")
        return day(text[2:], self.published), BASES[text[0]]

    def figure(self, mark: str, start: int) -> str:
        quote, amount, counted, *options = mark.split("|")
        low, high, comparator = value(amount)
        nouns = [n.strip() for n in counted.split("/") if n.strip()]
        as_of, basis = self.date(self.asof) if self.asof else (self.published or None, "publication")
        row: dict[str, Any] = {
            "id": self.id, "fid": f"{self.id}-{len(self.figures) + 1:02d}", "start": start, "end": start + len(quote),
            "quote": quote, "value_low": low, "value_high": high, "comparator": comparator, "counted": "",
            "counted_alt": [], "elided": False, "kind": "vague" if comparator == "vague" else "count",
            "attribution": list(self.by), "as_of": as_of, "as_of_basis": basis if as_of else None, "since": None,
            "scored": True,
        }  # fmt: skip
        for option in options:
            if option.strip():
                self.option(row, nouns, option.strip())
        if not nouns:
            raise MarkupError(f"{self.id}: nothing counted in {mark}")
        row["counted"], row["counted_alt"] = nouns[0], nouns[1:]
        self.figures.append(row)
        return quote

    def option(self, row: dict[str, Any], nouns: list[str], option: str) -> None:
        name, _, rest = option.partition(":")
        if option in KINDS:
            row["kind"] = KINDS[option]
        elif option.startswith("@"):
            row["as_of"], row["as_of_basis"] = self.date(option[1:])
        elif option in FLAGS:
            row |= FLAGS[option]
        elif name == "m":
            row["kind"] = "money"
            nouns[:0] = [n for n in [*CURRENCIES[rest], rest] if n not in nouns]
        elif name == "by":
            row["attribution"] = self.people(rest)
        elif name == "s":
            row["since"] = rest
        elif name in ("aa", "ka", "alt"):
            self.also_fair(row, name, rest)
        else:
            raise MarkupError(f"{self.id}: option {option}")

    def also_fair(self, row: dict[str, Any], name: str, rest: str) -> None:
        if name == "aa":
            row.setdefault("as_of_alt", []).append(day(rest, self.published))
        elif name == "ka":
            row.setdefault("kind_alt", []).append(rest)
        else:
            row.setdefault("value_alt", []).append(list(value(rest)[:2]))

    def other(self, mark: str, start: int) -> str:
        quote, why = mark.rsplit("|", 1)
        nid = f"{self.id}-n{len(self.others) + 1:02d}"
        self.others.append(
            {"id": self.id, "nid": nid, "start": start, "end": start + len(quote), "quote": quote, "why": why}
        )
        return quote

    def build(self, body: str) -> dict[str, Any]:
        """Take the marks off; the document row (its figures are in `figures`, the rest in `others`)."""
        body = ESCAPE.sub(lambda m: chr(int(m[1], 16)), body)
        text, last, bare = "", 0, []
        for mark in MARK.finditer(body):
            bare.append(body[last : mark.start()])
            text += bare[-1]
            take = self.figure if mark["figure"] else self.other
            text += take(mark["figure"] or mark["other"], len(text))
            last = mark.end()
        bare.append(body[last:])
        text += bare[-1]
        slip = SLIP.search("\x00".join(bare))
        if slip or "[[" in text or "{{" in text:
            near = "" if not slip else "\x00".join(bare)[max(0, slip.start() - 40) : slip.end() + 20]
            raise MarkupError(f"{self.id}: unmarked number near {near!r}")
        return {
            "id": self.id, "title": self.title, "publisher": self.publisher, "published": self.published,
            "text": text, "genre": self.genre, "language": self.language, "part": self.part,
        }  # fmt: skip


def documents(path: Path) -> Iterator[tuple[Builder, str]]:
    part = path.name.split("_")[0]
    for chunk in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        header, _, rest = chunk.partition("\n")
        builder, lines = Builder(header, part), []
        for line in rest.split("\n"):
            if line.startswith("@@"):
                builder.directive(line[2:].strip())
            else:
                lines.append(line)
        yield builder, "\n".join(lines).strip("\n")


def build() -> dict[str, list[dict[str, Any]]]:
    """The rows of the three files, keyed by file name."""
    out: dict[str, list[dict[str, Any]]] = {f"devset_{n}.jsonl": [] for n in ("docs", "gold", "nonfigures")}
    seen: set[str] = set()
    for path in sorted(HERE.glob("*_*.txt")):
        for builder, body in documents(path):
            if builder.id in seen:
                raise MarkupError(f"{builder.id} twice")
            seen.add(builder.id)
            out["devset_docs.jsonl"].append(builder.build(body))
            out["devset_gold.jsonl"] += builder.figures
            out["devset_nonfigures.jsonl"] += builder.others
    return out


def lines(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def sentences(text: str) -> int:
    """How many sentences or list lines a text has, roughly."""
    return sum(
        len(re.findall(r"[.!?…][\"”»’)]*(?=\s|$)", line)) or 1 for line in text.split("\n") if line.strip()
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the development set from its marked-up sources.")
    parser.add_argument("--check", action="store_true", help="only compare with the files that are there")
    check = parser.parse_args().check
    built, stale = build(), []
    for name, rows in built.items():
        target = HERE.parent / name
        if check and (not target.exists() or target.read_text(encoding="utf-8") != lines(rows)):
            stale.append(name)
        elif not check:
            target.write_text(lines(rows), encoding="utf-8")
    for part in ("dev", "held"):
        docs = [d for d in built["devset_docs.jsonl"] if d["part"] == part]
        ids = {d["id"] for d in docs}
        counts = [sum(r["id"] in ids for r in built[f"devset_{n}.jsonl"]) for n in ("gold", "nonfigures")]
        by_language = {
            lang: sum(sentences(d["text"]) for d in docs if d["language"] == lang) for lang in ("en", "ru")
        }
        counted = f"figures {counts[0]}, others {counts[1]}"
        sys.stdout.write(f"{part}: {len(docs)} documents, sentences {by_language}, {counted}\n")
    if stale:
        sys.stderr.write("stale: " + ", ".join(stale) + "\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
