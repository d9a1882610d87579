"""What something is only for, or a noun only holds: «ili …», efforts, a right, an ability. No deed of its own.

«Polisi walifunga barabara ili kuzuia maandamano»: the road was closed, and no protest is told to be stopped.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.governing import governing_noun, nouns_before
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import acts, among_lemmas, is_called, names_of
from matukio.events.parties.noun_doers import light_verbs
from matukio.events.status.cues import cues
from matukio.swahili import Predicate, category

TO_END: Final = frozenset("komesha maliza sitisha".split())
"""Verbs of what fighting is to come to."""
WARS: Final = frozenset(["mzozo", "vita"])
"""What goes on, though it is to end: «ili kumaliza vita vya Togo»."""
ENDING: Final = frozenset("endelea endeleza hitimisha kamilisha maliza".split())
"""«ili kumaliza vita»: what is to end goes on."""
OPPOSING: Final = frozenset(
    "andamana ghasia goma kesi maandamano malalamiko mgomo pingamizi rufaa shauri vurugu".split()
)
"""What is done to oppose something, an act of its own: «wamefungua kesi kupinga matokeo»."""


def _means_of_opposing(scene: Scene, own: Predicate) -> bool:
    """«maandamano ya kupinga ubaguzi», «wamekata rufaa kupinga hukumu»: the protest or the suit alone is the act."""
    first, _ = scene.scope()
    for other in scene.clauses.predicates:  # «waliachana na kesi walizokuwa wamewasilisha kupinga matokeo»
        head = other.relative_head
        if head is not None and head.first < own.first and other.outer.relative is not None:
            first = min(first, head.first)
    return among_lemmas(OPPOSING, scene.text.types[first : own.first])


FACTS: Final = frozenset(
    "hatua jaribio kitendo tendo tukio kosa jukumu kazi zoezi operesheni kampeni mchakato uamuzi muendelezo mwendelezo"
    " kauli msimamo sera".split()
)
"""Nouns whose infinitive did happen: «hatua ya kuwafukuza wavuvi»."""


def for_a_purpose(scene: Scene) -> bool:
    """«ili kuzuia maandamano», «juhudi za kusitisha mapigano»: what something is for is no deed, unless a cue noun
    says what becomes of it."""
    predicate = scene.predicate
    if predicate is None or predicate.outer.tense != "infinitive":
        return False
    if scene.act.type in TALKED_OF and _is_topic(scene, predicate):
        return True
    if not scene.trigger.verb:  # «ili kufikia makubaliano»
        chain = predicate.verb.chain
        if scene.trigger.slot != "object":
            return False
        if scene.act.type == "ASSAULT" and scene.act.lemma not in WARS and not TO_END.isdisjoint(chain):
            return True  # «wanataka kusitisha mapigano»: the truce is spoken of
        if not ENDING.isdisjoint(chain) or not any("doer" in light_verbs().get(stem, frozenset()) for stem in chain):
            return False
    if _after_purpose(scene, predicate):
        return True
    if predicate.link == "la" and [scene.lower(predicate.first - k) for k in (3, 2)] == ["katika", "jaribio"]:
        return True  # «walifunga mpaka katika jaribio la kuzuia ugonjwa»
    if predicate.link == "katika" or scene.lower(predicate.first - 2) == "ajili":
        return True  # «muhimu katika kuzuia», «kwa ajili ya kuondoa»
    if _made_for(scene, predicate):
        return True
    if scene.act.lemma == "pinga" and _means_of_opposing(scene, predicate):
        return True
    if category(scene.text, predicate.first - 1) != "C":
        return _goes_on_from_noun(scene, predicate)
    if scene.act.mode == "third-party":
        return False  # «juhudi za kutafuta suluhu»: to mediate is to try
    noun = governing_noun(scene)
    if noun is None:
        noun = next(iter(nouns_before(scene)), None)  # «ushahidi zaidi wa kuunga mkono»
    if noun is None and not scene.trigger.verb and category(scene.text, predicate.first - 2) == "N":
        noun = predicate.first - 2  # «shirika la kutoa misaada»
    if noun is None:
        return False
    names = names_of(scene.text.types[noun])
    if "kura" in names and _cast(scene, noun) or "kesi" in names and scene.act.type == "ACCUSE":
        return False  # «kesi ya kumshtaki rais ilianza»
    return FACTS.isdisjoint(names) and not any(name in cues("noun") for name in names) and noun_is_plain(scene, noun)


TALKED_OF: Final = frozenset("AGREE AID CONCEDE COOPERATE RETREAT SUPPORT".split())


def _is_topic(scene: Scene, predicate: Predicate) -> bool:
    """«mazungumzo juu ya kufufua uhusiano»: what is only talked about; of a crime so told somebody is suspected."""
    about = [scene.lower(predicate.first - k) for k in (2, 1)]
    return about == ["juu", "ya"] or about[1] == "kuhusu"


MAKING: Final = frozenset("buni tenga unda".split())


def _made_for(scene: Scene, predicate: Predicate) -> bool:
    """«mpango ulioundwa kusambaza chanjo»: what something was made for, unless it is to look into something."""
    above = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
    made = above is not None and above.verb.passive and not MAKING.isdisjoint(above.verb.chain)
    return made and scene.act.mode != "investigate"


def _cast(scene: Scene, vote: int) -> bool:
    """«bunge lilipiga kura ya kumuondoa»: so it was done, unless the vote is still to come."""
    own = next((p for p in scene.clauses.predicates if any(o.head == vote for o in p.objects)), None)
    return own is not None and own.outer.tense in ("past", "perfect", "consecutive") and not own.outer.negative


def _after_purpose(scene: Scene, predicate: Predicate) -> bool:
    """«ili kuhakikisha usalama na kuzuia vurugu», «juhudi za hapo awali za kusitisha mapigano na kuunga mkono
    serikali»: one infinitive after the other is what something is for."""
    predicates = scene.clauses.predicates
    number = predicates.index(predicate)
    while predicate.outer.tense == "infinitive":
        before = scene.lower(predicate.first - 1)
        if predicate.marker == "ili" or before == "ili" or _of_efforts(scene, predicate):
            return True
        if number == 0 or before not in ("na", "au", ","):
            return False
        number -= 1
        predicate = predicates[number]
    return False


def _goes_on_from_noun(scene: Scene, predicate: Predicate) -> bool:
    """«ni ishara ya kuwatisha wachuuzi na kuzima migomo»: the second infinitive is of the sign as well."""
    before = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
    if predicate.link != "na" or before is None or before.outer.tense != "infinitive" or before.governor is None:
        return False
    return category(scene.text, before.first - 1) == "C" and is_called(scene.text.types[before.first - 2], SIGNS)


SIGNS: Final = frozenset("dalili ishara njia namna uwezo fursa nafasi".split())
"""Nouns whose infinitives tell of nothing that was done."""
EFFORTS: Final = frozenset(["jitihada", "juhudi"])


def _of_efforts(scene: Scene, predicate: Predicate) -> bool:
    before = range(max(scene.clauses.sentence.first, predicate.first - 6), predicate.first)
    tries = scene.act.mode == "third-party"  # «juhudi za kutafuta suluhu»: to mediate is to try
    return predicate.link == "za" and not tries and any(scene.lower(i) in EFFORTS for i in before)


NO_DEED: Final = frozenset(
    "haki sheria katiba uhuru uwanja kumbukumbu uwezo mamlaka hofu historia siku mshindi bei habari idara kamati tume"
    " kituo kitengo dawati daftari jopo kikosi silaha ndege mfumo".split()
)
"""Nouns whose complement is no deed: «haki ya kuandamana», «uwanja wa mapigano», «kumbukumbu ya mauaji»."""


ABLE: Final = ("mamlaka", "uwezo")
THE_ONE: Final = frozenset("ile kile lile ule wale yale yule zile".split())
"""What stands for a noun told before."""
WITH_A_DEED: Final = frozenset({None, "CVL", "CRM", "UAF", "REB"})
"""Sectors of people whom a deed may describe: «wahanga wa shambulizi»; of others it is the office."""


def content_of_noun(scene: Scene) -> bool:
    """«mwaliko wa Rais kuzuru Togo», «haki ya kuandamana»: what an invitation, a call or a right is for."""
    first = scene.trigger.first
    if not scene.trigger.verb and category(scene.text, first - 1) == "C" and scene.lower(first - 2) in THE_ONE:
        return True  # «mahakama ya mwanzo na ile ya rufaa»
    noun = governing_noun(scene)
    if noun is not None and is_called(scene.text.types[noun], NO_DEED):
        return True
    tied = [first - 2] if scene.trigger.verb and category(scene.text, first - 1) == "C" else []
    if any(scene.lower(before).endswith(ABLE) for before in (*nouns_before(scene), *tied)):
        return True  # «uwezo wa Togo kupokea wakimbizi», «inauwezo wa kufunga shule»
    if noun is not None and scene.discourse.describe(noun, noun + 1).sector not in WITH_A_DEED:
        return True  # «kamanda wa operesheni», «mashirika ya misaada»
    predicate = scene.predicate
    if predicate is None or predicate.outer.tense != "infinitive":
        return False
    if not scene.trigger.verb and scene.trigger.slot != "object":
        return False
    before = predicate.first - (category(scene.text, predicate.first - 1) == "C")
    phrase = next((p for p in scene.clauses.phrases if p.first < before <= p.last), None)
    if phrase is None:
        return False
    return any(
        sense.type in ("REQUEST", "THREATEN", "AGREE") and not sense.rest
        for name in names_of(scene.text.types[phrase.head])
        for sense in acts().get((name, False), ())
    )


def noun_is_plain(scene: Scene, noun: int) -> bool:
    """Not a word of time or order: «baada ya kukamatwa», «kabla ya kukutana», «wakati wa kusaini»."""
    return category(scene.text, noun) == "N" and scene.lower(noun) not in (
        "baada",
        "kabla",
        "wakati",
        "sababu",
        "mbali",
    )
