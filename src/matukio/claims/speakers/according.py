"""Sources named by a preposition or a noun: «kwa mujibu wa polisi», «madai ya upinzani kwamba kura ziliibwa»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from matukio.claims.sentences.boundaries import after_kwamba, clause_start, past_adjuncts, past_marks
from matukio.claims.sentences.content import Content
from matukio.claims.sentences.cues import Cue, CueRow, nouns, prepositions
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.claims.speakers.wholes import whole_end
from matukio.frozen import quick_init
from matukio.rules import rule
from matukio.swahili import NounPhrase, phrase_at
from matukio.swahili.vocabulary import VOCABULARY, ByForm
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Document:
    """A row of documents.tsv: something that is read and so can be a source; its author speaks if `authored`."""

    lemma: str
    gloss: str
    authored: bool = False


@dataclass(frozen=True, slots=True)
class Sourced:
    """A content with the words of its source, first … last - 1."""

    cue: Cue
    content: Content
    speaker: NounPhrase | None
    rule: str


quick_init(Sourced)


@cache
def documents() -> dict[str, Document]:
    """Lemma → row of what can be read: katiba, ripoti, takwimu."""
    return {row.lemma: row for row in read_table(files(__package__) / "documents.tsv", Document)}


def is_document(scene: Scene, phrase: NounPhrase) -> bool:
    return _document(scene, phrase) is not None


def is_authored(scene: Scene, phrase: NounPhrase) -> bool:
    """«taarifa ya polisi», «barua yake»: whose words it holds is who speaks."""
    row = _document(scene, phrase)
    return row is not None and row.authored


def _document(scene: Scene, phrase: NounPhrase) -> Document | None:
    known = documents()
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    return next((known[r.lemma] for r in readings if r.lemma in known), known.get(scene.lower(phrase.head)))


@rule(
    "claim: according to",
    "Kwa mujibu wa polisi, watu wawili wamekamatwa.",
    "Watu wawili wamekamatwa, kulingana na polisi.",
    never="Watu walipangwa kulingana na umri wao.",
)
def according_to(scene: Scene) -> Iterator[Sourced]:
    """The clause before «kwa mujibu wa X», or after it where X opens the sentence or its part before holds no verb."""
    types = scene.text.types
    for index in range(scene.first, scene.last):
        options = OPENED[types[index]]
        if not options:
            continue
        cue = _preposition(scene, index, options)
        if cue is None or cue.last >= scene.last:
            continue
        phrase = scene.phrase_at(cue.last) or phrase_at(scene.text, cue.last, scene.last)
        phrase = phrase and _without_subject(scene, phrase)
        parted = index == scene.first or scene.character(index - 1) == ","
        if phrase is None or not (parted or _can_speak(scene, phrase)):
            continue
        after = _past_source(scene, phrase)
        if (end := whole_end(scene, phrase)) >= after:
            after = past_marks(scene, end)  # «kwa mujibu wa meya wa mji huo, Asha Mushi, …»
        begin, end = clause_start(scene, index), index
        if index > scene.first and scene.character(index).isupper() and scene.character(index - 1).isalnum():
            begin = index  # «… kifo Kulingana na polisi, …»: a sentence begins where no stop parts it
        while end > begin and scene.is_mark(end - 1) and scene.piece_over(end - 1) is None:
            end -= 1
        if has_verb(scene, begin, end) and not _opens_clause(scene, end - 1):
            if end == index and _is_norm(scene, phrase):
                continue  # «itatatua kesi kulingana na sheria» tells how, not who says so
            content = Content(begin, end)
        elif has_verb(scene, after, scene.last):
            content = Content(after, content_end(scene, cue, after))
        else:
            continue
        issuer = author(scene, phrase) if is_authored(scene, phrase) else None
        speaker = issuer or replace(phrase, last=_trimmed(phrase, _past_source(scene, phrase)))
        yield Sourced(cue, content, speaker, according_to.name)


Options = list[tuple[list[str], CueRow]]
"""The words of prepositions with their rows."""


class _Opened(ByForm[Options]):
    """The prepositions that a word type opens: none with most."""

    def tell(self, type_id: int) -> Options:
        return _openings().get(VOCABULARY.lowers[type_id], _NONE)


_NONE: Final[Options] = []
OPENED: Final = _Opened()


@cache
def _openings() -> dict[str, Options]:
    """First word → the prepositions that it opens."""
    found: dict[str, Options] = {}
    for preposition, row in prepositions().items():
        words = preposition.split()
        found.setdefault(words[0], []).append((words, row))
    return found


def _preposition(scene: Scene, index: int, options: Options) -> Cue | None:
    for words, row in options:
        last = index + len(words)
        if last <= scene.last and scene.lowers[index:last] == words:
            return Cue(row, index, last)
    return None


NORMS: Final = frozenset("sheria katiba mpango mkataba makubaliano azimio".split())


def _is_norm(scene: Scene, phrase: NounPhrase) -> bool:
    return scene.lower(phrase.head) in NORMS


def _opens_clause(scene: Scene, index: int) -> bool:
    """«ambayo kwa mujibu wa sheria …», «na kwamba kwa mujibu wa polisi …»."""
    return scene.lower(index).startswith("amba") or scene.lower(index) in ("kwamba", "kuwa", "na", "lakini", "huku")


def _can_speak(scene: Scene, phrase: NounPhrase) -> bool:
    """Somebody, or something that is read; «kulingana na umri» names no source."""
    known = scene.discourse.describe(phrase.first, phrase.last)
    if known.sector is not None or known.country is not None or is_document(scene, phrase):
        return True
    if scene.discourse.names_in(phrase.first, phrase.last):
        return True
    return any(reading.animate for reading in VOCABULARY.analyses(scene.text.types[phrase.head]))


def _past_source(scene: Scene, phrase: NounPhrase) -> int:
    """Where the words after the source begin: past its relative clause, up to a comma that comes soon."""
    predicate = scene.predicate_at(phrase.last)
    relative = (
        predicate is not None
        and predicate.outer.relative is not None
        or phrase.last < scene.last
        and scene.lower(phrase.last).startswith("amba")
    )
    for index in range(phrase.last, min(phrase.last + (14 if relative else 8), scene.last)):
        if scene.character(index) == "," and index + 1 not in scene.times:
            return past_marks(scene, index)
        own = scene.predicate_at(index)
        if own is not None and own.outer.relative is None and not relative:
            break
    issuer = author(scene, phrase) if relative else None
    return phrase.last if issuer is None else issuer.last


def _without_subject(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«kwa mujibu wa Reuters, waziri alisema»: what stands between the comma and a verb is the verb's subject."""
    commas = [i for i in range(phrase.first, phrase.last) if scene.character(i) == ","]
    told = scene.predicate_at(phrase.last) if commas else None
    if told is None or not told.outer.finite or told.outer.relative is not None or scene.cue_at(told.first) is None:
        return phrase
    return phrase_at(scene.text, phrase.first, commas[-1]) or phrase


