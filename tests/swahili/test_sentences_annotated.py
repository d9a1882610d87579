"""Words in sentences, annotated by hand in `sentences.conllu`: lemma, part of speech, class of nouns."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from matukio.swahili import Word, analyze_tokens

FILE = Path(__file__).parent / "sentences.conllu"
BARS = {"lemma of verbs": 0.97, "lemma": 0.97, "upos": 0.95, "noun class": 0.95}


def annotated() -> Iterator[list[list[str]]]:
    """The sentences, each a list of rows with ten columns."""
    for block in FILE.read_text(encoding="utf-8").strip().split("\n\n"):
        yield [line.split("\t") for line in block.splitlines() if not line.startswith("#")]


def compared() -> Iterator[tuple[str, bool, Word, list[str]]]:
    """What is measured, whether it is right, the word and its row."""
    for rows in annotated():
        for word, row in zip(analyze_tokens([row[1] for row in rows]), rows, strict=True):
            lemma, upos, feats = row[2], row[3], row[5]
            if upos == "PUNCT":
                continue
            yield "upos", word.upos == upos, word, row
            yield "lemma", word.lemma == lemma, word, row
            if upos in ("VERB", "AUX"):
                yield "lemma of verbs", word.lemma == lemma, word, row
            if upos == "NOUN":
                yield "noun class", f"NounClass=Bantu{word.noun_class}" == feats, word, row


def test_there_are_enough_sentences() -> None:
    assert sum(1 for _ in annotated()) >= 300


@pytest.mark.parametrize("measure", BARS)
def test_accuracy(measure: str) -> None:
    counted = Counter(right for name, right, _, _ in compared() if name == measure)
    wrong = [f"{word.text}: {row[2]} {row[3]} {row[5]}, not {word.lemma} {word.upos} {word.noun_class}"
             for name, right, word, row in compared() if name == measure and not right]  # fmt: skip
    assert counted[True] / counted.total() >= BARS[measure], wrong
