"""Which verbs mean nobody who was told: «Imetayarishwa na …», «hazina ya», «akiwemo Mbando», «waliofika».

«Inadaiwa kuwa …» is said by nobody, «wana habari» are journalists and no verb.
"""

from __future__ import annotations

from typing import Final

from matukio.entities.rows import kept
from matukio.references.subjects import PEOPLE, TIMES, is_object_relative
from matukio.swahili import Predicate, Text, category
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import files, read_words


@kept
def impersonal() -> frozenset[str]:
    """Verbs that with a prefix of things mostly mean a matter, not a country or body."""
    return frozenset(read_words(files(__package__) / "impersonal.tsv"))


def means_nobody(text: Text, predicate: Predicate) -> bool:
    """Whether a third person without a subject is not one whom earlier words name."""
    outer, verb = predicate.outer, predicate.verb
    if predicate.first and text.lowers[predicate.first - 1] in CONNECTIVES and outer.relative is None:
        return True  # «matumizi ya hazina»: no verb
    if outer.relative is not None and outer.subject is not None:
        named = outer.subject.classes & outer.relative.classes or not outer.subject.classes & PEOPLE
        if named:
            return True  # «waliofanikiwa», «yaliyotokea» name their own subject
    if text.lowers[predicate.first].endswith(("kiwemo", "kiwamo")):
        return True  # «akiwemo mbunge wa zamani»
    if predicate.first and text.lowers[predicate.first - 1] in ("hakuna", "kwa"):
        return True  # «hakuna aliye salama», «kwa waliofika»
    if _is_half_a_word(text, predicate.first) or _has_people_after(text, predicate):
        return True
    if outer.subject is None or outer.subject.classes & PEOPLE:
        return False
    if predicate.first and text.lowers[predicate.first - 1] in TIMES:
        return True  # «Ijumaa iliweka rekodi»
    return not impersonal().isdisjoint(verb.chain) or verb.passive


HALVES: Final = {
    "wana": frozenset("habari jeshi mgambo siasa sayansi harakati riadha anga diplomasia chama".split()),
    "wapo": frozenset(["ya", "la", "cha", "wa", "za"]),
}
"""Words that were cut in two and look like verbs: «wana habari», «moja wapo ya»."""


def _is_half_a_word(text: Text, index: int) -> bool:
    return index + 1 < len(text) and text.lowers[index + 1] in HALVES.get(text.lowers[index], ())


def _has_people_after(text: Text, predicate: Predicate) -> bool:
    """«namna walivyoomba wakaazi»: whether they ask or are asked, the words do not say."""
    subject = predicate.outer.subject
    several = subject is not None and subject.classes == {2} and predicate.last < len(text)
    if not several or not is_object_relative(predicate) or category(text, predicate.last) != "N":
        return False
    return any(a.animate and a.plural for a in VOCABULARY.analyses(text.types[predicate.last]) if a.upos == "NOUN")