def _trimmed(phrase: NounPhrase, after: int) -> int:
    return max(phrase.last, after - 1) if after > phrase.last else phrase.last


@rule(
    "claim: noun with kwamba",
    "Polisi wanachunguza madai ya upinzani kwamba kura ziliibwa.",
    "Serikali ilijadili wito wa upinzani wa kusitisha mapigano.",
    never="Polisi wanachunguza madai hayo.",
)
def noun_with_clause(scene: Scene) -> Iterator[Sourced]:
    """madai kwamba …, kauli ya X kuwa …, wito wa X wa kufanya …: the speaker is who the noun belongs to."""
    types = scene.text.types
    for phrase in scene.clauses.phrases:
        rows = NOUNS[types[phrase.head]]
        if not rows:
            continue
        row = rows[0]
        cue = Cue(row, phrase.head, phrase.head + 1)
        holder = owner(scene, phrase)
        if holder is None and not _answered(scene, phrase):
            continue  # «tuhuma kwamba …» of nobody in particular
        at = phrase.last
        if at < scene.last and scene.lower(at) in ("ya", "wa", "la", "za"):
            at += 1
        if scene.lower(at) == "kuwa" and scene.lower(at + 1) == "ni" and scene.lower(at - 1) in POINTING:
            continue  # «amepuuzilia mbali madai hayo kuwa ni ya uongo»
        if at < scene.last and scene.lower(at) in ("kwamba", "kuwa"):
            first = after_kwamba(scene, at - (scene.lower(at - 1) == "ya"))
            if first is not None and first < scene.last:
                yield Sourced(cue, Content(first, content_end(scene, cue, first)), holder, noun_with_clause.name)
        elif "nominal" in row.frame and holder is not None:
            asked = next((p for p in scene.predicates_in(holder.first, phrase.last + 2)), None)
            if asked is not None and asked.outer.tense == "infinitive":
                content = Content(asked.first, content_end(scene, cue, asked.first, short=True))
                yield Sourced(cue, content, holder, noun_with_clause.name)


POINTING: Final = frozenset("hayo haya hizo hizi hiyo hii hilo hili".split())


class Nouns(ByForm[tuple[CueRow, ...]]):
    """The row of the noun for somebody's words that a word type is; none for most."""

    def tell(self, type_id: int) -> tuple[CueRow, ...]:
        known = nouns()
        named = [known[reading.lemma] for reading in VOCABULARY.analyses(type_id) if reading.lemma in known]
        found = named[0] if named else known.get(VOCABULARY.lowers[type_id])
        return () if found is None else (found,)


NOUNS: Final = Nouns()


def _answered(scene: Scene, phrase: NounPhrase) -> bool:
    """«imekanusha ripoti kwamba …»: a report that somebody denies or confirms is a claim, whosever it is."""
    at = phrase.first - (scene.lower(phrase.first - 1) in BESIDE)
    cue = next((c for c in scene.cues if c.last == at), None)
    return cue is not None and cue.row.stance in ("deny", "confirm")


BESIDE: Final = frozenset("mbali vikali pia".split())
"""Adverbs of denying: «amepuuzilia mbali madai kwamba …»."""


def author(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """Whose words something holds: «taarifa kutoka ofisi ya rais», «barua ya polisi», «taarifa iliyotolewa Ijumaa na
    chama hicho»."""
    if phrase.last < scene.last and scene.lower(phrase.last) == "kutoka":
        return scene.phrase_at(phrase.last + 1 + (scene.lower(phrase.last + 1) == "kwa"))
    if (holder := owner(scene, phrase)) is not None:
        return holder
    issued = scene.predicate_at(phrase.last)
    if issued is None or issued.outer.relative is None or not issued.verb.passive:
        return None
    agent = scene.oblique_at(past_adjuncts(scene, issued.last, phrases=False))
    return agent.phrase if agent is not None and agent.preposition == "na" else None


OWNING: Final = frozenset("ya wa la za cha vya kutoka".split())


def owner(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """The party in «madai ya upinzani»."""
    for index in range(phrase.head + 1, phrase.last - 1):
        if scene.lower(index) not in OWNING:
            continue
        holder = phrase_at(scene.text, index + 1, phrase.last)
        known = None if holder is None else scene.discourse.describe(holder.first, holder.last)
        if known is not None and (known.sector is not None or known.country is not None):
            return holder
    return None
