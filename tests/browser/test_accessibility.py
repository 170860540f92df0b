"""The desk in a browser: accessible in light, dark and on a phone, worked by keyboard, and without any script."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from claims.models import Figure, Finding, Measure, Mention
from ledger import clock
from newsroom import sample_desk
from reviewers.models import Reviewer, RoleGrant
from reviewers.roles import ROLES
from sources.models import Document
from summaries.models import Correction, Summary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# What the browser draws round the element in focus, and where it is.
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect()
    return {tag: one.tagName, href: one.getAttribute('href'), width: box.width, height: box.height, top: box.top,
            isDrawn: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'}
}"""


@pytest.fixture
def desk(transactional_db: None) -> None:
    """The sample desk, and one person in every role."""
    sample_desk.build()
    almighty = Reviewer.objects.create(username="almighty", name="All Roles", joined_at=clock.now())
    RoleGrant.objects.bulk_create(RoleGrant(person=almighty, role=role, since=clock.now()) for role in ROLES)


def signed_in(context: BrowserContext, url: str, username: str) -> Page:
    """A page of somebody who has signed in: the session's cookie, as the sign-in would have set it."""
    client = Client()
    client.force_login(Reviewer.objects.get(username=username))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
    return context.new_page()


def kinds_of_page() -> dict[str, str]:
    """The address of one page of every kind, at the desk and at its door."""
    document = Document.objects.filter(is_protected=False, parent=None, published_edtf__gt="").latest("pk")
    mention = Mention.objects.to_sort()[0]
    signed = Figure.objects.filter(status="disputed")[0]
    draft = Summary.objects.get(slug="schools-with-nobody-to-teach")
    wanted: dict[str, tuple[str, list[Any]]] = {
        "desk": ("newsroom:desk", []),
        "ledger": ("newsroom:ledger", []),
        "documents": ("claims:documents", []),
        "bring in": ("claims:bring-in", []),
        "document": ("claims:document", [document.uid]),
        "describe": ("claims:describe-document", [document.uid]),
        "redate": ("claims:redate-document", [document.uid]),
        "withdraw": ("reviewers:withdraw-document", [document.uid]),
        "protect": ("summaries:protect-document", [document.uid]),
        "measures": ("claims:measures", []),
        "new measure": ("claims:new-measure", []),
        "measure": ("claims:measure", [Measure.objects.get(states__figure=signed).slug]),
        "restate": ("claims:restate", [signed.uid]),
        "findings": ("claims:findings", []),
        "queue": ("reviewers:queue", []),
        "figure signed": ("reviewers:figure", [signed.uid]),
        "figure to sign": ("reviewers:figure", [Figure.objects.filter(status="unreviewed")[0].uid]),
        "summaries": ("summaries:desk-summaries", []),
        "new summary": ("summaries:new-summary", []),
        "writing": ("summaries:desk-summary", [draft.uid]),
        "in print": ("summaries:desk-summary", [Summary.objects.get(slug="who-got-out").uid]),
        "corrections": ("summaries:desk-corrections", []),
        "password": ("account_change_password", []),
    }
    addresses = {kind: reverse(name, args=args) for kind, (name, args) in wanted.items()}
    addresses["mention to sort"] = (
        f"{reverse('claims:document', args=[mention.document.uid])}?mention={mention.uid}"
    )
    stated = Mention.objects.filter(figure=signed, document__is_protected=False)[0]
    addresses["mention filed"] = (
        f"{reverse('claims:document', args=[stated.document.uid])}?mention={stated.uid}"
    )
    addresses["not a figure"] = (
        f"{reverse('summaries:not-a-figure', args=[draft.uid])}?field=body&quote=seventeen&nth=1"
    )
    addresses["nowhere"] = "/desk/nowhere/"
    assert Finding.objects.standing().exists()
    assert Correction.objects.filter(state="due").exists()
    return addresses


def faults(page: Page, kind: str, address: str) -> list[str]:
    """What is wrong with a page, in words."""
    page.goto(address)
    expect(page.locator("[hx-trigger=load]")).to_have_count(0)  # what a page asks for later has come
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    said = [f"{kind}: {fault['id']} {node['html'][:110]}" for fault in found for node in fault["nodes"][:2]]
    if page.evaluate(WIDER):
        said.append(f"{kind}: wider than the screen")
    return said


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("look", LOOKS)
def test_every_kind_of_page_is_accessible_and_fits_the_screen(
    browser: Browser, live_server: Any, look: str
) -> None:
    context = browser.new_context(**LOOKS[look])
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    stranger = context.new_page()
    found = faults(stranger, "sign-in", f"{live_server.url}/account/login/")
    page = signed_in(context, live_server.url, "almighty")
    for kind, path in kinds_of_page().items():
        found += faults(page, kind, f"{live_server.url}{path}")
    context.close()
    assert found == []
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


