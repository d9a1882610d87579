"""Names mended by their words and neighbours: «“Namfahamu Asha Zuberi», «South Dragon», «Togo, Ghana na Zambora».

What rules and tagger found is cut where a word does not belong to it, and is a place or body where its words say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from matukio.entities.finding import Found
from matukio.entities.fused import apart
from matukio.entities.knowledge import Entry
from matukio.entities.matching import folded, names
from matukio.entities.nobody import LEARNED, is_of_kind
from matukio.entities.sequences import begins_sentence
from matukio.entities.words import body_words, place_words
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

LONG_STEM: Final = 4
"""How many letters a verb's stem has at least not to be a name by chance."""
MINISTRIES: Final = frozenset(["nje", "ndani", "kigeni"])
TOWARDS: Final = frozenset("kuelekea kwelekea ikielekea hadi mpaka".split())
MOVING: Final = frozenset("tokea elekea wasili fika hamia zaliwa tembelea zuru".split())
"""Verbs after which a place stands: «ametokea Zambora»."""
GROUNDS: Final = frozenset("barabara bonde daraja kisiwa mlima msitu mtaa mto uwanja ziwa".split())
BYLINE: Final = "imetayarishwa"


def mended(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The names, each as its words and those beside it show it to be."""
    before: Found | None = None
    families: set[str] = set()
    for each in (part for whole in found for part in apart(text, whole)):
        each = _of_its_words(text, _after_its_verb(text, _whole_ministry(text, each)))
        if each.entry is None and each.rule == LEARNED:
            each = _in_byline(text, _among_places(text, _beside_its_side(text, _of_its_ground(text, each)), before))
            if each.type == "LOC" and each.last == each.first + 1 and folded(text.types[each.first]) in families:
                each = replace(each, type="PER")  # «Juma Zamboro … wamemkamata Zamboro»
        if each.type == "PER" and each.last > each.first + 1:
            families.add(folded(text.types[each.last - 1]))
        yield each
        before = each


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


def _of_its_words(text: Text, each: Found) -> Found:
    """«High Committee» and «South Dragon» are no persons."""
    if each.type != "PER" or each.entry is not None or each.last == each.first + 1:
        return each
    if folded(text.types[each.last - 1]) in body_words():
        return replace(each, type="ORG")
    return replace(each, type="LOC") if is_of_kind(text, each, place_words(), both=True) else each


def _whole_ministry(text: Text, each: Found) -> Found:
    """«Wizara ya Mambo ya nje», whose last words often lack their capitals."""
    after = [VOCABULARY.lowers[type_id] for type_id in text.types[each.last : each.last + 2]]
    cut = each.type == "ORG" and text.lowers[each.last - 1] in ("mambo", "masuala")
    return replace(each, last=each.last + 2) if cut and after[:1] == ["ya"] and after[-1] in MINISTRIES else each


def _of_its_ground(text: Text, each: Found) -> Found:
    """«Barabara ya Zambora», «Uwanja wa Zamboro»: a place by its first word, whatever the tagger takes it for."""
    return replace(each, type="LOC") if each.type == "ORG" and text.lowers[each.first] in GROUNDS else each


def _among_places(text: Text, each: Found, before: Found | None) -> Found:
    """«Togo, Ghana na Zambora», «kuelekea Zambora», «ametokea Zambora»: one word that the tagger took for a person."""
    if each.type != "PER" or each.last > each.first + 1 or each.first == 0 or _does_something(text, each.last):
        return each
    previous = text.types[each.first - 1]
    joined = before is not None and before.type == "LOC" and before.last == each.first - 1
    listed = joined and VOCABULARY.lowers[previous] in (",", "na")
    verb = next((reading.verb for reading in VOCABULARY.analyses(previous) if reading.verb is not None), None)
    moves = verb is not None and not verb.passive and not MOVING.isdisjoint(verb.chain)
    return replace(each, type="LOC") if listed or moves or VOCABULARY.lowers[previous] in TOWARDS else each


def _beside_its_side(text: Text, each: Found) -> Found:
    """«magharibi mwa Zambora Mbau»: a side is a place's, of however many words."""
    sided = each.first > 0 and text.lowers[each.first - 1] == "mwa"
    return replace(each, type="LOC") if sided and each.type != "LOC" else each


def _does_something(text: Text, index: int) -> bool:
    """Whether a verb whose subject is a person or people stands at a word: «na Zuberi alisema»."""
    if index >= len(text):
        return False
    verb = text.likeliest[index].verb
    return verb is not None and verb.subject is not None and not verb.subject.classes.isdisjoint((1, 2))


def _in_byline(text: Text, each: Found) -> Found:
    """«Imetayarishwa na Asha Zuberi Lusaka»: whoever wrote it is a person, without the place that follows."""
    sentence = text.sentence_at(text.starts[each.first])
    opening = [VOCABULARY.lowers[type_id] for type_id in text.types[sentence.first : sentence.first + 2]]
    if BYLINE not in opening or each.type == "LOC" or each.last == each.first + 1:
        return each  # «- Imetayarishwa …» too
    entries: list[Entry] = []
    if each.last > each.first + 2 and (match := names().at(text, each.last - 1, each.last)) is not None:
        entries = [entry for entry in match.entries if entry.type == "LOC"]
    return replace(each, type="PER", last=each.last - 1 if entries else each.last)
