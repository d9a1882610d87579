"""Whether words say where an act happened: «mbele ya bunge», «kusini mwa Togo», «akiwa Lomé», not «mbele ya Waziri»."""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.owners import locates
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called
from matukio.events.places.names import COUNTRY, sites
from matukio.references import OWNED
from matukio.swahili import NounPhrase, Oblique, category
from matukio.swahili.categories import DIRECTIONS

PLACING: Final = frozenset({"at", "near", "on", "towards", "until", "outside"})
HELD: Final = frozenset("aliyekuwa aliekuwa waliokuwa".split())
"""Words before a post that somebody held."""
WITH_BORDERS: Final = frozenset(["mpaka", "nchi"])


def says_where(scene: Scene, oblique: Oblique, phrase: NounPhrase) -> bool:
    """Whether a preposition says where: «mbele ya bunge» does, «mbele ya Waziri» and «juu ya Togo» do not."""
    if oblique.preposition == "mbele ya":
        return is_called(scene.text.types[phrase.head], sites("site"))
    if oblique.preposition == "nje ya" and is_called(scene.text.types[phrase.head], WITH_BORDERS):
        return False  # «nje ya mipaka ya Togo»
    if oblique.sense == "until" and scene.act.type not in MARCHING and _comes_from(scene, oblique.first):
        return False  # «bomba la gesi kutoka Urusi hadi Ujerumani»
    if oblique.sense == "from" or scene.lower(oblique.first - 1).endswith("toka"):
        fired = scene.act.type == "MOBILIZE" and not FIRING.isdisjoint(
            scene.predicate.verb.chain if scene.predicate else ()
        )
        return fired or scene.act.type == "RETREAT"  # «kutoka katika ofisi yake»
    return oblique.sense in PLACING and not (oblique.sense == "on" and phrase.name)


MARCHING: Final = frozenset("ASSAULT CONSULT MOBILIZE PROTEST RETREAT".split())
"""Acts that may go from one place to another."""


def _comes_from(scene: Scene, word: int) -> bool:
    return any(scene.lower(i) in ("kutoka", "toka") for i in range(word - 4, word))


FIRING: Final = frozenset("fyatua rusha".split())
"""«ilifyatua makombora kutoka jimbo la …»: a missile is tested where it starts."""


def is_there(scene: Scene, word: int) -> bool:
    """«yuko Lomé», «akiwa uwanja wa ndege»: whether the verb before a word says that somebody is there."""
    before = word
    while before - 1 in scene.time_words:
        before -= 1
    verb = next((p for p in scene.clauses.predicates if p.last == before), None)
    if verb is None or verb.verb.stem != "wa":
        return False
    copula = verb.outer.tense == "copula" and scene.lower(verb.last - 1).endswith(("ko", "po", "mo"))
    return copula or verb.outer.tense == "situational"


def of_post(scene: Scene, begin: int) -> bool:
    """«aliyekuwa mkuu wa utawala katika Ofisi ya Rais»: where somebody held a post."""
    before = next((p for p in scene.clauses.phrases if p.last == begin), None)
    return before is not None and scene.lower(before.first) in HELD


def of_country(scene: Scene, begin: int) -> bool:
    """«taifa hilo dogo lililopo Afrika magharibi»: where the country itself lies."""
    verb = next((p for p in scene.clauses.predicates if p.last == begin and locates(p)), None)
    if verb is None or verb.relative_head is None:
        return False
    return is_called(scene.text.types[verb.relative_head.head], COUNTRY)


SIDES: Final = DIRECTIONS | {"upande"}
THEIRS: Final = frozenset("kutoka toka yao wao lao zao chao vyao".split())
"""Words after which a side is where somebody or something comes from."""


def says_side(scene: Scene, phrase: NounPhrase) -> bool:
    """«kusini mwa Togo», «upande wa mashariki wa Togo» say where without a preposition."""
    before = phrase.first - 1
    if scene.lower(phrase.head) not in SIDES or category(scene.text, before) == "C":
        return False
    while scene.lower(before) in SIDES or scene.lower(before) in ("-", "–"):
        before -= 1  # «kaskazini-mashariki»
    if scene.lower(before) in OWNED or scene.lower(before) in THEIRS:
        return False  # «makazi yao kusini mwa Togo»
    return not any(p.last == before + 1 and locates(p) for p in scene.clauses.predicates)  # «ulioko kusini mwa Togo»
