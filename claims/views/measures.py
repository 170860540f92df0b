"""Pages of what is counted: the list, a new measure, and a measure with its figures by date and its findings."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, F
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.asking import ask
from claims.errors import ClaimsError, NotAllowed, NotFound, OutOfDate
from claims.forms import MeasureForm, PhaseForm, RelationForm, WordsForm
from claims.measures import create_measure, create_topic, retire_measure
from claims.models import Figure, Finding, Measure, Mention
from claims.printing import PRINTABLE
from claims.views.measure_rows import rows_of, told, where_it_stands
from claims.views.reader import reader_url
from claims.wording import unit_in_words
from ledger.desk_request import DeskRequest

Act = Callable[..., Any]  # the site gives it: `claims.urls`
PAGES = (NotAllowed, NotFound, OutOfDate)
MEASURES_A_PAGE = 50
FIGURES_A_PAGE = 100
FINDINGS_SHOWN = 200


@require_safe
def measures(request: DeskRequest) -> HttpResponse:
    """List what is counted, by topic."""
    ask(request, "see-desk")
    found = Measure.objects.exclude(state=Measure.State.MERGED).with_words().order_by("topic__name", "slug")
    page = Paginator(found, MEASURES_A_PAGE).get_page(request.GET.get("page"))
    on_page = list(page.object_list)
    figures, findings = _counts(request, on_page)
    context = {
        "page": page,
        "rows": [
            {
                "measure": one,
                "wording": one.wording(),
                "kind": kind_in_short(one),
                "n_figures": figures.get(one.pk, 0),
                "n_findings": findings.get(one.pk, 0),
            }
            for one in on_page
        ],
        "can_create": request.user.may("create-measure"),
    }  # fmt: skip
    return render(request, "claims/measures.html", context)


def kind_in_short(measure: Measure) -> str:
    """The kind by its one word: "running total"."""
    return str(measure.get_kind_display()).partition(":")[0]


def _counts(request: DeskRequest, on_page: Sequence[Measure]) -> tuple[dict[int, int], dict[int, int]]:
    """Figures and open findings of each measure, of those this person may know of."""
    person, under = request.user, "current_state__measure"
    shown = Figure.objects.visible_to(person).filter(current_state__measure__in=on_page)
    figures = dict(shown.order_by().values_list(under).annotate(Count("pk")))
    standing = Finding.objects.visible_to(person).standing().filter(figures__in=shown).order_by()
    findings = dict(standing.values_list(f"figures__{under}").annotate(Count("pk", distinct=True)))
    return figures, findings


@require_http_methods(["GET", "HEAD", "POST"])
def new_measure(request: DeskRequest) -> HttpResponse:
    """Define a measure; from the reader, go back to the mention it was wanted for."""
    if not request.user.may("create-measure"):
        raise NotAllowed(_("Your roles do not let you define what is counted."))
    form = MeasureForm(
        request.POST or None, initial={"language": "en", "mention": request.GET.get("mention")}
    )
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            measure = _create(request, form.cleaned_data)
        except ClaimsError as refusal:
            error = str(refusal)
        else:
            return redirect(_after_creating(request, measure, form.cleaned_data["mention"]))
    context = {"form": form, "error": error}
    return render(request, "claims/new_measure.html", context, status=422 if form.errors or error else 200)


def _create(request: DeskRequest, said: dict[str, Any]) -> Measure:
    topic = said["topic"] or create_topic(by=request.user, name=said["new_topic"])
    names = (
        "title",
        "definition",
        "kind",
        "unit",
        "one",
        "few",
        "many",
        "other",
        "language",
        "needs_blind_reading",
    )
    return create_measure(by=request.user, topic=topic, **{name: said[name] for name in names})


def _after_creating(request: DeskRequest, measure: Measure, mention_uid: Any) -> str:
    shown = Mention.objects.visible_to(request.user).select_related("document")
    mention = shown.filter(uid=mention_uid).first() if mention_uid else None
    if mention is not None:
        return reader_url(mention.document, mention, at="file", measure=measure.slug)
    return reverse("claims:measure", args=[measure.slug])


@require_safe
def measure(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a measure with its figures by date and what must be explained."""
    ask(request, "see-desk")
    return measure_page(request, _measure(slug))


def _measure(slug: str) -> Measure:
    return get_object_or_404(Measure.objects.with_words().select_related("merged_into"), slug=slug)


