"""Sentences with tags from the two forms of annotated text that the tagger learns from.

Names marked in place, one sentence a line, articles apart by an empty line: `Rais [Salva Kiir](PER) aliwasili
[Juba](LOC).` CoNLL, one word a line with its BIO tag after a blank, sentences apart by an empty line: `Juba B-LOC`.
"""

from __future__ import annotations

import re
from pathlib import Path

from matukio.entities.tagging import spans
from matukio.swahili import analyze

Tagged = list[tuple[str, str]]
"""A sentence: words with their BIO tags."""
MARK = re.compile(r"\[([^\]]*)\]\((PER|ORG|LOC|DATE)\)")


def read_marked(path: Path) -> list[list[Tagged]]:
    """Articles of sentences with names marked in place; an empty line ends an article."""
    articles = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [[_sentence(line) for line in article.splitlines() if line.strip()] for article in articles]


def _sentence(line: str) -> Tagged:
    plain = ""
    names: list[tuple[int, int, str]] = []
    at = 0
    for mark in MARK.finditer(line):
        plain += line[at : mark.start()]
        names.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        at = mark.end()
    text = analyze(plain + line[at:])
    tagged = []
    for start, end in zip(text.starts, text.ends, strict=True):
        inside = next((name for name in names if name[0] <= start and end <= name[1]), None)
        tag = "O" if inside is None else ("B-" if start == inside[0] else "I-") + inside[2]
        tagged.append((text.string[start:end], tag))
    return tagged


def read_conll(path: Path) -> list[Tagged]:
    """Sentences one word a line."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    lines = ([line for line in block.splitlines() if line.strip()] for block in blocks)
    return [[_word(line) for line in block] for block in lines if block]


def _word(line: str) -> tuple[str, str]:
    word, _, tag = line.rpartition(" ")
    return word, tag


def f1(gold: list[list[str]], predicted: list[list[str]], types: tuple[str, ...]) -> tuple[float, float, float]:
    """F1, precision and recall over names of the types, right when first word, end and type are."""
    right = wanted = given = 0
    for one, other in zip(gold, predicted, strict=True):
        known = {span for span in spans(one) if span[2] in types}
        told = {span for span in spans(other) if span[2] in types}
        right, wanted, given = right + len(known & told), wanted + len(known), given + len(told)
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall
