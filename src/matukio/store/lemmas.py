"""Words as the index keeps them: each by its lemma, so that a search for any form finds every other.

>>> lemmas("Rais alimtembelea mgonjwa.")
'rais tembelea gonjwa'
"""

from __future__ import annotations

import re
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
    analysed = analyze(text)
    found = []
    for sentence in analysed.sentences:
        found += [token for word in sentence if (word.is_word or word.is_number) and (token := _token(word.lemma))]
    return " ".join(found[:MOST_WORDS])


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


@lru_cache(maxsize=100_000)
def readings(form: str) -> frozenset[str]:
    """The lemmas of every reading of a form, as the index spells them."""
    return frozenset(token for reading in analyse_form(form) if (token := _token(reading.lemma)))


def marked(text: str, asked: list[Term]) -> list[tuple[int, int]]:
    """Offsets of the words of a text that a search asks for."""
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
