"""What is no political act, though its word could name one: sport, accidents, disease, weather.

«Yanga imeishinda Simba» and «mafuriko yameua watu kumi» tell of no act of this book.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import among_lemmas, names_of
from matukio.events.no_deed.manners import is_general_abuse
from matukio.events.no_deed.words import ALWAYS
from matukio.events.parties.roles import Roles
from matukio.events.relevance.kin import among_kin
from matukio.events.relevance.other_news import markers
from matukio.events.relevance.politics import ANY, is_political
from matukio.events.senses.needs import weapon_beside, weapon_mode
from matukio.events.senses.party_needs import needs_hold
from matukio.tables import files, read_words


def is_relevant(scene: Scene, roles: Roles) -> bool:
    """Whether a found act, whose words fit, belongs into the book: its needs hold and nothing tells of nature, chance
    or a game."""
    if not needs_hold(scene, roles) or not is_political(scene, roles) or _is_general(scene, roles):
        return False
    if is_general_abuse(scene, roles.actors, roles.recipients) or among_kin(scene, roles):
        return False
    if _is_setting(scene, roles) or _is_rally(scene, roles):
        return False
    return scene.act.type not in ("ASSAULT", "PROTEST") or not _by_chance(scene, roles)


@cache
def speaking() -> frozenset[str]:
    """Verbs of those who speak somewhere."""
    return frozenset(read_words(files(__package__) / "speaking.tsv"))


AT: Final = frozenset(["katika", "kwenye", "wakati wa"])


def _is_setting(scene: Scene, roles: Roles) -> bool:
    """«alisema katika mkutano mjini Lomé»: where words were spoken, when nobody is said to have met."""
    predicate, slot = scene.predicate, scene.trigger.slot
    if scene.act.type != "CONSULT" or scene.act.mode or scene.trigger.verb or roles.actors or predicate is None:
        return False
    if slot != "oblique" or speaking().isdisjoint(predicate.verb.chain):
        return False
    own = scene.trigger.phrase
    return any(own is not None and o.phrase.head == own.head and o.preposition in AT for o in predicate.obliques)


def _is_rally(scene: Scene, roles: Roles) -> bool:
    """«mikutano ya chama hicho»: the gatherings of one party are no talks with anybody."""
    if scene.act.type != "CONSULT" or scene.act.lemma != "mkutano" or scene.trigger.verb or scene.act.mode:
        return False
    told = roles.actors
    several = scene.lower(scene.trigger.word) == "mikutano"
    return several and len(told) == 1 and told[0].sector in ("OPP", "PTY") and not roles.recipients


OFFENCES: Final = frozenset("kosa makosa hatia jinai marufuku dhambi".split())


def _is_general(scene: Scene, roles: Roles) -> bool:
    """«kumzuia mtu yeyote kupiga kura», «ni kosa kumkamata mpiga kura»: an infinitive that says of nobody in particular
    what the law forbids."""
    own = scene.predicate
    parties = (*roles.actors, *roles.recipients)
    if own is None or not scene.trigger.verb:
        return False
    governor = own if own.governor is None else scene.clauses.predicates[own.governor]
    if governor.outer.relative is not None and governor.outer.tense in ALWAYS and _of_any(scene, governor.first):
        return True  # «sheria yoyote inayoweza kumfunga mama»
    if any(not ANY.isdisjoint(p.text.lower().split()) for p in roles.actors):
        return True  # «jeshi lolote lililokuwa tayari kupigana»
    anybody = any([p.text.lower() for p in told] == ["mtu"] for told in (roles.actors, roles.recipients))
    if (own if own.outer.tense != "infinitive" else governor).outer.tense in ALWAYS - {"situational"} and anybody:
        return True  # «mtu anayeidhihaki dini», «mtu anaweza kumchunguza mume wake»
    if own.outer.tense != "infinitive":
        return False
    if own.governor is not None:
        return False
    called = any(scene.lower(i) in OFFENCES for i in range(max(scene.clauses.sentence.first, own.first - 4), own.first))
    if called and not any(p.name for p in parties):
        return True
    return any(not ANY.isdisjoint(p.text.lower().split()) for p in parties)


def _of_any(scene: Scene, first: int) -> bool:
    return any(scene.lower(i) in ANY for i in range(max(scene.clauses.sentence.first, first - 2), first))


def _by_chance(scene: Scene, roles: Roles) -> bool:
    """«wamekufa kwa ajali», «aliuawa na tembo»: no human deed."""
    if any(p.text.lower().split()[0] in markers("chance") for p in roles.actors):
        return True  # «ugonjwa huo umewaua watu»
    if roles.actors:
        return scene.act.lemma in ("jeruhi", "ua") and _in_a_crash(scene)
    headline = scene.discourse.clauses[0].sentence
    chance = markers("chance")
    told = among_lemmas(chance, scene.text.types[headline.first : headline.last])
    return scene.beside(chance) or _by_animal(scene) or told and not weapon_beside(scene) or _by_blast(scene)


ATTACKS: Final = frozenset(
    "bomu gaidi kigaidi kilipuzi kombora mhanga muhanga mlipuaji mshambuliaji risasi shambulia shambulio shambulizi"
    " tegua ugaidi waasi roketi grenedi guruneti".split()
)


def _by_blast(scene: Scene) -> bool:
    """«5,000 walijeruhiwa katika mlipuko bandarini»: a blast of which no word of the article says that it was meant."""
    found = weapon_mode(scene)
    if found is None or scene.text.lowers[found[1]] not in ("mlipuko", "milipuko"):
        return False
    return not among_lemmas(ATTACKS, scene.text.types)


def _in_a_crash(scene: Scene) -> bool:
    """«ndege hiyo ya Ghana ilianguka katika ajali na kuua abiria»: whose the vehicle was is no killer."""
    sentence = scene.clauses.sentence
    words = {name for i in range(sentence.first, sentence.last) for name in names_of(scene.text.types[i])}
    return {"ajali", "ndege", "anguka"} <= words and not weapon_beside(scene)


def _by_animal(scene: Scene) -> bool:
    """«nyani walivamia kijiji», «aliuawa na mamba», «mashambulizi ya fisi»: the subject, what follows «na», or whose
    attack it is."""
    subjects = () if scene.predicate is None or not scene.trigger.verb else scene.predicate.subjects
    return among_lemmas(markers("animal"), (scene.text.types[p.head] for p in subjects)) or any(
        scene.lower(index) in markers("animal")
        for index in range(scene.trigger.last, min(scene.trigger.last + 3, scene.clauses.sentence.last))
    )
