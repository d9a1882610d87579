"""Words as the index keeps them: each by its lemma, so that a search for any form finds every other.

>>> lemmas("Rais alimtembelea mgonjwa.")
'rais tembelea gonjwa'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matukio.swahili import analyze
from matukio.swahili.words import analyse_form

# A position in PostgreSQL's index is at most 16,383; what stands later in so long a text counts as standing there.
MOST_WORDS = 50_000

_TERM = re.compile(r'(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+))')
_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_SMALL = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
_NOT_IN_TOKENS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a search, or several in a row; each word is the lemmas that its readings have."""

    words: tuple[frozenset[str], ...]
    wanted: bool = True


def lemmas(text: str) -> str:
    """The lemmas of a text in order, parted by blanks, without what is no word."""
    return placed(text)[0]


def placed(text: str) -> tuple[str, list[int]]:
    """The lemmas, and where the word of each begins, in code points.

    >>> placed("Rais alimtembelea mgonjwa.")
    ('rais tembelea gonjwa', [0, 5, 18])
    """
    tokens: list[str] = []
    starts: list[int] = []
    for sentence in analyze(text).sentences:
        for word in sentence:
            if (word.is_word or word.is_number) and (token := _token(word.lemma)):
                tokens.append(token)
                starts.append(word.start)
    return " ".join(tokens[:MOST_WORDS]), starts[:MOST_WORDS]


def packed(starts: Iterable[int]) -> bytes:
    """Rising numbers as the steps between them, seven bits a byte, the eighth set where a step goes on (LEB128).

    >>> packed([0, 5, 18, 320])
    b'\\x00\\x05\\r\\xae\\x02'
    """
    data = bytearray()
    last = 0
    for start in starts:
        step, last = start - last, start
        while step > 127:
            data.append(step & 127 | 128)
            step >>= 7
        data.append(step)
    return bytes(data)


def unpacked(data: bytes) -> list[int]:
    """What `packed` packed."""
    starts = []
    last = step = shift = 0
    for byte in data:
        step |= (byte & 127) << shift
        if byte & 128:
            shift += 7
        else:
            last += step
            starts.append(last)
            step = shift = 0
    return starts


def terms(query: str) -> list[Term]:
    """What a search asks for: words, «-word» for one that must be missing, words in quotation marks for a phrase.

    «ya», «na» and their like count only inside a phrase, or where nothing else is asked for: every article has them.
    """
    found: list[Term] = []
    small: list[Term] = []
    for minus, *phrases, single in _TERM.findall(query):
        given = next((phrase for phrase in phrases if phrase), single)
        forms = [form for form in _WORD.findall(given) if readings(form)]
        if forms:
            term = Term(tuple(readings(form) for form in forms), not minus)
            (small if len(forms) == 1 and _is_small(forms[0]) else found).append(term)
    return found if any(term.wanted for term in found) else found + small


def _is_small(form: str) -> bool:
    return all(reading.upos in _SMALL for reading in analyse_form(form))


@lru_cache(maxsize=20_000)
def readings(form: str) -> frozenset[str]:
    """The lemmas of every reading of a form, as the index spells them."""
    return frozenset(token for reading in analyse_form(form) if (token := _token(reading.lemma)))


def hits(at: Mapping[int, str], asked: Iterable[Term]) -> list[int]:
    """Which words a search asks for, of those that have one of its lemmas: number of the word → its lemma.

    >>> hits({2: "waziri", 3: "wa", 4: "afya", 9: "waziri"}, terms("«waziri wa afya»"))
    [2, 3, 4]
    """
    found: set[int] = set()
    for term in asked:
        if term.wanted:
            reach = range(len(term.words))
            for first in at:
                if all(at.get(first + further) in term.words[further] for further in reach):
                    found.update(first + further for further in reach)
    return sorted(found)


def spans(text: str, starts: Sequence[int], words: Iterable[int]) -> list[tuple[int, int]]:
    """Where some words of a text stand, each given by its number."""
    matches = (_WORD.match(text, starts[number]) for number in words if number < len(starts))
    return [match.span() for match in matches if match]


def marked(text: str, asked: Iterable[Term]) -> list[tuple[int, int]]:
    """Offsets of the words of a text that a search asks for, where it is not known where its words stand."""
    wanted = frozenset().union(*(word for term in asked if term.wanted for word in term.words))
    known: dict[str, bool] = {}
    found = []
    for match in _WORD.finditer(text):
        form = match.group()
        if form not in known:
            known[form] = not wanted.isdisjoint(readings(form))
        if known[form]:
            found.append(match.span())
    return found


def _token(lemma: str) -> str:
    """A lemma as one token, letters and digits only: «ng'ombe» is «ngombe», «wa na» is «wana»."""
    return _NOT_IN_TOKENS.sub("", lemma.casefold())
