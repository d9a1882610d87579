"""Members of a group that the text tells by themselves: «watu watano, akiwemo afisa wa polisi».

«Wakenya watatu na raia wa Canada ni kati ya watu 26 waliouawa»: those told before «ni kati ya» were killed too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.record import Party
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate, category

INCLUDING: Final = frozenset("akiwemo wakiwemo ikiwemo zikiwemo likiwemo yakiwemo vikiwemo akiwamo wakiwamo".split())
AS_WELL: Final = {
    "ikiwa": (["ikiwa", "ni", "pamoja", "na"], ["ikiwa", "pamoja", "na"]),
    "kama": (["kama", "vile"],),
    "miongoni": (["miongoni", "mwao"],),
}
"""Words before those told besides, by the first of them."""
AMONG: Final = {
    "ya": (["ni", "kati", "ya"], ["ni", "mmoja", "kati", "ya"]),
    "mwa": (["ni", "miongoni", "mwa"], ["ni", "mmoja", "miongoni", "mwa"]),
    "wa": (["ni", "mmoja", "wa"],),
}
"""Words after those told among others, by the last of them."""
REACH: Final = 4
"""How many words may stand between a group and «wakiwemo»: «watu watano wameuawa jana, wakiwemo …»."""


@rule(
    "act: members of a group",
    "Watu watano, akiwemo afisa wa polisi wa Togo, waliuawa na waasi.",
    "Jeshi limelaumu makundi ya waasi, ikiwa ni pamoja na Al-Shabaab.",
    "Waziri wa Togo ni miongoni mwa watu wanne waliouawa na waasi.",
    never="Watu watano waliuawa na waasi.",
)
def members(scene: Scene, group: Party) -> Resolved:
    """Who is told after «akiwemo», or before «ni miongoni mwa», does or undergoes what the group does."""
    sentence, text = scene.clauses.sentence, scene.text
    if not sentence.start <= group.start < sentence.end:
        return NOBODY
    first, last = text.indices_at(group.start, group.end)
    found = _told_after(scene, last) or _told_before(scene, first)
    return scene.resolve(found, members.name) if found else NOBODY


@rule(
    "act: who they are",
    "Polisi wa Togo wamewakamata wabunge wawili. Waliokamatwa ni Juma Moussa na Koffi Mensah.",
    "Miongoni mwa waliouawa ni kamanda wa jeshi la Togo.",
    never="Wabunge wa Togo waliokamatwa ni wanachama wa upinzani.",
)
def who_they_are(scene: Scene, predicate: Predicate) -> Resolved:
    """«waliokamatwa ni A na B», «wengine waliouawa ni pamoja na C»: people told by a relative verb alone have their
    names after «ni»."""
    at = predicate.last
    if predicate.outer.relative is None or scene.lower(at) != "ni":
        return NOBODY
    before = scene.lower(predicate.first - 1) if predicate.first > scene.clauses.sentence.first else ""
    if before not in ("", "mwa", "wengine", "mwingine", ",", "“", '"'):
        return NOBODY
    at += 3 if (scene.lower(at + 1), scene.lower(at + 2)) == ("pamoja", "na") else 1
    phrase = next((p for p in scene.clauses.phrases if p.first == at), None)
    if phrase is None:
        return NOBODY
    found = scene.resolve(scene.phrases_after(phrase), who_they_are.name)
    return found if any(p.name or p.sector for p in found.parties) else NOBODY


THOSE: Final = frozenset("hao hayo hivyo hizo".split())


@rule(
    "act: who the group are",
    "Nchi tatu zimesaini mkataba huo. Nchi hizo ni Togo, Ghana na Benin.",
    "Rais wa Kenya alikutana na viongozi wawili. Viongozi hao ni Rais wa Togo na Rais wa Benin.",
    never="Nchi tatu zimesaini mkataba huo. Nchi hizo ni maskini.",
)
def who_the_group_are(scene: Scene, group: Party) -> Resolved:
    """«Nchi hizo ni A, B na C» right after the sentence of a group tells who they are, whose states are known."""
    sentence, text = scene.clauses.sentence, scene.text
    if not sentence.start <= group.start < sentence.end or sentence.index + 1 >= len(scene.discourse.clauses):
        return NOBODY
    following = scene.discourse.clauses[sentence.index + 1]
    at = following.sentence.first
    taken_up = [text.lowers[text.index_at(group.start)], "ni"]
    if (
        at + 3 >= following.sentence.last
        or text.lowers[at : at + 3 : 2] != taken_up
        or text.lowers[at + 1] not in THOSE
    ):
        return NOBODY
    phrase = next((p for p in following.phrases if p.first == at + 3), None)
    if phrase is None:
        return NOBODY
    there = replace(scene, clauses=following, time_words=frozenset())
    found = there.resolve(there.phrases_after(phrase), who_the_group_are.name)
    return found if len(found.parties) > 1 and all(p.country and p.sector for p in found.parties) else NOBODY


def _told_after(scene: Scene, last: int) -> list[NounPhrase]:
    """«watu watano (wameuawa), wakiwemo X na Y»: one finite verb at most stands between."""
    verbs = 0
    upto = min(last + REACH, scene.clauses.sentence.last - 1)
    for index in range(last, upto):
        if index in scene.time_words:
            continue
        at = index + 1 if scene.lower(index) in INCLUDING else _past_words(scene, index)
        if at is not None:
            phrase = next((p for p in scene.clauses.phrases if p.first == at), None)
            return scene.phrases_after(phrase) if phrase is not None else []
        kind = category(scene.text, index)
        verbs += kind == "V"
        if verbs > 1 or kind in "NPI":
            break
    return []


def _past_words(scene: Scene, index: int) -> int | None:
    """Where the members begin if words like «ikiwa ni pamoja na» stand here."""
    upto = scene.clauses.sentence.last
    lowers = scene.text.lowers
    for words in AS_WELL.get(lowers[index], ()):
        if index + len(words) < upto and lowers[index : index + len(words)] == words:
            return index + len(words)
    return None


def _told_before(scene: Scene, first: int) -> list[NounPhrase]:
    """«X, Y na Z ni kati ya watu 26»: the phrases that end before «ni», back over what joins them."""
    for words in AMONG.get(scene.lower(first - 1), ()):
        at = first - len(words)
        if at <= scene.clauses.sentence.first or scene.text.lowers[at:first] != words:
            continue
        phrase = next((p for p in scene.clauses.phrases if p.last == at), None)
        if phrase is not None:
            return scene.joined_to(phrase)
    return []
