"""One sentence with all that the rules for claims ask of it: its predicates, cues, quotations and times.

In «“Tumechoka,” alisema Moussa Jumanne» a quotation, the cue «alisema» and a time are known before any rule looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from matukio.claims.cues import Cue, verb_cue
from matukio.claims.quotations import Piece
from matukio.frozen import quick_init
from matukio.record import Time
from matukio.references import Discourse
from matukio.swahili import Clauses, NounPhrase, Oblique, Predicate, Text, category
from matukio.swahili.vocabulary import VOCABULARY

FULL_STOPS = frozenset(".?!…;:")


@dataclass(slots=True)
class _Beginning:
    """What begins at a word."""

    predicate: Predicate | None = None
    phrase: NounPhrase | None = None
    oblique: Oblique | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Sentence `number` of the discourse; words first … last - 1, of which the final stop is `last` itself."""

    discourse: Discourse
    text: Text
    clauses: Clauses
    number: int
    first: int
    last: int
    pieces: tuple[Piece, ...]
    cues: tuple[Cue, ...]
    times: frozenset[int]
    """Words that belong to a time expression."""
    quoted_before: bool = False
    """The sentence before ends inside a quotation, or its closing mark stands at the head of this one."""
    starts: Mapping[int, _Beginning] = field(default_factory=dict)
    """What begins at each word."""
    ends: Mapping[int, NounPhrase] = field(default_factory=dict)
    """The phrase that ends before each word."""

    def lower(self, index: int) -> str:
        """The word in small letters, nothing past the end of the text."""
        types = self.text.types
        return VOCABULARY.lowers[types[index]] if index < len(types) else ""

    def character(self, index: int) -> str:
        return self.text.string[self.text.starts[index]]

    def is_mark(self, index: int) -> bool:
        return not self.character(index).isalnum()

    def predicate_at(self, index: int) -> Predicate | None:
        """The predicate that begins at a word."""
        return None if (begun := self.starts.get(index)) is None else begun.predicate

    def phrase_at(self, index: int) -> NounPhrase | None:
        return None if (begun := self.starts.get(index)) is None else begun.phrase

    def phrase_before(self, index: int) -> NounPhrase | None:
        """The phrase that ends where a word begins."""
        return self.ends.get(index)

    def oblique_at(self, index: int) -> Oblique | None:
        return None if (begun := self.starts.get(index)) is None else begun.oblique

    def predicates_in(self, first: int, last: int) -> Iterator[Predicate]:
        return (p for p in self.clauses.predicates if first <= p.first < last)

    def cue_at(self, index: int) -> Cue | None:
        return next((cue for cue in self.cues if cue.first == index), None)

    def piece_at(self, index: int) -> Piece | None:
        """The quotation that begins at a word."""
        return next((piece for piece in self.pieces if piece.first == index), None)

    def piece_over(self, index: int) -> Piece | None:
        """The quotation that a word stands in."""
        return next((piece for piece in self.pieces if piece.first <= index < piece.last), None)


quick_init(Scene)


def scenes(discourse: Discourse, times: Sequence[Time], quoted: Sequence[Sequence[Piece]]) -> Iterator[Scene]:
    """Every sentence of the article as a scene."""
    text = discourse.text
    timed = frozenset(_words_of(text, times))
    for sentence, clauses in zip(text.sentences, discourse.clauses, strict=True):
        last = sentence.last
        while last > sentence.first and _final(text, last - 1):
            last -= 1
        cues = [verb_cue(text, n, p, last) for n, p in enumerate(clauses.predicates)]
        found = tuple(_merged(text, [cue for cue in cues if cue is not None], clauses))
        before = quoted[sentence.index - 1] if sentence.index else ()
        quoted_before = bool(before) and before[-1].last >= sentence.first - 1
        yield Scene(
            discourse, text, clauses, sentence.index, sentence.first, last, tuple(quoted[sentence.index]), found, timed,
            quoted_before, _beginnings(clauses), {phrase.last: phrase for phrase in reversed(clauses.phrases)},
        )  # fmt: skip


def _beginnings(clauses: Clauses) -> dict[int, _Beginning]:
    """Word → the predicate, phrase and prepositional phrase that begin with it; of several the first."""
    found: dict[int, _Beginning] = {}
    for predicate in clauses.predicates:
        found.setdefault(predicate.first, _Beginning()).predicate = predicate
    for phrase in clauses.phrases:
        begun = found.setdefault(phrase.first, _Beginning())
        begun.phrase = begun.phrase or phrase
    for oblique in clauses.obliques:
        begun = found.setdefault(oblique.first, _Beginning())
        begun.oblique = begun.oblique or oblique
    return found


def _opens_report(text: Text, index: int) -> bool:
    """«ameendelea kuongeza kwamba», but «ametangaza kuongeza muda»."""
    return VOCABULARY.lowers[text.types[index]] in ("kwamba", "kuwa", "kusema", ":", ",")


def _merged(text: Text, cues: list[Cue], clauses: Clauses) -> Iterator[Cue]:
    """«ameongeza kusema», «alinukuliwa akisema» are one cue, with the first verb's subject and the second's frame."""
    skip = False
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if following is not None and following.first == cue.last and following.predicate is not None:
            tense = clauses.predicates[following.predicate].outer.tense
            adds = following.row.lemma != "ongeza" or following.last < len(text) and _opens_report(text, following.last)
            if tense in ("infinitive", "situational") and "clause" in following.row.frame and adds:
                row = following.row
                if cue.row.lemma in REFUSING and row.lemma in ADMITTED:
                    row = replace(row, stance="deny")  # «amekataa kukubali kwamba alishindwa»
                yield replace(cue, row=row, last=following.last, passive=False)
                skip = True
                continue
        yield cue


REFUSING = frozenset("kana kanusha kataa pinga".split())
ADMITTED = frozenset("kiri kubali ungama".split())


def _final(text: Text, index: int) -> bool:
    """A stop at the end, or a mark of quotation that stands behind one: what a content does not end in."""
    character = text.string[text.starts[index]]
    return character in FULL_STOPS or character in ",-–—"


def _words_of(text: Text, times: Sequence[Time]) -> Iterator[int]:
    for time in times:
        index = text.index_at(time.start)
        while index < len(text) and text.starts[index] < time.end:
            yield index
            index += 1


COPULAS = frozenset(
    "ni si sio siyo ndio ndiyo ndiye ndicho ndilo ndizo ndivyo ndipo ndimo ndiko lazima hakuna kuna".split()
)
"""Words that make a clause without another verb."""


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether words can be a clause: a verb that is no relative, or a copula, stands in them."""
    if any(scene.lower(i) in COPULAS for i in range(first, last)):
        return True
    return any(p.outer.relative is None for p in scene.predicates_in(first, last))


def quoted_share(scene: Scene, first: int, last: int) -> float:
    """The share of the words first … last - 1 that stand in quotation marks."""
    words = [i for i in range(first, last) if category(scene.text, i) != ","]
    inside = sum(scene.piece_over(i) is not None for i in words)
    return inside / len(words) if words else 0.0
