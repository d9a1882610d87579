"""What is no political act, though its word could name one: sport, accidents, disease, weather.

«Yanga imeishinda Simba» and «mafuriko yameua watu kumi» tell of no act of this book.
"""

from __future__ import annotations

from typing import Final

from matukio.events.acts import AGAINST, among_lemmas
from matukio.events.needs import weapon_beside, words_hold
from matukio.events.other_news import markers
from matukio.events.party_needs import NOT_POLITICAL, are_sides, is_known, needs_hold
from matukio.events.roles import Roles
from matukio.events.scene import DEMONSTRATIVES, Scene
from matukio.record import Party


def words_fit(scene: Scene) -> bool:
    """Whether the words around a trigger allow its sense, whoever the parties are: half of all senses end here, and
    nobody need be looked for."""
    act = scene.act
    if act.beside and "in-object" not in act.needs and not _stands_beside(scene):
        return False
    if act.without and scene.beside(act.without):
        return False
    if (act.type in LASTING or act.mode in ("resign", "censor") or act.lemma == "omba") and _is_state(scene):
        return False
    if act.mode == "visit" and _of_a_vehicle(scene) or act.lemma == "vita" and _only_dates(scene):
        return False
    if scene.act.type == "ASSAULT" and scene.trigger.verb and scene.lower(scene.trigger.last) == "kwamba":
        return False  # «mahakama ikamua kwamba»: «ikaamua» with a letter lost
    if _to_oneself(scene) or scene.lower(scene.trigger.first - 1) in DOERS:
        return False
    if _not_to(scene) or _is_attribute(scene) or _by_law(scene) or _is_likened(scene):
        return False
    return words_hold(scene)


DOERS: Final = frozenset(["mfanya", "wafanya"])
"""«wafanya ghasia»: people, and no act of theirs."""


def _to_oneself(scene: Scene) -> bool:
    """«alitaka kujiua», «amejilaumu»: what somebody does to himself, unless the lexicon has it with its ji-."""
    predicate, act = scene.predicate, scene.act
    if predicate is None or act.type not in AGAINST:
        return False
    if act.rest:
        return act.type == "COERCE" and predicate.verb.reflexive and not act.lemma.startswith("ji")
    if not scene.trigger.verb:  # «amejiweka karantini»
        to_oneself = predicate.verb.reflexive or predicate.verb.stem == "jiweka"
        return act.type == "COERCE" and scene.trigger.slot == "object" and to_oneself
    return predicate.verb.reflexive and not act.lemma.startswith("ji")


LAWS: Final = frozenset("ibara kanuni katiba kifungu mswada muswada sheria".split())
ALWAYS: Final = frozenset("present general situational habitual future".split())


def _by_law(scene: Scene) -> bool:
    """«sheria hiyo inapiga marufuku», «katiba inataka»: what a law says is no act."""
    predicate = scene.predicate
    done = scene.trigger.verb or scene.trigger.slot == "object"  # «inapiga marufuku»: the noun alone
    if predicate is None or not done or scene.passive or predicate.outer.tense not in ALWAYS:
        return False
    heads = [p.head for p in predicate.subjects]
    if not heads and predicate.relative_head is not None:
        heads.append(predicate.relative_head.head)
    return bool(heads) and among_lemmas(LAWS, (scene.text.types[head] for head in heads[-1:]))


def _is_likened(scene: Scene) -> bool:
    """«uchaguzi huo ulikuwa ni mapambano», «kukamatwa huko ni hujuma»: what something is called, and no violence."""
    trigger = scene.trigger
    called = scene.act.type in ("ASSAULT", "COERCE")
    same = scene.lower(trigger.first - 2) in DEMONSTRATIVES  # «hayo ni mauaji makubwa»
    return called and not same and not trigger.verb and scene.lower(trigger.first - 1) in ("ni", "si")


HAVING: Final = frozenset("mwenye wenye yenye lenye chenye vyenye zenye penye".split())


def _is_attribute(scene: Scene) -> bool:
    """«msimu wenye ghasia», «eneo lenye vurugu»: what something is like, and no act."""
    noun = not scene.trigger.verb and scene.act.type in ("PROTEST", "ASSAULT")
    return noun and scene.trigger.first > 0 and scene.lower(scene.trigger.first - 1) in HAVING


def is_relevant(scene: Scene, roles: Roles) -> bool:
    """Whether a found act, whose words fit, belongs into the book: its needs hold and nothing tells of nature, chance
    or a game."""
    if not needs_hold(scene, roles) or not is_political(scene, roles) or _is_general(scene, roles):
        return False
    if _is_setting(scene, roles):
        return False
    return scene.act.type not in ("ASSAULT", "PROTEST") or not _by_chance(scene, roles)


