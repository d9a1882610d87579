"""Which phrase a verb's subject is where its prefix alone does not say: headlines, «ambaye ni …», a town after its
court, the phrase before an infinitive.

«Baada ya Togo kuwakamata wavuvi, Ghana ililalamika»: the infinitive has «Togo» before it as its subject.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import acting, can_act
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate, category
from matukio.swahili.extensions import entries
from matukio.swahili.vocabulary import VOCABULARY


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
    causing = above is not None and not CAUSING.isdisjoint(above.verb.chain)
    joined = scene.joined_to(phrase)
    # «ikitumia polisi na jeshi kuwakandamiza wapinzani», but not «wametumia nguvu na watu kukamatwa»
    used = above is not None and "tumia" in above.verb.chain and can_act(scene.discourse, joined[0])
    if above is not None and "tumia" in above.verb.chain and above.verb.finite and not predicate.verb.passive:
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
        (p for p in scene.clauses.predicates if p.relative_head and any(o.phrase == phrase for o in p.obliques)), None
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


def _before_place(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«baada ya viongozi katika eneo hilo kuomba»: past where they are to whom «baada ya» has for itself."""
    for place in scene.clauses.obliques:
        if place.phrase == phrase and place.sense == "at" and place.preposition:
            for before in scene.clauses.obliques:
                if before.phrase.last == place.first and before.preposition in AFTER_WHAT:
                    return before.phrase
    return phrase


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
