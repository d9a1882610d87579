"""Claims of an article: each place where it gives somebody else's words or position.

«Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.» holds two claims, the second answering the
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from matukio.claims.answers import ANSWERING, answered, contradicted, denied_on
from matukio.claims.confidence import confidence
from matukio.claims.contents.finding import content_of
from matukio.claims.continued import headline, quoted_on
from matukio.claims.drafts import Draft, drafted
from matukio.claims.sentences.content import Content, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.quotations import find_quotations, pieces
from matukio.claims.sentences.scene import Scene, quoted_share, scenes
from matukio.claims.speakers.according import Sourced, according_to, author, is_authored, is_document, noun_with_clause
from matukio.claims.speakers.finding import speakers_of
from matukio.claims.speakers.memory import Spoken
from matukio.claims.speakers.telling import by_somebody, stands, tells
from matukio.claims.speakers.wholes import whole
from matukio.claims.stances.moods import negates
from matukio.claims.statements import Statement, statement
from matukio.record import Claim, Evidence, Time
from matukio.references import Discourse, Resolved
from matukio.swahili import Agreement, NounPhrase, Predicate, category


def find_claims(discourse: Discourse, times: Sequence[Time]) -> tuple[Claim, ...]:
    """Every claim in the order of the text."""
    quoted = pieces(discourse.text, find_quotations(discourse.text))
    drafts: list[Draft] = []
    spoken: list[Spoken] = []
    all_scenes = list(scenes(discourse, times, quoted))
    if all_scenes and (title := headline(all_scenes[0])) is not None:
        drafts.append(title)
    for scene in all_scenes:
        drafts += _claims_in(scene, spoken)
    drafts += quoted_on(all_scenes, drafts)
    worded = [d for d in drafts if not all(map(d.scene.is_mark, range(d.content.first, d.content.last)))]
    return _numbered(_distinct(_in_order(worded)))


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """By their place in the text, the outer before the inner; but what is denied in the same words comes before its
    denial: in «imekanusha ripoti kwamba mgodi umefungwa» the report was there first."""
    answers = [d for d in drafts if d.stance in ANSWERING]

    def place(draft: Draft) -> tuple[int, int, bool, int]:
        first, last = draft.content.first, draft.content.last
        for answer in answers:
            outer = answer.content
            if answer is not draft and answer.scene is draft.scene and outer.first <= first and last <= outer.last:
                return draft.scene.number, outer.first, False, -last
        return draft.scene.number, first, True, -last

    return sorted(drafts, key=place)


def _claims_in(scene: Scene, spoken: list[Spoken]) -> Iterator[Draft]:
    """The claims of one sentence by their cues; whoever speaks is remembered for the next."""
    sources = list(according_to(scene))
    opened: dict[int, Agreement | None] = {}
    said: list[Content] = []
    for cue in scene.cues:
        predicate = predicate_of(scene, cue)
        assert predicate is not None
        if not tells(scene, cue, predicate):
            continue
        if _performs(scene, predicate, opened):
            continue
        found = content_of(scene, cue)
        _hear(scene, sources, cue, spoken)
        told = bool(spoken) and spoken[-1].sentence == scene.number
        if found is None or not (
            stands(scene, cue, predicate, found[1], told) and by_somebody(scene, cue, predicate, found[1])
        ):
            continue
        speakers = speakers_of(scene, cue, found[0], spoken)
        if not speakers.parties and _is_unsaid(scene, cue, predicate):
            continue
        if cue.passive and not speakers.parties and (named := _source_of(sources, found[0])) is not None:
            # «anadaiwa kuiba …, kwa mujibu wa polisi»: one claim, of the police
            speakers = _source(scene, named.speaker)
            sources.remove(named)
        opened[found[0].first] = predicate.outer.subject
        if scene.piece_over(cue.first) is None:
            agreement = _agreement(scene, predicate) or (spoken[-1].agreement if spoken else None)
            heard = Spoken(scene.number, speakers.parties, agreement)
            within = any(c.first < cue.first < c.last for c in said) and not speakers.evidence
            spoken.insert(len(spoken) - within, heard)  # who is only reported to have spoken is not the last speaker
        said.append(found[0])
        yield drafted(scene, cue, found[0], speakers, found[1])
    for sourced in [*sources, *noun_with_clause(scene)]:
        yield drafted(scene, sourced.cue, sourced.content, _source(scene, sourced.speaker), sourced.rule)


def _agreement(scene: Scene, predicate: Predicate) -> Agreement | None:
    """How a verb agrees with who speaks: an infinitive after «na» as the verb it is joined to, «alirejea na kuwaambia»;
    «kusema» in «baada ya waziri kusema» as no verb."""
    joined = predicate.first > scene.first and scene.lower(predicate.first - 1) in ("na", "pia", ",")
    if predicate.outer.tense != "infinitive" or predicate.governor is None or not joined:
        return predicate.outer.subject
    return _agreement(scene, scene.clauses.predicates[predicate.governor])


def _is_unsaid(scene: Scene, cue: Cue, predicate: Predicate) -> bool:
    """«juhudi za kubaini kwamba …», «si juu yangu kuhitimisha kuwa …»: nobody has said it."""
    before = predicate.first - 1
    if cue.passive or cue.row.stance != "say" or predicate.outer.tense != "infinitive" or before < 1:
        return False
    return category(scene.text, before) in "CD" and scene.text.lowers[before - 1] not in BESIDES


BESIDES: Final = frozenset("baada badala bila kabla licha mbali".split())
"""«licha ya kusema kwamba …, waziri alikubali»: he did say it."""


def _hear(scene: Scene, sources: Sequence[Sourced], cue: Cue, spoken: list[Spoken]) -> None:
    """Remember the source named before a cue: «kwa mujibu wa wizara watu wawili wamefariki, ikiongeza …»."""
    before = [s for s in sources if s.cue.first < cue.first and s.speaker is not None]
    if not before or (spoken and spoken[-1].sentence == scene.number):
        return
    phrase = before[-1].speaker
    assert phrase is not None
    source = _source(scene, phrase)
    body = any(party.sector is not None for party in source.parties)
    classes = phrase.classes | (BODILY if body else frozenset())
    spoken.append(Spoken(scene.number, source.parties, Agreement("", 3, classes)))


BODILY: Final = frozenset({2, 5, 9})
"""Classes that a verb takes for a body of people: polisi imesema, wamesema."""


def _performs(scene: Scene, predicate: Predicate, opened: Mapping[int, Agreement | None]) -> bool:
    """«alisema anaishukuru Japan»: the thanks are what was said, not one more report."""
    own, told = predicate.outer.subject, opened.get(predicate.first)
    return own is not None and told is not None and own.classes == told.classes


def _source_of(sources: Sequence[Sourced], content: Content) -> Sourced | None:
    """The source of the clause that a content ends."""
    return next((s for s in sources if s.content.first <= content.first and content.last == s.content.last), None)


def _source(scene: Scene, phrase: NounPhrase | None) -> Resolved:
    if phrase is None:
        return Resolved(())
    if is_authored(scene, phrase) and (issuer := author(scene, phrase)) is not None:
        return whole(scene, issuer) or scene.discourse.resolve(issuer)
    if is_document(scene, phrase):
        return Resolved((scene.discourse.party(phrase.first, phrase.last),))  # «chanzo hicho» is no body named before
    return whole(scene, phrase) or scene.discourse.resolve(phrase)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Each content once: of two claims with the same words and speakers the first, or the one whose
    speaker is told."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((n for n, other in enumerate(kept) if _same(draft, other)), None)
        if same is None:
            kept.append(draft)
        elif draft.speakers and not kept[same].speakers:
            kept[same] = draft
    return kept


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.content, other.content
    shared = min(a.last, b.last) - max(a.first, b.first)
    if shared <= 0 or (one.stance in ANSWERING) != (other.stance in ANSWERING):
        return False
    close = shared / (max(a.last, b.last) - min(a.first, b.first)) > 0.85
    return close and (one.speakers == other.speakers or not one.speakers or not other.speakers)


def _numbered(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The drafts as claims c1, c2, … with their answers."""
    statements = _statements(drafts)
    made: list[partial[Claim]] = []
    for position, draft in enumerate(drafts):
        cue = None if draft.cue is None else draft.scene.text.span(draft.cue.first, draft.cue.last)
        responds_to, evidence = None, draft.evidence
        found: tuple[int | None, Evidence] | None = None
        if position < len(statements):
            if _merely_says(draft) and statements[position].negates:
                found = contradicted(statements, position) or denied_on(statements, position)
            if found is not None:
                draft.stance, draft.target = "deny", None
                statements[position] = _statement(draft)
                evidence = {**evidence, "stance": (found[1],)}
            found = found or answered(statements, position)
        if found is not None and found[0] is not None:
            responds_to = f"c{found[0] + 1}"
            evidence = {**evidence, "responds_to": (found[1],)}
        claim = partial(
            Claim, f"c{position + 1}", draft.stance, _quote(draft), draft.speakers, cue, draft.span, draft.target,
            responds_to, evidence=evidence,
        )  # fmt: skip
        made.append(claim)
    unsure = [claim() for claim in made]
    return tuple(
        claim(confidence=confidence(unsure[n], unsure[max(0, n - BESIDE) : n + BESIDE + 1]))
        for n, claim in enumerate(made)
    )


