"""What a word form can be: part of speech, lemma, noun classes and, for a verb, every piece of it.

«wameishtumu» is a verb: subject wa- (class 2), perfect -me-, object -i- (classes 4 and 9), stem «shtumu».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.frozen import quick_init

ANIMATE_SINGULAR: Final = frozenset({1})
ANIMATE_PLURAL: Final = frozenset({2})
LOCATIVE: Final = frozenset({16, 17, 18})


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a word and what it means: «wa» `2.subject`, «me» `perfect`, «shtum» `stem`."""

    text: str
    tag: str


quick_init(Segment)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a verb's prefix stands for: a person or noun classes. `person` is 1, 2 or 3."""

    prefix: str
    person: int
    classes: frozenset[int]

    @property
    def plural(self) -> bool:
        """True when it can only mean several: tu-, m-, wa-, and the plural classes."""
        return (
            self.prefix in ("tu", "hatu", "m", "ham", "wa", "hawa")
            or bool(self.classes)
            and self.classes <= PLURAL_CLASSES
        )


PLURAL_CLASSES: Final = frozenset({2, 4, 6, 8, 10})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form taken apart.

    `tense` is one of present, past, future, perfect, already, general (the -a- of headlines: «yatangaza»), habitual,
    consecutive (-ka-), situational (-ki-), conditional (-nge-), counterfactual (-ngali-), not-yet (-ja-),
    subjunctive, imperative, infinitive, copula. `stem` is the lemma («uawa»); `chain` begins with it and drops one
    extension at a time down to the root's own verb («uawa», «ua»); `extensions` are in the order of the word, so that
    `chain[n]` is the stem without its last n extensions.
    """

    subject: Agreement | None
    tense: str
    negative: bool
    relative: Agreement | None
    object: Agreement | None
    reflexive: bool
    stem: str
    chain: tuple[str, ...]
    extensions: tuple[str, ...]

    @property
    def passive(self) -> bool:
        return bool(self.extensions) and self.extensions[-1] == "passive"

    @property
    def finite(self) -> bool:
        return self.tense not in ("infinitive", "imperative")


quick_init(Verb)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word form. `classes`: the noun classes that it belongs to or agrees with."""

    upos: str
    lemma: str
    classes: frozenset[int] = frozenset()
    noun_class: int | None = None
    plural: bool = False
    animate: bool = False
    feats: str = ""
    gloss: str = ""
    opening: tuple[Segment, ...] = ()
    """The pieces of a word, of a verb those before its stem."""
    verb: Verb | None = None
    source_verb: str = ""
    """For a verbal or agent noun the verb it comes from: shambulizi → shambulia."""
    guess: bool = False
    stem: str = ""
    """A verb's stem as it is written."""
    closing: tuple[Segment, ...] = ()
    """The pieces of a verb after its stem."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All pieces in the order of the word, which are seldom asked for."""
        return (*self.opening, Segment(self.stem, "stem"), *self.closing) if self.stem else self.opening


quick_init(Analysis)
