"""Which earlier phrase a prefix, a pronoun or «kundi hilo» takes up: by class, person and kind, subjects first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matukio.entities import Description
from matukio.entities.knowledge import offices, rebels_who_govern
from matukio.entities.taken_up import bodies, is_told_apart
from matukio.frozen import quick_init
from matukio.record import Entity
from matukio.swahili import Agreement, NounPhrase, Text, category
from matukio.swahili.analysis import Analysis
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that may be meant again: its names, what is known of it, whether it was a subject, and the phrases that
    it shared the subject with."""

    phrase: NounPhrase
    names: tuple[Entity, ...]
    known: Description
    subject: bool
    group: tuple[NounPhrase, ...]
    named: bool = False
    """Whether its head is a name, also one that is a word as well."""
    classes: frozenset[int] = frozenset()
    """Those that its own verb takes it for: of «polisi wamesema» 2, not 1."""


quick_init(Mention)


JOINED: Final = frozenset({2, 8, 10})
"""What several joined subjects take: people wa-, countries and bodies zi- or vi-."""
SEVERAL: Final = frozenset({2, 4, 6, 8, 10})
COUNTRY_HEADS: Final = frozenset(["nchi", "taifa"])
REFERRING: Final = frozenset(
    {"huyo", "hao", "hilo", "hiyo", "hicho", "hizo", "hayo", "huo", "hivyo"}
    | {"huyu", "hawa", "hili", "hii", "hiki", "hizi", "hivi"}
)
PRONOUNS: Final = frozenset("yeye wao huyo huyu hao hawa".split())
ONE_PERSON: Final = frozenset(["yeye", "huyo", "huyu"])
"""Alone they mean persons; «hiyo», «hilo» alone mean a matter or a thing."""
OFFICIAL: Final = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "EDU"])
OF_STATES: Final = frozenset("wizara bunge mahakama jeshi benki gazeti baraza tume".split())
"""Nouns for bodies that are not meant by a name of which no table or word tells what it is."""
UNIONS: Final = frozenset(["jumuiya", "muungano"])
"""Nouns that take up «Umoja wa Ulaya» too, whose first word is a noun; «shirika hilo» is not the United Nations."""
NO_MEN: Final = frozenset(["JRN", "BUS", "REL"])
"""Sectors of bodies that are not spoken of as their people; others are: «Al-Shabaab wameshambulia»."""
ONE_OF_NINE: Final = frozenset("ya yake yao yangu yetu yako yenye hiyo hii ile moja".split())
HEADS_OF_STATES: Final = frozenset(["rais", "mfalme", "malkia", "papa"])
"""Whoever is called so is told as one when first named."""
SEVERAL_PERSONS: Final = frozenset(["hao", "hawa"])
SEVERAL_OF_NINE: Final = frozenset(["hizo", "hizi"])
POLITICAL: Final = frozenset(["GOV", "ELI", "LEG", "OPP", "PTY", "IGO", "MIL", "REB"])
"""Sectors between which people go to and fro: a minister is a member of parliament too."""


def dropped_subject(agreement: Agreement, before: Iterable[Mention]) -> list[Mention]:
    """The mention that a verb without a subject agrees with, with those joined to it; empty when none does."""
    for mention in before:
        if agreement.classes & JOINED and len(mention.group) > 1:
            return [Mention(phrase, (), mention.known, True, ()) for phrase in mention.group]
        if agrees(mention, agreement.classes):
            return [mention]
    return []


def agrees(mention: Mention, classes: frozenset[int]) -> bool:
    """Whether a prefix of these classes can mean it. A person takes class 1, a country or body 9, a body 5 as well, and
    2 for its people: «Al-Shabaab wameshambulia»."""
    if mention.named and mention.names:
        kind = mention.names[0].type
        if kind == "ORG" and classes == {2} and mention.known.sector in NO_MEN:
            return False
        return bool(classes & ({"PER": {1}, "LOC": {9}, "ORG": {2, 5, 9}}[kind]))
    if not classes & {1, 2} and any(name.type == "PER" for name in mention.names):
        return False  # «rais Mbando» is of class 9 in the word, not in its verb
    if not classes & {1, 2} and mention.known.sector == "CVL" and not mention.names:
        return False  # «ng'ombe» neither says nor decides
    return bool((mention.classes or mention.phrase.classes) & classes)


