"""Words that carry somebody's words or position: «amesema», «kwa mujibu wa», «alitoa wito», «madai … kwamba».

They are rows of cues.tsv, looked up by the verb's own stem first and then without its extensions, so that
«imeshutumiwa» is the passive of «shutumu» while «aminika» is a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.frozen import quick_init
from matukio.record import STANCES
from matukio.swahili import Predicate, Text, category
from matukio.swahili.analysis import Verb
from matukio.swahili.vocabulary import VOCABULARY, ByForm
from matukio.tables import files, read_table

FRAMES: Final = frozenset(
    "about according addressee clause infinitive infinitive2 kwa naming nominal object quote reported statement"
    " subjunctive target thing".split()
)
PARTS: Final = ("noun", "phrase", "preposition", "verb")
SPEAKERS: Final = ("document", "none", "of", "subject")
TRANSPARENT: Final = frozenset({"passive", "applicative", "reciprocal"})
"""Extensions that leave a verb of saying one; a causative or stative makes another verb (ona, but onekana)."""


@dataclass(frozen=True, slots=True)
class CueRow:
    """A row of cues.tsv.

    `frame` is what the cue takes: `clause` (with or without kwamba), `quote`, `infinitive` (ahidi kusaidia), `nominal`
    (kanusha madai hayo), `addressee` (its object hears: ambia), `target` and `kwa` (kumlaumu X kwa kufanya Y),
    `object` with `infinitive2` or `subjunctive` (kumtaka X kufanya Y), `naming` (kuuita mkataba «…»), `about` (kuonya
    juu ya), `thing` (kukaribisha makubaliano, but not wageni), `statement` (kupuuza madai, but not mvua), `reported`
    (its passive without a doer is a claim of nobody: inadaiwa), `according` (kwa mujibu wa).
    `speaker` is where the speaker stands: `subject`, `of` (after the cue), `document` (a subject that can be read),
    `none`. `bare` rows say nothing of the stance, which is then the content's. `example` is the row's test.
    """

    lemma: str
    pos: str
    stance: str
    frame: tuple[str, ...]
    speaker: str
    bare: bool = False
    example: str = ""

    def __post_init__(self) -> None:
        if self.pos not in PARTS:
            raise ValueError(f"{self.pos!r} is no part of speech of a cue")
        if self.stance not in STANCES:
            raise ValueError(f"{self.stance!r} is no stance")
        if unknown := set(self.frame) - FRAMES:
            raise ValueError(f"unknown frame {', '.join(sorted(unknown))}")
        if self.speaker not in SPEAKERS:
            raise ValueError(f"{self.speaker!r} is no place for a speaker")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: words first … last - 1; `predicate` is its number in the sentence's clauses, None for a noun
    or preposition."""

    row: CueRow
    first: int
    last: int
    predicate: int | None = None
    passive: bool = False


quick_init(Cue)


@cache
def cue_rows() -> tuple[CueRow, ...]:
    """All rows of cues.tsv."""
    return tuple(read_table(files(__package__) / "cues.tsv", CueRow))


@cache
def _verbs() -> dict[str, CueRow]:
    return {row.lemma: row for row in cue_rows() if row.pos == "verb"}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]:
    """Stem of the verb → the words after it and the row: toa → ((wito,), …)."""
    found: dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]] = {}
    for row in cue_rows():
        if row.pos == "phrase":
            head, rest = _head(row.lemma)
            found[head] = (*found.get(head, ()), (rest, row))
    return found


def _head(lemma: str) -> tuple[str, tuple[str, ...]]:
    """«wa na matumaini» has the stem «wa na»."""
    words = lemma.split()
    size = 2 if words[:2] == ["wa", "na"] else 1
    return " ".join(words[:size]), tuple(words[size:])


@cache
def nouns() -> dict[str, CueRow]:
    """Lemma → row of the nouns that hold somebody's words: madai, kauli."""
    return {row.lemma: row for row in cue_rows() if row.pos == "noun"}


@cache
def prepositions() -> dict[str, CueRow]:
    """«kwa mujibu wa» → its row."""
    return {row.lemma: row for row in cue_rows() if row.pos == "preposition"}


def verb_cue(text: Text, number: int, predicate: Predicate, limit: int) -> Cue | None:
    """The cue that a predicate is, alone or with the noun after it («alitoa wito», «alitoa pia wito»); None for any
    other verb."""
    for words, row, passive in _CUES[text.types[predicate.main]]:
        if not words:
            return Cue(row, predicate.first, predicate.last, number, passive)
        for first in (predicate.last, predicate.last + 1):
            end = first + len(words)
            if end <= limit and text.lowers[first:end] == words:
                return Cue(row, predicate.first, end, number, passive)
            if first >= limit or (category(text, first) != "B" and text.lowers[first] != "rasmi"):
                break
    return None


_NO_CUE: Final[list[tuple[list[str], CueRow, bool]]] = []


class _Cues(ByForm[list[tuple[list[str], CueRow, bool]]]):
    """What a word type can be as a verb, in order: the words that must follow, the row, whether it is passive. It is
    empty for most verbs."""

    def tell(self, type_id: int) -> list[tuple[list[str], CueRow, bool]]:
        return list(_cues(type_id)) or _NO_CUE


_CUES: Final = _Cues()


def _cues(type_id: int) -> Iterator[tuple[list[str], CueRow, bool]]:
    verb = _with_object(type_id) or VOCABULARY.analyses(type_id)[0].verb
    if verb is None:
        return
    for stem, dropped in zip(verb.chain, _dropped(verb), strict=True):
        if not dropped <= TRANSPARENT:
            return
        for words, row in _phrases().get(stem, ()):
            yield list(words), row, "passive" in dropped
        found = _verbs().get("ji" + stem) if verb.reflexive else _verbs().get(stem)
        if found is not None:
            yield [], found, "passive" in dropped
            return


def _with_object(type_id: int) -> Verb | None:
    """«serikali imezikana»: -zi- is what is denied; a reciprocal «wamezikana» would want several to do it."""
    readings = VOCABULARY.analyses(type_id)
    if readings[0].verb is None or "reciprocal" not in readings[0].verb.extensions:
        return None
    return next((reading.verb for reading in readings if reading.verb and _denied(reading.verb)), None)


def _denied(verb: Verb) -> bool:
    """A cue whose object is no place: «-pa-kana» is none."""
    return verb.object is not None and not verb.object.classes & {16, 17, 18} and verb.chain[0] in _verbs()


def _dropped(verb: Verb) -> list[set[str]]:
    """For each stem of the chain the extensions that were dropped to reach it."""
    count = len(verb.extensions)
    return [set(verb.extensions[count - n :]) if n else set() for n in range(len(verb.chain))]
