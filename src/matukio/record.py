"""The article record: what Matukio finds in one article, each field pointing at the words it came from.

The form is that of docs/record.md and `matukio schema`. Offsets are Unicode code points into `Record.text`, `start`
included, `end` excluded, and `record.text[x.start:x.end] == x.text` for everything that has a span.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from typing import Any

from matukio.frozen import hints_of, quick_init

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
"""PLOVER's event types, each with its modes (docs/codebook.md)."""

STATUSES = ("actual", "planned", "alleged", "hypothetical", "negated")
STANCES = ("say", "accuse", "deny", "confirm", "warn", "promise", "demand", "praise", "condemn", "predict")
QUOTES = ("direct", "indirect", "mixed")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
ENTITY_TYPES = ("PER", "ORG", "LOC")
SECTORS = (
    "GOV",
    "MIL",
    "COP",
    "JUD",
    "LEG",
    "SPY",
    "PTY",
    "OPP",
    "REB",
    "PRM",
    "UAF",
    "CVL",
    "REF",
    "JRN",
    "BUS",
    "LAB",
    "EDU",
    "MED",
    "REL",
    "SOC",
    "ELI",
    "CRM",
    "AGR",
    "IGO",
    "UNK",
)  # fmt: skip

BODIES = ("UNO", "EUR", "IGO", "NGO", "IMG", "MNC")
"""Codes that stand where a country's would: bodies between or beyond states."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of the article."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Where a sentence stands; its words are `record.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rule that set a field and the words it read."""

    rule: str
    start: int
    end: int


EvidenceMap = Mapping[str, tuple[Evidence, ...]]
"""Field name → what set it."""


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression; `type` and `value` as in TIMEX3."""

    text: str
    start: int
    end: int
    type: str
    value: str
    evidence: EvidenceMap = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text; `link` is its id in the knowledge tables, `country` and `sector` the codebook's codes."""

    id: str
    type: str
    text: str
    start: int
    end: int
    link: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    evidence: EvidenceMap = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts, is acted upon or speaks; the words may stand in an earlier sentence than the act."""

    text: str
    start: int
    end: int
    name: str | None = None
    link: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened; coordinates in degrees where a gazetteer knows them."""

    text: str
    start: int
    end: int
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The time words of an event with their resolved value."""

    text: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of people that the text tells."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where and when, and who says so (docs/codebook.md)."""

    id: str
    type: str
    mode: str | None
    status: str
    mentions: tuple[Span, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    date: When | None
    sources: tuple[Party, ...]
    contexts: tuple[str, ...] = ()
    size: Size = Size()
    quad: str | None = None
    score: float | None = None
    plover: str | None = None
    confidence: float | None = None
    evidence: EvidenceMap = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says; `responds_to` is the id of the earlier claim that a denial or confirmation answers."""

    id: str
    stance: str
    quote: str
    speakers: tuple[Party, ...]
    cue: Span | None
    content: Span
    target: Party | None = None
    responds_to: str | None = None
    confidence: float | None = None
    evidence: EvidenceMap = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """One article and all that was found in it."""

    id: str
    url: str | None
    publisher: str | None
    title: str | None
    published: date | None
    language: str
    text: str
    sentences: tuple[SentenceSpan, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values; keys are never left out."""
        plain = _plain(self)
        assert isinstance(plain, dict)
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Record:
        """The record that `to_dict` made plain; keys that it does not know are passed over.

        Raises KeyError for a key that is missing and has no default, TypeError or ValueError for a value that cannot
        stand there. What a schema can check beyond that is checked by `matukio.validation`.
        """
        record = _built(cls, plain)
        assert isinstance(record, cls)
        return record


quick_init(Span, SentenceSpan, Evidence, Time, Entity, Party, Place, When, Size, Event, Claim, Record)


def at_least(record: Record, confidence: float) -> Record:
    """The record without the events and claims less sure than `confidence` (0 to 1); what nobody measured stays. An
    answer to a claim that is left out answers none."""
    claims = tuple(c for c in record.claims if c.confidence is None or c.confidence >= confidence)
    kept = {claim.id for claim in claims}
    return replace(
        record,
        events=tuple(e for e in record.events if e.confidence is None or e.confidence >= confidence),
        claims=tuple(c if c.responds_to in kept else replace(c, responds_to=None) for c in claims),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value


def _built(kind: type[Any], plain: Mapping[str, Any]) -> Any:
    """An object of one of the classes above from its plain values."""
    values = {}
    for name, (inner, many) in _inner_kinds(kind).items():
        if name not in plain and kind.__dataclass_fields__[name].default is not MISSING:
            continue
        if name == "evidence":
            values[name] = {
                key: tuple(_built(Evidence, e) for e in found) for key, found in plain.get(name, {}).items()
            }
            continue
        value = plain[name]
        if name == "published" and isinstance(value, str):
            value = date.fromisoformat(value)
        elif many:
            value = tuple(_built(inner, each) for each in value) if inner else tuple(value)
        elif inner and value is not None:
            value = _built(inner, value)
        values[name] = value
    return kind(**values)


_KINDS: dict[type[Any], dict[str, tuple[type[Any] | None, bool]]] = {}


def _inner_kinds(kind: type[Any]) -> dict[str, tuple[type[Any] | None, bool]]:
    """For each field the class of this module that it holds, if any, and whether it holds many."""
    if kind in _KINDS:
        return _KINDS[kind]
    kinds = _KINDS[kind] = {}
    for name, hint in hints_of(kind).items():
        parts = getattr(hint, "__args__", None) or (hint,)
        inner = next((part for part in parts if hasattr(part, "__dataclass_fields__")), None)
        kinds[name] = (inner, getattr(hint, "__origin__", None) is tuple)
    return kinds
