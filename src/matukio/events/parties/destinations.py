"""The country or town that an act leads to: «ziara nchini Togo», «amewasili Lomé», «ubalozi mjini Lomé umefungwa»."""

from __future__ import annotations

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.places.names import country_before
from matukio.references import Discourse, Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Oblique, category


@rule(
    "act: country or town it leads to",
    "Rais wa Ghana amefanya ziara nchini Togo.",
    "Waziri wa Ghana amewasili Lomé.",
    "Waasi walirusha makombora Ghana.",
    never="Rais wa Ghana amefanya ziara.",
)
def destination(scene: Scene) -> Resolved:
    """The country or town after «nchini», «katika», «kuelekea», or right after a verb of motion or a visit."""
    for oblique in scene.obliques():
        if oblique.sense in ("at", "towards", "until") and (place := _place(scene.discourse, oblique.phrase)):
            return scene.resolve(scene.phrases_after(place), destination.name)
        if oblique.sense == "at" and scene.lower(oblique.phrase.first) in ("humo", "hiyo", "huko", "hapo"):
            return _country_before(scene, oblique)
    if (told := _beside_owner(scene)) is not None:
        return scene.resolve((told,), destination.name)
    predicate = scene.predicate
    if scene.trigger.verb and predicate is not None:
        for phrase in predicate.objects:
            place = _place(scene.discourse, phrase) or _after_own_noun(scene, phrase)
            if place is not None and phrase.first not in scene.time_words:
                return scene.resolve((place,), destination.name)
    if (
        not scene.trigger.verb
        and scene.trigger.phrase is not None
        and (name := _name_inside(scene, scene.trigger.phrase))
    ):
        return scene.resolve((name,), destination.name)
    return NOBODY


def _country_before(scene: Scene, oblique: Oblique) -> Resolved:
    """«nchini humo»: the country told last."""
    text = scene.text
    name = country_before(scene, oblique.first)
    if name is None:
        return NOBODY
    first, last = text.indices_at(name.start, name.end)
    here = scene.evidence(destination.name, oblique.first, oblique.phrase.last)
    return Resolved((scene.discourse.party(first, last),), (here,))


def _place(discourse: Discourse, phrase: NounPhrase) -> NounPhrase | None:
    """The name of a place in a phrase that begins with one, or that is «mji wa Lomé»."""
    text = discourse.text
    for name in discourse.names_in(phrase.first, phrase.last):
        if name.type == "LOC":
            first, last = text.indices_at(name.start, name.end)
            before = category(text, first - 1) if first > phrase.first else ""
            if phrase.name or before == "C" or before == "E" or before == "B" or before == "A":
                return NounPhrase(first, first, last, frozenset({9}), True)
    return None


def _after_own_noun(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """«walirusha makombora Ghana»: a place right after the noun that is part of what names the act."""
    at = scene.trigger.last
    if not scene.act.rest or not phrase.first < at < phrase.last:
        return None
    for name in scene.discourse.names_in(at, phrase.last)[:1]:
        first, last = scene.text.indices_at(name.start, name.end)
        if name.type == "LOC" and first == at:
            return NounPhrase(first, first, last, frozenset({9}), True)
    return None


def _name_inside(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """«ziara yake ya kwanza Togo»: a place name in the noun's phrase that no connective ties to it."""
    return next(
        (
            place
            for place in [_place(scene.discourse, phrase)]
            if place is not None and category(scene.text, place.first - 1) != "C"
        ),
        None,
    )


def _beside_owner(scene: Scene) -> NounPhrase | None:
    """«Ubalozi wa Ghana mjini Lomé umefungwa»: the place told with the subject of the passive."""
    predicate = scene.predicate
    if not scene.passive or "owner" not in scene.act.roles or predicate is None or not predicate.subjects:
        return None
    first = predicate.subjects[-1].first
    for name in scene.discourse.names_in(first, predicate.first):
        at = scene.text.index_at(name.start)
        if name.type == "LOC" and scene.lower(at - 1) in ("nchini", "mjini", "jijini"):
            return NounPhrase(at, at, scene.text.index_at(name.end - 1) + 1, frozenset({9}), True)
    return None
