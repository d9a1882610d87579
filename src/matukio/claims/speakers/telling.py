"""Whether a cue tells that something was said: «alisema» does, «atasema» and «hakusema» do not."""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.according import is_document
from matukio.claims.speakers.somebody import is_somebody
from matukio.claims.speakers.subjects import nearest_subjects
from matukio.swahili import NounPhrase, Predicate, category
from matukio.swahili.connectives import CONNECTIVES

UNTOLD: Final = frozenset("future conditional counterfactual subjunctive imperative not-yet".split())
"""Tenses in which nothing has been said: atasema, angesema, aseme."""


PLACES: Final = frozenset({16, 17, 18})


SUPPOSING: Final = frozenset("ikiwa iwapo endapo".split())
NOBODY: Final = frozenset({"hakuna", "hapana"})


def tells(scene: Scene, cue: Cue, predicate: Predicate) -> bool:
    """Whether the verb tells that something was said, by somebody who is not the speaker of a quotation himself."""
    outer = predicate.outer
    if (
        outer.negative
        or predicate.verb.negative
        or outer.tense in UNTOLD
        or (outer.subject is not None and outer.subject.person != 3)
    ):
        return False
    if _supposed(scene, predicate):
        return False
    if cue.row.lemma == "endelea" and outer.relative is not None:
        return False  # «jinsi ndege hao walivyokuwa wakiendelea»
    if cue.row.lemma.startswith("wa na ") and outer.subject is not None and outer.subject.classes & PLACES:
        return False  # «kuna hofu kwamba …» is nobody's
    if cue.row.lemma in ("uliza", "tarajia") and cue.passive:
        return False  # «alipoulizwa», «anatarajiwa»
    if cue.row.lemma == "ita" and cue.passive and outer.relative is not None and outer.relative.classes & {1, 2}:
        return False  # «mwanamke anayeitwa “Mama Taa”»
    if outer.tense == "general" and cue.first > scene.first and scene.lower(cue.first - 1) in CONNECTIVES:
        return False  # «idadi ya waomba hifadhi» are those who ask for it
    marked = predicate.verb.object
    if cue.row.lemma == "pendekeza" and marked is not None and marked.classes & {1, 2}:
        return False  # «kimempendekeza Asha kuwa mgombea»
    if cue.row.lemma == "pinga" and "reciprocal" in predicate.verb.extensions:
        return False  # «wanapingana na wagombea wengine»
    if outer.relative is not None and cue.first > scene.first and scene.lower(cue.first - 1) in NOBODY:
        return False  # «hakuna aliyedai kuhusika»
    if cue.row.lemma == "taka" and outer.relative is not None and outer.tense == "general":
        return False  # «atakaye» is the future's relative
    subject = predicate.subjects[-1] if predicate.subjects else None
    if subject is None and predicate.subject_is_head:
        subject = predicate.relative_head
    beside = subject is not None and subject.last + 1 >= predicate.first  # not «hakuna mtu …, akielezea»
    if beside and subject is not None and subject.first > scene.first and scene.lower(subject.first - 1) in NOBODY:
        return False  # «hakuna kundi lililodai kuhusika»
    if cue.row.speaker == "document":
        if subject is None:
            before = [p for p in scene.clauses.phrases if p.last <= predicate.first]
            return any(is_document(scene, phrase) for phrase in before)
        return subject is not None and is_document(scene, subject)
    if subject is not None and _unearthly(scene, subject, predicate):
        return False
    piece = scene.piece_over(cue.first)
    if piece is None or piece.last - piece.first <= 4:
        return True
    return subject is not None and _known(scene, subject)  # within a quotation only who is named reports


def _supposed(scene: Scene, predicate: Predicate) -> bool:
    """«ikiwa mtu anahisi kwamba …»: what is only supposed to be said; «ikiwa ni pamoja na» supposes nothing."""
    if predicate.outer.tense in ("past", "perfect"):
        return False  # «ikiwa rais alitangaza kwamba …, kwa nini …»
    for index in range(predicate.first - 1, max(scene.first, predicate.first - SUPPOSED) - 1, -1):
        if scene.lower(index) in SUPPOSING:
            return scene.lower(index + 1) not in ("ni", "pamoja", "na")
        other = scene.predicate_at(index)
        if scene.is_mark(index) or (other is not None and other.outer.finite and other.outer.relative is None):
            return False
    return False


SUPPOSED: Final = 8
"""Words of a subject that may stand between «ikiwa» and its verb."""


def _unearthly(scene: Scene, subject: NounPhrase, predicate: Predicate) -> bool:
    """«Mungu alimwambia ajenge kanisa», but «“Ninamshukuru Mungu,” alisema»: God, unless a comma or a mark of quotation
    parts him from the verb."""
    apart = any(scene.character(i) == "," for i in range(subject.last, predicate.first))
    same = scene.piece_over(subject.first) is scene.piece_over(predicate.first)
    return scene.lower(subject.head) in UNEARTHLY and subject.last <= predicate.first and same and not apart


