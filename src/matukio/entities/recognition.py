"""The names in an article: persons, organisations and places, with what the tables know of them.

«Rais Vladimir Putin aliwasili Pyongyang. Putin alisema …»: Vladimir Putin twice, Pyongyang once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from matukio.entities.finding import Found, find_by_rules
from matukio.entities.knowledge import Entry
from matukio.entities.matching import folded, names
from matukio.entities.mending import mended
from matukio.entities.nobody import LEARNED, names_nobody
from matukio.entities.roles import with_roles
from matukio.entities.sequences import can_be_name
from matukio.entities.tagging import spans, tags_of_names
from matukio.entities.types import flags_of
from matukio.entities.variants import with_misspelt
from matukio.record import Entity, Evidence
from matukio.swahili import analyze
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.text import Text


def find_entities(text: Text | str, published: date | None = None, weights: str | None = None) -> tuple[Entity, ...]:
    """Names of persons, organisations and places in order, with ids n1, n2 …

    `published` decides who held which office: who governed until 2017 is a notable (ELI) in 2019. `weights` names the
    tagger's weights or a model, as for `tag_tokens`; by default the best installed.
    """
    words = analyze(text) if isinstance(text, str) else text
    year = published.year if published else None
    flags = flags_of(words)
    found = find_by_rules(words, flags)
    kept = [
        each
        for each in _agreed(words, found, spans(tags_of_names(words, found, flags, weights)))
        if each.entry is not None or not names_nobody(words, each)
    ]
    known = with_misspelt(words, [*mended(words, kept)])
    return with_roles(words, [_entity(words, number, each, year) for number, each in enumerate(known, 1)])


def _agreed(text: Text, found: Sequence[Found], tagged: Sequence[tuple[int, int, str]]) -> list[Found]:
    """The tagged names, each as the rules found it where they agree, else with what the tables know of its words.

    What the rules found where the tagger saw nothing, or only a place inside a body's name, stays.
    """
    by_words = {(each.first, each.last): each for each in found}
    covered = {index: type_ for first, last, type_ in tagged for index in range(first, last)}
    agreed = {(first, last) for first, last, _ in tagged} & by_words.keys()
    kept = [each for each in found if _adds(each, agreed, covered)]
    inside = {index for each in kept for index in range(each.first, each.last)}
    for first, last, type_ in tagged:
        if first in inside:
            continue
        same = by_words.get((first, last))
        if same is None or (same.type != type_ and same.entry is None):
            same = Found(first, last, type_, LEARNED, _entry(text, first, last, type_, found))
        kept.append(same)
    return sorted(kept, key=lambda each: each.first)


def _adds(each: Found, agreed: Collection[tuple[int, int]], covered: Mapping[int, str]) -> bool:
    """Whether a name of the rules stays beside the tagged ones: «Wizara ya Ulinzi ya Sudan» where «Sudan» is tagged."""
    if (each.first, each.last) in agreed:
        return False
    types = {covered[index] for index in range(each.first, each.last) if index in covered}
    if not types:
        return True
    first_outside = each.first not in covered and covered.get(each.last) != "LOC"
    return each.type == "ORG" and types == {"LOC"} and first_outside


def _entry(text: Text, first: int, last: int, type_: str, found: Sequence[Found]) -> Entry | None:
    """What the tables know of exactly these words, else of a full name among them: «Washington» in «Washington, DC»."""
    around = (each for each in found if each.first < first and each.last == last and each.type == type_ == "LOC")
    whole = next((each.entry for each in around if each.entry is not None), None)
    if whole is not None:
        return whole  # «[jimbo la] Niger» is Nigeria's
    match = names().at(text, first, last)
    if match is not None and match.last == last:
        exact = next((entry for entry in match.entries if entry.type == type_ and entry.full), None)
        if exact is not None:
            return exact
    inside = [each for each in found if first <= each.first and each.last <= last and each.type == type_]
    if type_ == "ORG" and any(_is_of_another(text, first, last, each) for each in inside):
        return None
    own = [each for each in inside if not _is_called_after(text, last, each)]
    return next((each.entry for each in own if each.entry is not None and each.entry.full), None)


def _is_called_after(text: Text, last: int, inside: Found) -> bool:
    """«Liverpool Echo» is called after the club's town; «Zamalek ya Misri» is the club."""
    club = inside.entry is not None and inside.entry.kind == "club" and inside.last < last
    return club and text.lowers[inside.last] not in CONNECTIVES_AND_KWA


ENGLISH: Final = frozenset("for of center centre development".split())


def _is_of_another(text: Text, first: int, last: int, inside: Found) -> bool:
    """«Center for Democratic Development» is not the Democratic party, nor «Zamboro Congress» that of a state: English
    words around a known body's name, or a name right before it."""
    lone = inside.last == inside.first + 1 and not text.string[text.starts[inside.first] :][:2].isupper()
    if lone and first < inside.first and can_be_name(text, inside.first - 1):
        return names().at(text, inside.first - 1, inside.first) is None
    around = {folded(text.types[index]) for index in (*range(first, inside.first), *range(inside.last, last))}
    return not around.isdisjoint(ENGLISH)


def _entity(text: Text, number: int, found: Found, year: int | None) -> Entity:
    start, end = text.starts[found.first], text.ends[found.last - 1]
    evidence = {"type": (Evidence(found.rule, start, end),)}
    entry = found.entry
    if entry is None:
        return Entity(f"n{number}", found.type, text.string[start:end], start, end, evidence=evidence)
    return Entity(
        f"n{number}", found.type, text.string[start:end], start, end,
        entry.link, entry.name, entry.country, entry.sector_in(year), evidence,
    )  # fmt: skip
