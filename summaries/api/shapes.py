"""The shapes of the answers, for the OpenAPI document. Nothing is written through them: the API is read-only."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers as s

from claims.models import Figure as FigureModel
from claims.models import Measure as MeasureModel
from claims.values import COMPARATORS, VALUE_STATES
from summaries.api.params import Param
from summaries.models import Change as ChangeModel
from summaries.models import Version as VersionModel


def parameters(params: Mapping[str, Param]) -> list[OpenApiParameter]:
    """Return the parameters of a view as the OpenAPI document lists them."""
    return [
        OpenApiParameter(
            name, OpenApiTypes.INT if param.kind == "number" else OpenApiTypes.STR, description=param.says,
            default=param.default, enum=param.choices or None,
        )
        for name, param in params.items()
    ]  # fmt: skip


class Problem(s.Serializer):
    """RFC 9457."""

    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField()
    code = s.CharField()
    errors = s.DictField(child=s.ListField(child=s.CharField()), required=False)  # type: ignore[assignment]  # the framework's own word


class Index(s.Serializer):
    says = s.CharField()
    summaries = s.CharField()
    figures = s.CharField()
    measures = s.CharField()
    changes = s.CharField()
    openapi = s.CharField()


class Topic(s.Serializer):
    slug = s.CharField()
    name = s.CharField()


class Words(s.Serializer):
    html = s.CharField(allow_blank=True)
    text = s.CharField(allow_blank=True)


class Dated(s.Serializer):
    edtf = s.CharField()
    earliest = s.DateField(allow_null=True)
    latest = s.DateField(allow_null=True)
    words = s.CharField()


class Value(s.Serializer):
    """Decimals are strings, exact to the last digit; null is an open end."""

    state = s.ChoiceField(choices=VALUE_STATES)
    comparator = s.ChoiceField(choices=COMPARATORS, allow_null=True)
    low = s.CharField(allow_null=True)
    high = s.CharField(allow_null=True)


class FigureMeasure(s.Serializer):
    slug = s.CharField()
    title = s.CharField()
    kind = s.ChoiceField(choices=MeasureModel.Kind.choices)
    unit = s.CharField(allow_blank=True)
    url = s.CharField()


class UsedIn(s.Serializer):
    uid = s.UUIDField()
    url = s.CharField()


class Quote(s.Serializer):
    quote = s.CharField()
    title = s.CharField(allow_null=True)
    language = s.CharField(allow_null=True)
    publisher = s.CharField(allow_null=True)
    published = s.CharField(allow_null=True)
    address = s.CharField(allow_null=True)
    sha256 = s.CharField()


class FigureThen(s.Serializer):
    uid = s.UUIDField()
    url = s.CharField()
    measure = FigureMeasure(allow_null=True)
    value = Value()
    number = s.CharField()
    text = s.CharField()
    as_of = Dated(allow_null=True)
    since = Dated(allow_null=True)
    status = s.ChoiceField(choices=FigureModel.Status.choices)
    status_since = s.DateTimeField()
    fell = s.CharField(allow_blank=True)
    origins = s.IntegerField()
    origins_text = s.CharField()
    is_primary_record = s.BooleanField()
    originator = s.CharField(allow_null=True)
    superseded_by = s.UUIDField(allow_null=True)


class Figure(FigureThen):
    used_in = UsedIn(many=True)
    quotes = Quote(many=True)


class Printed(s.Serializer):
    full = s.CharField()
    number = s.CharField()


class FigureInVersion(FigureThen):
    state = s.IntegerField()
    printed = Printed()
    as_of_phrase = s.CharField()
    label = s.CharField()  # type: ignore[assignment]  # the framework's own word


class Notice(s.Serializer):
    at = s.DateTimeField()
    reason = s.CharField()
    note = s.CharField()


class Revision(s.Serializer):
    n = s.IntegerField()
    sha256 = s.CharField()


class Version(s.Serializer):
    uid = s.UUIDField()
    version = s.IntegerField()
    kind = s.ChoiceField(choices=VersionModel.Kind.choices)
    language = s.CharField()
    slug = s.CharField()
    topic = Topic()
    translation_of = s.UUIDField(allow_null=True)
    first_published_at = s.DateTimeField()
    published_at = s.DateTimeField()
    headline = Words(required=False)
    standfirst = Words(required=False)
    body = Words(required=False)
    figures = FigureInVersion(many=True)
    written_by = s.CharField(required=False, allow_blank=True)
    approved_by = s.CharField(required=False)
    revision = Revision(required=False)
    sha256 = s.CharField(required=False, help_text="of the version's bytes, where those are withheld")
    notice = Notice(required=False)


class LiveFigure(s.Serializer):
    uid = s.UUIDField()
    status = s.ChoiceField(choices=FigureModel.Status.choices)
    status_then = s.ChoiceField(choices=FigureModel.Status.choices)
    fell = s.CharField(allow_blank=True)
    label = s.CharField()  # type: ignore[assignment]  # the framework's own word
    now = s.CharField(allow_blank=True)


class Correction(s.Serializer):
    uid = s.UUIDField()
    figure = s.UUIDField(allow_null=True)
    old = s.CharField()
    new = s.CharField(allow_blank=True)
    reason = s.CharField()
    note = s.CharField(allow_blank=True)
    decided_at = s.DateTimeField(allow_null=True)
    from_version = s.IntegerField()
    to_version = s.IntegerField(allow_null=True)


class Live(s.Serializer):
    state = s.ChoiceField(choices=("published", "withdrawn", "retracted"))
    change_seq = s.IntegerField()
    figures = LiveFigure(many=True)
    corrections = Correction(many=True)
    notice = Notice(allow_null=True)


class Summary(Version):
    live = Live()


class Ninjs(s.Serializer):
    """An item after the schema of IPTC ninjs 3.2."""

    uri = s.CharField()
    version = s.CharField()
    pubStatus = s.ChoiceField(choices=("usable", "withheld", "canceled"))  # noqa: N815


class SummaryRow(s.Serializer):
    uid = s.UUIDField()
    url = s.CharField()
    slug = s.CharField()
    language = s.CharField()
    topic = Topic()
    headline = s.CharField()
    standfirst = s.CharField(allow_blank=True)
    version = s.IntegerField()
    published_at = s.DateTimeField()


def _page(name: str, **fields: s.Field) -> Any:
    cursor = s.CharField(allow_null=True, help_text="give it as `cursor` for the next page; null at the end")
    return type(name, (s.Serializer,), {**fields, "next": cursor, "__doc__": "A page of a list."})


class Nouns(s.Serializer):
    """What stands behind a number, by the plural forms of the language; empty where `other` will do."""

    one = s.CharField(allow_blank=True)
    few = s.CharField(allow_blank=True)
    many = s.CharField(allow_blank=True)  # type: ignore[assignment]  # a plural form, not the framework's `many`
    other = s.CharField(allow_blank=True)


class MeasureWords(s.Serializer):
    language = s.CharField()
    title = s.CharField()
    definition = s.CharField()
    nouns = Nouns()


class Relation(s.Serializer):
    how = s.ChoiceField(choices=("part_of", "has_part", "overlaps", "disjoint"))
    measure = s.CharField()
    url = s.CharField()


class Measure(s.Serializer):
    uid = s.UUIDField()
    slug = s.CharField()
    url = s.CharField()
    series = s.CharField()
    topic = Topic()
    kind = s.ChoiceField(choices=MeasureModel.Kind.choices)
    unit = s.CharField(allow_blank=True)
    title = s.CharField()
    wordings = MeasureWords(many=True)
    relations = Relation(many=True)


SummaryPage = _page("SummaryPage", summaries=SummaryRow(many=True))
FigurePage = _page("FigurePage", figures=Figure(many=True))
MeasurePage = _page("MeasurePage", measures=Measure(many=True))
SeriesPage = _page("SeriesPage", measure=Measure(), figures=Figure(many=True))


class Change(s.Serializer):
    seq = s.IntegerField()
    at = s.DateTimeField()
    kind = s.ChoiceField(choices=ChangeModel.Kind.choices)
    subject = s.CharField()
    version = s.IntegerField(allow_null=True)
    summaries = Summary(many=True)
    figures = Figure(many=True)
    measures = Measure(many=True)
    corrections = Correction(many=True)


class ChangePage(s.Serializer):
    changes = Change(many=True)
    next = s.IntegerField()
    has_more = s.BooleanField()
