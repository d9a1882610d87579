"""Which phrases can be parties: persons, people, countries, bodies, and the complement of what is none.

In «Serikali ya Chad imelaani hatua ya Libya» the phrase «hatua ya Libya» is no party, but «Libya» in it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.lexicon.acts import namings
from matukio.references import Discourse
from matukio.swahili import NounPhrase, Text, category, phrase_at
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.phrases import THOSE
from matukio.swahili.vocabulary import VOCABULARY, ByForm


def acting(discourse: Discourse, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase, or the complement in it, that can be a party: «hatua ya Libya» → «Libya»; None when nothing can."""
    if can_act(discourse, phrase):
        return phrase
    text = discourse.text
    if befalls(text, phrase.head) or VOCABULARY.lowers[text.types[phrase.head]] in FOR_OFFICE:
        return None
    for index in range(phrase.head + 1, phrase.last - 1):
        if category(text, index) == "C":
            inner = phrase_at(text, index + 1, phrase.last)
            about = VOCABULARY.lowers[text.types[phrase.head]] in ABOUT
            if inner is not None and (not about or discourse.names_in(inner.first, inner.last)):
                found = acting(discourse, _to_infinitive(text, inner))
                return None if found is not None and _is_signed_in(discourse, phrase, found) else found
    return None


def _to_infinitive(text: Text, phrase: NounPhrase) -> NounPhrase:
    """«uamuzi wa [Rais] wa kuwafukuza»: what somebody decides is the decision's, and not in his name."""
    for index in range(phrase.head + 1, phrase.last - 1):
        if category(text, index) == "C" and category(text, index + 1) == "I":
            return replace(phrase, last=index)
    return phrase


TREATIES: Final = frozenset("makubaliano mkataba mikataba itifaki azimio tamko".split())
NAMED_AFTER_TOWNS: Final = TREATIES | {"mazungumzo", "mchakato"}


def _is_signed_in(discourse: Discourse, phrase: NounPhrase, place: NounPhrase) -> bool:
    """«mkataba wa Lomé»: the town gave the treaty its name and is no side of it."""
    if VOCABULARY.lowers[discourse.text.types[phrase.head]] not in NAMED_AFTER_TOWNS or not place.name:
        return False
    return (discourse.describe(place.first, place.last).link or "").startswith("plc:") or any(
        name.type == "LOC" and not (name.link or "").startswith("cty:")
        for name in discourse.names_in(place.first, place.last)
    )


ABOUT: Final = frozenset("sheria muswada mswada suala masuala".split())
"""What is about those who follow and not theirs: «sheria ya vyombo vya habari»; a state's law is its own."""
FOR_OFFICE: Final = frozenset("uchaguzi chaguzi kura kiti viti wadhifa nyadhifa cheo vyeo".split())
"""What is for an office and not its holder's: «uchaguzi wa rais», «kiti cha ubunge»."""


def befalls(text: Text, head: int) -> bool:
    """«mauaji ya wavuvi»: whom a deed befell is not who answers for it."""
    return any(
        act.roles.get("of") == "recipient" for n in namings(text.types[head]) if not n.verb for act in n.acts[:1]
    )


def can_act(discourse: Discourse, phrase: NounPhrase) -> bool:
    """Whether the head names a person, people, a country or a body."""
    text = discourse.text
    if phrase.name:
        return True  # «Putin»
    names = discourse.names_in(phrase.first, phrase.last)
    if names and any(n.start <= text.starts[phrase.head] for n in names):
        return True  # «Umoja wa Mataifa»
    lower = text.lowers[phrase.head]
    if lower == "idadi" and text.lowers[phrase.head + 1 : phrase.head + 3][1:] == ["ujumbe"]:
        return False  # «idadi ya ujumbe wa Twitter»: messages, no delegation
    if lower in MONEY and _counts(text, phrase):
        return False
    kind = category(text, phrase.head)
    if kind in "ADRQ":
        if VOCABULARY.lowers[text.types[phrase.head]] in THOSE and phrase.last > phrase.head + 2:
            return (
                discourse.describe(phrase.first, phrase.last).sector is not None
            )  # «(jeshi la Togo na) lile la Ghana»
        return bool(phrase.classes & {1, 2})  # «wanne», «wengine»: a bare «600,000» says nobody
    if kind == "N" and phrase.head > 1 and text.lowers[phrase.head - 2] in RIGHTS and lower in HOLDERS:
        return False
    if lower == "pande" or SOMEBODY[text.types[phrase.head]]:
        return True  # «pande zote zimekubaliana»
    if any(not naming.verb for naming in namings(text.types[phrase.head])):
        return False
    known = discourse.describe(phrase.first, phrase.last)
    return known.sector is not None and any(rule in KINDS for rule in known.rules)


class Somebody(ByForm[bool]):
    """Whether a word type can be a noun for persons."""

    def tell(self, type_id: int) -> bool:
        readings = VOCABULARY.analyses(type_id)
        somebody = (r.animate and r.lemma not in nouns_of("animal") for r in readings if r.upos == "NOUN")
        return any(somebody)


SOMEBODY: Final = Somebody()


KINDS: Final = ("party: office", "party: body told before")
"""Rules that a phrase names whoever holds an office or a body, also «kundi hilo»."""
RIGHTS: Final = frozenset(["dhidi", "haki"])
HOLDERS: Final = frozenset(["binadamu", "mwanadamu", "wanadamu"])
"""«haki za binadamu», «uhalifu dhidi ya binadamu» are a matter, no party."""
MONEY: Final = frozenset("dola shilingi euro pauni paundi faranga randi naira".split())


def _counts(text: Text, phrase: NounPhrase) -> bool:
    """«dola milioni 360»: a sum, not the state that «dola» means too."""
    after = range(phrase.head + 1, min(phrase.last + 2, len(text)))
    return any(category(text, i) == "Q" or text.string[text.starts[i]].isdigit() for i in after)
