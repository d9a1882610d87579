"""Text as lists of word ids: sentences and words with their offsets, words looked at through `Word` views.

«Rais aliwasili. Alizungumza na waandishi.» is two sentences of 3 and 5 words, full stops counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from matukio.frozen import quick_init
from matukio.record import SentenceSpan, Span
from matukio.swahili.analysis import Analysis, Segment, Verb
from matukio.swahili.concord import class_of_modifier
from matukio.swahili.context import choices
from matukio.swahili.features import features, pieces
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY


@dataclass(frozen=True, slots=True)
class Text:
    """A string with its words: for word i its type id in the vocabulary and its offsets; for sentence k the index of
    its first word (`firsts` ends with the number of words, so that sentence k is words firsts[k]:firsts[k + 1])."""

    string: str
    types: list[int]
    starts: list[int]
    ends: list[int]
    firsts: list[int]
    lowers: list[str] = field(init=False, repr=False, compare=False)
    """For word i its form in small letters."""
    likeliest: list[Analysis] = field(init=False, repr=False, compare=False)
    """For word i the likeliest reading of its form."""
    choices: list[int] = field(default_factory=list, repr=False, compare=False)
    """For word i the index of its reading in context; empty until `context.choices` is asked."""
    categories: list[str] = field(default_factory=list, repr=False, compare=False)
    """For word i what it can do in a phrase; empty until `phrases.category` is asked."""

    def __post_init__(self) -> None:
        lowers = VOCABULARY.lowers
        object.__setattr__(self, "lowers", [lowers[type_id] for type_id in self.types])
        object.__setattr__(self, "likeliest", LIKELIEST.of(self.types))

    def __len__(self) -> int:
        return len(self.types)

    def word(self, index: int) -> Word:
        return Word(self, index)

    @property
    def sentences(self) -> list[Sentence]:
        return [Sentence(self, k, self.firsts[k], self.firsts[k + 1]) for k in range(len(self.firsts) - 1)]

    def sentence_at(self, start: int) -> Sentence:
        """The sentence that holds the character at `start`, or the last one before it."""
        k = self.sentence_number_at(start)
        return Sentence(self, k, self.firsts[k], self.firsts[k + 1])

    def sentence_number_at(self, start: int) -> int:
        """Index of the sentence that holds the character at `start`, or of the last one before it."""
        k = _upto(self.firsts, max(_upto(self.starts, start) - 1, 0)) - 1
        return min(k, len(self.firsts) - 2)

    def index_at(self, start: int) -> int:
        """Index of the word that begins at or last before the character `start`."""
        index = _upto(self.starts, start)
        return index - 1 if index else 0

    def indices_at(self, start: int, end: int) -> tuple[int, int]:
        """(first, last): the words first … last - 1 hold the characters start … end - 1."""
        return self.index_at(start), self.index_at(end - 1) + 1

    def span(self, first: int, last: int) -> Span:
        """The words first … last - 1 as a span of the string."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(self.string[start:end], start, end)


def _upto(numbers: list[int], number: int) -> int:
    """How many of the sorted numbers are at most `number`. It is asked for most words, and compiled it takes half the
    time of `bisect_right`."""
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] <= number:
            low = middle + 1
        else:
            high = middle
    return low


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words first … last - 1 of a text; `index` is its number."""

    of: Text
    index: int
    first: int
    last: int

    def __iter__(self) -> Iterator[Word]:
        return (Word(self.of, i) for i in range(self.first, self.last))

    def __len__(self) -> int:
        return self.last - self.first

    @property
    def start(self) -> int:
        return self.of.starts[self.first]

    @property
    def end(self) -> int:
        return self.of.ends[self.last - 1]

    @property
    def text(self) -> str:
        return self.of.string[self.start : self.end]

    @property
    def span(self) -> SentenceSpan:
        return SentenceSpan(self.start, self.end)


quick_init(Sentence)


@dataclass(frozen=True, slots=True)
class Word:
    """A view on word `index` of a text; what depends on the word's type alone comes from the vocabulary."""

    of: Text
    index: int

    @property
    def type(self) -> int:
        return self.of.types[self.index]

    @property
    def start(self) -> int:
        return self.of.starts[self.index]

    @property
    def end(self) -> int:
        return self.of.ends[self.index]

    @property
    def text(self) -> str:
        return VOCABULARY.strings[self.type]

    @property
    def lower(self) -> str:
        return VOCABULARY.lowers[self.type]

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """Every reading of the form, the likeliest first; never empty."""
        return VOCABULARY.analyses(self.type)

    @property
    def analysis(self) -> Analysis:
        """The reading that the sentence asks for."""
        return VOCABULARY.analyses(self.type)[choices(self.of)[self.index]]

    @property
    def upos(self) -> str:
        return self.analysis.upos

    @property
    def lemma(self) -> str:
        return self.analysis.lemma

    @property
    def gloss(self) -> str:
        """What the lemma means, in English; "" where the lexicon does not say."""
        return self.analysis.gloss

    @property
    def classes(self) -> frozenset[int]:
        return self.analysis.classes

    @property
    def noun_class(self) -> int | None:
        """The class of a noun or infinitive, or the one in which a modifier agrees with its noun."""
        analysis = self.analysis
        if analysis.noun_class is not None or analysis.upos not in MODIFIERS:
            return analysis.noun_class
        sentence = self.of.sentence_at(self.start)
        return class_of_modifier(self.of, choices(self.of), self.index, sentence.first, sentence.last)

    @property
    def feats(self) -> str:
        """Universal Dependencies features, «NounClass=Bantu9|Number=Sing»; "" where there are none."""
        return features(self.analysis, self.noun_class)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The pieces of the word with their meaning; together they spell it."""
        return pieces(self.text, self.analysis)

    @property
    def verb(self) -> Verb | None:
        """The word's pieces where its likeliest reading is a verb, else None."""
        return self.analysis.verb


quick_init(Word)


MODIFIERS: Final = frozenset({"ADJ", "DET", "NUM", "PRON", "ADP"})


def analyze_tokens(words: list[str]) -> list[Word]:
    """The words of one sentence that is already split; each keeps the form it is given."""
    types: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for word in words:
        if not word:
            raise ValueError("a word is empty")
        types.append(VOCABULARY.add(word))
        starts.append(at)
        ends.append(at + len(word))
        at += len(word) + 1
    text = Text(" ".join(words), types, starts, ends, [0, len(words)] if words else [0])
    return [Word(text, index) for index in range(len(words))]
