"""Phrases with all the words that tell whom they mean: «watu [wasiojulikana]», «kundi linalojulikana kama [Simba]».

A clause ends a phrase at the next verb; an office told by a relative verb and a name after it belong to it still.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.entities.heads import office_end
from matukio.references.names import Names
from matukio.swahili import Clauses, NounPhrase, Text, category, phrase_at
from matukio.swahili.barred import KNOWN_AS

AS: Final = (["kama"], ["zaidi", "kama"], ["kwa", "jina", "la"], ["kwa", "jina"])
"""What stands before the name after «linalojulikana»."""


def with_whole_office(text: Text, phrase: NounPhrase) -> NounPhrase:
    """«watu wasiojulikana», «watu 20 waliokuwa na silaha» are told by a relative verb, at which a phrase ends."""
    if phrase.name or phrase.last >= len(text) or category(text, phrase.last) not in "VU":
        return phrase
    limit = text.sentence_at(text.starts[phrase.head]).last
    last = office_end(text, phrase.head, limit)
    if last is None or last <= phrase.last:
        return phrase
    if last < limit and category(text, last) == "C" and (inner := phrase_at(text, last + 1, limit)) is not None:
        last = inner.last  # «mashirika yasiyo ya kiserikali ya Togo»
    return replace(phrase, last=last)


def with_whole_name(text: Text, names: Names, clauses: Sequence[Clauses], phrase: NounPhrase) -> NounPhrase:
    """In «walimuunga mkono Juma Moussa aliyekuwa …» the clause has only «Moussa» for itself; it is Juma Moussa.

    `clauses` are those of each sentence.
    """
    named = names.at(phrase.last) if _is_one_person(names, phrase) else None
    if named is not None and named.type == "PER":
        phrase = replace(phrase, last=text.index_at(named.end - 1) + 1)  # «kiongozi wake Tundu Lissu»
    if not phrase.name and (known := _known_as(text, names, clauses, phrase)) is not None:
        return replace(phrase, last=known)
    if _is_one_person(names, phrase) and (named_later := _name_after_clause(text, names, clauses, phrase)) is not None:
        return replace(phrase, last=named_later)
    whole = names.begun_before(phrase.first)
    return phrase if whole is None else replace(phrase, first=text.index_at(whole.start))


def _is_one_person(names: Names, phrase: NounPhrase) -> bool:
    return 1 in phrase.classes and not phrase.name and not names.inside(phrase.first, phrase.last)


def _known_as(text: Text, names: Names, clauses: Sequence[Clauses], phrase: NounPhrase) -> int | None:
    """The word after the name that a relative clause gives: «kundi la waasi linalojulikana kama Simba»."""
    for predicate in clauses[text.sentence_number_at(text.starts[phrase.head])].predicates:
        told = predicate.relative_head is not None and predicate.relative_head.last == phrase.last
        if not told or KNOWN_AS.isdisjoint(predicate.verb.chain):
            continue
        after = text.lowers[predicate.last : predicate.last + 4]
        skip = next((len(words) for words in AS if after[: len(words)] == words), 0)
        named = names.at(predicate.last + skip) if skip else None
        return text.index_at(named.end - 1) + 1 if named is not None else None
    return None


def _name_after_clause(text: Text, names: Names, clauses: Sequence[Clauses], phrase: NounPhrase) -> int | None:
    """The word after the name that follows what befell somebody: «rais aliyeondolewa madarakani Juma Moussa»."""
    for predicate in clauses[text.sentence_number_at(text.starts[phrase.head])].predicates:
        if predicate.relative_head is None or predicate.relative_head.last != phrase.last:
            continue
        if not predicate.subject_is_head or not predicate.verb.passive:
            continue
        after = predicate.last + (text.lowers[predicate.last : predicate.last + 1] in OUT_OF)
        after += text.lowers[after : after + 1] == [","]  # «rais aliyepinduliwa, Juma Moussa»
        named = names.at(after)
        return text.index_at(named.end - 1) + 1 if named is not None and named.type == "PER" else None
    return None


OUT_OF: Final = (["madarakani"], ["mamlakani"], ["kazini"], ["uongozini"])
"""What somebody was put out of."""
