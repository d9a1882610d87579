"""Counts in how many articles each term stands, for the weights of stories: src/matukio/stories/term_weights.tsv.

    python -m training.terms ../shared/data/voa/articles.jsonl

The articles must be in the public domain, as VOA's are: the counts ship with the package. Terms are lemmas and the
links of names; one that very few articles hold is left out, for its weight is that of an unknown term.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import matukio
from matukio.stories.profiles import RAREST, TELLING
from matukio.swahili import analyze

TABLE = Path(__file__).parents[1] / "src" / "matukio" / "stories" / "term_weights.tsv"
HEAD = """# In how many of a thousand articles a term stands: lemmas, and links of names. Made by training/terms.py from
# VOA Swahili's articles of 2020 and 2021, which are in the public domain.
term\tthousandths
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON Lines with `text`")
    rows = [json.loads(line) for line in parser.parse_args().articles.read_text(encoding="utf-8").splitlines()]
    counts: Counter[str] = Counter()
    for row in rows:
        record = matukio.read(row["text"], published="2021-01-04")
        terms = {
            word.lemma.casefold()
            for sentence in analyze(row["text"]).sentences
            for word in sentence
            if word.is_word and word.upos in TELLING and len(word.lemma) > 2
        }
        counts.update(terms | {entity.link or entity.text.casefold() for entity in record.entities})
    least = RAREST / 1000 * len(rows)
    kept = sorted((term, count) for term, count in counts.items() if count > max(least, 2) and "\t" not in term)
    lines = [f"{term}\t{1000 * count / len(rows):.0f}\n" for term, count in kept]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
