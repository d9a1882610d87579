"""What looks like a name and names nobody: «meli ya Ever Given», «Abraham Accords», “Trial by Media”, headings.

Only of what no table knows: «kimbunga Idai» is a storm, «kundi la “Zambora”» a group in quotation marks.
"""

from __future__ import annotations

from typing import Final

from matukio.entities.finding import Found
from matukio.entities.knowledge import first_names
from matukio.entities.matching import folded
from matukio.entities.sequences import begins_sentence, body_type, person_type
from matukio.entities.words import not_names, thing_words, things
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

LEARNED: Final = "name: learned"
HEADING: Final = 2
"""More words than so many, all in capitals, are a heading and not a name."""
AFTER_THING: Final = frozenset("ya hiyo huo hicho hilo hizo".split())
VESSELS: Final = (["meli", "ya"], ["kimbunga", "cha"], ["manowari", "ya"], ["nyambizi", "ya"])
OPEN: Final = "“\"‘'«"
CLOSE: Final = "”\"’'»"
SHOUTED: Final = 3
"""How many letters an ordinary word in capitals has at least to be one that is shouted and no abbreviation."""


def names_nobody(text: Text, each: Found) -> bool:
    """Words of a heading in capitals («WASICHANA WABADILISHA DHANA»), what never names anybody («Celsius»), things,
    titles and nicknames in quotation marks, and verbs («Nina matumaini»)."""
    lone = each.last == each.first + 1
    if (lone or (each.type == "PER" and each.rule == LEARNED)) and folded(text.types[each.first]) in not_names():
        return True
    if each.type == "ORG" and not lone and text.lowers[each.last - 1] in CONNECTIVES_AND_KWA:
        return True  # «[Shirika la Habari la] AFP»
    if each.type == "PER" and (_is_a_thing(text, each) or (lone and _is_verb(text, each.first))):
        return True
    if each.type == "ORG" and text.lowers[max(0, each.first - 2) : each.first] in VESSELS:
        return True
    if each.rule != body_type.name and _is_in_marks(text, each):
        return True
    sentence = text.sentence_at(text.starts[each.first])
    line = text.string[sentence.start : sentence.end].partition("\n")[0]
    return line.isupper() and ((not lone and len(line.split()) > HEADING) or (lone and _is_shouted(text, each.first)))


def _is_a_thing(text: Text, each: Found) -> bool:
    """«meli ya …», «meli hiyo …», «kimbunga …» before a name; «Abraham Accords»."""
    if each.last > each.first + 1 and is_of_kind(text, each, thing_words()):
        return True
    at = each.first - 1
    after = text.lowers[at] if at > 0 else ""
    at -= after in AFTER_THING
    if at < 0 or text.lowers[at] not in things():
        return False
    of_whom = at > 0 and after != "ya" and text.lowers[at - 1] in CONNECTIVES_AND_KWA
    return not of_whom  # «mwandishi wa riwaya Asha Zuberi», «mwanzilishi wa tuzo hizo Asha Zuberi»


def is_of_kind(text: Text, each: Found, kinds: dict[str, bool], both: bool = False) -> bool:
    """Whether the name's last word, or its first, tells of such a kind: «South Dragon», but not «George Hill»."""
    words = [text.types[each.last - 1], *([text.types[each.first]] if both else [])]
    somebody = folded(text.types[each.first]) in first_names() or each.rule == person_type.name
    return any(not (kinds[word] and somebody) for word in map(folded, words) if word in kinds)


def _is_in_marks(text: Text, each: Found) -> bool:
    """“Trial by Media”, ‘Bulldozer’: a title or nickname, alone between quotation marks; «shirika la “Zambora”» is a
    body."""
    start, end, string = text.starts[each.first], text.ends[each.last - 1], text.string
    if start == 0 or end == len(string) or string[start - 1] not in OPEN or string[end] not in CLOSE:
        return False
    before = each.first - 2  # past the mark
    return each.type != "ORG" or before < 0 or text.lowers[before] not in CONNECTIVES_AND_KWA


def _is_shouted(text: Text, index: int) -> bool:
    """«WAKAZI», «KIKAO»: an ordinary word in capitals."""
    string = VOCABULARY.strings[text.types[index]]
    return len(string) >= SHOUTED and any(not reading.guess for reading in VOCABULARY.analyses(text.types[index]))


def _is_verb(text: Text, index: int) -> bool:
    """«Nina matumaini»: a verb that opens a sentence or clause, before a word without a capital; «Togo Yajibu», a
    heading's verb after its subject."""
    opens = begins_sentence(text, index, text.sentence_at(text.starts[index]).first)
    readings = VOCABULARY.analyses(text.types[index])
    if index + 1 < len(text) and (opens or text.string[text.starts[index - 1]] == ","):
        ordered = opens and any(r.verb is not None and r.verb.tense == "imperative" and not r.guess for r in readings)
        noun = ordered and text.likeliest[index + 1].upos == "NOUN"  # «Linda kura yako»
        return (readings[0].verb is not None or noun) and text.string[text.starts[index + 1]].islower()
    subjects = [reading.verb.subject for reading in readings if reading.verb is not None and not reading.guess]
    of_things = any(subjects) and not any(subject and 1 in subject.classes for subject in subjects)
    return of_things and not opens and text.string[text.starts[index - 1]].isupper()