def _stands_beside(scene: Scene) -> bool:
    """Whether a word that the entry wants stands in the clause; with what a warning threatens, also after it:
    «ameionya Togo kwamba itakabiliwa na vikwazo»."""
    if scene.beside(scene.act.beside):
        return True
    after = scene.text.types[scene.trigger.last : scene.clauses.sentence.last]
    return scene.act.type == "THREATEN" and among_lemmas(scene.act.beside, after)


def _only_dates(scene: Scene) -> bool:
    """«aliwekewa marufuku wakati wa vita»: a lasting war that tells only when something else was."""
    first = scene.trigger.first
    return scene.lower(first - 1) == "wa" and scene.lower(first - 2) in ("wakati", "enzi")


VEHICLES: Final = frozenset("ndege meli lori gari basi treni boti helikopta".split())


def _of_a_vehicle(scene: Scene) -> bool:
    """«ndege ya Togo ilisafiri kwenda Accra»: what carries people pays no visit."""
    predicate = scene.predicate
    subjects = predicate.subjects if predicate is not None and scene.trigger.verb else ()
    return bool(subjects) and among_lemmas(VEHICLES, (scene.text.types[p.head] for p in subjects))


SPEAKING: Final = frozenset(
    "ambia eleza fafanua hutubia ongeza ongea sema simulia tangaza toa zungumza zungumzia".split()
)


AT: Final = frozenset(["katika", "kwenye", "wakati wa"])


def _is_setting(scene: Scene, roles: Roles) -> bool:
    """«alisema katika mkutano mjini Lomé»: where words were spoken, when nobody is said to have met."""
    predicate, slot = scene.predicate, scene.trigger.slot
    if scene.act.type != "CONSULT" or scene.act.mode or scene.trigger.verb or roles.actors or predicate is None:
        return False
    if slot != "oblique" or SPEAKING.isdisjoint(predicate.verb.chain):
        return False
    own = scene.trigger.phrase
    return any(own is not None and o.phrase.head == own.head and o.preposition in AT for o in predicate.obliques)


ANY: Final = frozenset("yeyote wowote yoyote chochote vyovyote lolote yoyote zozote".split())
OFFENCES: Final = frozenset("kosa makosa hatia jinai marufuku dhambi".split())


def _is_general(scene: Scene, roles: Roles) -> bool:
    """«kumzuia mtu yeyote kupiga kura», «ni kosa kumkamata mpiga kura»: an infinitive that says of nobody in particular
    what the law forbids."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or own.outer.tense != "infinitive":
        return False
    parties = (*roles.actors, *roles.recipients)
    if own.governor is not None:
        return False
    called = any(scene.lower(i) in OFFENCES for i in range(max(scene.clauses.sentence.first, own.first - 4), own.first))
    if called and not any(p.name for p in parties):
        return True
    return any(not ANY.isdisjoint(p.text.lower().split()) for p in parties)


BY_ANYBODY: Final = frozenset("ASSAULT COERCE PROTEST ACCUSE AID REQUEST SUPPORT COOPERATE THREATEN".split())
"""Acts of this book whoever does them: citizens kill and are killed, protest, sue and are helped."""
OF_ANYBODY: Final = frozenset({"convict", "release"})
"""Modes that anybody may suffer: «mwandishi amehukumiwa miaka mitano»."""
SPOKEN: Final = frozenset("REQUEST REJECT AGREE SUPPORT THREATEN".split())


def is_political(scene: Scene, roles: Roles) -> bool:
    """Whether the parties are such as the book is about: known, and for talk among people somebody in office or a body.
    Words without a speaker («anatakiwa kulipa») are nobody's act, unless told as done («aliamriwa kuondoka»)."""
    parties = (*roles.actors, *roles.recipients)
    if parties and not any(is_known(p) for p in parties):
        return False
    if any(not markers("faith").isdisjoint(p.text.lower().split()) for p in parties):
        return False  # «Farao aliwashambulia», «alimshukuru Mungu»
    ordered = scene.act.type == "REQUEST" and roles.recipients and _is_done(scene)
    dismissed = scene.act.type == "REJECT" and not scene.act.beside.isdisjoint(CASES) and _is_done(scene)
    named = scene.act.lemma == "teua" and bool(roles.recipients)  # «aliteuliwa kuwa mgombea»
    if scene.act.type in SPOKEN and scene.passive and not roles.actors and not (ordered or dismissed or named):
        return False
    if scene.act.type in ("SANCTION", "THREATEN") and any(_is_family(p) for p in roles.recipients):
        return False  # «amekata uhusiano na mke wake»
    if parties and scene.act.type == "COERCE" and all(p.sector == "BUS" for p in parties) and not _are_arrested(scene):
        return False
    if (
        scene.act.type == "AID"
        and not roles.actors
        and scene.beside(VACCINES)
        and all(p.sector == "CVL" for p in parties)
    ):
        return False  # «watu waliopatiwa chanjo»: health care, not help to somebody
    if scene.act.type == "CONSULT" and len(parties) < 3 and any(p.sector == "JRN" for p in parties):
        return False  # «alizungumza na waandishi wa habari»
    if scene.act.type == "SUPPORT" and parties and all(p.sector in SCHOLARLY for p in parties):
        return False  # «watafiti wameupongeza utafiti huo»
    if scene.act.mode == "visit" and (
        _came_home(scene, roles) or _is_cheered(scene, roles) or _is_private(scene, roles)
    ):
        return False
    if not parties or scene.act.type in BY_ANYBODY or scene.act.mode in OF_ANYBODY:
        return True
    return any(p.sector not in NOT_POLITICAL or p.name and p.sector is None or are_sides(p) for p in parties)


