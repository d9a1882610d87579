"""Counts the quotations of whole articles that stand inside a claim, and says of the others why not.

    python -m scripts.quotations [--shared ../shared] [--write]

Every pair of quotation marks around five words or more is looked at, in 300 articles: every second of the first 300 of
each of two broadcasters. `--write` puts the table into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import matukio
from matukio.record import Record
from matukio.swahili import analyze
from scripts.generated import ROOT, markdown_table, replace_block

PAIRS = re.compile(
    r"“[^“”]*”|«[^«»]*»|(?<![\w.,?!])\"(?=\w)[^\"\n]*(?<=[\w.,?!])\"(?!\w)|(?<![\w.,?!'])''(?=\w)[^'\n]*(?:'[^'\n]+)*''"
)
"""Pairs whose marks look like what they are: what opens stands before a word, what closes after one."""
WORK = re.compile(
    r"(kitabu|filamu|wimbo|makala|kipindi|tamthilia|jina la|jina|kauli mbiu|kaulimbiu|mada|ibara|kampeni ya|mradi wa"
    r"|tuzo ya|tovuti ya|shirika la|kundi la|gazeti la)\W*(ya|la|wa|yake)?\W*$",
    re.IGNORECASE,
)
CALLED = re.compile(r"(kama|kuwa|kuitwa|inayoitwa|anaitwa|neno|maneno|msemo|ni)\W*$", re.IGNORECASE)
INSIDE, MISSED = "inside a claim", "nobody found who says it"


def main() -> int:
    arguments = _arguments()
    folder = arguments.shared / "data"
    if not folder.is_dir():
        print(f"{folder} is missing: the articles lie beside the project's own checkout", file=sys.stderr)
        return 2
    table = counts_table(count(texts(folder)))
    print(table)
    if arguments.write:
        replace_block(ROOT / "docs" / "accuracy.md", "quotations", table)
    return 0


def texts(folder: Path) -> Iterator[str]:
    """Every second of the first 300 articles of each broadcaster."""
    for path in sorted(folder.glob("*/articles.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in zip(range(300), lines, strict=False):
                if number % 2 == 0:
                    yield json.loads(line)["text"]


def count(articles: Iterator[str]) -> Counter[str]:
    """How many quotations of five words or more there are of each reason."""
    found: Counter[str] = Counter()
    for article in articles:
        record = matukio.read(article)
        for pair in PAIRS.finditer(record.text):
            if len(re.findall(r"\w+", pair.group())) >= 5:
                found[reason(record, pair)] += 1
    return found


def reason(record: Record, pair: re.Match[str]) -> str:
    """`INSIDE`, or why a quotation is in no claim."""
    start, end = pair.span()
    inner = (start + 1, end - 1)
    parts = [c.content for c in record.claims if c.content.start < inner[1] and inner[0] < c.content.end]
    covered = {i for content in parts for i in range(max(content.start, start), min(content.end, end))}
    if len(covered) >= 0.8 * (end - start):
        return INSIDE
    words = re.findall(r"[^\W\d_]{3,}", pair.group())
    before = record.text[max(0, start - 30) : start]
    if pair.group()[1:2].isspace() or record.text[start - 1 : start].isalnum():
        return "marks that pair wrongly: the end of one quotation and the start of the next"
    if WORK.search(before) or (words and sum(word[0].isupper() for word in words) >= 0.7 * len(words)):
        return "title or name"
    if not any(word.verb is not None for sentence in analyze(pair.group()).sentences for word in sentence):
        return "no verb: a term or irony"
    if CALLED.search(before):
        return "what something is called"
    if covered:
        return "partly inside a claim"
    return MISSED


def counts_table(found: Counter[str]) -> str:
    total = sum(found.values())
    rows = [[name, str(number), f"{number / total:.3f}"] for name, number in found.most_common()]
    return markdown_table(["quotation of five words or more", "number", "share"], [*rows, ["all", str(total), "1.000"]])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the articles")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
