"""Tags of words by learned weights: «Zuberi» B-PER, «Umoja wa Mataifa» B-ORG I-ORG I-ORG.

>>> tag_tokens([["Rais", "Putin", "aliwasili", "Pyongyang", "Jumanne", "."]])
[['O', 'B-PER', 'O', 'B-LOC', 'B-DATE', 'O']]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from matukio.entities.features import OUTSIDE, Mark, marks, time_marks
from matukio.entities.finding import Found, find_by_rules
from matukio.entities.pretrained import load
from matukio.entities.tokens import text_of_tokens
from matukio.entities.types import BEGINS, CAPITAL, flags_of
from matukio.entities.weight_files import choose, folders, weights_for
from matukio.entities.weights import TWO_AFTER, TWO_BEFORE, Row, Weights
from matukio.swahili.text import Sentence, Text
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times import find_times

GAP: Final = 2
"""So many words without capitals may stand inside a name: «Shirika la Fedha la Kimataifa», «Ali bin Said»."""


def tag_tokens(sentences: Sequence[Sequence[str]], weights: str | None = None) -> list[list[str]]:
    """BIO tags of PER, ORG, LOC and DATE for sentences cut into words, which are read as one article.

    `weights` names the weights: «voa», those of an installed distribution, or a token-classification model by its
    folder or its name at Hugging Face; by default the best installed. Raises MatukioError for what is not there.
    """
    name = choose(weights)
    if name not in folders():
        return load(name).tag(sentences)
    tokens = text_of_tokens(sentences)
    text = tokens.text
    found = tag_words(text, marks(text, find_by_rules(text)), weights_for(name, "names"))
    dates = tag_words(text, time_marks(text, find_times(text)), weights_for(name, "dates"))
    words = [name if name != "O" else date for name, date in zip(found, dates, strict=True)]
    tags = iter(_first_tags(words, tokens.bounds))
    return [[next(tags) for _ in sentence] for sentence in sentences]


def _first_tags(words: list[str], bounds: list[int]) -> Iterator[str]:
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


def tags_of_names(text: Text, found: Sequence[Found], flags: bytes, weights: str | None) -> list[str]:
    """The tags of PER, ORG and LOC of all words; `found` is what the rules found, `flags` those of the words."""
    name = choose(weights)
    if name in folders():
        return tag_words(text, marks(text, found, flags), weights_for(name, "names"), flags)
    strings = [VOCABULARY.strings[type_id] for type_id in text.types]
    tagged = load(name).tag([strings[sentence.first : sentence.last] for sentence in text.sentences])
    return ["O" if tag.endswith("DATE") else tag for words in tagged for tag in words]


def tag_words(text: Text, marked: list[Mark], weights: Weights, flags: bytes | None = None) -> list[str]:
    """The best tags of all words; words far from any capital and any mark are no names."""
    flags = flags_of(text) if flags is None else flags
    tags = ["O"] * len(text)
    asked = [index for index in range(len(flags)) if flags[index] & CAPITAL or marked[index]]
    begin = 0
    for sentence in text.sentences:
        end = bisect_left(asked, sentence.last, begin)
        for first, last in _stretches(flags, sentence.first, asked[begin:end], marked):
            tags[first:last] = _best(text, sentence, first, last, marked, weights)
        begin = end
    return tags


def _stretches(flags: bytes, start: int, asked: list[int], marked: list[Mark]) -> Iterator[tuple[int, int]]:
    """Runs of words that may hold a name, of the sentence that begins with the word `start`: those `asked` for, which
    have capitals and marks, with the few words between them.

    An ordinary word with the capital of its sentence's beginning, alone, is none of them.
    """
    if asked and asked[0] == start and asked[1:2] != [start + 1]:
        asked = asked if marked[start] or flags[start] & BEGINS else asked[1:]
    first = last = -1
    for index in asked:
        if first >= 0 and index - last > GAP:
            yield first, last
            first = -1
        first = index if first < 0 else first
        last = index + 1
    if first >= 0:
        yield first, last


def _best(text: Text, sentence: Sentence, first: int, last: int, marked: list[Mark], weights: Weights) -> list[str]:
    """Viterbi over the words first … last - 1, with no name before and after them."""
    start = weights.after_outside if first > sentence.first else weights.at_start
    said = _scores(text, sentence, first, marked, weights)
    scores = [said[tag] + start[tag] for tag in range(len(start))]
    came: list[list[int]] = []
    for index in range(first + 1, last):
        sources, scores = _arrivals(scores, _scores(text, sentence, index, marked, weights), weights)
        came.append(sources)
    if last < sentence.last:
        end = weights.before_outside
        scores = [scores[tag] + end[tag] for tag in range(len(start))]
    tag = 0
    for other in range(1, len(scores)):
        if scores[other] > scores[tag]:
            tag = other
    path = [tag]
    for sources in reversed(came):
        tag = sources[tag]
        path.append(tag)
    return [weights.tags[tag] for tag in reversed(path)]


def _arrivals(scores: list[int], said: Row, weights: Weights) -> tuple[list[int], list[int]]:
    """For each tag of the next word, of which its features have `said` so much, the best tag of this one, the first of
    equals, and the score of both."""
    sources: list[int] = []
    best: list[int] = []
    for column in weights.open:
        source, highest = 0, scores[0] + column[0]
        for tag in range(1, len(scores)):
            reached = scores[tag] + column[tag]
            if reached > highest:
                source, highest = tag, reached
        sources.append(source)
        best.append(highest + said[len(best)])
    for begin, inside, from_begin, from_inside in weights.inside:
        begun, continued = scores[begin] + from_begin, scores[inside] + from_inside
        sources.append(begin if begun > continued else inside)
        best.append((begun if begun > continued else continued) + said[len(best)])
    return sources, best


def _scores(text: Text, sentence: Sentence, index: int, marked: list[Mark], weights: Weights) -> Row:
    """What all features of a word say for each tag."""
    types, first, last = text.types, sentence.first, sentence.last - 1
    before = types[index - 1] if index > first else OUTSIDE
    after = types[index + 1] if index < last else OUTSIDE
    here, mark = types[index], marked[index]
    near = weights.threes[before, here, after, mark]
    near += weights.types[TWO_BEFORE][types[index - 2] if index - 1 > first else OUTSIDE]
    near += weights.types[TWO_AFTER][types[index + 2] if index + 1 < last else OUTSIDE]
    if index > first and marked[index - 1]:
        near += weights.mark_before[marked[index - 1]]
    if index < last and marked[index + 1]:
        near += weights.mark_after[marked[index + 1]]
    return weights.row(near)
