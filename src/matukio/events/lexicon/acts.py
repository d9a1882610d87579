"""The lexicon of acts: which word names which act, and what its frame says of the parties.

«shambulia» is ASSAULT with its subject as actor and its object as recipient; «fanya ziara» is CONSULT `visit`, and the
country after «nchini» receives the visitor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from matukio.errors import TableError
from matukio.frozen import quick_init
from matukio.record import EVENT_TYPES, STATUSES
from matukio.swahili.analysis import Verb
from matukio.swahili.extensions import entries, underived
from matukio.swahili.vocabulary import VOCABULARY, ByForm, ByFormForAWhile
from matukio.tables import files, read_table

SLOTS: Final = frozenset("subject object object2 na kwa dhidi kutoka kuhusu of owner kati at speaker obliged".split())
ROLES: Final = frozenset("actor recipient place none".split())
NEEDS: Final = frozenset(
    "political political-subject political-object named actor recipient object clause no-act negated weapon violence"
    " two-sides demand present demanded wish in-object alone no-statement future rioters from-body"
    " object-without passive saying troops-subject coup unarmed will".split()
)
VERB_ROLES: Final = {"subject": "actor", "object": "recipient", "dhidi": "recipient"}
NOUN_ROLES: Final = {"of": "actor", "dhidi": "recipient"}
WORDS_ROLES: Final = {"of": "actor", "kutoka": "actor", "dhidi": "recipient"}
"""Of nouns for acts done in words: «ukosoaji kutoka vyama vya upinzani»."""
AGAINST: Final = frozenset("ACCUSE ASSAULT COERCE MOBILIZE PROTEST REJECT SANCTION THREATEN".split())
"""Acts that whoever stands after «dhidi ya» suffers, whatever else their frame holds."""
BODILY: Final = frozenset("ASSAULT COERCE MOBILIZE PROTEST".split())
"""Acts that happen somewhere at some time, whoever tells of them."""
IN_WORDS: Final = frozenset("ACCUSE REQUEST SUPPORT THREATEN AGREE REJECT".split())


@dataclass(frozen=True, slots=True)
class ActRow:
    """A row of acts.tsv, whose comment tells the columns."""

    lemma: str
    pos: str
    type: str
    mode: str = ""
    roles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    status: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One sense of a word. `rest` are the words after the first of a phrase; `roles` maps slot to role."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    roles: dict[str, str]
    needs: frozenset[str]
    beside: frozenset[str]
    without: frozenset[str]
    status: str | None
    example: str


quick_init(Act)


@dataclass(frozen=True, slots=True)
class Naming:
    """How a word form can name acts: senses of its verb (`step` extensions dropped from the stem) or of its noun."""

    acts: tuple[Act, ...]
    verb: bool
    step: int = 0


@cache
def acts() -> dict[tuple[str, bool], tuple[Act, ...]]:
    """(first lemma, whether it is a verb) → its senses, phrases first and the longest of them before all."""
    path = files(__package__) / "acts.tsv"
    found: dict[tuple[str, bool], list[Act]] = {}
    for row in read_table(path, ActRow):
        act = _act(row)
        found.setdefault((act.lemma, row.pos == "verb" or (row.pos == "phrase" and _is_verb(act.lemma))), []).append(
            act
        )
    return {key: tuple(sorted(senses, key=lambda act: -len(act.rest))) for key, senses in found.items()}


def _is_verb(lemma: str) -> bool:
    return underived(lemma)[2] > 0 or lemma.startswith("ji") and underived(lemma[2:])[2] > 0


def _act(row: ActRow) -> Act:
    where = f"acts.tsv: «{row.lemma}»"
    roles = dict(pair.split(":") for pair in row.roles)
    if not roles.keys() <= SLOTS or not set(roles.values()) <= ROLES or not set(row.needs) <= NEEDS:
        raise TableError(f"{where}: unknown slot, role or need")
    if row.type not in EVENT_TYPES or (row.mode and row.mode not in EVENT_TYPES[row.type]):
        raise TableError(f"{where}: {row.type} has no mode {row.mode!r}")
    if row.pos not in ("verb", "noun", "phrase") or (row.status and row.status not in STATUSES):
        raise TableError(f"{where}: unknown part of speech or status")
    first, *rest = row.lemma.split()
    if rest[:1] == ["na"] and first == "wa":
        first, rest = "wa na", rest[1:]
    default = VERB_ROLES if row.pos != "noun" else WORDS_ROLES if row.type in IN_WORDS else NOUN_ROLES
    told = roles or dict(default)
    if row.type in AGAINST and "dhidi" not in rest:
        told.setdefault("dhidi", "recipient")
    told = _SAME_ROLES.setdefault(tuple(told.items()), told)
    return Act(
        first, tuple(rest), row.pos, row.type, row.mode or None, told, _once(row.needs), _once(row.beside),
        _once(row.without), row.status or None, row.example,
    )  # fmt: skip


_SAME: Final[dict[frozenset[str], frozenset[str]]] = {}
_SAME_ROLES: Final[dict[tuple[tuple[str, str], ...], dict[str, str]]] = {}


def _once(names: Iterable[str]) -> frozenset[str]:
    """Each set once: most acts want what others do, most types nothing, and all forms of a verb the same; one for each
    would be 4 MB in a worker."""
    found = frozenset(names)
    return _SAME.setdefault(found, found)


UNDONE: Final = frozenset({"passive", "reciprocal", "applicative"})
"""Extensions under which a verb still names the same act: pigwa, laumiana, pelekea."""


class _Namings(ByForm[tuple[Naming, ...]]):
    """How a word type can name acts, the likeliest reading first, told once for all types that name the same."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[tuple[int, bool, int], ...], tuple[Naming, ...]] = {}

    def tell(self, type_id: int) -> tuple[Naming, ...]:
        found = tuple(_namings(type_id))
        return self._told.setdefault(tuple((id(each.acts), each.verb, each.step) for each in found), found)


