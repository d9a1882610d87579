"""Whom it befalls: the object after the verb, its prefix, the head of a relative clause.

«Wavuvi ambao polisi waliwakamata»: the head of the relative clause is the object of «waliwakamata».
"""

from __future__ import annotations

from typing import Final

from matukio.events.acts import among_lemmas
from matukio.events.doers import doer, subject, with_rule
from matukio.events.scene import NOBODY, Scene, complement
from matukio.events.who_can_act import can_act
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate, category, phrase_at


@rule(
    "act: head of a relative clause",
    "Wavuvi ambao polisi waliwakamata ni raia wa Togo.",
    never="Wavuvi waliowashambulia polisi ni raia wa Togo.",
)
def relative_object(scene: Scene) -> Resolved:
    """The head of a relative clause that is not its subject is its object."""
    predicate = scene.predicate
    assert predicate is not None
    head = predicate.relative_head or _head_of_amba(scene)
    if head is None or predicate.subject_is_head:
        return NOBODY
    return scene.resolve((head,), relative_object.name)


def _head_of_amba(scene: Scene) -> NounPhrase | None:
    """«wavuvi ambao polisi waliwakamata»: the phrase before «amba-» where a subject of its own follows it."""
    predicate = scene.predicate
    if predicate is None or not predicate.subjects:
        return None
    at = predicate.subjects[0].first - 1
    if at < scene.clauses.sentence.first or not scene.lower(at).startswith("amba"):
        return None
    return next((p for p in scene.clauses.phrases if p.last == at), None)


@rule(
    "act: object",
    "Jeshi la Chad limewashambulia waasi.",
    "Ghana imeilaani hatua ya Togo.",
    never="Waasi walishambuliwa na jeshi.",
)
def direct_object(scene: Scene) -> Resolved:
    """The phrase after the verb, or the party in its complement, with those joined to it."""
    predicate = scene.predicate
    assert predicate is not None
    for told in predicate.objects:
        phrase = _past_trigger(scene, told)
        if phrase is None or phrase.first in scene.time_words:
            continue
        marker = predicate.verb.object
        disagrees = marker is not None and marker.classes and not phrase.name and not marker.classes & phrase.classes
        if disagrees and not (marker and marker.classes & {1, 2} and can_act(scene.discourse, phrase)):
            continue
        if (
            scene.act.type == "AID"
            and "in-object" in scene.act.needs
            and among_lemmas(scene.act.beside, (scene.text.types[phrase.head],))
        ):
            continue  # «imepeleka manowari»: what is sent, and not to whom
        if scene.act.type in ("AGREE", "REJECT") and _befalls_it(scene, phrase):
            return NOBODY
        found = scene.resolve(scene.phrases_after(phrase), direct_object.name)
        if found.parties:
            return found
        break
    if scene.act.rest and scene.trigger.last < scene.clauses.sentence.last:
        at = scene.trigger.last
        if predicate.verb.object is not None and category(scene.text, at) == "C":
            # «haikumpata na hatia ya rushwa mfanyabiashara huyo»
            at = next((p.last for p in scene.clauses.phrases if p.head == at - 1), at)
        after = phrase_at(scene.text, at, scene.clauses.sentence.last)
        if after is not None and after.first not in scene.time_words:
            return scene.resolve(scene.phrases_after(after), direct_object.name)  # «kuwaweka ndani viongozi»
    return NOBODY


def _befalls_it(scene: Scene, phrase: NounPhrase) -> bool:
    """«hawatakubali kiongozi wao kufungwa»: what is refused is that it befalls him."""
    return any(
        p.first == phrase.last and p.verb.passive and p.outer.tense == "infinitive" for p in scene.clauses.predicates
    )