FAMILY: Final = frozenset("mke mkewe mume mumewe mtalaka mchumba".split())


def _is_family(party: Party) -> bool:
    return party.text.lower().split()[0] in FAMILY


def _are_arrested(scene: Scene) -> bool:
    """«mfanyabiashara huyo alikamatwa», but not «dozi zilizuiliwa»."""
    subject = None if scene.predicate is None else scene.predicate.outer.subject
    return scene.act.mode == "arrest" and (subject is None or bool(subject.classes & {1, 2}))


CASES: Final = frozenset("kesi rufaa shauri".split())
"""«rufaa hiyo imetupiliwa mbali»: by the court before which it came."""
VACCINES: Final = frozenset(["chanjo", "dozi"])
SCHOLARLY: Final = frozenset({"EDU", "MED"})


def _came_home(scene: Scene, roles: Roles) -> bool:
    """«rais amewasili Dar es Salaam akitokea Ubelgiji»: who arrives in the country that is his own visits nobody."""
    at = roles.slots.get("at")
    if at is None or not at.parties or scene.act.rest:
        return False
    there = {p.country for p in at.parties}
    return scene.act.lemma in ARRIVING and {p.country for p in roles.actors} == there and None not in there


def _is_private(scene: Scene, roles: Roles) -> bool:
    """«msichana huyo aliwasili Bangkok»: people who travel visit nobody; a guest who is received does."""
    travels = scene.act.roles.get("subject") == "actor" and bool(roles.actors)
    return travels and all(p.sector in NOT_POLITICAL and p.sector is not None for p in roles.actors)


def _is_cheered(scene: Scene, roles: Roles) -> bool:
    """«maelfu ya wananchi walimlaki kiongozi huyo»: supporters who come to see somebody are no hosts."""
    hosts = roles.slots.get("subject")
    welcomed = scene.act.roles.get("subject") == "recipient"
    return welcomed and hosts is not None and bool(hosts.parties) and all(p.sector == "CVL" for p in hosts.parties)


ARRIVING: Final = frozenset(["wasili", "tua"])


def _not_to(scene: Scene) -> bool:
    """«ametangaza kutoyakubali matokeo»: a negative infinitive is not the act, but what its refusal is called."""
    own = scene.predicate
    negative = own is not None and scene.trigger.verb and own.outer.tense == "infinitive" and own.outer.negative
    return negative and "negated" not in scene.act.needs


def _is_done(scene: Scene) -> bool:
    predicate = scene.predicate
    return predicate is not None and predicate.outer.tense in ("perfect", "past") and predicate.outer.relative is None


def _is_state(scene: Scene) -> bool:
    """«eneo linalodhibitiwa na waasi», «chama kinachomuunga mkono»: how things stand, not what happened."""
    predicate = scene.predicate
    if predicate is None or scene.act.pos == "noun" or predicate.outer.relative is None:
        return False
    if scene.act.lemma == "omba" and scene.act.rest == ("hifadhi",):
        return True  # «watu wanaoomba hifadhi»: asylum seekers
    return predicate.outer.tense == "present" and (scene.passive or scene.act.type != "ASSAULT")


LASTING: Final = frozenset({"ASSAULT", "COOPERATE", "SUPPORT", "THREATEN"})
"""What a relative clause in the present says of somebody as a lasting state."""


def _by_chance(scene: Scene, roles: Roles) -> bool:
    """«wamekufa kwa ajali», «aliuawa na tembo»: no human deed."""
    if roles.actors:
        return False
    headline = scene.discourse.clauses[0].sentence
    chance = markers("chance")
    told = among_lemmas(chance, scene.text.types[headline.first : headline.last])
    return scene.beside(chance) or told and not weapon_beside(scene)