BESIDE: Final = 3
"""Claims before and after one that can stand inside it or around it."""


def _statements(drafts: Sequence[Draft]) -> list[Statement]:
    """The drafts as statements, up to the last that can answer another."""
    for last in range(len(drafts), 0, -1):
        draft = drafts[last - 1]
        if draft.stance in ANSWERING or _merely_says(draft) and negates(draft.scene, draft.content):
            return [_statement(each) for each in drafts[:last]]
    return []


def _statement(draft: Draft) -> Statement:
    lemma = "" if draft.cue is None else draft.cue.row.lemma
    admits = lemma in ADMITTING or lemma == CLAIMING and draft.stance == "confirm"
    return statement(
        draft.scene.text, draft.stance, draft.speakers, draft.target, draft.span, admits,
        negates(draft.scene, draft.content),
    )  # fmt: skip


def _merely_says(draft: Draft) -> bool:
    return draft.stance == "say" and (draft.cue is None or draft.cue.row.bare)


ADMITTING: Final = frozenset({"kiri", "ungama"})
CLAIMING: Final = "dai"
"""«limedai kuhusika na shambulizi hilo» owns up as well."""


def _quote(draft: Draft) -> str:
    """`direct` for words in quotation marks alone, `mixed` where some are."""
    share = quoted_share(draft.scene, draft.content.first, draft.content.last)
    return "indirect" if share == 0 else "direct" if share >= 0.95 else "mixed"
