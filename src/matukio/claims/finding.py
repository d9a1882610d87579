"""Claims of an article: each place where it gives somebody else's words or position.

«Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.» holds two claims, the second answering the
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matukio.claims.according import Sourced, according_to, is_document, noun_with_clause
from matukio.claims.answers import answered, statement
from matukio.claims.contents import Content, content_of, predicate_of
from matukio.claims.cues import Cue
from matukio.claims.quotations import Piece, find_quotations, pieces
from matukio.claims.scene import Scene, quoted_share, scenes
from matukio.claims.speakers import MEMORY, Spoken, speakers_of
from matukio.claims.stances import Judged, stance_of
from matukio.record import Claim, Evidence, Party, Span, Time
from matukio.references import Discourse, Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(slots=True)
class Draft:
    """A claim before it has its number and its answer."""

    scene: Scene
    stance: str
    content: Content
    cue: Cue | None
    speakers: tuple[Party, ...]
    target: Party | None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        return self.scene.text.span(self.content.first, self.content.last)


def find_claims(discourse: Discourse, times: Sequence[Time]) -> tuple[Claim, ...]:
    """Every claim in the order of the text."""
    quoted = pieces(discourse.text, find_quotations(discourse.text))
    drafts: list[Draft] = []
    spoken: list[Spoken] = []
    all_scenes = list(scenes(discourse, times, quoted))
    for scene in all_scenes:
        drafts += _claims_in(scene, spoken)
    drafts += quoted_on(all_scenes, drafts)
    drafts.sort(key=lambda d: (d.scene.number, d.content.first, -d.content.last))
    return _numbered(_distinct(drafts))


def _claims_in(scene: Scene, spoken: list[Spoken]) -> Iterator[Draft]:
    """The claims of one sentence by their cues; whoever speaks is remembered for the next."""
    sources = list(according_to(scene))
    for cue in scene.cues:
        predicate = predicate_of(scene, cue)
        assert predicate is not None
        if not _tells(scene, cue, predicate):
            continue
        found = content_of(scene, cue)
        told = bool(spoken) and spoken[-1].sentence == scene.number
        if found is None or not (
            _stands(scene, cue, predicate, found[1], told) and _by_somebody(scene, cue, predicate, found[1])
        ):
            continue
        speakers = speakers_of(scene, cue, found[0], spoken)
        if cue.passive and not speakers.parties and (named := _source_of(sources, found[0])) is not None:
            # «anadaiwa kuiba …, kwa mujibu wa polisi»: one claim, of the police
            speakers = _source(scene, named.speaker)
            sources.remove(named)
        if scene.piece_over(cue.first) is None:
            agreement = predicate.outer.subject or (spoken[-1].agreement if spoken else None)
            spoken.append(Spoken(scene.number, speakers.parties, agreement))
        yield _draft(scene, cue, found[0], speakers, found[1])
    for sourced in [*sources, *noun_with_clause(scene)]:
        yield _draft(scene, sourced.cue, sourced.content, _source(scene, sourced.speaker), sourced.rule)


def _source_of(sources: Sequence[Sourced], content: Content) -> Sourced | None:
    """The source of the clause that a content ends."""
    return next((s for s in sources if s.content.first <= content.first and content.last == s.content.last), None)


UNTOLD = frozenset("future conditional counterfactual subjunctive imperative not-yet".split())
"""Tenses in which nothing has been said: atasema, angesema, aseme."""


def _tells(scene: Scene, cue: Cue, predicate: Predicate) -> bool:
    """Whether the verb tells that something was said, by somebody who is not the speaker of a quotation himself."""
    outer = predicate.outer
    if outer.negative or outer.tense in UNTOLD or (outer.subject is not None and outer.subject.person != 3):
        return False
    if cue.row.lemma == "uliza" and cue.passive:
        return False
    if cue.row.lemma == "taka" and outer.relative is not None and outer.tense == "general":
        return False  # «atakaye» is the future's relative
    subject = predicate.subjects[-1] if predicate.subjects else None
    if subject is None and predicate.subject_is_head:
        subject = predicate.relative_head
    if cue.row.speaker == "document":
        return subject is not None and is_document(scene, subject)
    piece = scene.piece_over(cue.first)
    if piece is not None and piece.last - piece.first > 8 and not (subject is not None and _known(scene, subject)):
        return False  # within a quotation only who is named reports
    return True


SAID = frozenset({
    "claim: clause after kwamba", "claim: quotation after its cue", "claim: quotation before its cue",
    "claim: clause before its cue",
})  # fmt: skip


def _by_somebody(scene: Scene, cue: Cue, predicate: Predicate, rule_name: str) -> bool:
    """Only somebody asks or blames: «hali hii inashinikiza mabadiliko» is no demand. With «kwamba» anything may speak."""
    if rule_name in SAID or cue.passive or not predicate.subjects:
        return True
    return _somebody(scene, predicate.subjects[-1])


def _known(scene: Scene, phrase: NounPhrase) -> bool:
    known = scene.discourse.describe(phrase.first, phrase.last)
    return known.sector is not None or known.country is not None


def _somebody(scene: Scene, phrase: NounPhrase) -> bool:
    known = scene.discourse.describe(phrase.first, phrase.last)
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    if known.sector is not None or known.country is not None or phrase.name or not phrase.classes:
        return True
    return any(r.animate or r.guess or r.upos != "NOUN" for r in readings) or is_document(scene, phrase)


SURE = frozenset({"claim: clause after kwamba", "claim: quotation after its cue"})
LOOSE = frozenset({"claim: nominal content", "claim: what something is called"})


def _stands(scene: Scene, cue: Cue, predicate: Predicate, rule_name: str, told: bool) -> bool:
    """An infinitive tells a claim with «kwamba» or a quotation, after «na» or a comma where a report or act is told
    before it, or with a subject of its own: «baada ya serikali kusema»."""
    if predicate.outer.tense != "infinitive" or rule_name in SURE:
        return True
    if rule_name == "claim: object and what is asked of it" and predicate.verb.object is not None:
        return True
    before = scene.lower(predicate.first - 1) if predicate.first > scene.first else ""
    if before in ("na", ",", "pia"):
        governor = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
        return told or (rule_name not in LOOSE and governor is not None and governor.outer.tense in ("past", "perfect"))
    if before == "ya" and rule_name == "claim: clause without kwamba":
        return True
    phrase = scene.phrase_before(predicate.first)
    return phrase is not None and any(o.phrase == phrase and o.sense != "na" for o in scene.clauses.obliques)


def _source(scene: Scene, phrase: NounPhrase | None) -> Resolved:
    return Resolved(()) if phrase is None else scene.discourse.resolve(phrase)


def _draft(scene: Scene, cue: Cue | None, content: Content, speakers: Resolved, rule_name: str) -> Draft:
    judged = stance_of(scene, cue, content, speakers.parties)
    span = scene.text.span(content.first, content.last)
    evidence = {"content": (Evidence(rule_name, span.start, span.end),), "speakers": speakers.evidence}
    if cue is not None and not judged.evidence:
        said = scene.text.span(cue.first, cue.last)
        judged = Judged(judged.stance, (Evidence(f"cue: {cue.row.lemma}", said.start, said.end),))
    evidence["stance"] = judged.evidence
    return Draft(
        scene, judged.stance, content, cue, speakers.parties, _target(scene, content, judged.stance),
        {key: value for key, value in evidence.items() if value},
    )  # fmt: skip


AIMED = frozenset("accuse demand warn praise condemn".split())


def _target(scene: Scene, content: Content, stance: str) -> Party | None:
    """Whom it is aimed at: the cue's object, else who the content speaks of, where that is somebody."""
    if stance not in AIMED:
        return None
    if content.target is not None:
        return next(iter(scene.discourse.resolve(content.target).parties), None)
    for predicate in scene.predicates_in(content.first, content.last):
        for phrase in predicate.subjects:
            if phrase.first >= content.first and (known := scene.discourse.resolve(phrase).parties) and known[0].sector:
                return known[0]
    return None