def antecedents(text: Text, phrase: NounPhrase, near: Sequence[Mention], far: Sequence[Mention]) -> list[Mention]:
    """Earlier mentions that a phrase without a name takes up; empty when it does not refer back or nothing fits.

    Whoever is told with the same noun is meant before anybody nearer, also among the `far` mentions: «Waziri Mbando …
    Kitwana … waziri huyo».
    """
    words = text.lowers[phrase.first : phrase.last]
    if words[0] in PRONOUNS:
        if _is_told_after(text, phrase):
            return []
        return _alone(text, phrase, near)
    if not refers_back(text, phrase):
        return []  # «msemaji wa kundi hilo»: the group refers back, its spokesman does not
    head = next(a for a in VOCABULARY.analyses(text.types[phrase.head]) if a.upos == "NOUN")
    if not head.plural and SEVERAL_OF_NINE & set(words):
        head = replace(head, plural=True)  # «serikali hizo»
    if not head.plural and not SEVERAL_PERSONS.isdisjoint(words):
        head = replace(head, plural=True)  # «polisi hao»
    count = 2 if head.plural and "wawili" in words or "mbili" in words else 1
    found: list[Mention] = []
    for mention in _in_order_of_trust(text, phrase, head, near, far, count):
        if mention.names and is_told_apart(text, phrase.head, mention.names[0]):
            continue
        if SEVERAL_OF_NINE & set(words) and (_is_of_one_state(mention) or _is_of_one(text, mention)):
            continue
        if all(m.known.country != mention.known.country for m in found):
            found.append(mention)
            if len(found) == count:
                if head.plural and count == 1 and len(mention.group) > 1:
                    meant = [other for other in mention.group if not head.animate or _is_somebody(text, other)]
                    return [replace(mention, phrase=other, names=()) for other in meant] or [mention]
                return found[::-1]
    return found[::-1] if count == 1 else []


def _alone(text: Text, phrase: NounPhrase, near: Sequence[Mention]) -> list[Mention]:
    """Whom «yeye» means: a person of name, of an office or told as a subject; «wao» those of its sentence or the one
    before."""
    one = text.lowers[phrase.first] in ONE_PERSON
    wanted = frozenset({1 if one else 2})
    fitting = (m for m in near if agrees(m, wanted))
    if one:
        fitting = (m for m in fitting if m.subject or m.names or m.known.sector not in (None, "CVL"))
    found = next(fitting, None)
    begin = text.firsts[max(0, text.sentence_number_at(text.starts[phrase.first]) - 1)]
    far = found is not None and text.lowers[phrase.first] == "wao" and found.phrase.first < begin
    return [] if found is None or far else [found]


def _is_told_after(text: Text, phrase: NounPhrase) -> bool:
    """«hawa ambao waliiba», «hawa wa chini», «hawa wanajeshi», «hao wengine» say themselves who it is; «mpaka wao» is
    theirs."""
    after = text.lowers[phrase.first + 1] if phrase.first + 1 < len(text) else ""
    described = phrase.first + 1 < len(text) and category(text, phrase.first + 1) == "N"
    return described or after.startswith("amba") or after in ("wa", "wengine") or _is_possessive(text, phrase)


def _is_possessive(text: Text, phrase: NounPhrase) -> bool:
    """«jamaa wao», «mpaka wao»: theirs."""
    if phrase.first == 0 or text.lowers[phrase.first] != "wao":
        return False
    owned = category(text, phrase.first - 1) == "N"
    return owned or text.lowers[phrase.first - 1] in ("mpaka", "mradi")


def takes_up(text: Text, phrase: NounPhrase) -> bool:
    """Whether a phrase can mean somebody told before, a pronoun or a noun with a word like «huyo»."""
    return text.lowers[phrase.first] in PRONOUNS or refers_back(text, phrase)


def refers_back(text: Text, phrase: NounPhrase) -> bool:
    """Whether the phrase's noun has a word like «huyo» of its own: «kundi hilo», «waziri huyo wa Kenya»."""
    inside = range(phrase.first + 1, phrase.last)
    own = next((i for i in inside if category(text, i) == "C"), phrase.last)
    told = text.lowers[phrase.first + 1 : own]
    return category(text, phrase.head) == "N" and any(word in REFERRING for word in told)


def _in_order_of_trust(
    text: Text, phrase: NounPhrase, head: Analysis, near: Sequence[Mention], far: Sequence[Mention], count: int
) -> Iterator[Mention]:
    """What the noun can mean: whoever has a name and the same noun, else a name that fits, else the same noun alone."""
    same = [mention for mention in far if _same(text, head, mention) and not refers_back(text, mention.phrase)]
    person = head.animate and not head.plural
    named = [m for m in same if (any(name.type == "PER" for name in m.names) if person else m.names)]
    if not head.animate:  # of bodies the nearest: «kampuni ya Twitter … Facebook … kampuni hiyo»
        yield from (mention for mention in near if mention in named or _fits(text, head, mention, count))
    yield from (m for m in same if m not in named and person and _same_complement(text, phrase, m))
    yield from named
    if person and _is_of_few(head):  # «balozi wa Togo … gavana Mbando … balozi huyo»
        yield from (m for m in same if m.names and not any(name.type == "PER" for name in m.names))
    yield from (mention for mention in near if _fits(text, head, mention, count))
    alone = person or (head.plural and count == 1)
    yield from (m for m in same if m not in named and alone and (m.subject or m.names))


def _is_somebody(text: Text, phrase: NounPhrase) -> bool:
    """«maafisa wa jeshi», but not «upande wa waasi»."""
    return phrase.name or any(a.animate for a in VOCABULARY.analyses(text.types[phrase.head]))


