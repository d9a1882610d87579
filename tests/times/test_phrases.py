"""The corpus of phrases: each sentence of phrases.tsv holds exactly the times that its rows tell, read on 18 June 2024.

Rows of one sentence stand together, in the order of the text; a row without words says that the sentence has no time.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from matukio.tables import read_table
from matukio.times import find_times

PUBLISHED = date(2024, 6, 18)


@dataclass(frozen=True)
class Row:
    text: str
    words: str = ""
    type: str = ""
    value: str = ""


ROWS = read_table(Path(__file__).with_name("phrases.tsv"), Row)
SENTENCES = {text: [row for row in rows if row.words] for text, rows in groupby(ROWS, key=lambda row: row.text)}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentence_holds_these_times(text: str) -> None:
    expected = sorted((_place(text, row.words), row.words, row.type, row.value) for row in SENTENCES[text])
    found = [(time.start, time.text, time.type, time.value) for time in find_times(text, PUBLISHED)]
    assert found == expected


def _place(text: str, words: str) -> int:
    """Where the words begin, not inside another word: «jana» is not in «vijana»."""
    found = re.search(rf"(?<![^\W\d_]){re.escape(words)}(?!\w)", text)
    assert found, f"{words!r} is not in {text!r}"
    return found.start()


def test_the_corpus_is_large_enough() -> None:
    assert sum(1 for row in ROWS if row.words) >= 400
    assert sum(1 for row in ROWS if not row.words) >= 80
