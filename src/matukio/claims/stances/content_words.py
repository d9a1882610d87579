"""The words that tell a content's stance: content_words.tsv, one word or phrase a row.

«asante» praises, «kiuka» (of somebody's deed) accuses, «si kweli» denies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.frozen import quick_init
from matukio.record import STANCES, Evidence
from matukio.tables import files, read_table

KINDS: Final = ("befalling", "called", "deed", "form", "future", "lemma", "misfortune", "verb", "wrong")


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A row of content_words.tsv: a noun or adjective (`lemma`), words as they stand (`form`), words that something is
    called with «ni» or «kama» (`called`: ni uonevu), what nobody is to blame for (`misfortune`: kifo), a noun for what
    befalls whom it is «of» (`befalling`: mauaji ya raia), or a stem: of
    what the speaker does in speaking (`verb`: shukuru), of what somebody else did (`deed`: kiuka; with a word that
    follows it, vunja sheria), of what an adversary did (`wrong`: fadhili) or of what is foreseen (`future`: ongezeka).
    """

    words: str
    kind: str
    stance: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of content word")
        if self.stance not in STANCES:
            raise ValueError(f"{self.stance!r} is no stance")


@dataclass(frozen=True, slots=True)
class Judged:
    """A stance with the words that decided it; no evidence where nothing did."""

    stance: str
    evidence: tuple[Evidence, ...] = ()


quick_init(Judged)


@cache
def _rows() -> tuple[ContentWord, ...]:
    return tuple(read_table(files(__package__) / "content_words.tsv", ContentWord))


@cache
def words_of(kind: str) -> dict[str, str]:
    """Words → stance of one kind."""
    return {row.words: row.stance for row in _rows() if row.kind == kind}


@cache
def forms(kind: str) -> dict[str, tuple[tuple[list[str], str], ...]]:
    """First word → (words, stance)."""
    found: dict[str, tuple[tuple[list[str], str], ...]] = {}
    for words, stance in words_of(kind).items():
        parts = words.split()
        found[parts[0]] = (*found.get(parts[0], ()), (parts, stance))
    return found