@pytest.mark.usefixtures("desk")
def test_a_word_longer_than_a_line_widens_no_page(browser: Browser, live_server: Any) -> None:
    context = browser.new_context(**LOOKS["phone"])
    page = signed_in(context, live_server.url, "almighty")
    page.goto(f"{live_server.url}{reverse('claims:bring-in')}")
    word = "overlong" * 30
    page.locator("textarea[name=text]").fill(
        f"It is at https://example.org/{word} that more than 60 people left."
    )
    page.locator("input[name=title]").fill(f"On {word[:120]}")
    page.locator("input[name=publisher]").fill(f"The {word[:120]}")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator(".document")).to_contain_text(word)
    assert not page.evaluate(WIDER)
    for name in ("newsroom:desk", "claims:documents", "reviewers:queue"):
        page.goto(f"{live_server.url}{reverse(name)}")
        assert not page.evaluate(WIDER), name
    context.close()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("kind", ["desk", "document", "figure to sign", "writing", "queue"])
def test_the_keyboard_comes_first_to_the_way_past_the_bar_and_sees_where_it_is(
    browser: Browser, live_server: Any, kind: str
) -> None:
    context = browser.new_context(**LOOKS["light"])
    page = signed_in(context, live_server.url, "almighty")
    page.goto(f"{live_server.url}{kinds_of_page()[kind]}")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    assert (first["tag"], (first["href"] or "")[0]) == ("A", "#")
    assert first["top"] >= 0 and first["height"] > 10
    for _ in range(20):
        seen = page.evaluate(FOCUSED)
        assert seen["isDrawn"], seen
        page.keyboard.press("Tab")
    context.close()


Visit = Callable[[str, str], Page]


@pytest.mark.usefixtures("desk")
def test_the_whole_job_can_be_done_without_script(browser: Browser, live_server: Any) -> None:
    contexts = {
        name: browser.new_context(java_script_enabled=False) for name in ("mara", "tomas", "paul", "")
    }
    pages = {
        name: signed_in(context, live_server.url, name) if name else context.new_page()
        for name, context in contexts.items()
    }

    def visit(name: str, path: str) -> Page:
        pages[name].goto(f"{live_server.url}{path}")
        return pages[name]

    mention = (
        Mention.objects.to_sort().filter(document__is_protected=False, document__state="in").order_by("pk")[0]
    )
    figure = _accept_and_file(visit, mention)
    _sign(visit, figure)
    summary = _write(visit, figure)
    page = visit("paul", f"/desk/summaries/{summary.uid}/")
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page = visit("", f"/summaries/{summary.slug}/")
    expect(page.locator("main")).to_contain_text("attributed")
    for context in contexts.values():
        context.close()


def _accept_and_file(visit: Visit, mention: Mention) -> Figure:
    page = visit("mara", f"/desk/documents/{mention.document.uid}/?mention={mention.uid}")
    page.get_by_role("button", name="Accept the reading").click()
    form = page.locator(f"form[action*='/mentions/{mention.uid}/file/']")
    form.locator("input[name=place][value=measure]").check()
    form.locator("select[name=measure]").select_option(label="People brought out of the Orlen Marches")
    form.locator("input[name=originator]").fill("Lantern Line")
    form.get_by_role("button", name="File").click()
    mention.refresh_from_db()
    assert mention.state == "accepted"
    assert mention.figure is not None
    return mention.figure


def _sign(visit: Visit, figure: Figure) -> None:
    page = visit("tomas", f"/desk/figures/{figure.uid}/")
    page.locator("input[name=signs][value='attributed:own_words']").check()
    page.locator("textarea[name=rationale]").fill("Its own words, in a text we hold.")
    page.locator("select[name=credibility]").select_option("2")
    for box in page.locator("input[name=evidence]").all():
        box.check()
    page.get_by_role("button", name="Sign", exact=True).click()
    figure.refresh_from_db()
    assert figure.status == "attributed"


def _write(visit: Visit, figure: Figure) -> Summary:
    page = visit("mara", "/desk/summaries/new/")
    page.locator("select[name=topic]").select_option(label="The Orlen Marches")
    page.locator("input[name=headline]").fill("Written without script")
    page.get_by_role("button", name="Begin").click()
    page.locator("textarea[name=body]").fill("<p>Lantern Line says that it brought out</p>")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#insert summary").click()
    page.locator("#insert [name=figure]").first.select_option(str(figure.uid))
    page.locator("#insert select[name=after_paragraph]").select_option("1")
    page.get_by_role("button", name="Put it in").click()
    page.get_by_role("button", name="Ask for approval").first.click()
    return Summary.objects.get(slug="written-without-script")
