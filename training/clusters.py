"""Groups words that stand among the same neighbours: months with months, «huko» with «mjini» and «jijini».

    python -m training.clusters --text ../shared/data/voa/articles.jsonl ../shared/data/voa/sentences.txt \\
        --out src/matukio/entities/weights/clusters.gz

A word's neighbours to the left and right, weighed by how much more often they come than by chance (positive pointwise
mutual information), brought to 100 dimensions and grouped by k-means, coarsely and finely. Needs the extra `training`
(numpy). The file has a line for each word: the word, its coarse and its fine group.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from matukio.swahili import analyze

SIZES = (64, 256)
"""How many groups there are of each kind."""
LEAST = 3
"""Words that come less often have none."""
NEIGHBOURS = 2000
DIMENSIONS = 100
ROUNDS = 25


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="plain text, or JSON lines with title, text"
    )
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found = clusters(list(sentences(arguments.text)), arguments.seed)
    lines = "\n".join(f"{word}\t{coarse}\t{fine}" for word, coarse, fine in sorted(found))
    arguments.out.write_bytes(gzip.compress(lines.encode("utf-8"), 9, mtime=0))
    print(f"{arguments.out}: {len(found)} words, {arguments.out.stat().st_size} bytes")


def sentences(paths: Sequence[Path]) -> Iterator[list[str]]:
    """The words of every sentence, in lower case."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line) if path.suffix == ".jsonl" else {"text": line}
            text = analyze(f"{article.get('title', '')}\n{article['text']}")
            yield from ([word.lower for word in sentence] for sentence in text.sentences)


def clusters(texts: Sequence[Sequence[str]], seed: int) -> list[tuple[str, int, int]]:
    """Every common word with its coarse and its fine group."""
    import numpy

    counts = Counter(word for sentence in texts for word in sentence)
    words = [word for word, count in counts.most_common() if count >= LEAST]
    points = _points(_neighbours(texts, words, counts), numpy.random.default_rng(seed))
    coarse, fine = (_groups(points, min(size, len(words))) for size in SIZES)
    return [(word, int(coarse[row]), int(fine[row])) for row, word in enumerate(words)]


def _neighbours(texts: Sequence[Sequence[str]], words: Sequence[str], counts: Counter[str]) -> Any:
    """How often each word stands after and before each of the commonest; the last columns are the sentence's ends."""
    import numpy

    rows = {word: row for row, word in enumerate(words)}
    columns = {word: column for column, (word, _) in enumerate(counts.most_common(NEIGHBOURS))}
    size = len(columns)
    table = numpy.zeros((len(rows), 2 * size + 2), dtype=numpy.float32)
    for sentence in texts:
        for index, word in enumerate(sentence):
            if word in rows:
                before = columns.get(sentence[index - 1]) if index else 2 * size
                after = columns.get(sentence[index + 1]) if index + 1 < len(sentence) else size + 1
                if before is not None:
                    table[rows[word], before] += 1
                if after is not None:
                    table[rows[word], size + after] += 1
    return table


def _points(table: Any, rng: Any) -> Any:
    """The words as directions in few dimensions, by a randomised singular value decomposition."""
    import numpy

    total = table.sum()
    by_word = table.sum(1, keepdims=True) / total
    by_neighbour = (table.sum(0, keepdims=True) / total) ** 0.75
    by_neighbour /= by_neighbour.sum()
    with numpy.errstate(divide="ignore"):
        told = numpy.maximum(numpy.log(table / total / (by_word @ by_neighbour + 1e-12)), 0)
    basis = told @ rng.normal(size=(told.shape[1], DIMENSIONS + 40)).astype(numpy.float32)
    for _ in range(4):
        basis, _ = numpy.linalg.qr(told @ (told.T @ basis))
    left, weights, _ = numpy.linalg.svd(basis.T @ told, full_matrices=False)
    points = (basis @ left)[:, :DIMENSIONS] * numpy.sqrt(weights[:DIMENSIONS])
    return points / (numpy.linalg.norm(points, axis=1, keepdims=True) + 1e-9)


def _groups(points: Any, size: int) -> Any:
    """The group of each point; the commonest words are the first centres."""
    import numpy

    centres = points[:size].copy()
    groups = numpy.zeros(len(points), dtype=int)
    for _ in range(ROUNDS):
        groups = (points @ centres.T).argmax(1)
        for group in range(size):
            members = points[groups == group]
            if len(members):
                centres[group] = members.sum(0) / (numpy.linalg.norm(members.sum(0)) + 1e-9)
    return groups


if __name__ == "__main__":
    main()
