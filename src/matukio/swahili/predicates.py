"""What a clause is: a verb group with its subject, objects and prepositional phrases, and a sentence's list of them."""

from __future__ import annotations

from dataclasses import dataclass

from matukio.frozen import quick_init
from matukio.swahili.analysis import Verb
from matukio.swahili.chunks import Oblique
from matukio.swahili.phrases import NounPhrase
from matukio.swahili.text import Sentence


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group and what belongs to it; all positions are word indices into the text.

    `first` … `last` - 1 are the verbs (alikuwa akisema), `main` the one that names the act. `subjects` are the phrases
    that the prefix agrees with (several when joined by «na»), empty when the subject is dropped or the verb has none of
    its own. `governor` is the position in the sentence's list of the predicate that an infinitive depends on, `link`
    the word before it («kwa», «ya», …) or "". `relative_head` is the phrase that a relative verb describes.
    """

    first: int
    main: int
    last: int
    verb: Verb
    outer: Verb
    """The group's first verb: it carries tense and negation."""
    subjects: tuple[NounPhrase, ...] = ()
    objects: tuple[NounPhrase, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    marker: str = ""
    governor: int | None = None
    link: str = ""
    relative_head: NounPhrase | None = None
    inverted: bool = False
    """The subject follows: «…,» amesema Moussa."""

    @property
    def negative(self) -> bool:
        """«hakubali», «huwa hakubali», «hawakuwa wanakubali»: any part of the verb says not."""
        return self.outer.negative or self.verb.negative

    @property
    def subject_is_head(self) -> bool:
        """A relative clause whose head is its subject: wanajeshi walioshambulia."""
        return self.relative_head is not None and self.subjects == (self.relative_head,)

    def tied(
        self,
        *,
        subjects: tuple[NounPhrase, ...] | None = None,
        governor: int | None = None,
        link: str | None = None,
        relative_head: NounPhrase | None = None,
    ) -> Predicate:
        """The same with what is given in place of its own; `dataclasses.replace` takes three times as long."""
        return Predicate(
            self.first,
            self.main,
            self.last,
            self.verb,
            self.outer,
            self.subjects if subjects is None else subjects,
            self.objects,
            self.obliques,
            self.marker,
            self.governor if governor is None else governor,
            self.link if link is None else link,
            self.relative_head if relative_head is None else relative_head,
            self.inverted,
        )


quick_init(Predicate)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence taken apart: its predicates, every noun phrase and every prepositional phrase, in order."""

    sentence: Sentence
    predicates: tuple[Predicate, ...]
    phrases: tuple[NounPhrase, ...]
    obliques: tuple[Oblique, ...]


quick_init(Clauses)