@rule(
    "claim: quotation goes on",
    "Waziri Asha Mushi alisema: “Tutajenga shule mpya. Wazazi watafurahi sana na watoto wao.”",
    never="Waziri Asha Mushi alisema: “Tutajenga shule mpya.” Wazazi wamefurahi sana.",
)
def quoted_on(every: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A quotation that no cue of its sentence introduces: its speaker is that of the part before, of «alisema Moussa»
    after it, or who spoke last."""
    told = sorted(drafts, key=lambda d: d.content.first)
    for scene in every:
        for piece in scene.pieces:
            if any(d.scene is scene and _covers(d, piece) for d in told) or not _by_itself(scene, piece):
                continue
            content = Content(piece.first, min(piece.last, scene.text.sentences[scene.number].last))
            draft = _draft(scene, None, content, _quoted_speaker(every, scene, piece, told), quoted_on.name)
            told.append(draft)
            yield draft


def _covers(draft: Draft, piece: Piece) -> bool:
    """Whether a claim whose cue stands outside the quotation holds it already."""
    if draft.cue is not None and piece.first <= draft.cue.first < piece.last:
        return False
    return draft.content.first < piece.last and piece.first < draft.content.last


def _by_itself(scene: Scene, piece: Piece) -> bool:
    """A quotation that is a statement: the next part of one, most of its sentence, or a long sentence of its own."""
    size = piece.last - piece.first
    if (piece.continues and size > 3) or (size > 5 and size >= 0.7 * (scene.last - scene.first)):
        return True
    return size > 8 and (not piece.quotation.closed or scene.character(piece.last - 2) in ".?!…,")


def _quoted_speaker(every: Sequence[Scene], scene: Scene, piece: Piece, told: Sequence[Draft]) -> Resolved:
    same = [
        d
        for d in told
        if piece.quotation.first <= d.content.first < piece.quotation.last and d.content.first < piece.first
    ]
    if same:
        return Resolved(same[-1].speakers)
    later = [d for d in told if piece.first < d.content.first < piece.quotation.last and d.cue is not None]
    if later:
        return Resolved(later[0].speakers)
    if (after := _named_after(every, scene)) is not None:
        return after
    before = [
        d for d in told if d.content.first < piece.first and scene.number - d.scene.number <= MEMORY and d.speakers
    ]
    if before:
        return Resolved(before[-1].speakers)
    return _actor_before(every, scene)


def _actor_before(every: Sequence[Scene], scene: Scene) -> Resolved:
    """Who acts in the sentence before: «Papa aliwahutubia waumini. “Amani iwe nanyi.”»"""
    if scene.number == 0:
        return Resolved(())
    previous = every[scene.number - 1]
    for predicate in previous.clauses.predicates:
        if predicate.outer.finite and predicate.outer.relative is None and predicate.outer.tense != "situational":
            found = scene.discourse.subject(previous.number, predicate)
            if found.parties:
                return found
    return Resolved(())


def _named_before(scene: Scene, piece: Piece) -> Resolved | None:
    """«Dkt. Ali: “Tumechoka.”»: a name and a colon."""
    if piece.first - 2 < scene.first or scene.character(piece.first - 1) != ":":
        return None
    last = piece.first - 1
    if last - scene.first > 8 or any(True for _ in scene.predicates_in(scene.first, last)):
        return None
    return Resolved((scene.discourse.party(scene.first, last),))


def _named_after(every: Sequence[Scene], scene: Scene) -> Resolved | None:
    """«…” alisema Moussa» at the head of one of the next sentences."""
    for following in every[scene.number + 1 : scene.number + 4]:
        first = following.first
        while first < following.last and following.is_mark(first):
            first += 1
        cue = following.cue_at(first)
        if cue is not None and "quote" in cue.row.frame and (phrase := following.phrase_at(cue.last)) is not None:
            return following.discourse.resolve(phrase)
        if following.piece_over(first) is None:
            return None
    return None


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Each content once: of two claims with the same words and speakers the first."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.content, other.content
    shared = min(a.last, b.last) - max(a.first, b.first)
    if shared <= 0:
        return False
    close = shared / (max(a.last, b.last) - min(a.first, b.first)) > 0.85
    return close and (one.speakers == other.speakers or not one.speakers or not other.speakers)


def _numbered(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The drafts as claims c1, c2, … with their answers."""
    statements = [statement(d.scene.text, d.stance, d.speakers, d.target, d.span) for d in drafts]
    made = []
    for position, draft in enumerate(drafts):
        cue = None if draft.cue is None else draft.scene.text.span(draft.cue.first, draft.cue.last)
        responds_to, evidence = None, draft.evidence
        if (found := answered(statements, position)) is not None:
            responds_to = f"c{found[0] + 1}"
            evidence = {**evidence, "responds_to": (found[1],)}
        made.append(
            Claim(
                f"c{position + 1}", draft.stance, _quote(draft), draft.speakers, cue, draft.span, draft.target,
                responds_to, None, evidence,
            )
        )  # fmt: skip
    return tuple(made)


def _quote(draft: Draft) -> str:
    """`direct` for words in quotation marks alone, `mixed` where some are."""
    share = quoted_share(draft.scene, draft.content.first, draft.content.last)
    return "indirect" if share == 0 else "direct" if share >= 0.95 else "mixed"