NAMINGS: Final = _Namings()


def namings(type_id: int) -> tuple[Naming, ...]:
    """How a word type can name acts, the likeliest reading first."""
    return NAMINGS[type_id]


def _namings(type_id: int) -> list[Naming]:
    lexicon = acts()
    found: list[Naming] = []
    readings = VOCABULARY.analyses(type_id)
    verb = readings[0].verb
    if verb is not None and not _writes_future_apart(verb):
        for step, stem in enumerate(verb.chain):
            if step and not _transparent(verb, step):
                break
            reflexive = lexicon.get(("ji" + stem, True)) if verb.reflexive else None
            if senses := reflexive or lexicon.get((stem, True)):
                found.append(Naming(senses, True, step))
    lower = VOCABULARY.lowers[type_id]
    for analysis in readings:
        if analysis.verb is None and analysis.upos in ("NOUN", "PROPN", "ADV"):
            for lemma in (lower, analysis.lemma):
                senses = lexicon.get((lemma, False))
                if senses and not any(each.acts is senses for each in found):
                    found.append(Naming(senses, False))
    return found


def _writes_future_apart(verb: Verb) -> bool:
    """«rais atakaye chaguliwa»: the future relative with a space before its stem, and no «taka», to want."""
    return verb.stem == "taka" and verb.tense == "general" and verb.relative is not None


def _transparent(verb: Verb, step: int) -> bool:
    """Whether the last `step` extensions leave the act as it is. An applicative that the verb lexicon lists has a
    sense of its own: «pigania» is to strive for, «pelekea» to lead to. The passive of a stem in -u, -i or -e has its
    form, and none of its sense: «haribiwa» is «haribu», done."""
    extensions = verb.extensions[::-1]
    return all(
        extensions[n] in UNDONE
        and (extensions[n] != "applicative" or verb.chain[n] not in entries() or _is_borrowed_passive(verb, n))
        for n in range(step)
    )


def _is_borrowed_passive(verb: Verb, step: int) -> bool:
    return step == 1 and verb.extensions[-1] == "passive" and not verb.chain[2].endswith("a")


class _Names(ByFormForAWhile[tuple[str, ...]]):
    def tell(self, type_id: int) -> tuple[str, ...]:
        form, lower = VOCABULARY.strings[type_id], VOCABULARY.lowers[type_id]
        names = [form] if form == lower else [form, lower]
        for analysis in VOCABULARY.analyses(type_id)[:2]:
            if analysis.lemma not in names:
                names.append(analysis.lemma)
            if analysis.verb is not None:
                names += [stem for stem in analysis.verb.chain if stem not in names]
        return tuple(names)


_NAMES: Final = _Names()


def names_of(type_id: int) -> tuple[str, ...]:
    """What a table may call this word type, the nearest to it first: the form itself, its lemma and, of a verb, every
    stem in its chain."""
    return _NAMES[type_id]


@cache
def _wanted() -> frozenset[str]:
    """Every name that an act wants beside its word."""
    senses = list(chain.from_iterable(acts().values()))
    return frozenset(chain.from_iterable(act.rest for act in senses)).union(*(act.beside for act in senses))


class _Wanted(ByForm[frozenset[str]]):
    def tell(self, type_id: int) -> frozenset[str]:
        wanted = _wanted()
        return _once([name for name in names_of(type_id) if name in wanted])


_WANTED: Final = _Wanted()


def wanted_in(types: list[int]) -> set[str]:
    """Of all that a table may call the word types, what some act of acts.tsv wants beside its word."""
    wanted: set[str] = set()
    for type_id in types:
        if found := _WANTED[type_id]:
            wanted.update(found)
    return wanted


def is_called(type_id: int, names: frozenset[str]) -> bool:
    """Whether one of a table's names calls the word type."""
    return any(name in names for name in _NAMES[type_id])


def among_lemmas(names: frozenset[str], types: Iterable[int]) -> bool:
    """Whether a table's names call one of the word types."""
    return any(is_called(type_id, names) for type_id in types)
