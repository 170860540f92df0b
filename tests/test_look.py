"""The look: one place for colours, nothing inline, fragments that say what they take, tokens that can be read."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

ROOT = Path(__file__).resolve().parents[1]
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
FRAGMENTS = sorted((ROOT / "templates").rglob("_*.html"))
INLINE = ["_as_of", "_figure_chip", "_figure_line", "_glyph", "_status", "_status_word", "_time"]
STATUSES = ["unreviewed", "verified", "attributed", "disputed", "superseded", "unverifiable", "false"]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def tokens(*, dark: bool) -> dict[str, str]:
    """Return the colours of the light or the dark page by name."""
    css = (ROOT / "static/css/variables.css").read_text()
    light, rest = css.split("@media screen and (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    if dark:
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rest.split("@media print")[0]))
    return found


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.name != "variables.css"], ids=name_of)
def test_no_colour_is_named_outside_the_tokens(sheet: Path) -> None:
    css = without_comments(sheet.read_text())
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\b(?:rgba?|hsla?|oklch|color)\(", css)


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_a_sheet_has_no_side_that_a_mirrored_page_would_get_wrong(sheet: Path) -> None:
    css = without_comments(sheet.read_text())
    sides = (
        r"[\s;{](?:(?:margin|padding|border)-(?:left|right)|left|right|float|text-align:\s*(?:left|right))\b"
    )
    assert not re.findall(sides + r"(?=[^{}]*[;}])", css)


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_a_sheet_uses_only_tokens_that_exist(sheet: Path) -> None:
    everything = "".join(s.read_text() for s in SHEETS)
    given = set(re.findall(r"(--[\w-]+):", everything))
    assert set(re.findall(r"var\((--[\w-]+)", sheet.read_text())) <= given


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_has_nothing_inline_and_nothing_from_another_host(template: Path) -> None:
    html = template.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|hx-on", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", html)


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_is_short_enough_to_read(template: Path) -> None:
    assert len(template.read_text().splitlines()) <= 130


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_names_only_files_that_are_there(template: Path) -> None:
    html = template.read_text()
    sheets = [
        f"css/{n}.css"
        for names in re.findall(r"_css\.html[\"'] with names=\"([^\"]+)\"", html)
        for n in names.split()
    ]
    for path in sheets + re.findall(r"{% static ['\"]([^'\"]+)['\"] %}", html):
        assert finders.find(path), path


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=name_of)
def test_a_fragment_opens_with_what_it_takes(fragment: Path) -> None:
    head = re.sub(r"^({% load [^%]+ %}\s*)+", "", fragment.read_text())
    assert head.startswith(("{#", "{% comment %}"))


@pytest.mark.parametrize("name", INLINE)
def test_a_fragment_for_running_text_leaves_no_blank_before_a_comma(name: str) -> None:
    html = (ROOT / f"templates/components/{name}.html").read_text()
    assert "\n" not in html


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_drawn_as_glyph_and_word(status: str) -> None:
    html = render_to_string("components/_status.html", {"status": status})
    assert f'href="#g-{status}"' in html
    assert status.capitalize() in html
    assert f'id="g-{status}"' in render_to_string("components/_glyphs.html")


def test_a_printed_figure_gives_number_date_status_and_origins_in_that_order() -> None:
    figure = {
        "number": "more than 60 people",
        "url": "/figures/x/",
        "as_of": "3 May 2031",
        "status": "attributed",
        "origins": "1 origin",
    }
    for fragment in ("_figure_line", "_figure_chip"):
        text = re.sub(
            r"<[^>]+>", "", render_to_string(f"components/{fragment}.html", {"figure": figure})
        ).lower()
        at = [text.index(part) for part in ("more than 60 people", "3 may 2031", "attributed", "1 origin")]
        assert at == sorted(at)


def test_a_figure_that_fell_says_so_instead_of_its_status_in_print() -> None:
    figure = {"number": "9 people", "url": "/x/", "as_of": "", "status": "unreviewed", "origins": "1 origin"}
    html = render_to_string(
        "components/_figure_chip.html", {"figure": figure | {"fell": "not signed since 3 May 2031"}}
    )
    assert "not signed since 3 May 2031" in html
    assert "undated" in html
    assert "<use" not in html


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_colour_can_be_read_on_its_grounds(dark: bool) -> None:
    colour = tokens(dark=dark)
    grounds = {name: ["ground", "wash"] for name in ("ink", "ink-2", "ink-3")}
    grounds |= {name: ["ground", f"{name}-wash"] for name in ["pen", *STATUSES]} | {
        "on-pen": ["pen", "pen-strong"]
    }
    low = {(a, b): contrast(colour[a], colour[b]) for a, bs in grounds.items() for b in bs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
    assert contrast(colour["edge"], colour["ground"]) >= 3


def test_the_page_for_our_own_faults_needs_neither_request_nor_database() -> None:
    assert "Something broke here" in render_to_string("500.html")
