"""Which names of persons are one person's: «Kasonga» after «Leon Richard Kasonga», and in the headline above it."""

from __future__ import annotations

from collections.abc import Sequence

from matukio.entities.knowledge import cues
from matukio.entities.variants import SURNAME, is_slip_of
from matukio.record import Entity

Words = list[str]


def identities(persons: Sequence[Entity]) -> dict[str, str]:
    """For the id of each name what tells the person: the link, else the first name that can be the same person's."""
    told: list[tuple[Words, str]] = []
    keys: dict[str, str] = {}
    words_of = {name.id: _untitled(name.text.split()) for name in persons}
    for number, name in enumerate(persons):
        words = words_of[name.id]
        key = name.link or next((key for other, key in told if _can_be_one(words, other)), None)
        if key is None and len(words) == 1:
            key = _named_later(words[0], persons[number + 1 :], words_of)
        told.append((words, key or name.text))
        keys[name.id] = key or name.text
    return keys


def _named_later(word: str, persons: Sequence[Entity], words_of: dict[str, Words]) -> str | None:
    """«Afisa Goodman apewa tuzo» stands over «Afisa Eugene Goodman alipewa tuzo»."""
    full = (name for name in persons if len(words_of[name.id]) > 1 and words_of[name.id][-1] == word)
    found = next(full, None)
    return None if found is None else found.link or found.text


def _untitled(words: Words) -> Words:
    """The name without titles: «Dakta Mwebesa» is Mwebesa."""
    while len(words) > 1 and (cue := cues().get(words[0].lower().rstrip("."))) is not None and cue.type == "PER":
        words = words[1:]
    return words


def _can_be_one(name: Words, earlier: Words) -> bool:
    """«Kasonga» after «Leon Richard Kasonga», «T.B. Joshua» after «TB Joshua», but not «Fred Kasonga»."""
    if len(name) == 1:
        return name[0] in earlier or (len(name[0]) >= SURNAME and is_slip_of(name[0], earlier[-1]))
    same = set(name) <= set(earlier) or (len(earlier) > 1 and set(earlier) <= set(name))
    return same or (name[-1] == earlier[-1] and name[0][0] == earlier[0][0])
