"""Whom it befalls: the object after the verb, its prefix, the head of a relative clause.

«Wavuvi ambao polisi waliwakamata»: the head of the relative clause is the object of «waliwakamata».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import among_lemmas
from matukio.events.parties.doers import subject, with_rule
from matukio.references import OWNED, Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, category, phrase_at


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
    """«wavuvi ambao polisi waliwakamata»: the phrase before «amba-» where a subject of its own follows it, unless
    that is the head's, «nchi ambazo viongozi wake wamekataa»."""
    predicate = scene.predicate
    if predicate is None or not predicate.subjects:
        return None
    if predicate.verb.object is None and scene.lower(predicate.subjects[0].last - 1) in OWNED:
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
        announced = "will" in scene.act.needs and later.outer.tense == "future"  # «imeonya kwamba itaiwekea vikwazo»
        if not announced and (later.governor != number or later.outer.tense != "infinitive"):
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