def _same(text: Text, head: Analysis, mention: Mention) -> bool:
    """Whether the mention has the same noun: «wanachama wa chama hicho … wanachama hao»."""
    readings = VOCABULARY.analyses(text.types[mention.phrase.head])
    return any(a.lemma == head.lemma and a.plural == head.plural for a in readings if a.upos == "NOUN")


def _is_of_one_state(mention: Mention) -> bool:
    """«serikali ya Tanzania» alone is not meant by «serikali hizo»."""
    return len(mention.group) < 2 and len(mention.names) == 1 and is_country(mention.names[0])


def _is_of_one(text: Text, mention: Mention) -> bool:
    """«nchi yake», «serikali ya mpito»: a noun of class 9 that the words after it show to be one."""
    after = mention.phrase.head + 1
    joined = text.lowers[after] if after < mention.phrase.last else ""
    return len(mention.group) < 2 and joined in ONE_OF_NINE


def _same_complement(text: Text, phrase: NounPhrase, mention: Mention) -> bool:
    """«afisa wa afya wa Togo … afisa huyo wa afya»."""
    told = [text.types[i] for i in range(phrase.head + 1, phrase.last) if category(text, i) in "NP"]
    return bool(told) and set(told) <= set(text.types[mention.phrase.head + 1 : mention.phrase.last])


def _fits(text: Text, head: Analysis, mention: Mention, count: int) -> bool:
    """Whether a mention can be what «<head> huyo» means."""
    plural = not mention.phrase.name and mention.phrase.classes & SEVERAL
    several = mention.group or (plural and not _is_one_by_name(text, mention))
    if not mention.names or (head.plural and count == 1 and not several):
        return False  # «wanachama hao», «jumuiya hizo» are not the one person or body named last
    kinds = {name.type for name in mention.names[:1]} if mention.phrase.name else {name.type for name in mention.names}
    if head.animate:
        somebody = mention.phrase.name or text.likeliest[mention.phrase.head].animate
        return somebody and "PER" in kinds and _may_hold(head, mention)
    if head.lemma in COUNTRY_HEADS:
        return mention.phrase.name and is_country(mention.names[0])
    body = bodies().get(head.lemma)  # «shambulizi hilo» is no body
    named = mention.named if head.lemma in UNIONS else mention.phrase.name
    if body is None or not named or "ORG" not in kinds:
        return False
    sector = mention.names[0].sector
    if "REB" in body.sectors and mention.names[0].link in rebels_who_govern():
        return True
    return sector in body.sectors or (sector is None and head.lemma not in OF_STATES)


def _is_one_by_name(text: Text, mention: Mention) -> bool:
    """«Bi Zuberi» is one, whatever the class of «bi»; «maafisa wa Moussa» are several."""
    if mention.group or len(mention.names) != 1 or mention.names[0].type != "PER":
        return False
    before = text.index_at(mention.names[0].start) - 1
    return before >= mention.phrase.first and category(text, before) == "N" and _is_title(text, before)


def _is_title(text: Text, index: int) -> bool:
    return any(9 in a.classes and not a.plural for a in VOCABULARY.analyses(text.types[index]) if a.upos == "NOUN")


def is_country(name: Entity) -> bool:
    return name.link is not None and name.link.startswith("cty:")


def _is_of_few(head: Analysis) -> bool:
    """A noun that tells an office of its own: «balozi», «jaji», but not «afisa» or «kiongozi»."""
    office = offices().get(head.lemma)
    return office is not None and office.sector in OFFICIAL and office.kind == "person" and not office.carrier


def _may_hold(head: Analysis, mention: Mention) -> bool:
    """Whether the person can be what the noun says: a minister is no «mwanahabari», a colonel no «mkazi»."""
    office = offices().get(head.lemma)
    told = mention.known.sector
    if head.plural and told == "CVL" and office is not None and office.sector not in (None, "CVL"):
        return False  # citizens are no «wabunge hao»
    if told == "CVL" and head.lemma in HEADS_OF_STATES:
        return False  # «ndugu wa familia» is no «rais huyo»
    if office is None or office.carrier or office.sector is None or told in (None, "CVL", office.sector):
        return True
    return office.sector in POLITICAL and told in POLITICAL


FELLOWS: Final = frozenset("mwenzake mwenzao mwenzi wenzake wenzao wengine mwingine".split())
"""They stand beside somebody who was told, and are seldom meant again."""


def only_describes(text: Text, phrase: NounPhrase, names: tuple[Entity, ...]) -> bool:
    """What stands after «ni», «ndiye», «kama» describes somebody told already: «Juma, ambaye ni waziri wa Togo».

    `names` are those in the phrase.
    """
    if phrase.first and (text.lowers[phrase.head] in FELLOWS or text.lowers[phrase.first - 1] == "hakuna"):
        return True
    if phrase.first == 0 or phrase.name or any(name.type == "PER" for name in names):
        return False
    before = text.types[phrase.first - 1]
    verb = VOCABULARY.analyses(before)[0].verb
    if verb is not None and verb.stem == "wa":
        return True  # «ambaye alikuwa rais wa Togo»
    return category(text, phrase.first - 1) == "U" or VOCABULARY.lowers[before] == "kama"
