"""Names that no table knows, by their capitals and what stands around them: «msemaji Leon Kasonga», «kijiji cha Mbau».

Title or first name: a person. «mji wa», «huko»: a place. «kundi la», letters in capitals: an organisation.
"""

from __future__ import annotations

from typing import Final

from matukio.entities.knowledge import cue_ends, cues, first_names, opening_starts
from matukio.entities.matching import HYPHENS, Match, folded, names
from matukio.entities.rows import CACHES
from matukio.entities.words import not_names
from matukio.rules import rule
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY, ByForm

INNER: Final = frozenset("al el bin ibn ben de da du di del dos van von der den ten la le ould abu".split())
"""Small words inside a name: «Omar al Bashir», «Ursula von der Leyen»."""
JOINING: Final = CONNECTIVES_AND_KWA | {"na"}
CUE_LENGTH: Final = 5


def is_capitalised(text: Text, index: int) -> bool:
    return VOCABULARY.strings[text.types[index]][0].isupper()


def is_ordinary(text: Text, index: int) -> bool:
    """Whether the word's form is one of the language's own, whatever its capital: «Rais», «Mali», «Jumatatu»."""
    return _ORDINARY[text.types[index]]


class _Ordinary(ByForm[bool]):
    def tell(self, type_id: int) -> bool:
        lower, reading = VOCABULARY.lowers[type_id], LIKELIEST[type_id]
        return lower in not_names() or (reading.upos != "PROPN" and not reading.guess) or lower in cues()


_ORDINARY: Final = _Ordinary()
CACHES.append(_ORDINARY.clear)


def is_first_name(text: Text, index: int) -> bool:
    return folded(text.types[index]) in first_names()


def can_be_name(text: Text, index: int) -> bool:
    """A capitalised word that is not an ordinary one; a first name is one even where it is also a word."""
    return CAN_BE_NAME[text.types[index]]


class CanBeName(ByForm[bool]):
    """Whether a word type, by its capital and by what else it is, can stand in a name."""

    def tell(self, type_id: int) -> bool:
        string = VOCABULARY.strings[type_id]
        if not string[0].isupper() or not string[0].isalpha():
            return False
        fold = folded(type_id)
        return not _ORDINARY[type_id] or (fold in first_names() and fold not in not_names())


CAN_BE_NAME: Final = CanBeName()
CACHES.append(CAN_BE_NAME.clear)


def begins_sentence(text: Text, index: int, first: int) -> bool:
    """The first word of a sentence or quotation has its capital from there."""
    return index == first or VOCABULARY.strings[text.types[index - 1]] in "“\"«‘':(•-–"


def sequence_end(text: Text, first: int, limit: int) -> int:
    """End of the name that begins at word `first`: capitalised words with their initials, hyphens and small words."""
    at = first + 1
    while at < limit:
        string = VOCABULARY.strings[text.types[at]]
        if string == "." and len(VOCABULARY.strings[text.types[at - 1]]) == 1 and at + 1 < limit:
            if not can_be_name(text, at + 1):
                break
            at += 1
        elif _joins(text, at, limit):
            at += 2
        elif can_be_name(text, at) or (is_capitalised(text, at) and _follows_first_name(text, first, at)):
            if _starts_another(text, first, at, limit):
                break
            at += 1
        else:
            break
    return at


def _joins(text: Text, at: int, limit: int) -> bool:
    """Whether a hyphen without blanks or a small word ties the next word to the name."""
    if at + 1 >= limit:
        return False
    string = VOCABULARY.strings[text.types[at]]
    if string in HYPHENS:
        tied = text.starts[at] == text.ends[at - 1] and text.starts[at + 1] == text.ends[at]
        return tied and VOCABULARY.strings[text.types[at + 1]][0].isalpha()
    return string in INNER and is_capitalised(text, at + 1)


def _follows_first_name(text: Text, first: int, at: int) -> bool:
    """«Juma Nkamia», «Asha Simba»: after a first name any capitalised word is a surname, but no title or month."""
    lower = text.lowers[at]
    return at == first + 1 and is_first_name(text, first) and lower not in cues() and lower not in not_names()


def _starts_another(text: Text, first: int, at: int, limit: int) -> bool:
    """Whether a known name begins inside the sequence: «Kennes Bwire VOA», «Moussa Reuters»."""
    match = names().at(text, at, limit)
    if match is None:
        return False
    entry = match.entries[0]
    if at == first + 1 and is_first_name(text, first) and match.last == at + 1:
        return False  # «Michael Jordan», «George Washington»
    return match.last > at + 1 or entry.type == "ORG" or entry.kind in ("country", "capital")


def cue_before(text: Text, index: int, first: int) -> tuple[str, int] | None:
    """Type and first word of the longest cue that ends right before word `index`."""
    if index <= first or text.lowers[index - 1] not in cue_ends():
        return None
    for size in range(min(CUE_LENGTH, index - first), 0, -1):
        words = " ".join(text.lowers[index - size : index])
        cue = cues().get(words)
        if cue is not None:
            return cue.type, index - size
    return None