UNEARTHLY: Final = frozenset("mungu mwenyezi allah shetani mashetani".split())
"""Who speaks in beliefs, not in the news."""
SAID: Final = frozenset({
    "claim: clause after kwamba", "claim: quotation after its cue", "claim: quotation before its cue",
    "claim: clause before its cue",
})  # fmt: skip


def by_somebody(scene: Scene, cue: Cue, predicate: Predicate, rule_name: str) -> bool:
    """Only somebody asks or blames: hali hii inashinikiza mabadiliko is none. With kwamba anything may speak."""
    if rule_name in SAID or cue.passive or cue.row.speaker == "none" or not predicate.subjects:
        return True
    found = nearest_subjects(scene, predicate)
    return not found or is_somebody(scene, found[-1])


def _known(scene: Scene, phrase: NounPhrase) -> bool:
    known = scene.discourse.describe(phrase.first, phrase.last)
    return known.sector is not None or known.country is not None


SURE: Final = frozenset({"claim: clause after kwamba", "claim: quotation after its cue"})


RESUMING: Final = frozenset("rejea endelea jitokeza tokeza lazimika anza wahi".split())
"""Verbs that leave the one after them to tell what is done: amerejea kukanusha."""
LOOSE: Final = frozenset({"claim: nominal content", "claim: what something is called"})


def stands(scene: Scene, cue: Cue, predicate: Predicate, rule_name: str, told: bool) -> bool:
    """An infinitive tells a claim with «kwamba» or a quotation, after «na» or a comma where a report or act is told
    before it, or with a subject of its own: «baada ya serikali kusema»."""
    if predicate.outer.tense != "infinitive":
        return True
    if _judged(scene, predicate) or _undone(scene, cue, predicate):
        return False
    if rule_name in SURE:
        return True
    if rule_name == "claim: object and what is asked of it" and predicate.verb.object is not None:
        return True
    before = scene.lower(predicate.first - 1) if predicate.first > scene.first else ""
    if before in ("na", ",", "pia"):
        governor = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
        if governor is not None and governor.last == predicate.first - 1 and governor.verb.chain[0] in RESUMING:
            return not governor.outer.negative  # «wamejitokeza na kuthibitisha»
        meant = rule_name not in LOOSE or predicate.verb.object is not None  # «walifika na kuisifu Uturuki»
        return told or (meant and governor is not None and governor.outer.tense in ("past", "perfect"))
    if predicate.governor is not None:
        governor = scene.clauses.predicates[predicate.governor]
        if governor.last == predicate.first and governor.verb.chain[0] in RESUMING and not governor.outer.negative:
            return True
    if before == "ya" and rule_name == "claim: clause without kwamba":
        return True
    phrase = scene.phrase_before(predicate.first)
    if phrase is None or _expected(scene, predicate):
        return False
    return any(o.phrase == phrase and o.sense != "na" for o in scene.clauses.obliques)


POSSIBLE: Final = frozenset("fursa haki jaribio jitihada juhudi lengo nafasi nia uwezo".split())
"""Nouns for what somebody can or would do: «wana uwezo wa kubaini kwamba …»."""


def _undone(scene: Scene, cue: Cue, predicate: Predicate) -> bool:
    """«haujaweza kuthibitisha kwamba …», «lengo lilikuwa ni kuthibitisha kwamba …»: what nobody has said yet."""
    if predicate.first > scene.first and scene.lower(predicate.first - 1) == "ni":
        return True
    tied = predicate.first - 1 > scene.first and scene.lower(predicate.first - 1) in CONNECTIVES
    if tied and scene.lower(predicate.first - 2) in POSSIBLE and cue.row.stance in ("say", "confirm"):
        return True
    governor = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
    if governor is None or governor.last != predicate.first:
        return False
    ours = governor.outer.subject is not None and governor.outer.subject.person != 3
    return governor.outer.negative or ours  # «tunapaswa kuhisi kwamba …» tells of no other speaker


def _judged(scene: Scene, predicate: Predicate) -> bool:
    """«ni salama kusema kwamba …», «ni mapema kusema»: the outlet's own judgement of saying so."""
    at = predicate.first - 2
    if at < scene.first or scene.lower(at) not in ("ni", "si", "sio", "siyo"):
        return False
    return category(scene.text, at + 1) in "ANB"


def _expected(scene: Scene, predicate: Predicate) -> bool:
    """«wanatarajiwa kufika mbele ya wabunge kueleza …»: what is only to be told."""
    governor = predicate.governor
    while governor is not None:
        above = scene.clauses.predicates[governor]
        if above.outer.tense in UNTOLD or above.verb.chain[0] in EXPECTED:
            return True
        governor = above.governor
    return False


EXPECTED: Final = frozenset("taraji tarajia tarajiwa tazamiwa panga pangwa takiwa".split())
