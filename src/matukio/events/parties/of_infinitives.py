"""Who does what an infinitive says: the phrase before it, whose plan it is, the subject of the clause after it.

«Baada ya Togo kuwakamata wavuvi, Ghana ililalamika»: the infinitive has «Togo» before it as its subject.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import acting, can_act
from matukio.events.parties.subjects import before_amba
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Oblique, Predicate, category
from matukio.swahili.extensions import entries
from matukio.swahili.vocabulary import VOCABULARY

ASKING: Final = frozenset("agizo amri madai matakwa mwito ombi pendekezo shinikizo takwa wito".split())
"""What somebody wants of another: «wito wa Rais wa kuwaachia wafungwa» lets the president release nobody."""
OF: Final = frozenset("cha la wa vya ya za".split())


@rule(
    "act: whose plan it is",
    "Wapinzani wamekosoa uamuzi wa Rais wa Togo wa kuwafukuza mawaziri.",
    "Ghana imepongeza hatua ya Togo ya kuwaachia huru wafungwa.",
    never="Ghana imepongeza wito wa Togo wa kuwaachia huru wafungwa.",
)
def whose_plan(scene: Scene, predicate: Predicate) -> Resolved:
    """«uamuzi wa X wa kuwafukuza», «hatua ya X ya kuwaachia»: X does what the noun's infinitive says."""
    link = predicate.first - 1
    if predicate.link not in OF:
        return NOBODY
    for phrase in scene.clauses.phrases:
        if not phrase.head < link <= phrase.last or phrase.name or can_act(scene.discourse, phrase):
            continue
        lemmas = {a.lemma for a in VOCABULARY.analyses(scene.text.types[phrase.head])}
        owner = acting(scene.discourse, replace(phrase, last=link)) if lemmas.isdisjoint(ASKING) else None
        return scene.resolve((owner,), whose_plan.name) if owner is not None else NOBODY
    return NOBODY


@rule(
    "act: subject before an infinitive",
    "Ghana imelaani hatua ya serikali ya Togo kuwakamata wavuvi.",
    "Baada ya Togo kuwakamata wavuvi, Ghana ililalamika.",
    "Kura zilirudiwa baada ya mgombea wa upinzani wa Togo, Juma Moussa, kujiondoa.",
    "Askari watano wa Togo waliuawa na wengine sita kujeruhiwa.",
    never="Serikali ya Togo imekuwa ikitumia polisi na jeshi kuwakamata wavuvi.",
)
def own_subject(scene: Scene, predicate: Predicate, above: Predicate | None = None) -> Resolved:
    """The phrase right before an infinitive that no verb or preposition has for itself: «baada ya Togo kuwakamata»."""
    phrase = next((p for p in scene.clauses.phrases if p.last == predicate.first), None) or _apposed(scene, predicate)
    if phrase is None or phrase.first in scene.time_words:
        return NOBODY
    phrase = _before_place(scene, phrase)
    if _ends_place(scene, phrase):
        return NOBODY
    causing = above is not None and not CAUSING.isdisjoint(above.verb.chain)
    joined = scene.joined_to(phrase)
    # «ikitumia polisi na jeshi kuwakandamiza wapinzani», but not «wametumia nguvu na watu kukamatwa»
    used = above is not None and "tumia" in above.verb.chain and can_act(scene.discourse, joined[0])
    if above is not None and "tumia" in above.verb.chain and not predicate.verb.passive:
        active = above.verb.finite or not above.verb.passive  # «kwa kutumia sheria za COVID-19 kuwakandamiza»
        if active and not predicate.link:
            return NOBODY
    own = joined[0] if used else phrase
    if above is not None and own in above.objects and not above.verb.object and can_act(scene.discourse, phrase):
        return scene.resolve(scene.joined_to(phrase), own_subject.name) if causing else NOBODY
    finite = above is not None and own in above.objects and above.outer.finite
    if above is not None and finite and above.verb.object and not causing and not _bids(above):
        return NOBODY  # «iliivamia Togo kuliondoa kundi hilo madarakani», «waliizingira nyumba ya X kumkamata»
    if above is not None and phrase in above.subjects:
        return NOBODY
    relative = next(
        (p for p in scene.clauses.predicates if p.relative_head and any(_is_doer(o, phrase) for o in p.obliques)), None
    )
    if relative is not None and relative.relative_head is not None and relative.verb.passive:
        phrase = relative.relative_head  # «waasi wanaoungwa mkono na Iran kukiri»: the rebels admit
        return scene.resolve((phrase,), own_subject.name)
    oblique = next((o for o in scene.clauses.obliques if o.phrase == phrase), None)
    others = above is not None and above.verb.passive and scene.lower(phrase.first) in OTHERS
    among = scene.lower(phrase.first - 3) == "ni"  # «ikiwa ni pamoja na Togo kukubali»
    before_clause = oblique is not None and (oblique.preposition in BEFORE_CLAUSES or others or among)
    apart = len(joined) == 1 and oblique is not None and not before_clause
    if apart and can_act(scene.discourse, phrase):
        return NOBODY
    return scene.resolve(joined, own_subject.name)


