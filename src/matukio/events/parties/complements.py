"""The party that a connective ties to an act: «shambulizi la Chad», «uteuzi wa mkuu wa polisi», «ubalozi wa Ghana»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import NOBODY, SETTLEMENTS, Scene, complement
from matukio.record import Party
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, category, phrase_at


@rule(
    "act: complement",
    "Shambulizi la Chad limelaaniwa na Togo.",
    "Rais ametengua uteuzi wa mkuu wa polisi.",
    never="Shambulizi dhidi ya waasi limelaaniwa.",
)
def complement_party(scene: Scene) -> Resolved:
    """The party in the wa/ya complement of the noun, or of the verb's object."""
    if scene.trigger.verb:
        predicate = scene.predicate
        heads: list[NounPhrase] = []
        if predicate is not None:
            heads = list(predicate.subjects if scene.passive else predicate.objects)
            if not scene.passive and predicate.relative_head is not None and not predicate.subject_is_head:
                heads.append(predicate.relative_head)  # «kambi ya waasi ambayo jeshi liliiteka»
        phrase = next((p for p in heads if p.first not in scene.time_words), None)
    else:
        phrase = scene.trigger.phrase
        if scene.act.rest and phrase is not None and phrase.last < scene.trigger.last:  # «uungaji mkono wa Togo»
            phrase = phrase_at(scene.text, scene.trigger.last - 1, scene.clauses.sentence.last) or phrase
    if phrase is None or scene.lower(phrase.head) in SETTLEMENTS:
        return NOBODY  # «walivamia vijiji vya Sokode na Bafilo»
    found = complement(scene, phrase)
    if found is None or scene.act.lemma in CHARGES and _in_what_is_alleged(scene, phrase, found):
        return NOBODY
    return scene.resolve(scene.phrases_after(found), complement_party.name)


CHARGES: Final = frozenset("madai mashitaka mashtaka shitaka shtaka shutuma tuhuma".split())


def _in_what_is_alleged(scene: Scene, charge: NounPhrase, party: NounPhrase) -> bool:
    """«tuhuma za wizi wa fedha za wizara»: the ministry is in what is alleged, and alleges nothing."""
    return sum(category(scene.text, i) == "C" for i in range(charge.head + 1, party.first)) > 1


@rule(
    "act: whose it is",
    "Ubalozi wa Ghana mjini Lomé umefungwa.",
    "Balozi wa Ghana nchini Togo ameitwa nyumbani.",
    never="Ubalozi wa Ghana mjini Lomé ulifungwa na serikali ya Togo.",
)
def owner(scene: Scene) -> Resolved:
    """Whose the subject of a passive is, where nobody is told who did it: a state shuts its own embassy and recalls its
    own ambassador, who travels puts his own visit off."""
    predicate = scene.predicate
    if not scene.passive or predicate is None or any(o.preposition == "na" for o in predicate.obliques):
        return NOBODY
    found = complement_party(scene)
    parties = tuple(_without_place(party) for party in found.parties)
    return Resolved(parties, tuple(replace(each, rule=owner.name) for each in found.evidence))


def _without_place(party: Party) -> Party:
    """«ziara ya Waziri Moussa nchini Togo»: where he was to go is no part of his name."""
    at = party.text.find(" nchini ")
    return party if at < 0 else replace(party, text=party.text[:at], end=party.start + at)
