"""Tags of words by learned weights: «Zuberi» B-PER, «Umoja wa Mataifa» B-ORG I-ORG I-ORG.

>>> tag_tokens([["Rais", "Putin", "aliwasili", "Pyongyang", "Jumanne", "."]])
[['O', 'B-PER', 'O', 'B-LOC', 'B-DATE', 'O']]
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import add

from matukio.entities.features import OUTSIDE, Mark, marks, time_marks
from matukio.entities.finding import find_by_rules
from matukio.entities.tokens import text_of_tokens
from matukio.entities.types import CAPITAL, type_flags
from matukio.entities.weights import Weights, choose, weights_for
from matukio.swahili.text import Sentence, Text
from matukio.times import find_times

GAP = 2
"""So many words without capitals may stand inside a name: «Shirika la Fedha la Kimataifa», «Ali bin Said»."""
LOWEST = float("-inf")


def tag_tokens(sentences: Sequence[Sequence[str]], weights: str | None = None) -> list[list[str]]:
    """BIO tags of PER, ORG, LOC and DATE for sentences cut into words, which are read as one article.

    `weights` names the weights, «voa» or those of an installed distribution; by default the best installed. Raises
    MatukioError for a name that is not installed.
    """
    name = choose(weights)
    tokens = text_of_tokens(sentences)
    text = tokens.text
    found = tag_words(text, marks(text, find_by_rules(text)), weights_for(name, "names"))
    dates = tag_words(text, time_marks(text, find_times(text)), weights_for(name, "dates"))
    words = [name if name != "O" else date for name, date in zip(found, dates, strict=True)]
    tags = iter(_first_tags(words, tokens.bounds))
    return [[next(tags) for _ in sentence] for sentence in sentences]


def _first_tags(words: list[str], bounds: array[int]) -> Iterator[str]:
    """A given word has the tag of its first word of ours; one that continues no name begins one."""
    before = "O"
    for first, last in zip(bounds, bounds[1:], strict=False):
        tag = words[first] if first < last else "O"
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        yield tag
        before = tag


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, end and type of every name that begins with a B tag, in order."""
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag.startswith("B-"):
            found.append((index, index + 1, tag[2:]))
        elif found and found[-1][1:] == (index, tag[2:]):
            found[-1] = (found[-1][0], index + 1, tag[2:])
    return found


def tag_words(text: Text, marked: Sequence[Mark], weights: Weights) -> list[str]:
    """The best tags of all words; words far from any capital and any mark are no names."""
    tags = ["O"] * len(text)
    for sentence in text.sentences:
        for first, last in _stretches(text, sentence, marked):
            tags[first:last] = _best(text, sentence, first, last, marked, weights)
    return tags


def _stretches(text: Text, sentence: Sentence, marked: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Runs of words that may hold a name: capitals and marks with the few words between them."""
    flags, types = type_flags(), text.types
    first = last = -1
    words = enumerate(types[sentence.first : sentence.last], sentence.first)
    for index in [index for index, type_id in words if marked[index] or flags[type_id] & CAPITAL]:
        if first >= 0 and index - last > GAP:
            yield first, last
            first = -1
        first = index if first < 0 else first
        last = index + 1
    if first >= 0:
        yield first, last


def _best(text: Text, sentence: Sentence, first: int, last: int, marked: Sequence[Mark], weights: Weights) -> list[str]:
    """Viterbi over the words first … last - 1, with no name before and after them."""
    outside = weights.tags.index("O")
    scores = _scores(text, sentence, first, marked, weights)
    if first > sentence.first:
        scores = list(map(add, scores, weights.transitions[outside]))
    scores = [score if tag[0] != "I" else LOWEST for tag, score in zip(weights.tags, scores, strict=True)]
    came: list[list[int]] = []
    for index in range(first + 1, last):
        sources, following = [], []
        for own, before in zip(_scores(text, sentence, index, marked, weights), weights.arrivals, strict=True):
            best, source = LOWEST, outside
            for tag, weight in before:
                score = scores[tag] + weight
                if score > best:
                    best, source = score, tag
            sources.append(source)
            following.append(best + own)
        came.append(sources)
        scores = following
    if last < sentence.last:
        scores = [score + row[outside] for score, row in zip(scores, weights.transitions, strict=True)]
    tag = scores.index(max(scores))
    path = [tag]
    for sources in reversed(came):
        tag = sources[tag]
        path.append(tag)
    return [weights.tags[tag] for tag in reversed(path)]


def _scores(text: Text, sentence: Sentence, index: int, marked: Sequence[Mark], weights: Weights) -> list[float]:
    """What all features of a word say for each tag."""
    types, first, last = text.types, sentence.first, sentence.last
    before = types[index - 1] if index > first else OUTSIDE
    after = types[index + 1] if index + 1 < last else OUTSIDE
    rows = [
        weights.of_three(before, types[index], after, marked[index]),
        weights.of_type(-2, types[index - 2] if index - 1 > first else OUTSIDE),
        weights.of_type(2, types[index + 2] if index + 2 < last else OUTSIDE),
    ]
    if index > first and marked[index - 1]:
        rows.append(weights.of_mark(-1, marked[index - 1]))
    if index + 1 < last and marked[index + 1]:
        rows.append(weights.of_mark(1, marked[index + 1]))
    return list(map(sum, zip(*rows, strict=True)))
