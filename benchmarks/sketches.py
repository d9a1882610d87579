"""Which sketch proposes the copies: MinHash of rensa, MinHash of datasketch, or part of the shingles with the names.

    python -m benchmarks.sketches [--articles 2000] [--write]

Each is given the paragraphs of the generated archive one by one and proposes, for each, the paragraphs seen before that
it may be a copy of. Printed: how many true copies are among the proposals, how many proposals there are for each
paragraph (each has to be proven word by word), the time for each, and the memory that the index takes for each.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import numpy as np
from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

from benchmarks.happenings import Article, generate
from matukio.stories.index import OLDEST
from matukio.stories.originals import HELD
from matukio.stories.reposts import LEAST_WORDS
from matukio.stories.words import Numbered, keys
from scripts.generated import ROOT, markdown_table, replace_block

PERMUTATIONS, BANDS = 96, 32
SPREAD = np.uint32(2654435761)
Propose = Callable[[int, list[list[str]]], Iterable[int]]
"""Takes the number of a paragraph and its sentences as words; gives the numbers of earlier paragraphs."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    table = []
    for name in SKETCHES:
        # A process for each, so that the memory is that of one index.
        with ProcessPoolExecutor(1) as pool:
            found, proposed, seconds, size = pool.submit(_measured, name, given.articles).result()
        table.append([name, f"{found:.3f}", f"{proposed:.1f}", f"{1e6 * seconds:.0f}", f"{size:,.0f}"])
    columns = ["sketch", "copies among the proposals", "proposals a paragraph", "µs a paragraph", "bytes a paragraph"]
    written = markdown_table(columns, table)
    print(written)
    if given.write:
        replace_block(ROOT / "docs" / "stories.md", "sketches", f"{given.articles:,} generated articles:\n\n{written}")


def _measured(name: str, count: int) -> tuple[float, float, float, float]:
    """Share of copies found; for each paragraph proposals, seconds and bytes."""
    articles = sorted(generate(count), key=lambda article: (article.published, article.record_id))
    paragraphs = [(article, list(_paragraphs(article))) for article in articles]
    propose = SKETCHES[name]()
    before = _bytes()
    owners: list[str] = []
    seen: set[str] = set()
    found = copies = proposed = 0
    seconds = 0.0
    for article, numbered in paragraphs:
        for number, sentences in numbered:
            begun = time.process_time()
            proposals = set(propose(len(owners), sentences))
            seconds += time.process_time() - begun
            proposed += len(proposals)
            original = article.copies.get(number)
            if original in seen:
                copies += 1
                found += any(owners[other] == original for other in proposals)
            owners.append(article.record_id)
        seen.add(article.record_id)
    return found / copies, proposed / len(owners), seconds / len(owners), (_bytes() - before) / len(owners)


def _bytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _paragraphs(article: Article) -> Iterator[tuple[int, list[list[str]]]]:
    for number, sentences in enumerate(article.paragraphs, 1):
        words = [sentence.replace(".", "").replace(",", "").split() for sentence in sentences]
        if sum(map(len, words)) >= LEAST_WORDS:
            yield number, words


def _shingled(sentences: list[list[str]]) -> list[str]:
    words = [word.casefold() for sentence in sentences for word in sentence]
    return [f"{one} {other}" for one, other in pairwise(words)]


def _rensa() -> Propose:
    index = RMinHashLSH(0.4, PERMUTATIONS, BANDS)

    def propose(number: int, sentences: list[list[str]]) -> Iterable[int]:
        made = RMinHash(PERMUTATIONS, 1)
        made.update(_shingled(sentences))
        found: list[int] = index.query(made)
        index.insert(number, made)
        return found

    return propose


def _datasketch() -> Propose:
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))

    def propose(number: int, sentences: list[list[str]]) -> Iterable[int]:
        made = MinHash(PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in _shingled(sentences)])
        found: list[int] = index.query(made)
        index.insert(number, made)
        return found

    return propose


def _kept() -> Propose:
    index: dict[int, list[int]] = {}
    known: dict[str, int] = {}

    def propose(number: int, sentences: list[list[str]]) -> Iterable[int]:
        words = [word for sentence in sentences for word in sentence]
        numbers = [known.setdefault(word.casefold(), len(known)) for word in words]
        names = [not word[0].islower() and bool(place) for sentence in sentences for place, word in enumerate(sentence)]
        borders = np.cumsum([0, *map(len, sentences)], dtype=np.int32)
        article = Numbered(np.array(numbers, dtype=np.uint32) * SPREAD, np.array(names), borders[[0, -1]], borders, ())
        held: Counter[int] = Counter()
        for key in keys(article).tolist():
            holders = index.setdefault(key, [])
            for other in holders[:OLDEST]:
                held[other] += 1 + key % 2
            holders.append(number)
        return [other for other, much in held.items() if much >= HELD]

    return propose


SKETCHES = {"rensa": _rensa, "datasketch": _datasketch, "an eighth of the shingles, and names": _kept}

if __name__ == "__main__":
    main()
