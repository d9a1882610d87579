"""Whether a phrase can be the subject of a verb of saying: it agrees, and is no time, number or animal.

«Mvuvi Asha Mushi alisema» agrees, in «nafasi ya Asha Mushi aliyesema» it is not «nafasi».
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.scene import Scene
from matukio.swahili import Agreement, NounPhrase, category
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.vocabulary import VOCABULARY

AGREEING: Final = {"PER": frozenset({1, 2}), "LOC": frozenset({2, 9}), "ORG": frozenset({2, 5, 9})}
"""Classes that a verb takes for a name: a person a-, a country i-, a body i- or li-; together wa-."""
JOINED: Final = frozenset({2, 8, 10})
"""Classes that a verb takes for several together: people wa-, countries and bodies zi- or vi-."""
EITHER: Final = frozenset({"mamlaka"})
"""Nouns that a verb takes for class 9 or 10 as well as their own: mamlaka zinasema."""
NEVER: Final = frozenset("mimi sisi wewe nyinyi ninyi nani nini yeyote yoyote wowote lolote chochote".split())
"""What is never the subject of a verb in the third person that tells of speech."""
OF_PEOPLE: Final = frozenset({"duru", "vyanzo"})
"""Nouns for the people who tell: «vyanzo vya habari wamethibitisha»."""
PRONOMINAL: Final = frozenset("wote wengine wengi baadhi wachache wengineo mwingine wenyewe".split())


def fits(scene: Scene, phrase: NounPhrase, agreement: Agreement | None) -> bool:
    """Whether a phrase can be the subject: no time («Jumapili»), no adjective («dhaifu»), and it agrees."""
    if all(i in scene.times for i in range(phrase.first, phrase.last)) or scene.lower(phrase.head) in NEVER:
        return False
    if phrase.last - phrase.first == 1 and scene.character(phrase.first).isdigit():
        return (
            scene.character(phrase.first - 1) not in ",(" or phrase.first == scene.first
        )  # «Asha Mushi, 26, ambaye …»
    one_or_several = agreement is not None and agreement.classes & {1, 2}
    if one_or_several and not phrase.name and scene.lower(phrase.head) in nouns_of("animal"):
        return False  # «waliona samaki. Wanasema …»
    if agreement is None:
        return True  # «watu huamini»: hu- agrees with anything
    if phrase.name:
        name = next(iter(scene.discourse.names_in(phrase.first, phrase.last)), None)
        return name is None or bool(agreement.classes & AGREEING[name.type])
    if category(scene.text, phrase.head) == "A" and phrase.last - phrase.first == 1:
        return scene.lower(phrase.head) in PRONOMINAL
    if not phrase.classes or phrase.classes & agreement.classes:
        return True
    if scene.lower(phrase.head) in OF_PEOPLE and agreement.classes == {2}:
        return True
    if scene.lower(phrase.head) in EITHER:
        return bool(agreement.classes & {9, 10})
    # «kiungo Asha Mushi alisema»: a noun of any class that a person's name follows
    people = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "PER"]
    return (
        bool(people) and 1 in agreement.classes and not _is_owner(scene, phrase, scene.text.index_at(people[-1].start))
    )


def _is_owner(scene: Scene, phrase: NounPhrase, name: int) -> bool:
    """«nafasi ya Waziri Asha Mushi»: whose the noun is."""
    while name - 1 > phrase.first and any(r.animate for r in VOCABULARY.analyses(scene.text.types[name - 1])):
        if scene.lower(name - 1) in MANKIND:
            return False  # «haki za binadamu Asha Mushi …»
        name -= 1
    return name > phrase.first and scene.lower(name - 1) in CONNECTIVES


MANKIND: Final = frozenset("binaadam binaadamu binadam binadamu mwanadamu".split())
"""A noun for persons that is no title."""


def governed(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase belongs to a preposition other than «na»; in «hadi sasa taarifa zinaeleza» the time does."""
    return any(
        o.phrase == phrase and o.preposition != "na" and not any(i in scene.times for i in range(o.first, phrase.first))
        for o in scene.clauses.obliques
    )
