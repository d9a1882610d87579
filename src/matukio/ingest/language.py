"""Whether a text is Swahili, and if not, which language it looks like.

>>> recognise("Waziri alisema kwamba mazungumzo hayo yataendelea wiki ijayo.")
'sw'
>>> language_name("rw"), language_name("fr", "sw")
('Kinyarwanda', 'Kifaransa')

Words that only Swahili has («kwamba», «hiyo») and its verbs («wamekutana») settle it for nearly every article. Only a
text that has few of them is given to py3langid, for its model takes a second to load.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.errors import LanguageError
from matukio.tables import read_table

# Measured: of 1,510 Swahili news articles 1,505 have more, English text by tens of sentences has 0.04 at most.
SWAHILI_SHARE = 0.08
# In so many words of Swahili there is one of its own; without any, the text is in a neighbour that looks alike.
ENOUGH_WORDS = 25
# Of fewer words no model can tell the language.
FEW_WORDS = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Subject, tense, root, final vowel: the tenses -me-, -li-, -ta-, -na- in this place are Swahili's among its neighbours.
_VERB = re.compile(r"(?:ha)?(?:ni|u|a|tu|m|wa|i|li|ya|ki|vi|zi|ku|pa)(?:na|li|me|ta|ki|nge|ka)[a-z'’]{3,}[aeiou]")


@dataclass(frozen=True, slots=True)
class FunctionWord:
    """A row of function_words.tsv; `neighbours` when other languages of the region write a word so («na», «ya»)."""

    word: str
    neighbours: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A row of languages.tsv: ISO 639 code and names; those of Swahili only where they are in use."""

    code: str
    english: str
    swahili: str | None = None


def check_language(text: str, source: str) -> None:
    """Raises LanguageError, naming the language, when the text is not Swahili."""
    code = recognise(text)
    if code == "sw":
        return
    looks = f"it looks like {language_name(code)}" if code else "nor is it clear what it is"
    raise LanguageError(f"{source}: not Swahili, {looks}; --force reads it all the same", code)


def recognise(text: str) -> str | None:
    """The ISO 639 code of the language that the text looks like; None when it looks like none that is known."""
    words = _WORD.findall(text.casefold())
    if not words:
        return None
    share = sum(1 for word in words if word in _own_words() or _VERB.fullmatch(word)) / len(words)
    if share >= SWAHILI_SHARE:
        return "sw"
    code = _likeliest(text)
    if code == "sw":
        return "sw" if share or len(words) < ENOUGH_WORDS else None
    return code if len(words) >= FEW_WORDS else None


def language_name(code: str, language: str = "en") -> str:
    """What the language is called in English or Swahili; the code itself when the table has no name for it."""
    row = _languages().get(code)
    if row is None:
        return code
    return row.swahili or row.english if language == "sw" else row.english


def _likeliest(text: str) -> str | None:
    from py3langid import classify

    code, _ = classify(text)
    return None if code == "zxx" else str(code)


@cache
def _own_words() -> frozenset[str]:
    rows = read_table(files("matukio.ingest") / "function_words.tsv", FunctionWord)
    return frozenset(row.word for row in rows if not row.neighbours)


@cache
def _languages() -> dict[str, Language]:
    return {row.code: row for row in read_table(files("matukio.ingest") / "languages.tsv", Language)}