def _ends_place(scene: Scene, phrase: NounPhrase) -> bool:
    """«umewasili mjini Lomé, Togo kukutana na rais»: the country after its town is where, and nobody's subject."""
    at = phrase.first - 1
    if not phrase.name or scene.lower(at) != ",":
        return False
    return any(o.phrase.last == at and o.sense == "at" and o.phrase.name for o in scene.clauses.obliques)


def _is_doer(oblique: Oblique, phrase: NounPhrase) -> bool:
    """Whether «na» makes the phrase a passive's doer; «eneo linalodhibitiwa na Togo baada ya watu kuuawa» does not."""
    return oblique.phrase == phrase and oblique.preposition == "na"


def _bids(predicate: Predicate) -> bool:
    """«aliwaruhusu askari kuingia», «amewataka waasi kuondoka»: a verb that takes what its object is to do."""
    found = (entries().get(lemma) for lemma in predicate.verb.chain)
    return any(entry is not None and "infinitive" in entry.frame for entry in found)


def _apposed(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """«baada ya mgombea, Juma Moussa, kujiondoa»: with his name between commas."""
    comma = predicate.first - 1
    if scene.lower(comma) != ",":
        return None
    phrase = next((p for p in scene.clauses.phrases if p.last == comma), None)
    if phrase is None or not any(scene.lower(i) == "," for i in range(phrase.first, phrase.last)):
        return None
    return (
        phrase if any(o.phrase == phrase and o.preposition in BEFORE_CLAUSES for o in scene.clauses.obliques) else None
    )


def thing_before(scene: Scene, predicate: Predicate) -> bool:
    """«nchi zimechukua hatua baada ya mipaka kufungwa», «baada ya ghasia kuua watu»: what is closed or kills stands
    before the infinitive, and is nobody."""
    before = BEFORE_CLAUSES if predicate.verb.passive else AFTER_WHAT
    return any(
        o.phrase.last == predicate.first and o.preposition in before and o.phrase.first not in scene.time_words
        for o in scene.clauses.obliques
    )


@rule(
    "act: subject to come",
    "Baada ya kukutana na Rais wa Togo, Rais wa Ghana alisafiri kwenda Lomé.",
    "Akizungumza na Rais wa Togo, Rais wa Ghana alisisitiza amani.",
    "Akitishia kwamba waasi watakamatwa kwa nguvu, Rais wa Ghana alisifu jeshi.",
    never="Rais wa Ghana alikutana na Rais wa Togo.",
)
def subject_to_come(scene: Scene, number: int) -> Resolved:
    """A clause that opens the sentence with an infinitive or -ki- has the subject of the main clause after it."""
    own = scene.clauses.predicates[number].outer.subject
    for later in scene.clauses.predicates[number + 1 :]:
        if later.outer.tense == "infinitive" or later.outer.relative is not None or later.outer.tense == "situational":
            continue
        agreement = later.outer.subject
        if own is not None and agreement is not None and own.classes.isdisjoint(agreement.classes):
            continue  # «Akitishia kwamba waasi watakamatwa, Rais alisema»
        if later.subjects and not later.inverted:
            described = before_amba(scene, later)
            return described if described.parties else scene.resolve(later.subjects, subject_to_come.name)
        return NOBODY
    return NOBODY


@rule(
    "act: whose the verb used as a noun is",
    "Polisi wa Togo wamethibitisha kukamatwa kwa waziri kabla ya kushtakiwa kwa ufisadi.",
    never="Polisi wa Togo wamethibitisha kukamatwa kwa waziri.",
)
def whose_noun(scene: Scene, above: Predicate) -> Resolved:
    """«kukamatwa kwa X baada ya kukosa kufika»: the further infinitive is X's, not the main verb's subject's."""
    if above.outer.tense != "infinitive":
        return NOBODY
    for oblique in above.obliques:
        if oblique.preposition == "kwa" and oblique.first == above.last:
            return scene.resolve(scene.phrases_after(oblique.phrase), whose_noun.name)
    return NOBODY


BEFORE_CLAUSES: Final = frozenset(
    ["kwa", "baada ya", "kabla ya", "kufuatia", "kutokana na", "wakati wa", "kwa sababu ya", "tangu", "licha ya"]
    + ["juu ya", "kuhusu", "dhidi ya"]
)
"""What can stand before a clause whose verb is an infinitive."""
AFTER_WHAT: Final = frozenset(["baada ya", "kabla ya", "kufuatia", "tangu", "wakati wa"])
OTHERS: Final = frozenset(["wengine", "mwingine", "mwengine"])
"""«watatu waliuawa na wengine wanne kujeruhiwa»: no agents of the first verb, but who undergoes the second."""
CAUSING: Final = frozenset(["sababisha", "pelekea", "fanya", "acha", "wezesha", "fuatia"])
"""Verbs whose object does what their infinitive says: «ilisababisha mahakama kufuta matokeo»."""


@rule(
    "act: whose words say it",
    "Togo imepinga kanuni zilizotangazwa na serikali ya Ghana kuwataka wavuvi kuondoka.",
    "Barua iliandikwa na wabunge wa Togo kumtaka waziri kujiuzulu.",
    never="Vikosi vilivyotumwa na serikali ya Ghana kuwataka wavuvi kuondoka vimerudi.",
)
def whose_words(scene: Scene, predicate: Predicate, above: Predicate) -> Resolved:
    """«kanuni zilizotangazwa na X kuwataka»: what a thing made by somebody is to do is its maker's."""
    head = above.relative_head or (above.subjects[-1] if above.subjects else None)
    if head is None or not above.verb.passive or can_act(scene.discourse, head) or head.classes & {1, 2}:
        return NOBODY
    maker = next((o for o in above.obliques if o.preposition == "na" and can_act(scene.discourse, o.phrase)), None)
    if maker is None:
        return NOBODY
    between = range(maker.phrase.last, predicate.first)  # «iliyotolewa na Togo kwa waasi kujisalimisha»: they shall
    if any(i not in scene.time_words and category(scene.text, i) != "B" for i in between):
        return NOBODY
    return scene.resolve(scene.joined_to(maker.phrase), whose_words.name)


def is_only_used(scene: Scene, above: Predicate) -> bool:
    """«Hoteli hiyo imetumika kuwashikilia wavuvi»: what is used to do it, unless it is people, «jeshi limetumika
    kuwakandamiza wapinzani», does nothing."""
    if above.verb.stem not in ("tumika", "tumiwa") or above.outer.tense == "infinitive":
        return False
    return all(p.sector in (None, "BUS") for p in scene.resolve(above.subjects).parties)


def _before_place(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«baada ya viongozi katika eneo hilo kuomba»: past where they are to whom «baada ya» has for itself."""
    for place in scene.clauses.obliques:
        if place.phrase == phrase and place.sense == "at" and place.preposition:
            for before in scene.clauses.obliques:
                if before.phrase.last == place.first and before.preposition in AFTER_WHAT:
                    return before.phrase
    return phrase
