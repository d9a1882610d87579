"""Times in a spaCy pipeline: `nlp.add_pipe("matukio_times", config={"published": "2024-06-18"})`.

«Walikutana Jumatano iliyopita.» gets one span in `doc.spans["times"]`, labelled DATE, with `_.timex_value` 2024-06-12.
spaCy finds this module by its entry points, and has no Swahili of its own, so `spacy.blank("sw")` comes from here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.lang.char_classes import LIST_ELLIPSES, LIST_ICONS
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc, Span
from spacy.util import registry

from matukio.times import find_times
from matukio.times.calendar import day_of_publication


class SwahiliDefaults(BaseDefaults):
    """Words as spaCy splits them, but «ng'ombe» whole, and «2013-2016», «9/2023» in parts, for each is a time."""

    infixes = [*LIST_ELLIPSES, *LIST_ICONS, r"(?<=[0-9])[/:–—-](?=[0-9])", r"(?<=[a-zA-Z])[,/](?=[a-zA-Z])"]


@registry.languages("sw")
class Swahili(Language):  # type: ignore[no-untyped-call]
    """Swahili for spaCy."""

    lang = "sw"
    Defaults = SwahiliDefaults


@dataclass(frozen=True, slots=True)
class TimesComponent:
    """Puts every expression of time into `doc.spans[spans_key]`, in text order.

    Values are reckoned against `doc._.published` (a date, or a string like «2024-06-18»), else against `published`.
    Where a token holds more than the time, the span is that of the whole token.
    """

    published: date | None
    spans_key: str

    def __call__(self, doc: Doc) -> Doc:
        day = day_of_publication(doc._.published) or self.published
        spans = []
        for number, time in enumerate(find_times(doc.text, day), 1):
            name = f"t{number}"
            span = doc.char_span(time.start, time.end, time.type, span_id=name, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                doc.user_data[_key(name)] = time.value
        doc.spans[self.spans_key] = spans
        return doc


@Language.factory("matukio_times", default_config={"published": None, "spans_key": "times"})
def matukio_times(nlp: Language, name: str, published: str | None, spans_key: str) -> TimesComponent:
    """The component, for a pipeline's configuration."""
    return TimesComponent(day_of_publication(published), spans_key)


def _key(span_id: str) -> str:
    return f"matukio_times:{span_id}"


def _value(span: Span) -> str | None:
    """The TIMEX3 value by the span's own id: two times in one token have the same offsets."""
    value: str | None = span.doc.user_data.get(_key(span.id_))
    return value


if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
if not Span.has_extension("timex_value"):
    Span.set_extension("timex_value", getter=_value)
