"""Words of acts that tell of none where they stand: what a law says, what something is called, what is put off.

«Katiba inapiga marufuku maandamano» and «ziara hiyo imeahirishwa» tell of no COERCE and no CONSULT.
"""

from __future__ import annotations

from typing import Final

from matukio.events.acts import AGAINST, Act, among_lemmas, lemmas
from matukio.events.cue_verbs import TALKS
from matukio.events.journeys import visits_nobody
from matukio.events.kinds import kind_of
from matukio.events.manners import is_manner
from matukio.events.needs import is_negative, stands_in_object, words_hold
from matukio.events.scene import DEMONSTRATIVES, Scene
from matukio.events.who_can_act import TREATIES
from matukio.swahili import Predicate, category
from matukio.swahili.phrases import HAVING


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
    if act.type == "MOBILIZE" and scene.passive and scene.predicate is not None and scene.predicate.outer.relative:
        return False  # «wanajeshi waliowekwa katika vituo hivyo»: who they are
    lasts = act.type in LASTING or act.mode in ("resign", "censor") or act.lemma in ("omba", "pinga", "pokea")
    if lasts and _is_state(scene) or _left_in_time(scene) or _is_the_sentence(scene) or _goes_with_state(scene):
        return False
    if act.type == "AGREE" and scene.trigger.verb and scene.predicate is not None and is_negative(scene.predicate):
        return False  # «hatutakuwa tayari kuvumilia»
    if act.type == "AGREE" and (_is_being_made(scene) or _is_of_one_mind(scene)):
        return False
    if act.type == "AGREE" and act.lemma == "pendekeza" and _for_others(scene):
        return False
    if scene.trigger.verb and scene.predicate is not None and _is_always_done(scene, scene.predicate):
        return False  # «waumini hutembelea mji huo»
    if act.type in ("ASSAULT", "COERCE", "PROTEST") and _is_usual(scene):
        return False
    if act.type == "REQUEST" and (_is_task(scene) or _asks_leave(scene)) or _is_asked(scene):
        return False
    if act.mode == "visit" and visits_nobody(scene) or _dates(act) and _only_dates(scene):
        return False
    if scene.act.type == "ASSAULT" and scene.trigger.verb and scene.lower(scene.trigger.last) == "kwamba":
        return False  # «mahakama ikamua kwamba»: «ikaamua» with a letter lost
    if _to_oneself(scene) or _are_kidnappers(scene) or scene.lower(scene.trigger.first - 1) in DOERS:
        return False
    if _is_called_off(scene) or _is_cause(scene) or _unseats(scene) or _lifts_nothing(scene):
        return False
    if act.lemma in WHY_HELD and _is_reason(scene):
        return False  # «alikamatwa kwa kukiuka amri», «anafahamika kwa kutetea serikali»: a reason, and no act
    if act.type == "AID" and (_is_lacking(scene) or _gives_time(scene) or _is_its_task(scene)):
        return False
    if _not_to(scene) or _is_attribute(scene) or _by_law(scene) or _is_likened(scene) or is_manner(scene):
        return False
    return words_hold(scene)


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


def _is_usual(scene: Scene) -> bool:
    """«mara nyingi mashambulizi hufanywa na waasi»: what a noun's verb says is always done."""
    trigger, predicate = scene.trigger, scene.predicate
    if trigger.verb:
        return False
    if predicate is None or trigger.slot not in ("object", "subject"):
        predicate = next((p for p in scene.clauses.predicates if p.first >= trigger.last), None)
    return predicate is not None and _is_always_done(scene, predicate)


def _is_always_done(scene: Scene, predicate: Predicate) -> bool:
    """«hushambulia», «hutumia msitu huo kushambulia»."""
    if predicate.outer.tense == "infinitive" and predicate.governor is not None:
        predicate = scene.clauses.predicates[predicate.governor]
    when = predicate.outer.relative
    if predicate.outer.tense == "present" and when is not None and 16 in when.classes:
        # «anapokutana na wageni huwa anakaa mbali»
        return any(p.outer.tense == "habitual" or scene.lower(p.first) == "huwa" for p in scene.clauses.predicates)
    return predicate.outer.tense == "habitual"


def _for_others(scene: Scene) -> bool:
    """«imependekeza kuundwa kwa tume»: what others shall do is asked and not offered."""
    number = scene.trigger.predicate
    if number is None:
        return False
    later = scene.clauses.predicates[number + 1 : number + 2]
    return any(p.first == scene.trigger.last and p.outer.tense == "infinitive" and p.verb.passive for p in later)


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
    if scene.act.type != "ACCUSE" or CHARGES.isdisjoint(lemmas(scene.text.types[scene.trigger.last - 1])):
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


