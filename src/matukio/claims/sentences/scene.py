"""One sentence with all that the rules for claims ask of it: its predicates, cues, quotations and times.

In «“Tumechoka,” alisema Moussa Jumanne» a quotation, the cue «alisema» and a time are known before any rule looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matukio.claims.sentences.cues import Cue, verb_cue
from matukio.claims.sentences.quotations import Piece
from matukio.frozen import quick_init
from matukio.record import Evidence, Time
from matukio.references import Discourse
from matukio.swahili import Clauses, NounPhrase, Oblique, Predicate, Text, category

FULL_STOPS: Final = frozenset(".?!…;:")
FINAL: Final = FULL_STOPS | frozenset(",-–—")
"""Marks that a content does not end in."""


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
    quoted_before: bool
    """The sentence before ends inside a quotation, or its closing mark stands at the head of this one."""
    lowers: list[str]
    """Every word of the text in small letters."""
    initials: str
    """The first character of every word of the text."""

    def lower(self, index: int) -> str:
        """The word in small letters, nothing past the end of the text."""
        lowers = self.lowers
        return lowers[index] if index < len(lowers) else ""

    def evidence(self, rule: str, first: int, last: int) -> Evidence:
        """That a rule saw the words first … last - 1."""
        return Evidence(rule, self.text.starts[first], self.text.ends[last - 1])

    def character(self, index: int) -> str:
        return self.initials[index]

    def is_mark(self, index: int) -> bool:
        return not self.initials[index].isalnum()

    def predicate_at(self, index: int) -> Predicate | None:
        """The predicate that begins at a word."""
        # A sentence has few of anything: to look at all takes less than a dictionary.
        for predicate in self.clauses.predicates:
            if predicate.first == index:
                return predicate
        return None

    def phrase_at(self, index: int) -> NounPhrase | None:
        for phrase in self.clauses.phrases:
            if phrase.first == index:
                return phrase
        return None

    def phrase_before(self, index: int) -> NounPhrase | None:
        """The phrase that ends where a word begins."""
        for phrase in self.clauses.phrases:
            if phrase.last == index:
                return phrase
        return None

    def oblique_at(self, index: int) -> Oblique | None:
        for oblique in self.clauses.obliques:
            if oblique.first == index:
                return oblique
        return None

    def predicates_in(self, first: int, last: int) -> Iterator[Predicate]:
        return (p for p in self.clauses.predicates if first <= p.first < last)

    def cue_at(self, index: int) -> Cue | None:
        for cue in self.cues:
            if cue.first == index:
                return cue
        return None

    def piece_at(self, index: int) -> Piece | None:
        """The quotation that begins at a word."""
        for piece in self.pieces:
            if piece.first == index:
                return piece
        return None

    def piece_over(self, index: int) -> Piece | None:
        """The quotation that a word stands in."""
        for piece in self.pieces:
            if piece.first <= index < piece.last:
                return piece
        return None


quick_init(Scene)


def scenes(discourse: Discourse, times: Sequence[Time], quoted: Sequence[Sequence[Piece]]) -> Iterator[Scene]:
    """Every sentence of the article as a scene."""
    text = discourse.text
    timed = frozenset(_words_of(text, times))
    lowers, initials = text.lowers, "".join([text.string[start] for start in text.starts])
    for clauses in discourse.clauses:
        sentence = clauses.sentence
        last = sentence.last
        while last > sentence.first and initials[last - 1] in FINAL:
            last -= 1
        cues = [cue for n, p in enumerate(clauses.predicates) if (cue := verb_cue(text, n, p, last)) is not None]
        found = tuple(_merged(text, cues, clauses)) if cues else ()
        before = quoted[sentence.index - 1] if sentence.index else ()
        quoted_before = bool(before) and before[-1].last >= sentence.first - 1
        yield Scene(
            discourse, text, clauses, sentence.index, sentence.first, last, tuple(quoted[sentence.index]), found, timed,
            quoted_before, lowers, initials,
        )  # fmt: skip


def _opens_report(text: Text, index: int) -> bool:
    """«ameendelea kuongeza kwamba», but «ametangaza kuongeza muda»."""
    return text.lowers[index] in ("kwamba", "kuwa", "kusema", ":", ",")


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
                row, skip = following.row, True
                if cue.row.lemma == "kataa" and row.lemma not in ADMITTED and tense == "infinitive":
                    continue  # «alikataa kusema kwamba …»: he did not say it
                if cue.row.lemma in REFUSING and row.lemma in ADMITTED:
                    row = replace(row, stance="deny")  # «amekataa kukubali kwamba alishindwa»
                yield replace(cue, row=row, last=following.last, passive=False)
                continue
        yield cue


REFUSING: Final = frozenset("kana kanusha kataa pinga".split())
ADMITTED: Final = frozenset("kiri kubali ungama".split())


def _words_of(text: Text, times: Sequence[Time]) -> Iterator[int]:
    for time in times:
        index = text.index_at(time.start)
        while index < len(text) and text.starts[index] < time.end:
            yield index
            index += 1


COPULAS: Final = frozenset(
    "ni si sio siyo ndio ndiyo ndiye ndicho ndilo ndizo ndivyo ndipo ndimo ndiko lazima hakuna kuna".split()
)
"""Words that make a clause without another verb."""


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether words can be a clause: a verb that is no relative, or a copula, stands in them."""
    for predicate in scene.clauses.predicates:
        if first <= predicate.first < last and predicate.outer.relative is None:
            return True
    return not COPULAS.isdisjoint(scene.lowers[first:last])


def quoted_share(scene: Scene, first: int, last: int) -> float:
    """The share of the words first … last - 1 that stand in quotation marks."""
    if not scene.pieces:
        return 0.0
    words = [i for i in range(first, last) if category(scene.text, i) != ","]
    inside = sum(scene.piece_over(i) is not None for i in words)
    return inside / len(words) if words else 0.0
