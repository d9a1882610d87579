"""The words of a text with their analysis: for the terminal, as JSON, and as CoNLL-U.

«Wameishtumu Pyongyang» is two words; the first is wa-me-i-shtumu, they have accused it, lemma «shtumu».
"""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from matukio.swahili import Sentence, Text, Word


def show_words(console: Console, text: Text) -> None:
    """Print one table for each sentence."""
    for sentence in text.sentences:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        for heading in ("word", "lemma", "tag", "class"):
            table.add_column(heading, min_width=max(map(len, _cells(sentence, heading))), overflow="fold")
        table.add_column("meaning", overflow="fold")
        table.add_column("pieces", no_wrap=True)
        table.add_column("", no_wrap=True)
        for word in sentence:
            segments = word.segments if len(word.segments) > 1 else ()
            table.add_row(
                word.text,
                word.lemma,
                word.upos + ("?" if word.analysis.guess and word.upos != "PROPN" else ""),
                str(word.noun_class or ""),
                word.gloss,
                "\n".join(segment.text for segment in segments),
                "\n".join(meaning(segment.tag) for segment in segments),
            )
        console.print(table)


def _cells(sentence: Sentence, heading: str) -> list[str]:
    """What a column will hold, so that it is as wide as its longest word up to the width of a screen's third."""
    if heading not in ("word", "lemma"):
        return [heading]
    return [(word.text if heading == "word" else word.lemma)[:24] for word in sentence]


def meaning(tag: str) -> str:
    """A segment's tag in words: «2.subject» is «subject 2», «1.person.object» is «object, person 1»."""
    if tag.endswith(".negative"):
        return meaning(tag.removesuffix(".negative")) + ", negative"
    who, _, role = tag.rpartition(".")
    if who.endswith(".person"):
        return f"{role}, person {who.removesuffix('.person')}"
    if tag.replace("/", "").isdigit():
        return f"class {tag}"
    return f"{role} {who}" if who else tag


def sentence_as_dict(sentence: Sentence) -> dict[str, Any]:
    """A sentence for JSON: its text, where it begins and ends, and its words."""
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "words": [_word_as_dict(word) for word in sentence],
    }


def _word_as_dict(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "start": word.start,
        "end": word.end,
        "lemma": word.lemma,
        "upos": word.upos,
        "feats": dict(pair.split("=", 1) for pair in word.feats.split("|") if pair),
        "noun_class": word.noun_class,
        "gloss": word.gloss,
        "guess": word.analysis.guess,
        "segments": [{"text": segment.text, "meaning": segment.tag} for segment in word.segments],
    }


def to_conllu(text: Text) -> str:
    """The sentences in CoNLL-U; heads and relations are left open. Pieces and meaning stand in the last column."""
    blocks = []
    for number, sentence in enumerate(text.sentences, 1):
        words = list(sentence)
        lines = [f"# sent_id = {number}", f"# text = {' '.join(sentence.text.split())}"]
        for index, word in enumerate(words):
            follows = words[index + 1] if index + 1 < len(words) else None
            misc = []
            if word.gloss:
                misc.append("Gloss=" + word.gloss.replace("|", "/").replace(" ", "_"))
            if len(word.segments) > 1:
                misc.append("MSeg=" + "-".join(segment.text for segment in word.segments))
            if follows is not None and follows.start == word.end:
                misc.append("SpaceAfter=No")
            cells = [str(index + 1), word.text, word.lemma, word.upos, "_", word.feats or "_", "_", "_", "_"]
            lines.append("\t".join([*cells, "|".join(misc) or "_"]))
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks) + ("\n" if blocks else "")
