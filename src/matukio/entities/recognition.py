"""The names in an article: persons, organisations and places, with what the tables know of them.

«Rais Vladimir Putin aliwasili Pyongyang. Putin alisema …»: Vladimir Putin twice, Pyongyang once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from matukio.entities.finding import Found, find_by_rules
from matukio.entities.knowledge import Entry
from matukio.entities.matching import folded, names
from matukio.entities.roles import with_roles
from matukio.entities.sequences import CONNECTIVES, begins_sentence
from matukio.entities.tagging import spans, tags_of_names
from matukio.entities.variants import with_misspelt
from matukio.entities.words import body_words, not_names
from matukio.record import Entity, Evidence
from matukio.swahili import analyze
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

LEARNED = "name: learned"
THINGS = frozenset("meli kimbunga dhoruba filamu".split())
LONG_STEM = 4
"""How many letters a verb's stem has at least not to be a name by chance."""
HEADING = 2
"""More words than so many, all in capitals, are a heading and not a name."""


def find_entities(text: Text | str, published: date | None = None, weights: str | None = None) -> tuple[Entity, ...]:
    """Names of persons, organisations and places in order, with ids n1, n2 …

    `published` decides who held which office: who governed until 2017 is a notable (ELI) in 2019. `weights` names the
    tagger's weights or a model, as for `tag_tokens`; by default the best installed.
    """
    words = analyze(text) if isinstance(text, str) else text
    year = published.year if published else None
    found = find_by_rules(words)
    kept = [
        each
        for each in _agreed(words, found, spans(tags_of_names(words, found, weights)))
        if each.entry is not None or not _names_nobody(words, each)
    ]
    kept = [_of_body_words(words, _after_its_verb(words, each)) for each in kept]
    known = with_misspelt(words, kept)
    return with_roles(words, [_entity(words, number, each, year) for number, each in enumerate(known, 1)])


def _names_nobody(text: Text, each: Found) -> bool:
    """Words of a heading in capitals («WASICHANA WABADILISHA DHANA»), what never names anybody («Celsius»), ships and
    storms («meli ya Ever Given») and verbs («Nina matumaini»)."""
    lone = each.last == each.first + 1
    if (lone or (each.type == "PER" and each.rule == LEARNED)) and folded(text.types[each.first]) in not_names():
        return True
    if each.type == "ORG" and not lone and VOCABULARY.lowers[text.types[each.last - 1]] in CONNECTIVES:
        return True  # «[Shirika la Habari la] AFP»
    if each.type == "PER" and (_is_of_a_thing(text, each.first) or (lone and _is_verb(text, each.first))):
        return True
    sentence = text.sentence_at(text.starts[each.first])
    words = text.string[sentence.start : sentence.end]
    line = words.partition("\n")[0]
    return each.last > each.first + 1 and line.isupper() and len(line.split()) > HEADING


def _after_its_verb(text: Text, each: Found) -> Found:
    """«“Namfahamu Juma Moussa», «Mtayarishi- Juma Moussa»: the name without a verb or word that stands before it."""
    if each.type != "PER" or each.last == each.first + 1:
        return each
    hyphen = text.ends[each.first]
    if each.first + 2 < each.last and text.string[hyphen : hyphen + 2] in ("- ", "– "):
        return replace(each, first=each.first + 2)  # «Mtayarishi- Asha Zuberi»
    if each.entry is not None:
        return each
    verbs = [reading.verb for reading in VOCABULARY.analyses(text.types[each.first]) if reading.verb is not None]
    if not any(verb.subject and verb.object and len(verb.stem) >= LONG_STEM for verb in verbs):
        return each  # «Naila» is no «I eat it»
    opens = begins_sentence(text, each.first, text.sentence_at(text.starts[each.first]).first)
    return replace(each, first=each.first + 1) if opens else each


def _of_body_words(text: Text, each: Found) -> Found:
    """«High Committee» is no person."""
    if each.type != "PER" or each.entry is not None or each.last == each.first + 1:
        return each
    return replace(each, type="ORG") if folded(text.types[each.last - 1]) in body_words() else each


def _is_of_a_thing(text: Text, first: int) -> bool:
    """«meli ya …», «kimbunga …» before a name."""
    before = [VOCABULARY.lowers[type_id] for type_id in text.types[max(0, first - 2) : first]]
    return bool(before) and (before[-1] in THINGS or (before[-1] == "ya" and before[0] in THINGS))


def _is_verb(text: Text, index: int) -> bool:
    """«Nina matumaini»: a verb that opens a sentence or clause, before a word without a capital."""
    if VOCABULARY.analyses(text.types[index])[0].verb is None or index + 1 >= len(text):
        return False
    opens = begins_sentence(text, index, text.sentence_at(text.starts[index]).first)
    after = text.string[text.starts[index + 1]]
    return (opens or text.string[text.starts[index - 1]] == ",") and after.islower()


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
    match = names().at(text, first, last)
    if match is not None and match.last == last:
        exact = next((entry for entry in match.entries if entry.type == type_ and entry.full), None)
        if exact is not None:
            return exact
    inside = (each.entry for each in found if first <= each.first and each.last <= last and each.type == type_)
    return next((entry for entry in inside if entry is not None and entry.full), None)


def _entity(text: Text, number: int, found: Found, year: int | None) -> Entity:
    span = text.span(found.first, found.last)
    evidence = {"type": (Evidence(found.rule, span.start, span.end),)}
    entry = found.entry
    if entry is None:
        return Entity(f"n{number}", found.type, span.text, span.start, span.end, evidence=evidence)
    return Entity(
        f"n{number}", found.type, span.text, span.start, span.end,
        entry.link, entry.name, entry.country, entry.sector_in(year), evidence,
    )  # fmt: skip