@rule(
    "name: title or first name", "Msemaji Zamboro Kitwana alisema hayo.", never="Mkutano ulifanyika katika mji wa Mbau."
)
def person_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """A person after a title («Jenerali Kasonga») or a place («Rais wa Mali …»), or by the first name."""
    before = first - 1
    if before > sentence and VOCABULARY.strings[text.types[before]] == ".":
        before -= 1  # «Dkt. Asha»
    cue = cue_before(text, before + 1, sentence)
    if cue is not None and cue[0] == "PER":
        return "PER"
    if cue is None and is_first_name(text, first) and (last > first + 1 or not begins_sentence(text, first, sentence)):
        return "PER"
    return None


@rule(
    "name: place word",
    "Mapigano yalitokea katika kijiji cha Mbaulo.",
    never="Wapiganaji wa kundi la Zambora walikimbia.",
)
def place_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """A place after «mji wa», «kijiji cha», «nchini», «huko»."""
    cue = cue_before(text, first, sentence)
    return "LOC" if cue is not None and cue[0] == "LOC" else None


@rule(
    "name: body word",
    "Wapiganaji wa kundi la Zambora walikimbia.",
    never="Mapigano yalitokea katika kijiji cha Mbaulo.",
)
def body_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """An organisation after «kundi la», «chama cha», «gazeti la»."""
    cue = cue_before(text, first, sentence)
    return "ORG" if cue is not None and cue[0] == "ORG" else None


@rule(
    "name: letters",
    "Maafisa wa ZQRT walithibitisha taarifa hizo.",
    never="Maafisa wa Zambora walithibitisha taarifa hizo.",
)
def letters_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """Two to seven capitals are an abbreviation, most often of an organisation."""
    string = VOCABULARY.strings[text.types[first]]
    return "ORG" if last == first + 1 and string.isupper() and 2 <= len(string) <= 7 else None


@rule("name: several capitals", "Walikutana na Mukasa Tendayi jana.", never="Walikutana na kiongozi jana.")
def several_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """Two or more capitalised words that nothing else tells about are most often a person."""
    return "PER" if last > first + 1 else None


@rule("name: speaks", "Vita vimekwisha, Zamboro alisema.", never="Vita vimekwisha katika mji wa Zamboro.")
def speaking_type(text: Text, first: int, last: int, sentence: int) -> str | None:
    """One word before a verb whose prefix is a person's: «Zamboro alisema»."""
    if last >= len(text):
        return None
    verb = text.likeliest[last].verb
    person = verb is not None and verb.subject is not None and verb.subject.classes == frozenset({1})
    return "PER" if person and verb is not None and verb.relative is None else None


TYPE_RULES: Final = (person_type, place_type, body_type, letters_type, several_type, speaking_type)
"""In order of trust."""


def body_sequence(text: Text, index: int, limit: int, sentence: int) -> int | None:
    """End of an organisation named by its kind and capitals, «Wizara ya Mambo ya Nje ya Sudan», else None."""
    if index + 2 >= limit or text.lowers[index] not in opening_starts() or not is_capitalised(text, index):
        return None
    size = next(
        (n for n in (4, 3, 2) if index + n < limit and _opens(text, index, n) and is_capitalised(text, index + n)), None
    )
    if size is None:
        return None
    at, words = index + size, 0
    while at < limit and is_capitalised(text, at) and text.lowers[at] not in not_names():
        match = names().at(text, at, limit)
        if match is not None and (match.entries[0].type == "PER" or (match.entries[0].type == "ORG" and not words)):
            break  # «Spika wa Baraza la Wawakilishi Nancy Pelosi»; «shirika la MSF» is named MSF
        place = match is not None and match.entries[0].type == "LOC"
        if not place and words and (is_first_name(text, at) or can_be_name(text, at)):
            break
        if words and is_rank(text, at):
            break  # «Kiongozi wa Baraza la Kijeshi Kanali Moussa»
        words += not place
        at = match.last if place and match is not None else at + 1
        joined = at + 1 < limit and text.lowers[at] in CONNECTIVES_AND_KWA and is_capitalised(text, at + 1)
        both = at + 1 < limit and text.lowers[at] == "na" and is_ordinary(text, at + 1)
        if joined or (both and is_capitalised(text, at + 1) and not _opens(text, at + 1, 2)):
            at += 1
        elif place:
            break
    if text.lowers[at - 1] in JOINING:
        at -= 1
    if at <= index + size or (not words and begins_sentence(text, index, sentence)):
        return None
    return at


def is_rank(text: Text, index: int) -> bool:
    """«Kanali», «Jenerali», «Rais»: a title before a person's name."""
    cue = cues().get(text.lowers[index])
    return cue is not None and cue.type == "PER"


def _opens(text: Text, index: int, size: int) -> bool:
    if text.lowers[index] not in opening_starts():
        return False
    cue = cues().get(" ".join(text.lowers[index : min(index + size, len(text))]))
    return cue is not None and cue.opens


def is_somebody_else(text: Text, match: Match, sentence: int, limit: int) -> bool:
    """Whether a known surname is part of another person's name: «Michael Johnson», «Kabila Mwamba»."""
    entry = match.entries[0]
    if entry.type != "PER" or entry.full:
        return False
    before = match.first - 1
    if before >= sentence and can_be_name(text, before) and names().at(text, before, match.first) is None:
        return True
    return match.last < limit and can_be_name(text, match.last) and names().at(text, match.last, limit) is None