ENDED: Final = frozenset(["usitishaji", "usitishwaji"])
AGAINST_IT: Final = frozenset("dhidi takwimu vita".split())
"""Words before a wrong that is stood up against or counted."""
ENDING: Final = frozenset("komesha kabiliana maliza pambana pinga tokomeza zuia".split())


def _is_cause(scene: Scene) -> bool:
    """«maandamano dhidi ya ukatili wa polisi», «takwimu za unyanyasaji», «kutokomeza ukatili»: a wrong that goes on, as
    what others stand up against, and no deed."""
    trigger = scene.trigger
    if not trigger.verb and scene.act.type == "ASSAULT" and scene.lower(trigger.first - 1) in ENDED:
        return True  # «usitishaji mapigano»
    if trigger.verb or scene.act.type != "ASSAULT" or kind_of(scene.act) != "abuse":
        return False
    before = {scene.lower(trigger.first - 1), scene.lower(trigger.first - 2)}
    if not AGAINST_IT.isdisjoint(before):
        return True
    predicate = scene.predicate
    if predicate is None or trigger.slot not in ("object", "na") or predicate.outer.tense != "infinitive":
        return False
    return not ENDING.isdisjoint(predicate.verb.chain)


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


def _is_likened(scene: Scene) -> bool:
    """«uchaguzi huo ulikuwa ni mapambano», «ichunguzwe kama uhalifu wa kivita»: what something is called, and no
    violence."""
    trigger = scene.trigger
    called = scene.act.type in ("ASSAULT", "COERCE", "THREATEN")
    before = scene.lower(trigger.first - 1)
    if called and not trigger.verb and before == "kama":
        last = next((p for p in reversed(scene.clauses.predicates) if p.last < trigger.first), None)
        return last is not None and not TAKING_FOR.isdisjoint(last.verb.chain)
    same = scene.lower(trigger.first - 2) in DEMONSTRATIVES  # «hayo ni mauaji makubwa»
    if trigger.verb:  # «hiyo ni kueneza uongo», but «lengo ni kuwazuia»
        infinitive = scene.predicate is not None and scene.predicate.outer.tense == "infinitive"
        start = max(scene.clauses.sentence.first, trigger.first - 8)
        aim = any(scene.lower(i) in AIMS for i in range(start, trigger.first))
        return called and infinitive and before in ("ni", "si") and not aim
    return called and not same and before in ("ni", "si")


AIMS: Final = frozenset("azma dhamira kusudi lengo madhumuni malengo mpango nia".split())
TAKING_FOR: Final = frozenset("chukulia chunguza hesabu ona tazama tizama".split())


LACKING: Final = frozenset("hakuna hamna hana hatuna hawana haina sina ukosefu uhaba haja hitaji mahitaji".split())


def _is_lacking(scene: Scene) -> bool:
    """«ukosefu wa msaada», «hatuna msaada kwake»: help that nobody gives."""
    first = scene.trigger.first
    before = scene.lower(first - 1), scene.lower(first - 2)
    return not scene.trigger.verb and (
        before[0] in LACKING or category(scene.text, first - 1) == "C" and before[1] in LACKING
    )


TRUCE: Final = frozenset("kusitisha kusitishwa sitisho usitishaji usitishwaji".split())
REBELS: Final = frozenset("harakati kiongozi kikundi kundi makundi viongozi vikundi vuguvugu".split())


def _is_of_a_truce(scene: Scene) -> bool:
    """«usitishaji mapigano utaheshimiwa», «kundi la uasi»: a noun of fighting that is in what a truce or a band is
    called."""
    if scene.trigger.verb or scene.act.type != "ASSAULT":
        return False
    before = scene.lower(scene.trigger.first - 1)
    if scene.act.lemma == "uasi":
        return category(scene.text, scene.trigger.first - 1) == "C" and scene.lower(scene.trigger.first - 2) in REBELS
    return before in TRUCE


def _is_its_task(scene: Scene) -> bool:
    """«ofisi inayoratibu misaada»: what a body is there for."""
    own = scene.predicate if not scene.trigger.verb and scene.trigger.slot == "object" else None
    return own is not None and own.outer.relative is not None and own.outer.tense == "present"


DAYS: Final = frozenset("siku saa wiki makataa".split())


