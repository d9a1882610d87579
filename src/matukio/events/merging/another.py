"""What a telling says of its being another act than those told before: «mlipuko mwingine», a number of victims since
some time, a date long before the article's, another person by name.

«Polisi wamewakamata wavuvi. Mwaka 2015 polisi waliwakamata wavuvi.» tells of two arrests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import namings
from matukio.events.merging.mentions import Mention
from matukio.events.merging.posts import titles
from matukio.record import Time
from matukio.references import Discourse
from matukio.swahili import category

ANOTHER: Final = frozenset(
    "mwingine mwengine mwingineo nyingine nyengine mengine lingine jingine kingine chengine vingine zaidi".split()
)


BESIDES: Final = frozenset("pia aidha vilevile kadhalika".split())
OF: Final = frozenset("cha la wa vya ya".split())


def is_another(scene: Scene) -> bool:
    """«mlipuko mwingine», «maandamano zaidi yanatarajiwa», but not «mashambulizi zaidi ya kumi»."""
    predicate = scene.predicate
    if not scene.trigger.verb and scene.lower(scene.clauses.sentence.first) in BESIDES:
        return scene.lower(scene.trigger.last) in OF  # «Pia ameshtakiwa na jaribio la kumuua rafiki yake»
    if not scene.trigger.verb or scene.act.rest:  # «lilifanya mapinduzi mengine»
        return _says_another(scene, scene.trigger.last)
    if predicate is None:
        return False
    return any(  # «mlipuko mwingine uliwaua watu wawili»
        namings(scene.text.types[p.head]) and _says_another(scene, p.head + 1) for p in predicate.subjects
    )


def _says_another(scene: Scene, index: int) -> bool:
    return scene.lower(index) in ANOTHER and scene.lower(index + 1) != "ya"


SERIES: Final = frozenset("mfululizo msururu mlolongo".split())


def sums_up(scene: Scene, dead: int | None) -> bool:
    """«watu 100 wameuawa tangu Mei», «katika kipindi hiki», «mfululizo wa mauaji»: how many all in all."""
    if scene.act.type != "ASSAULT":
        return False
    if not scene.trigger.verb:
        return scene.lower(scene.trigger.first - 1) == "wa" and scene.lower(scene.trigger.first - 2) in SERIES
    if dead is None:
        return False
    return any(scene.lower(i) in ("tangu", "toka", "kipindi") for i in range(scene.trigger.last, scene.scope()[1]))


MONTHS: Final = 6
"""How many months before the newest day of the article an act is one of the past."""


def told_as_past(mention: Mention, times: Sequence[Time]) -> Mention:
    """The mention, marked when its date is long before the days that «jana», «Jumatatu» name."""
    if mention.date is None:
        return mention
    days = [t.value[:7] for t in times if DAY.match(t.value) and not any(letter.isdigit() for letter in t.text)]
    value = mention.date.value
    if not days or not value[:3].isdigit():
        return mention
    newest = max(days)
    month = value[5:7] if value[5:7].isdigit() else "12"
    year = int(value[:4].replace("X", "9"))
    passed = 12 * (int(newest[:4]) - year) + int(newest[5:7]) - int(month)
    return replace(mention, past=True) if passed >= MONTHS else mention


DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def persons_named(discourse: Discourse, mentions: Sequence[Mention]) -> dict[tuple[int, int], tuple[str, ...]]:
    """The words of each person's name among the parties, by where the party stands."""
    found = dict[tuple[int, int], tuple[str, ...]]()
    text = discourse.text
    for party in {p for m in mentions for p in (*m.actors, *m.recipients)}:
        first, last = text.indices_at(party.start, party.end)
        name = next((n for n in discourse.names_in(first, last) if n.type == "PER"), None)
        if name is None:
            continue
        index = text.index_at(name.start) - 1
        while index >= first and text.lowers[index] in titles():
            index -= 1
        if index < first or category(text, index) != "C":  # «wafuasi wa Rais Ruto» are not Ruto
            found[party.start, party.end] = tuple(name.text.lower().replace(",", " ").split())
    return found
