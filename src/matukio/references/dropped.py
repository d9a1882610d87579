"""Whose a verb without a subject is: «Waziri Mbando alimkaribisha Neema. Kisha aliondoka.» tells that Mbando left.

A subject of the verb's own sentence comes first, then whom each sentence before is about: the subject of its main verb,
which may be left out itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities import Description
from matukio.entities.knowledge import rebels_who_govern
from matukio.record import Entity
from matukio.references.antecedents import Mention, agrees, dropped_subject
from matukio.references.impersonals import means_nobody
from matukio.references.openings import before_where, subject_at_opening
from matukio.references.subjects import (
    PEOPLE,
    is_main,
    is_object_relative,
    leads_up,
    meets_another,
    named_before,
    person_in,
    quoted_words,
    subject_after,
    subject_beside,
    takes_clause,
    topic,
)
from matukio.swahili import Agreement, Clauses, NounPhrase, Predicate, Text

PERSONS: Final = 5
NEAR: Final = 2
"""How many sentences back one person may be meant, and several, a country or a body."""
MEN: Final = frozenset(["REB", "PRM", "UAF", "MIL", "COP", "PTY", "OPP", "CRM"])
"""Sectors of bodies that are spoken of as their men: «Al-Shabaab wameshambulia»."""


def _is_of_men(mention: Mention) -> bool:
    """Whether it is no body, or one that is spoken of as its men."""
    if not mention.names or mention.names[0].type != "ORG":
        return True
    return mention.known.sector in MEN or mention.names[0].link in rebels_who_govern()


class Subjects:
    """The subjects of an article's verbs; `names` are those of each sentence, `mentions` what may be meant again."""

    def __init__(self, text: Text, clauses: Sequence[Clauses], names: Sequence[tuple[Entity, ...]]) -> None:
        self.mentions: Sequence[Sequence[Mention]] = ()
        self._text = text
        self._clauses = clauses
        self._names = names
        self._quoted = quoted_words(text)
        self._own: dict[int, tuple[NounPhrase, ...]] = {}
        self._dropped: dict[int, list[Mention]] = {}

    def own(self, sentence: int, predicate: Predicate) -> tuple[NounPhrase, ...]:
        """The phrases of the predicate's clause that are its subject."""
        found = self._own.get(predicate.first)
        if found is None:
            found = self._own[predicate.first] = self._find_own(sentence, predicate)
        return found

    def _find_own(self, sentence: int, predicate: Predicate) -> tuple[NounPhrase, ...]:
        text, clauses, names = self._text, self._clauses[sentence], self._names[sentence]
        nearer = subject_at_opening(text, clauses, predicate, names)
        if nearer is not None:
            return (nearer,)
        if predicate.subjects and self._quoted[predicate.subjects[-1].first] <= self._quoted[predicate.first]:
            named = named_before(text, predicate.subjects, names)
            return predicate.subjects if named is None else (named,)
        if predicate.subjects:
            return ()  # «“Mungu yupo,” alisema»: whom a quotation names does not speak it
        beside = subject_beside(text, clauses, predicate, names) or subject_after(text, clauses, predicate, names)
        return () if beside is None else (beside,)

    def dropped(self, sentence: int, predicate: Predicate) -> list[Mention]:
        """Whom a third person without a subject takes up; empty where nobody fits."""
        if predicate.first not in self._dropped:
            self._dropped[predicate.first] = []  # a verb is not its own subject
            self._dropped[predicate.first] = self._meant(sentence, predicate)
        return self._dropped[predicate.first]

    def _meant(self, sentence: int, predicate: Predicate) -> list[Mention]:
        agreement = predicate.outer.subject
        if agreement is None or means_nobody(self._text, predicate):
            return []
        beside = next((p for p in self._clauses[sentence].predicates if p.last == predicate.first), None)
        if beside is not None and beside.outer.relative is not None and not beside.subjects:
            return []  # «walioshuhudia wanasema»: whoever saw it
        found = self._told_before(sentence, predicate, agreement)
        if 1 not in agreement.classes and not takes_clause(predicate):
            found = [m for m in found if self._is_meant_by_what_is_done(sentence, agreement, m)]
        if self._quoted[predicate.first] and 1 in agreement.classes and not takes_clause(predicate):
            return [m for m in found if not self._says_it(m)]  # who is quoted says «I» of himself
        return found

    def _is_meant_by_what_is_done(self, sentence: int, agreement: Agreement, mention: Mention) -> bool:
        """Whether several people, a body or a thing do what a verb that is none of saying tells: right in half of such
        cases, so that only people with an office or arms are meant, and things only in their own sentence."""
        if 2 in agreement.classes:
            of_men = _is_of_men(mention)
            return mention.known.sector not in (None, "CVL") and (of_men or not agrees(mention, agreement.classes))
        return self._text.sentence_number_at(self._text.starts[mention.phrase.first]) == sentence

    def _says_it(self, mention: Mention) -> bool:
        """Whether somebody outside of quotations is the subject of a verb of saying."""
        first = mention.phrase.first
        if self._quoted[first]:
            return False
        sentence = self._text.sentence_number_at(self._text.starts[first])
        predicates = self._clauses[sentence].predicates
        return any(takes_clause(p) and mention.phrase in self.own(sentence, p) for p in predicates)

    def _told_before(self, sentence: int, predicate: Predicate, agreement: Agreement) -> list[Mention]:
        """Whom the verb's own sentence tells before it, else one of the sentences before."""
        here = self._of_sentence(sentence, predicate, agreement)
        if here or not self._looks_back(sentence, predicate, agreement):
            return here
        one = 1 in agreement.classes
        several = 2 in agreement.classes and not one
        for number in range(sentence - 1, max(-1, sentence - (NEAR if several else PERSONS) - 1), -1):
            near = one or sentence - number <= NEAR
            found = self._of_earlier(number, predicate, agreement, near)
            if several and takes_clause(predicate) and any(map(self._says_it, self._fitting(number, predicate.first))):
                return [m for m in found if self._says_it(m)]  # «UNHCR imesema wakimbizi wamefika. Wanasema …»
            if found:
                return found
        return []

    def _of_sentence(self, sentence: int, predicate: Predicate, agreement: Agreement) -> list[Mention]:
        """A subject told before the verb, a person to whom the sentence's opening phrase belongs, or for «Akihutubia
        taifa, Rais …» the subject of the next main verb."""
        first = predicate.first
        before = [m for m in self._fitting(sentence, first) if m.phrase.last <= first]
        if is_object_relative(predicate) and predicate.relative_head is not None and 1 in agreement.classes:
            owner = person_in(self._text, predicate.relative_head, self._names[sentence])
            if owner is not None:
                return [self._as_mention(sentence, owner)]
        found = dropped_subject(agreement, self._subjects_before(sentence, predicate, before))
        if not found and 2 in agreement.classes:
            return self._for_whom_it_is_said(sentence, predicate)
        if found or 1 not in agreement.classes:
            return found
        opening = topic(self._text, self._clauses[sentence], self._names[sentence], first)
        if opening is not None:
            return [self._as_mention(sentence, opening)]
        clauses = self._clauses[sentence]
        if clauses.predicates[0] is predicate and leads_up(predicate):
            after = next((p for p in clauses.predicates if p.first > first and is_main(p)), None)
            if after is not None and predicate.outer.tense != "situational" and meets_another(after):
                return []
            own = self.own(sentence, after) if after is not None else ()
            named = topic(self._text, clauses, self._names[sentence], after.first) if after is not None else None
            if not own and named is not None:
                return [self._as_mention(sentence, named)]
            return dropped_subject(agreement, [m for m in self._fitting(sentence, first) if m.phrase in own])
        return []

    def _subjects_before(self, sentence: int, predicate: Predicate, before: list[Mention]) -> list[Mention]:
        """The subjects among the mentions before a verb, also a name out of a longer phrase, the nearest first."""
        subjects = [m for m in before if m.subject]
        phrases = {m.phrase for m in self.mentions[sentence]}
        apart = [
            mention
            for each in self._clauses[sentence].predicates
            if each.first < predicate.first
            for mention in self._mentioned(sentence, self.own(sentence, each))
            if mention.phrase not in phrases and mention.phrase.last <= predicate.first
        ]
        return sorted([*subjects, *apart], key=lambda m: -m.phrase.first) if apart else subjects

    def _for_whom_it_is_said(self, sentence: int, predicate: Predicate) -> list[Mention]:
        """«Waziri Mbando alisema kwamba wanahitaji msaada»: whoever speaks for others without naming them."""
        earlier = [p for p in self._clauses[sentence].predicates if p.last <= predicate.first]
        told = predicate.outer.tense != "subjunctive" and not self._quoted[predicate.first]
        teller = earlier[-1] if earlier and told and takes_clause(earlier[-1]) else None
        agreement = teller.outer.subject if teller is not None else None
        if teller is None or agreement is None or agreement.person != 3 or 1 not in agreement.classes:
            return []
        between = (p for p in self._clauses[sentence].phrases if teller.last <= p.first < predicate.first)
        if any(p.name or p.last == predicate.first for p in between):
            return []  # «alisema Italia walichelewa», «alisema tume ya maafisa wataanza»
        own = self.own(sentence, teller)
        return self._mentioned(sentence, own) if own else self.dropped(sentence, teller)

    def _mentioned(self, sentence: int, own: tuple[NounPhrase, ...]) -> list[Mention]:
        """The mentions that a verb's subjects are; a name out of a longer phrase is one too."""
        found = [m for m in self.mentions[sentence] if m.phrase in own]
        names = [p for p in own if p.name and all(m.phrase != p for m in found)]
        known = [p for p in names if any(self._text.starts[p.first] == n.start for n in self._names[sentence])]
        return found + [self._as_mention(sentence, phrase) for phrase in known]

    def _as_mention(self, sentence: int, phrase: NounPhrase) -> Mention:
        start = self._text.starts[phrase.first]
        name = next(name for name in self._names[sentence] if name.start == start)
        return Mention(phrase, (name,), Description(name.country, name.sector, name.name, name.link), False, (), True)

    def _looks_back(self, sentence: int, predicate: Predicate, agreement: Agreement) -> bool:
        """Whether sentences before may tell the subject: not of «alisema wataondoka», the speaker's own people, nor of
        a thing in the middle of a sentence, nor of «mkutano alioufanya»."""
        if 1 in agreement.classes:
            return not is_object_relative(predicate)
        if agreement.classes & PEOPLE:
            return is_main(predicate) and predicate.outer.tense not in ("consecutive", "subjunctive")
        predicates = self._clauses[sentence].predicates
        if predicates[0] is not predicate or predicate.outer.tense != "situational":
            return predicates[0] is predicate
        # «Ikinukuu maafisa, gazeti la Moussa limesema»: it is the paper that quotes them
        return not any(is_main(p) and self.own(sentence, p) for p in predicates)

    def _of_earlier(self, sentence: int, predicate: Predicate, agreement: Agreement, near: bool) -> list[Mention]:
        """Whom an earlier sentence is about, else, where it is `near`, its other subjects, else its only person. Of
        several people those who spoke before speak again."""
        told = self._fitting(sentence, predicate.first)
        candidates = [*self.about(sentence), *(m for m in told if m.subject and near)]
        if agreement.classes == {2}:
            candidates = [m for m in candidates if _is_of_men(m)]
            if takes_clause(predicate):
                candidates.sort(key=lambda m: not self._says_it(m))
        found = dropped_subject(agreement, candidates)
        if found or 1 not in agreement.classes:
            return found
        named = [m for m in told if m.names and agrees(m, agreement.classes)]
        if len(named) > 1:  # «Juma Moussa, maarufu Simba»
            links = {name.link or name.id for name in self._names[sentence] if name.type == "PER"}
            named = named[:1] if len(links) == 1 else []
        return named if named and not self._is_in_brackets(named[0]) and len(named) == 1 else []

    def _is_in_brackets(self, mention: Mention) -> bool:
        """«daktari wake (Dr. Moussa)»: told by the way."""
        start = self._text.starts[mention.phrase.first]
        return self._text.string.rfind("(", 0, start) > self._text.string.rfind(")", 0, start)

    def _fitting(self, sentence: int, word: int) -> list[Mention]:
        """The sentence's mentions, but none from inside a quotation for a verb outside of it."""
        inside = self._quoted[word]
        return [m for m in self.mentions[sentence] if inside or not self._quoted[m.phrase.first]]

    def about(self, sentence: int) -> list[Mention]:
        """Whom a sentence is about: the subject of its first main verb outside quotations, told or left out."""
        predicates = self._clauses[sentence].predicates
        mains = [p for p in predicates if is_main(p) and not self._quoted[p.first]]
        text, clauses, names = self._text, self._clauses[sentence], self._names[sentence]
        main = next((p for p in mains if before_where(text, clauses, p, names)), next(iter(mains), None))
        if main is None:  # «Juma Moussa, mshirika wa zamani wa rais.»: whom the sentence opens with
            first = min(self.mentions[sentence], key=lambda m: m.phrase.first, default=None)
            person = first is not None and first.named and any(name.type == "PER" for name in first.names[:1])
            return [first] if first is not None and person else []
        own = self.own(sentence, main)
        return self._mentioned(sentence, own) if own else self.dropped(sentence, main)
