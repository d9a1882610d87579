"""Words of acts that tell of none where they stand: what a law says, what something is called, what is put off.

«Katiba inapiga marufuku maandamano» and «ziara hiyo imeahirishwa» tell of no COERCE and no CONSULT.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.clauses.who_can_act import TREATIES
from matukio.events.lexicon.acts import AGAINST, Act, among_lemmas, is_called
from matukio.events.no_deed.journeys import visits_nobody
from matukio.events.no_deed.manners import is_manner
from matukio.events.no_deed.mere_names import names_no_act
from matukio.events.no_deed.states import is_always_done, is_usual, tells_a_state
from matukio.events.senses.needs import stands_in_object, words_hold
from matukio.events.status.cue_verbs import TALKS
from matukio.swahili import Predicate


def words_fit(scene: Scene) -> bool:
    """Whether the words around a trigger allow its sense, whoever the parties are: half of all senses end here, and
    nobody need be looked for."""
    act = scene.act
    if act.beside and "in-object" not in act.needs and not _stands_beside(scene):
        return False
    if act.without and (
        stands_in_object(scene, act.without) if "object-without" in act.needs else scene.beside(act.without)
    ):
        return False
    if tells_a_state(scene) or names_no_act(scene):
        return False
    if act.type == "AGREE" and scene.trigger.verb and scene.predicate is not None and scene.predicate.negative:
        return False  # «hatutakuwa tayari kuvumilia»
    if act.lemma in ("muafaka", "mwafaka") and scene.lower(scene.trigger.first - 1) == "wakati":
        return False  # «kwa wakati muafaka»: in time
    if act.type == "AGREE" and (_is_being_made(scene) or _is_of_one_mind(scene)):
        return False
    if act.type == "AGREE" and act.lemma == "pendekeza" and _for_others(scene):
        return False
    if scene.trigger.verb and scene.predicate is not None and is_always_done(scene, scene.predicate):
        return False  # «waumini hutembelea mji huo»
    if act.type in ("ASSAULT", "COERCE", "CONSULT", "PROTEST") and is_usual(scene):
        return False
    if act.type == "REQUEST" and (_is_task(scene) or _asks_leave(scene) or _is_own_wish(scene)) or _is_asked(scene):
        return False
    if act.mode == "visit" and visits_nobody(scene) or _dates(act) and _only_dates(scene):
        return False
    if _only_decides(scene):
        return False
    if _to_oneself(scene) or _are_kidnappers(scene) or scene.lower(scene.trigger.first - 1) in DOERS:
        return False
    if _is_called_off(scene) or _unseats(scene) or _lifts_nothing(scene):
        return False
    if act.lemma in WHY_HELD and _is_reason(scene):
        return False  # «alikamatwa kwa kukiuka amri», «anafahamika kwa kutetea serikali»: a reason, and no act
    if _not_to(scene) or _by_law(scene) or is_manner(scene):
        return False
    return words_hold(scene)


DECIDED: Final = frozenset("iwapo kama kwamba nani ni".split())


def _only_decides(scene: Scene) -> bool:
    """«mahakama ikamua kwamba», «wameshamua nani»: «ikaamua» with a letter lost, which is read as an object; «waliua
    kama watu kumi» has none."""
    own = scene.predicate
    killing = scene.act.lemma == "ua" and scene.trigger.verb and not scene.passive
    with_object = own is not None and own.verb.object is not None
    return killing and with_object and scene.lower(scene.trigger.last) in DECIDED


WHY_HELD: Final = frozenset(["dharau", "kiuka", "tetea"])
"""Verbs whose infinitive says why somebody is held, accused or known."""
PREPARING: Final = frozenset("andaa fufua hitaji jadili tafuta".split())


def _is_reason(scene: Scene) -> bool:
    """«kwa kukiuka amri», and of who stands by somebody also «mbunge aliyemtetea waziri»."""
    outer = None if scene.predicate is None else scene.predicate.outer
    return outer is not None and (
        outer.tense == "infinitive" or scene.act.lemma == "tetea" and outer.relative is not None
    )


def _is_being_made(scene: Scene) -> bool:
    """«kuandaa makubaliano», «wanajadili mkataba»: an agreement that is not there yet, or the talk of one."""
    noun = not scene.trigger.verb and scene.trigger.slot == "object"
    return noun and scene.predicate is not None and not PREPARING.isdisjoint(scene.predicate.verb.chain)


def _is_of_one_mind(scene: Scene) -> bool:
    """«wanakubaliana na Juma kuhusu hilo»: what two think, and no agreement that they make."""
    own = scene.predicate
    if own is None or scene.act.lemma != "kubaliana" or own.outer.tense != "present" or own.outer.relative is not None:
        return False
    return any(o.preposition == "na" and o.first == own.last for o in own.obliques)


def _dates(act: Act) -> bool:
    return act.pos == "noun" and act.lemma in ("mapinduzi", "vita")


def _for_others(scene: Scene) -> bool:
    """«imependekeza kuundwa kwa tume»: what others shall do is asked and not offered."""
    number = scene.trigger.predicate
    if number is None:
        return False
    later = scene.clauses.predicates[number + 1 : number + 2]
    return any(p.first == scene.trigger.last and p.outer.tense == "infinitive" and p.verb.passive for p in later)


def _is_own_wish(scene: Scene) -> bool:
    """«nataka niwaambie», «tunataka tuonyeshe»: what the speaker himself will do."""
    number, own = scene.trigger.predicate, scene.predicate
    wishing = None if own is None else own.outer.subject
    if number is None or own is None or wishing is None or wishing.person != 1:
        return False
    following = next(iter(scene.clauses.predicates[number + 1 : number + 2]), None)
    if following is None or following.first != own.last or following.outer.tense != "subjunctive":
        return False
    return following.outer.subject == wishing


def _is_task(scene: Scene) -> bool:
    """«tume itakayoishauri serikali»: what a body is made for, and nobody asks."""
    outer = None if scene.predicate is None or not scene.trigger.verb else scene.predicate.outer
    return outer is not None and outer.tense == "future" and outer.relative is not None


def _asks_leave(scene: Scene) -> bool:
    """«naomba niseme», «tunaomba tutoe pole»: who speaks asks nobody for anything."""
    number, own = scene.trigger.predicate, scene.predicate
    if number is None or own is None or scene.act.lemma != "omba" or scene.act.rest:
        return False
    later = scene.clauses.predicates[number + 1 : number + 2]
    asks = own.outer.subject
    return asks is not None and any(
        p.outer.tense == "subjunctive" and p.outer.subject == asks and asks.person == 1 and not p.verb.passive
        for p in later
    )


WHY: Final = frozenset("jinsi kwanini lini mbona namna nani vipi wapi".split())
"""What asks about an act that did happen: «kwa nini walikamatwa?»."""
OPEN: Final = frozenset(["conditional", "future", "subjunctive"])
"""Tenses of what has not happened when it is asked about."""


WHICH: Final = frozenset("gani ipi lipi mangapi mengine yapi zipi".split())


def _is_asked(scene: Scene) -> bool:
    """«Je, Togo itaishambulia Ghana?», «Ni maandamano gani yanapangwa?»: whether something was or will be done."""
    sentence, predicate = scene.clauses.sentence, scene.predicate
    if not scene.trigger.verb and scene.lower(scene.trigger.last) in WHICH:
        return "?" in (scene.lower(sentence.last - 1), scene.lower(sentence.last - 2))
    if predicate is None or not scene.trigger.verb:
        return False
    if "?" not in (scene.lower(sentence.last - 1), scene.lower(sentence.last - 2)):
        return False
    words = [scene.lower(i) for i in range(sentence.first, sentence.last)]
    if scene.act.type == "REQUEST" and scene.act.lemma == "taka" and WHY.isdisjoint(words) and "nini" not in words:
        return True  # «Watu walitaka nchi ijae picha hizo?»
    if not WHY.isdisjoint(words) or "nini" in words or predicate.outer.relative is not None:
        return False
    return (
        predicate.outer.tense in OPEN
        or "je" in words[:3]
        and predicate.outer.tense in ("present", "situational", "infinitive")
    )


CALLING_OFF: Final = frozenset("ahirisha futa futilia katisha sitisha".split())


def _is_called_off(scene: Scene) -> bool:
    """«ziara yake imeahirishwa», «mkutano huo ulifutwa»: nobody has met or come."""
    predicate = scene.predicate
    if scene.act.type != "CONSULT" or scene.trigger.verb or predicate is None or scene.trigger.slot != "subject":
        return False
    if scene.act.lemma in TALKS or scene.lower(predicate.last) in ("hadi", "kutoka", "mpaka"):
        return False  # «mazungumzo yameahirishwa», after they had begun; «imeahirishwa hadi Jumatano»: it is to come
    return predicate.verb.passive and not CALLING_OFF.isdisjoint(predicate.verb.chain)


CHARGES: Final = frozenset(["kesi", "mashitaka", "mashtaka"])


def _unseats(scene: Scene) -> bool:
    """«mashtaka ya kumwondoa rais»: the impeachment is the act, not its charges."""
    if scene.act.type != "ACCUSE" or not is_called(scene.text.types[scene.trigger.last - 1], CHARGES):
        return False
    at = scene.trigger.last
    following = [p for p in scene.clauses.predicates if at < p.first <= at + 2 and p.outer.tense == "infinitive"][:1]
    return any("ondoa" in p.verb.chain and _of_a_person(p) for p in following)


def _lifts_nothing(scene: Scene) -> bool:
    """«kumuondoa» beside «mashtaka» or «vikwazo»: a person is removed and nothing lifted."""
    alone = scene.act.type == "CONCEDE" and scene.act.lemma == "ondoa" and not scene.act.rest
    return alone and scene.predicate is not None and _of_a_person(scene.predicate)


def _of_a_person(predicate: Predicate) -> bool:
    return predicate.verb.object is not None and bool(predicate.verb.object.classes & {1})


DOERS: Final = frozenset(["mfanya", "wafanya"])
"""«wafanya ghasia»: people, and no act of theirs."""


def _are_kidnappers(scene: Scene) -> bool:
    """«wateka nyara»: people as well."""
    return scene.act.lemma == "teka" and scene.trigger.verb and scene.lower(scene.trigger.first) in ("mteka", "wateka")


def _to_oneself(scene: Scene) -> bool:
    """«alitaka kujiua», «amejilaumu»: what somebody does to himself, unless the lexicon has it with its ji-."""
    predicate, act = scene.predicate, scene.act
    if predicate is None or act.type not in AGAINST:
        praises = act.type == "SUPPORT" and scene.trigger.verb and not act.rest and not act.lemma.startswith("ji")
        return praises and predicate is not None and predicate.verb.reflexive  # «alijisifia»
    if act.rest:
        return act.type == "COERCE" and predicate.verb.reflexive and not act.lemma.startswith("ji")
    if not scene.trigger.verb:  # «amejiweka karantini»
        to_oneself = predicate.verb.reflexive or predicate.verb.stem == "jiweka"
        return act.type == "COERCE" and scene.trigger.slot == "object" and to_oneself
    return predicate.verb.reflexive and not act.lemma.startswith("ji")


LAWS: Final = frozenset("ibara kanuni katiba kifungu kipengele mswada muswada sheria".split())
ALWAYS: Final = frozenset("present general situational habitual future".split())


def _by_law(scene: Scene) -> bool:
    """«sheria inapiga marufuku», «katiba inataka», «mkataba ulitoa wito»: what a law or a treaty says is no act."""
    predicate = scene.predicate
    done = scene.trigger.verb or scene.trigger.slot == "object"  # «inapiga marufuku»: the noun alone
    treaty = scene.act.type == "REQUEST" and predicate is not None
    if predicate is None or not done or scene.passive or predicate.outer.tense not in ALWAYS and not treaty:
        return False
    heads = [p.head for p in predicate.subjects]
    if not heads and predicate.relative_head is not None:
        heads.append(predicate.relative_head.head)
    said = LAWS | TREATIES if treaty else LAWS
    return bool(heads) and among_lemmas(said, (scene.text.types[head] for head in heads[-1:]))


def _stands_beside(scene: Scene) -> bool:
    """Whether a word that the entry wants stands in the clause; with what a warning threatens, also after it:
    «ameionya Togo kwamba itakabiliwa na vikwazo»."""
    if scene.beside(scene.act.beside):
        return True
    after = scene.text.types[scene.trigger.last : scene.clauses.sentence.last]
    return scene.act.type == "THREATEN" and among_lemmas(scene.act.beside, after)


SINCE: Final = frozenset("anza kuanza kutokea kuzuka zuka".split())


def _only_dates(scene: Scene) -> bool:
    """«aliwekewa marufuku wakati wa vita», «tangu kuzuka vita»: a lasting war or a past rising that tells only when
    something else was."""
    first = scene.trigger.first
    if scene.act.lemma == "vita" and scene.lower(first - 1) == "wa" and scene.lower(first - 2) in ("wakati", "enzi"):
        return True
    if scene.lower(first - 1) == "tangu":
        return True
    begun = is_called(scene.text.types[first - 1], SINCE) or scene.lower(first - 1) in ("kwa", "ya")
    return begun and "tangu" in (scene.lower(first - 2), scene.lower(first - 3))


def _not_to(scene: Scene) -> bool:
    """«ametangaza kutoyakubali matokeo»: a negative infinitive is not the act, but what its refusal is called."""
    own = scene.predicate
    negative = own is not None and scene.trigger.verb and own.outer.tense == "infinitive" and own.outer.negative
    return negative and "negated" not in scene.act.needs