def _past_trigger(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """What of an object phrase follows the trigger's own words: in «wanamuunga mkono Juma» it is «Juma»."""
    if not scene.trigger.first < phrase.first < scene.trigger.last:
        return phrase
    own = (scene.trigger.word, scene.trigger.last - 1)
    if not any(phrase.first <= word < phrase.last for word in own):
        return phrase  # «lilimuondoa Juma madarakani»
    if scene.trigger.last < phrase.last and phrase.head < scene.trigger.last and can_act(scene.discourse, phrase):
        return phrase  # «amerejea chama cha upinzani»
    if scene.trigger.last >= phrase.last or category(scene.text, scene.trigger.last) not in "NP":
        return None
    return phrase_at(scene.text, scene.trigger.last, phrase.last)


@rule(
    "act: object prefix",
    "Wavuvi walirushia polisi mawe. Polisi wa Togo waliwakamata.",
    never="Polisi wa Togo walikamata wavuvi.",
)
def object_prefix(scene: Scene) -> Resolved:
    """Without an object phrase the object prefix takes up somebody told before."""
    predicate = scene.predicate
    assert predicate is not None
    marker = predicate.verb.object
    if marker is None or marker.person != 3:
        return NOBODY
    if (shared := shared_object(scene)).parties:
        return shared
    found = scene.discourse.taken_up(marker, scene.trigger.sentence, predicate.first, predicate.subjects)
    doers = {(p.start, p.end) for p in subject(scene).parties}
    parties = tuple(p for p in found.parties if (p.start, p.end) not in doers)
    return with_rule(scene, Resolved(parties, found.evidence), object_prefix.name, predicate.first, predicate.last)


@rule(
    "act: object shared with the next verb",
    "Polisi wa Togo waliwakamata, kuwachunguza na kuwaweka kizuizini wavuvi wa Ghana.",
    never="Polisi wa Togo waliwakamata wavuvi wa Ghana.",
)
def shared_object(scene: Scene) -> Resolved:
    """«waliwakamata na kuwapiga wavuvi»: joined verbs with one object prefix have one object, after the last."""
    predicate, number = scene.predicate, scene.trigger.predicate
    assert predicate is not None and number is not None and predicate.verb.object is not None
    last = predicate.last
    for later in scene.clauses.predicates[number + 1 :]:
        same = later.verb.object is not None and later.verb.object.prefix == predicate.verb.object.prefix
        joins = {scene.lower(i) for i in range(last, later.first)} <= {",", "na", "kizuizini", "ndani", "mbaroni"}
        if later.outer.tense != "infinitive" or not same or not joins:
            return NOBODY
        for told in later.objects:
            if (found := scene.resolve(scene.phrases_after(told), shared_object.name)).parties:
                return found
        last = later.last
    return NOBODY


CAUSING: Final = frozenset(["sababisha", "pelekea", "leta"])
DEATHS: Final = frozenset(["vifo", "kifo"])


@rule(
    "act: deaths that it caused",
    "Waasi walishambulia kambi na kusababisha vifo vya wanajeshi 50 wa Togo.",
    never="Waasi walishambulia kambi.",
)
def deaths_caused(scene: Scene) -> Resolved:
    """Who died of it: «… na kusababisha vifo vya watu 50»."""
    for predicate in scene.clauses.predicates:
        if predicate.first < scene.trigger.first or CAUSING.isdisjoint(predicate.verb.chain):
            continue
        for phrase in predicate.objects:
            if scene.lower(phrase.head) in DEATHS and (dead := complement(scene, phrase)) is not None:
                return scene.resolve(scene.phrases_after(dead), deaths_caused.name)
    return NOBODY


HITTING: Final = frozenset("ua jeruhi piga lenga haribu lipua".split())


@rule(
    "act: whom what is fired hits",
    "Waasi walirusha makombora yaliyowaua wanajeshi watano wa Togo.",
    never="Waasi walirusha makombora yaliyoanguka baharini.",
)
def struck(scene: Scene) -> Resolved:
    """«walirusha makombora yaliyowaua X»: whom the relative clause of the weapon says that it hit."""
    if not scene.trigger.verb or not scene.act.rest:
        return NOBODY
    for later in scene.clauses.predicates:
        head = later.relative_head
        if head is None or not scene.trigger.first < head.head < scene.trigger.last or later.first > scene.trigger.last:
            continue
        if HITTING.isdisjoint(later.verb.chain) or later.verb.passive:
            continue
        for told in later.objects:
            owner = told if can_act(scene.discourse, told) else complement(scene, told)
            if owner is not None:
                return scene.resolve(scene.phrases_after(owner), struck.name)
    return NOBODY


AGAINST: Final = frozenset("tawanya zuia dhibiti lazimisha fukuza kabili".split())


@rule(
    "act: against whom force is used",
    "Polisi wa Togo walitumia mabomu ya machozi kuwatawanya waandamanaji.",
    "Polisi wa Togo waliwakimbiza waandamanaji na kutumia mabomu ya machozi.",
    never="Polisi wa Togo walitumia mabomu ya machozi mjini Lomé.",
)
def dispersed(scene: Scene) -> Resolved:
    """Force told by its means is used on whom it should drive off: «walitumia mabomu ya machozi kuwatawanya X»."""
    predicate = scene.predicate
    means = bool(scene.act.rest) if scene.trigger.verb else scene.trigger.slot == "object"
    if not means or predicate is None:
        return NOBODY
    for oblique in predicate.obliques:
        if oblique.preposition == "kwa" and any(p.sector for p in scene.resolve([oblique.phrase]).parties):
            return scene.resolve(scene.phrases_after(oblique.phrase), dispersed.name)
    if (handled := _handled_before(scene, predicate)).parties:
        return handled
    for later in scene.clauses.predicates:
        if later.first < scene.trigger.last:
            continue
        if later.outer.tense not in ("infinitive", "situational"):
            return NOBODY
        if not AGAINST.isdisjoint(later.verb.chain) and later.objects and not later.verb.passive:
            return scene.resolve(scene.phrases_after(later.objects[0]), dispersed.name)
    return NOBODY


def _handled_before(scene: Scene, predicate: Predicate) -> Resolved:
    """«waliwakimbiza waandamanaji na kutumia gesi»: the people with whom the verb before «na» deals."""
    number = scene.trigger.predicate
    if not number or scene.lower(predicate.first - 1) != "na":
        return NOBODY
    before = scene.clauses.predicates[number - 1]
    told = [p for p in before.objects if p.last == predicate.first - 1]
    if before.verb.passive or before.verb.object is None or predicate.subjects not in ((), before.subjects):
        return NOBODY
    return scene.resolve(told, dispersed.name)


@rule(
    "act: who acts on the request",
    "Kwa ombi la Togo, Ghana imetuma madaktari mjini Lomé.",
    "Rais wa Ghana alizuru Lomé kufuatia mwaliko wa serikali ya Togo.",
    never="Ombi la Togo limechapishwa.",
)
def at_whose_request(scene: Scene) -> Resolved:
    """Who does something «kwa ombi la X», «kufuatia mwaliko wa X» is whom X asked or invited."""
    phrase = scene.trigger.phrase
    oblique = next((o for o in scene.clauses.obliques if phrase is not None and o.phrase.head == phrase.head), None)
    if scene.trigger.verb or oblique is None or oblique.preposition not in ("kwa", "kufuatia", "kutokana na"):
        return NOBODY
    if complement(scene, oblique.phrase) is None:
        return NOBODY  # «kwa maombi» says not whose
    for number, predicate in enumerate(scene.clauses.predicates):
        opens = oblique.first <= scene.clauses.sentence.first + 1 and predicate.first > oblique.first
        if oblique in predicate.obliques or opens:
            found = doer(scene, number)
            asked = Resolved(tuple(p for p in found.parties if p.sector is not None), found.evidence)
            return with_rule(scene, asked, at_whose_request.name, predicate.first, predicate.last)
    return NOBODY


FACING: Final = frozenset(["kabili", "kumba", "andama"])
DENYING: Final = frozenset(["kana", "kanusha", "jitetea", "pinga", "kataa"])


@rule(
    "act: who faces an accusation",
    "Waziri wa Togo amekanusha tuhuma za ufisadi.",
    "Waziri wa Togo anakabiliana na ukosoaji kuhusu amri zake.",
    "Kesi inayomkabili waziri wa Togo imeahirishwa.",
    never="Waziri wa Togo ametoa tuhuma dhidi ya Ghana.",
)
def who_faces(scene: Scene) -> Resolved:
    """Who is «kukabiliwa na» an accusation or denies it, or whom «kesi inayomkabili» names, is whom it is against."""
    if scene.trigger.verb:
        return NOBODY
    if (facing := scene.relative_verb()) is not None and not FACING.isdisjoint(facing.verb.chain):
        told = () if facing.verb.passive else facing.objects[:1]
        return scene.resolve((p for each in told for p in scene.phrases_after(each)), who_faces.name)
    number = scene.trigger.predicate
    if number is None or scene.trigger.slot == "subject":
        return NOBODY
    predicate = scene.clauses.predicates[number]
    chain = set(predicate.verb.chain)
    faced = predicate.verb.passive or predicate.verb.stem == "kabiliana"
    if FACING & chain and faced or DENYING & chain and not predicate.verb.passive:
        return with_rule(scene, doer(scene, number), who_faces.name, predicate.first, predicate.last)
    return NOBODY


@rule(
    "act: whose request is rejected",
    "Mahakama ya Togo imetupilia mbali shauri lililofunguliwa na chama cha upinzani.",
    never="Mahakama ya Togo imetupilia mbali shauri la mauaji.",
)
def whose_request(scene: Scene) -> Resolved:
    """Who made what is rejected: the agent in the relative clause of the verb's object."""
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb:
        return NOBODY
    told = predicate.subjects if scene.passive else predicate.objects
    for later in scene.clauses.predicates:
        head = later.relative_head
        if head is None or not later.verb.passive or head not in told and head.first != scene.trigger.last:
            continue
        agent = next((o for o in later.obliques if o.preposition == "na"), None)
        if agent is not None and not can_act(scene.discourse, head):
            return scene.resolve(scene.phrases_after(agent.phrase), whose_request.name)
    return NOBODY


@rule(
    "act: whom a warrant is for",
    "ICC imetoa hati ya kukamatwa kwa waziri wa Togo.",
    "ICC imetoa hati ya kumkamata waziri wa Togo.",
    never="ICC imetoa hati ya kukamatwa.",
)
def to_be_arrested(scene: Scene) -> Resolved:
    """Who is to be arrested stands after the infinitive that says what a warrant is for."""
    if scene.act.mode != "arrest":
        return NOBODY
    for later in scene.clauses.predicates:
        if later.outer.tense != "infinitive" or not scene.trigger.first <= later.first <= scene.trigger.last + 1:
            continue
        told = [o.phrase for o in later.obliques if o.preposition == "kwa" and o.first == later.last]
        own = phrase_at(scene.text, later.last, scene.clauses.sentence.last)
        told += [own] if own is not None and not later.verb.passive else []
        found = scene.resolve((p for phrase in told[:1] for p in scene.phrases_after(phrase)), to_be_arrested.name)
        if found.parties:
            return found
        marker = later.verb.object
        if marker is not None and marker.person == 3 and not told:
            found = scene.discourse.taken_up(marker, scene.trigger.sentence, later.first)
            return with_rule(scene, found, to_be_arrested.name, later.first, later.last)
    return NOBODY


SERVING: Final = frozenset(["funga", "nyonga", "pa", "tumikia"])


@rule(
    "act: who is sentenced",
    "Mahakama ya Togo ilitoa hukumu kwamba Juma Moussa atumikie kifungo cha miaka kumi.",
    "Wananchi wamekaribisha hukumu ya kifungo aliyopewa Juma Moussa.",
    never="Mahakama ya Togo ilitoa hukumu kwamba serikali ilipe fidia.",
)
def sentenced(scene: Scene) -> Resolved:
    """«hukumu kwamba X atumikie kifungo», «kifungo alichopewa X»: who has to serve it."""
    if scene.act.mode != "convict" or scene.trigger.verb and not scene.act.rest:
        return NOBODY
    for number, later in enumerate(scene.clauses.predicates):
        if later.first < scene.trigger.last or SERVING.isdisjoint(later.verb.chain):
            continue
        if later.outer.relative is not None:
            given = later.objects[:1] if later.verb.passive and "pa" in later.verb.chain else ()
            return scene.resolve((p for told in given for p in scene.phrases_after(told)), sentenced.name)
        return with_rule(scene, doer(scene, number), sentenced.name, later.first, later.last)
    return NOBODY


@rule(
    "act: against whose release an appeal is",
    "Serikali ya Togo imekata rufaa kupinga kuachiliwa kwa waziri wa zamani.",
    never="Serikali ya Togo imekata rufaa kupinga uamuzi huo.",
)
def released(scene: Scene) -> Resolved:
    """«amekata rufaa kupinga kuachiliwa kwa X»: X, whose acquittal or release is not accepted."""
    if scene.act.lemma != "kata" or "rufaa" not in scene.act.rest:
        return NOBODY
    for later in scene.clauses.predicates:
        if later.first < scene.trigger.last or later.outer.tense != "infinitive" or not later.verb.passive:
            continue
        told = [o.phrase for o in later.obliques if o.preposition == "kwa"] or list(later.objects)
        return scene.resolve((p for phrase in told[:1] for p in scene.phrases_after(phrase)), released.name)
    return NOBODY


@rule(
    "act: whose site is attacked",
    "Shambulizi katika ubalozi wa Ghana mjini Lomé limelaaniwa.",
    "Shambulizi lililofanywa na waasi kwenye bomba la mafuta la Togo limelaaniwa.",
    never="Shambulizi katika soko la Lomé limelaaniwa.",
)
def owner_of_site(scene: Scene) -> Resolved:
    """«shambulizi kwenye kambi ya jeshi la X»: whose the camp, the embassy, the plant is."""
    of_verb = scene.predicate.obliques if scene.predicate is not None and scene.trigger.slot == "subject" else ()
    for oblique in (*scene.obliques(), *scene.obliques_of_relative(), *of_verb):
        if oblique.sense == "at" and scene.lower(oblique.phrase.head) in OWNED_SITES:
            owner = complement(scene, oblique.phrase)
            if owner is not None and not _is_town(scene, owner):
                return scene.resolve((owner,), owner_of_site.name)
    return NOBODY


def _is_town(scene: Scene, phrase: NounPhrase) -> bool:
    """«bandari ya Odesa»: a town says where it is and not whose."""
    names = scene.discourse.names_in(phrase.first, phrase.last)
    return phrase.name and any(n.type == "LOC" and not (n.link or "").startswith("cty:") for n in names)


OWNED_SITES: Final = frozenset(
    "ubalozi balozi kambi kituo vituo makao ofisi msafara misafara ghala maghala vinu kinu meli ndege gari bandari "
    "bomba mabomba bwawa kiwanda viwanda miundombinu mtambo mitambo ngome".split()
)
"""Places and things that are attacked because of whose they are."""


PROTESTING: Final = frozenset("pinga laani lalamikia lalamika kosoa shutumu shinikiza taka kataa".split())


@rule(
    "act: whom a protest opposes",
    "Maandamano ya kuipinga serikali ya Togo yamefanyika mjini Lomé.",
    "Wanafunzi wa Togo wameandamana wakiilaani serikali.",
    never="Maandamano yamefanyika mjini Lomé.",
)
def opposed(scene: Scene) -> Resolved:
    """The object of «kupinga», «wakilaani», «kumtaka» that says what a demonstration is about."""
    first, last = scene.scope()
    for predicate in scene.clauses.predicates:
        if predicate.first <= scene.trigger.word or predicate.outer.tense not in (
            "infinitive",
            "situational",
            "present",
        ):
            continue
        if predicate.first > last + 1 or PROTESTING.isdisjoint(predicate.verb.chain):
            continue
        against = [o.phrase for o in predicate.obliques if o.preposition in ("dhidi ya", "kwa")]
        for phrase in (*predicate.objects, *against):
            found = scene.resolve(scene.phrases_after(phrase), opposed.name)
            if any(p.sector not in (None, "CVL") for p in found.parties):
                return found
    return NOBODY


MAKING: Final = frozenset(
    "jenga anzisha unda fungua buni karabati boresha panua nunua zindua imarisha endesha tuma peleka ongeza".split()
)
"""Verbs whose object is made, made better or sent: a school that is to be built receives no promise."""


@rule(
    "act: object of the complement",
    "Serikali ya Togo imekataa kuwapokea wavuvi wa Ghana.",
    never="Serikali ya Togo imeahidi kujenga shule za kijeshi.",
)
def complement_object(scene: Scene) -> Resolved:
    """Whom a refusal, a promise or a threat is about, when only its infinitive has an object."""
    number = scene.trigger.predicate
    if number is None or scene.act.type not in ("REJECT", "AGREE", "THREATEN", "CONCEDE"):
        return NOBODY
    for later in scene.clauses.predicates[number + 1 :]:
        if later.governor != number or later.outer.tense != "infinitive":
            return NOBODY
        giving = [o.phrase for o in later.obliques if o.preposition == "kwa" and o.first - later.last <= 3]
        made = not MAKING.isdisjoint(later.verb.chain) and "applicative" not in later.verb.extensions
        for phrase in (*giving, *(() if made else later.objects)):
            found = scene.resolve(scene.phrases_after(phrase), complement_object.name)
            if any(p.country or p.sector for p in found.parties):
                return found
    return NOBODY


@rule("act: second object", "Togo imetishia kufukuza mabalozi wa Ghana.", never="Ghana imeisaidia Togo.")
def second_object(scene: Scene) -> Resolved:
    """The second phrase after the verb, or the object of a phrase's infinitive: «ametishia kufukuza mabalozi»."""
    predicate = scene.predicate
    if predicate is None:
        return NOBODY
    for inner in scene.clauses.predicates:
        if scene.trigger.first < inner.first < scene.trigger.last and inner.objects:
            return scene.resolve(scene.phrases_after(inner.objects[0]), second_object.name)
    return scene.resolve(predicate.objects[1:2], second_object.name)
