"""Tags of words by learned weights: «Zuberi» B-PER, «Umoja wa Mataifa» B-ORG I-ORG I-ORG.

>>> tag_tokens([["Rais", "Putin", "aliwasili", "Pyongyang", "Jumanne", "."]])
[['O', 'B-PER', 'O', 'B-LOC', 'B-DATE', 'O']]
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from matukio.entities.features import OUTSIDE, REACH, Mark, marks, time_marks
from matukio.entities.finding import find_by_rules
from matukio.entities.tokens import text_of_tokens
from matukio.entities.weights import Weights, choose, weights_for
from matukio.swahili.text import Sentence, Text
from matukio.swahili.vocabulary import VOCABULARY
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
        if tag.startswith("B-"):
            found.append((index, index + 1, tag[2:]))
        elif tag.startswith("I-") and found and found[-1][1:] == (index, tag[2:]):
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
    first = last = -1
    for index in range(sentence.first, sentence.last):
        if not marked[index] and not VOCABULARY.strings[text.types[index]][0].isupper():
            continue
        if first >= 0 and index - last > GAP:
            yield first, last
            first = -1
        first = index if first < 0 else first
        last = index + 1
    if first >= 0:
        yield first, last


def _best(text: Text, sentence: Sentence, first: int, last: int, marked: Sequence[Mark], weights: Weights) -> list[str]:
    """Viterbi over the words first … last - 1, with no name before and after them."""
    transitions = weights.transitions
    outside = weights.tags.index("O")
    begins, ends = first == sentence.first, last == sentence.last
    previous = [
        (0.0 if begins else transitions[outside][tag]) if _may_follow("O", name) else LOWEST
        for tag, name in enumerate(weights.tags)
    ]
    came: list[list[int]] = []
    scores: list[float] = []
    for index in range(first, last):
        own = _scores(text, sentence, index, marked, weights)
        if index == first:
            scores = [a + b for a, b in zip(own, previous, strict=True)]
            continue
        came.append([])
        following = []
        for tag, sources in enumerate(_sources(weights)):
            best, source = max((scores[s] + transitions[s][tag], s) for s in sources)
            came[-1].append(source)
            following.append(best + own[tag])
        scores = following
    if not ends:
        scores = [score + transitions[tag][outside] for tag, score in enumerate(scores)]
    tag = max(range(len(scores)), key=scores.__getitem__)
    path = [tag]
    for sources in reversed(came):
        path.append(sources[path[-1]])
    return [weights.tags[tag] for tag in reversed(path)]


def _may_follow(before: str, tag: str) -> bool:
    return not tag.startswith("I-") or before[2:] == tag[2:]


_SOURCES: dict[tuple[str, ...], list[list[int]]] = {}


def _sources(weights: Weights) -> list[list[int]]:
    """For each tag those that may stand before it: B-PER and I-PER before I-PER."""
    known = _SOURCES.get(weights.tags)
    if known is None:
        known = _SOURCES[weights.tags] = [
            [s for s, before in enumerate(weights.tags) if _may_follow(before, tag)] for tag in weights.tags
        ]
    return known


def _scores(text: Text, sentence: Sentence, index: int, marked: Sequence[Mark], weights: Weights) -> list[float]:
    """What all features of a word say for each tag."""
    types = text.types
    around = [
        types[at] if sentence.first <= at < sentence.last else OUTSIDE for at in range(index - REACH, index + REACH + 1)
    ]
    rows = [weights.of_type(distance, type_id) for distance, type_id in enumerate(around, -REACH)]
    for distance in (-1, 0, 1):
        at = index + distance
        if sentence.first <= at < sentence.last and marked[at]:
            rows.append(weights.of_mark(distance, marked[at]))
    rows.append(weights.of_pairs(around[REACH - 1], around[REACH], around[REACH + 1], marked[index]))
    return [sum(column) for column in zip(*rows, strict=True)]
