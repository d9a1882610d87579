"""Which phrase a verb's subject is where its prefix alone does not say: headlines, «ambaye ni …», a town after its
court.

In «Mbunge huyo ambaye ni wakili wa Rais wa Togo atakutana na mabalozi» it is the member of parliament who meets them.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate, category


@rule(
    "act: who uses the means",
    "Barabara hiyo inatumiwa na waasi wa Togo kwa kushambulia vijiji.",
    "Ndege iliyotumiwa na jeshi la Togo kwa kushambulia kambi imeanguka.",
    never="Waasi wa Togo wameshambulia vijiji.",
)
def who_uses(scene: Scene, predicate: Predicate) -> Resolved:
    """In «njia inayotumiwa na X kwa kupeleka silaha» it is X who sends."""
    means = scene.clauses.predicates[predicate.governor] if predicate.governor is not None else None
    subject = means.outer.subject if means is not None else None
    if means is None or not means.verb.passive or subject is None or subject.classes & {1, 2}:
        return NOBODY
    agent = next((o for o in means.obliques if o.preposition == "na" and can_act(scene.discourse, o.phrase)), None)
    return scene.resolve(scene.phrases_after(agent.phrase), who_uses.name) if agent is not None else NOBODY


def of_a_thing(scene: Scene, predicate: Predicate) -> bool:
    """A relative verb of what cannot act: «mapinduzi yaliyofanyika»."""
    head = predicate.relative_head
    return head is not None and predicate.subject_is_head and not can_act(scene.discourse, head)


@rule(
    "act: phrase that opens the clause",
    "Tume ya uchaguzi ya Togo atishia wagombea wa upinzani.",
    never="Tume ya uchaguzi ya Togo imewatishia wagombea wa upinzani.",
)
def opening_phrase(scene: Scene, predicate: Predicate) -> Resolved:
    """A party that opens the sentence right before its verb is the subject, though the prefix agrees with nothing:
    headlines say «tume atishia»."""
    first = scene.clauses.sentence.first
    last = predicate.first
    while last > first and (last - 1 in scene.time_words or category(scene.text, last - 1) == "B"):
        last -= 1  # «jeshi la mji huo Alhamisi walikataa»
    if last - 2 > first and (scene.lower(last - 2), scene.lower(last - 1)) == ("mara", "nyingi"):
        last -= 2
    phrase = next((p for p in scene.clauses.phrases if p.first == first and p.last == last), None)
    if phrase is None or predicate.outer.relative is not None or not can_act(scene.discourse, phrase):
        return NOBODY
    return scene.resolve((phrase,), opening_phrase.name)


def coordinated(scene: Scene, number: int) -> int | None:
    """The predicate whose subject goes on: in «Rais amekubali kuwa mwenyekiti na amewashukuru wajumbe» the chairman
    stands before «na», but it is the president who thanks. Another's subject, so it leaves that rule's evidence."""
    predicate = scene.clauses.predicates[number]
    if number == 0 or scene.lower(predicate.first - 1) != "na" or predicate.subjects[-1].last != predicate.first - 1:
        return None
    agreement = predicate.outer.subject
    for earlier in range(number - 1, -1, -1):
        other = scene.clauses.predicates[earlier]
        if not other.outer.finite or other.outer.relative is not None:
            continue
        same = agreement is not None and other.outer.subject is not None
        if same and agreement and other.outer.subject and agreement.classes & other.outer.subject.classes:
            return earlier
        return None
    return None


@rule(
    "act: described by amba-",
    "Mbunge huyo ambaye pia ni mshauri wa Rais wa Togo atakutana na Rais wa Ghana.",
    never="Mshauri wa Rais wa Togo atakutana na wafanyakazi.",
)
def before_amba(scene: Scene, predicate: Predicate) -> Resolved:
    """«X ambaye ni mshauri wa Y atakutana»: what stands after «ni» only describes X, who does it."""
    at = predicate.subjects[0].first - 1
    if at <= scene.clauses.sentence.first or category(scene.text, at) != "U":
        return NOBODY
    while at > scene.clauses.sentence.first and not scene.lower(at).startswith("amba"):
        at -= 1
        if category(scene.text, at) in "VIN" and not scene.lower(at).startswith("amba"):
            return NOBODY
    ends = (at - 1, at) if scene.lower(at - 1) in APART else (at,)
    phrase = next((p for p in scene.clauses.phrases if p.last in ends), None)
    return scene.resolve((phrase,), before_amba.name) if phrase is not None else NOBODY


APART: Final = frozenset([",", "-", "–", "—"])


@rule(
    "act: two before a relative verb",
    "Mazishi ya waziri wa Togo na kamanda wa waasi wa Ghana waliouawa jana yamefanyika.",
    never="Mazishi ya waasi wa Ghana waliouawa jana yamefanyika.",
)
def two_before_relative(scene: Scene, predicate: Predicate) -> Resolved:
    """«waziri na kamanda wa waasi waliouawa»: of one person and another the verb is plural, not of «waasi»."""
    head, agreement = predicate.relative_head, predicate.outer.subject
    if head is None or agreement is None or agreement.classes != {2} or head.name:
        return NOBODY
    whole = next((p for p in scene.clauses.phrases if p.first < head.first and p.last == head.last), None)
    if whole is None or 2 in whole.classes or 1 not in whole.classes or scene.lower(whole.first - 1) != "na":
        return NOBODY
    before = next((p for p in scene.clauses.phrases if p.last == whole.first - 1), None)
    if before is None:
        return NOBODY
    both = scene.resolve((before, whole), two_before_relative.name)
    return both if len(both.parties) > 1 else NOBODY


def is_only_where(scene: Scene, predicate: Predicate) -> bool:
    """«alirejea Tanzania alipopigwa risasi»: the prefix of one person cannot stand for a country or town."""
    agreement = predicate.outer.subject
    if agreement is None or agreement.classes != {1} or len(predicate.subjects) != 1:
        return False
    phrase = predicate.subjects[0]
    names = scene.discourse.names_in(phrase.first, phrase.last)
    return phrase.name and len(names) == 1 and names[0].type == "LOC" and names[0].link is not None


def before_address(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """«Mahakama ya Hakimu Mkazi, Dar es Salaam ilimwachia»: the town between a comma and the verb is where the body
    before it sits, unless the town itself acts for its state («katika taarifa, Dodoma ilisema»)."""
    phrase = predicate.subjects[-1]
    names = scene.discourse.names_in(phrase.first, phrase.last)
    town = phrase.name and names and names[0].type == "LOC" and not (names[0].link or "").startswith("cty:")
    agreement = predicate.outer.subject
    at = phrase.first - 1
    if not town or agreement is None or phrase.last != predicate.first or scene.lower(at) != ",":
        return ()
    for before in reversed(scene.clauses.phrases):
        if before.last > at:
            continue
        if before.last < at:
            return ()
        if before.classes & agreement.classes and can_act(scene.discourse, before):
            return (before,)
        at = before.first
    return ()


def not_times(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """The subjects; where a time was taken for one («wiki iliyopita, mamlaka iliwafukuza»), the phrase after it."""
    if predicate.subjects[0].first not in scene.time_words:
        return predicate.subjects
    between = [
        phrase
        for phrase in scene.clauses.phrases
        if predicate.subjects[-1].last <= phrase.first < predicate.first and phrase.first not in scene.time_words
    ]
    if between:
        return tuple(phrase for phrase in between[-1:] if can_act(scene.discourse, phrase))
    last = predicate.subjects[0].first
    while last > scene.clauses.sentence.first and (
        last - 1 in scene.time_words or category(scene.text, last - 1) == "B"
    ):
        last -= 1  # «serikali mapema Jumamosi imewafukuza»
    return tuple(p for p in scene.clauses.phrases if p.last == last)[:1]


COMPANY: Final = frozenset(["wa", "wa na", "ongozana", "fuatana", "ambatana", "andamana"])
"""Verbs that with -ki- and «na» tell who is with somebody."""


@rule(
    "act: with a companion",
    "Rais wa Ghana akiwa na mwenzake wa Togo walitia saini mkataba wa amani.",
    never="Rais wa Ghana akiwa na mwenzake wa Togo alilaani mapinduzi ya Mali.",
)
def with_companion(scene: Scene, number: int) -> Resolved:
    """«X akiwa na Y walisaini»: a plural verb after one person and another with him is of both."""
    predicate = scene.clauses.predicates[number]
    agreement = predicate.outer.subject
    if number == 0 or predicate.subjects or agreement is None or agreement.classes != {2}:
        return NOBODY
    before = scene.clauses.predicates[number - 1]
    if before.outer.tense != "situational" or COMPANY.isdisjoint(before.verb.chain):
        return NOBODY
    other = next((o for o in before.obliques if o.preposition in ("na", "pamoja na")), None)
    if other is None or not before.subjects:
        return NOBODY
    return scene.resolve((*before.subjects, *scene.phrases_after(other.phrase)), with_companion.name)


@rule(
    "act: who sent the weapon",
    "Kombora lililorushwa na waasi wa Togo limewaua wavuvi wawili.",
    "Risasi iliyofyatuliwa kutoka jeshi la Togo ilimuua mvuvi.",
    never="Kombora limewaua wavuvi wawili.",
)
def whose_weapon(scene: Scene, predicate: Predicate) -> Resolved:
    """«bomu lililotegwa na X liliwaua»: who set or fired what kills does it."""
    for earlier in scene.clauses.predicates:
        if earlier.relative_head in predicate.subjects and earlier.verb.passive and earlier.relative_head is not None:
            for agent in earlier.obliques:
                if agent.preposition in ("na", "kutoka", "kutoka kwa") and can_act(scene.discourse, agent.phrase):
                    return scene.resolve(scene.phrases_after(agent.phrase), whose_weapon.name)
    return NOBODY