def measure_page(
    request: DeskRequest,
    found: Measure,
    *,
    forms: dict[str, Form] | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """Draw a measure. `forms` and `error` bring back what a person typed when an act refused it."""
    forms = forms or {}
    person = request.user
    filed = Figure.objects.visible_to(person).filter(current_state__measure=found)
    page = Paginator(_by_date(filed), FIGURES_A_PAGE).get_page(request.GET.get("page"))
    figures = list(page.object_list)
    findings = list(
        Finding.objects.visible_to(person)
        .filter(figures__in=filed)
        .distinct()
        .prefetch_related("named__figure")
    )
    others = Measure.objects.standing().with_words().exclude(pk=found.pk)
    context = {
        "measure": found,
        "wording": found.wording(),
        "unit": unit_in_words(found.unit),
        "kind": kind_in_short(found),
        "wholes": found.wholes.select_related("whole__topic").prefetch_related("whole__wordings"),
        "parts": found.parts.select_related("part__topic").prefetch_related("part__wordings"),
        "phases": found.phases.all(),
        "page": page,
        "rows": rows_of(request, figures, findings),
        **where_it_stands(filed),
        "findings": [told(one, person) for one in findings if one.closed_at is None],
        "closed": [told(one, person) for one in findings if one.closed_at is not None],
        "can_define": person.may("define-measure") and found.state == Measure.State.OPEN,
        "can_restate": person.may("restate-figure"),
        "n_to_release": _n_to_release(filed) if person.may("release-series") else 0,
        "words_form": forms.get("words")
        or WordsForm(initial=_words(found, request.GET.get("language", "en"))),
        "relation_form": forms.get("relation") or RelationForm(measures=others),
        "phase_form": forms.get("phase") or PhaseForm(),
        "refused": next(iter(forms), ""),
        "error": error,
    }
    return render(request, "claims/measure.html", context, status=status)


def _n_to_release(filed: Any) -> int:
    """How many signed figures of the measure are not public yet."""
    return filed.filter(released_at__isnull=True, status__in=PRINTABLE).count()


def _by_date(filed: Any) -> Any:
    """Oldest first; those without a date at the end."""
    return filed.with_state().order_by(
        F("current_state__as_of_earliest").asc(nulls_last=True),
        F("current_state__as_of_latest").asc(nulls_last=True),
        "pk",
    )


def _words(found: Measure, language: str) -> dict[str, str]:
    wording = next((one for one in found.wordings.all() if one.language == language), None)
    if wording is None:
        return {"language": language}
    names = ("language", "title", "definition", "one", "few", "many", "other")
    return {name: getattr(wording, name) for name in names}


# --- defining --------------------------------------------------------------------------------------


@require_POST
def word(request: DeskRequest, slug: str, act: Act) -> HttpResponse:
    """Give the measure its words in a language."""
    found, form = _measure(slug), WordsForm(request.POST)
    return _define(request, found, "words", form, lambda said: act(by=request.user, measure=found, **said))


@require_POST
def relate(request: DeskRequest, slug: str, act: Act) -> HttpResponse:
    """Say how the measure stands to another one."""
    found = _measure(slug)
    form = RelationForm(request.POST, measures=Measure.objects.standing().exclude(pk=found.pk))

    def relating(said: dict[str, Any]) -> object:
        return act(by=request.user, part=found, whole=said["other"], kind=said["kind"])

    return _define(request, found, "relation", form, relating)


@require_POST
def begin_phase(request: DeskRequest, slug: str, act: Act) -> HttpResponse:
    """Begin a new stretch of counting."""
    found, form = _measure(slug), PhaseForm(request.POST)

    def beginning(said: dict[str, Any]) -> object:
        starts: date = said["starts"]
        return act(by=request.user, measure=found, starts=starts, reason=said["reason"])

    return _define(request, found, "phase", form, beginning)


@require_POST
def retire(request: DeskRequest, slug: str) -> HttpResponse:
    """Take the measure out of use."""
    found = _measure(slug)
    return _define(
        request,
        found,
        "retire",
        Form(request.POST),
        lambda _said: retire_measure(by=request.user, measure=found),
    )


def _define(
    request: DeskRequest, found: Measure, name: str, form: Form, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Do one act of defining; say a refusal on the form it came from."""
    ask(request, "define-measure", found)
    if not form.is_valid():
        return measure_page(request, found, forms={name: form}, status=422)
    try:
        act(form.cleaned_data)
    except PAGES:
        raise
    except ClaimsError as refusal:
        return measure_page(request, found, forms={name: form}, error=str(refusal), status=422)
    return redirect("claims:measure", found.slug)