def _gives_time(scene: Scene) -> bool:
    """«imelipatia shirika hilo siku kumi na nne»: a deadline, and no help."""
    if scene.act.type != "AID" or scene.act.lemma not in ("pa", "patia") or scene.act.rest:
        return False
    last = min(scene.trigger.last + 14, scene.clauses.sentence.last - 1)
    return any(scene.lower(i) in DAYS and category(scene.text, i + 1) == "Q" for i in range(scene.trigger.last, last))


CHARGES_TOLD: Final = frozenset("madai shutuma tuhuma".split())
DENYING: Final = frozenset(["kana", "kanusha"])


def _is_denied_beside(scene: Scene) -> bool:
    """«alishutumiwa kwa mauaji, shutuma ambazo alikanusha»: the charge told right before, and its denial."""
    first, last = scene.trigger.first, scene.trigger.last
    if scene.trigger.verb or scene.act.lemma not in CHARGES_TOLD or scene.lower(first - 1) != ",":
        return False
    denial = next((p for p in scene.clauses.predicates if p.first >= last), None)
    return scene.lower(last).startswith("amba") and denial is not None and not DENYING.isdisjoint(denial.verb.chain)


WHATEVER: Final = frozenset("lolote wowote yoyote zozote".split())


def _is_attribute(scene: Scene) -> bool:
    """«msimu wenye ghasia», «eneo lenye vurugu», «shambulizi lolote»: what something is like or may be, and no act."""
    if _is_denied_beside(scene) or _is_of_a_truce(scene):
        return True
    noun = not scene.trigger.verb and scene.act.type in ("PROTEST", "ASSAULT")
    if noun and scene.lower(scene.trigger.last) in WHATEVER:
        return True
    return noun and scene.trigger.first > 0 and scene.lower(scene.trigger.first - 1) in HAVING


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
    begun = not SINCE.isdisjoint(lemmas(scene.text.types[first - 1])) or scene.lower(first - 1) in ("kwa", "ya")
    return begun and "tangu" in (scene.lower(first - 2), scene.lower(first - 3))


def _not_to(scene: Scene) -> bool:
    """«ametangaza kutoyakubali matokeo»: a negative infinitive is not the act, but what its refusal is called."""
    own = scene.predicate
    negative = own is not None and scene.trigger.verb and own.outer.tense == "infinitive" and own.outer.negative
    return negative and "negated" not in scene.act.needs


def _is_state(scene: Scene) -> bool:
    """«eneo linalodhibitiwa na waasi», «chama kinachomuunga mkono»: how things stand, not what happened."""
    predicate = scene.predicate
    if predicate is None or scene.act.pos == "noun":
        return False
    if predicate.outer.relative is None and not (scene.passive and predicate.relative_head is not None):
        return False  # «jimbo ambalo linadhibitiwa na waasi» is one as well
    if scene.act.lemma == "omba" and scene.act.rest == ("hifadhi",):
        return True  # «watu wanaoomba hifadhi»: asylum seekers
    lasts = scene.passive or scene.act.type != "ASSAULT" or scene.act.lemma == "dhibiti"
    return predicate.outer.tense == "present" and lasts


def _goes_with_state(scene: Scene) -> bool:
    """«taifa linalopokea na kusaidia wakimbizi»: the second verb of what somebody is like."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or own.link != "na" or own.governor is None:
        return False
    if scene.act.type in ("ASSAULT", "COERCE"):
        return False  # «wanaopigana na kuua raia»
    above = scene.clauses.predicates[own.governor]
    return above.outer.tense == "present" and above.outer.relative is not None and above.last == own.first - 1


def _is_the_sentence(scene: Scene) -> bool:
    """«alimhukumu kutumikia kifungo»: the sentence that the verb before it tells already."""
    own = scene.predicate
    if own is None or scene.act.lemma != "tumikia" or own.governor is None:
        return False
    return "hukumu" in scene.clauses.predicates[own.governor].verb.chain


def _left_in_time(scene: Scene) -> bool:
    """«Mensah aliyeondoka madarakani mwaka 2019»: who is no longer in office, and no resignation."""
    own = scene.predicate
    leaving = scene.act.mode == "resign" and scene.act.lemma == "ondoka"
    return leaving and own is not None and own.outer.relative is not None


LASTING: Final = frozenset({"ASSAULT", "COOPERATE", "SUPPORT", "THREATEN"})
"""What a relative clause in the present says of somebody as a lasting state."""
