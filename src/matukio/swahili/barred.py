"""Phrases that agree with a verb and yet are not its subject: what an earlier verb or preposition has for itself.

In «Juma, anayeshirikiana na mkuu wa jeshi Asha Ali, amekataa» it is not Asha Ali who refuses; in «alisema hatua hiyo
itasaidia» the step is no object of saying and is free.
"""

from __future__ import annotations

from typing import Final

from matukio.swahili.analysis import Verb
from matukio.swahili.categories import DAYS, category
from matukio.swahili.chunks import Oblique
from matukio.swahili.extensions import entries
from matukio.swahili.phrases import NounPhrase
from matukio.swahili.predicates import Predicate
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

CLOSING: Final = frozenset(',"”')
KNOWN_AS: Final = frozenset(["julikana", "fahamika", "tambulika"])
"""Verbs whose «kama» gives another name: «anayejulikana kama Simba»."""
TIMES: Final = frozenset("wiki mwezi mwaka siku juma miezi miaka".split())


def is_barred(
    text: Text,
    leftmost: NounPhrase,
    phrase: NounPhrase,
    predicate: Predicate,
    obliques: list[Oblique],
    earlier: list[Predicate],
) -> bool:
    """A phrase cannot be the subject when it stands after a preposition, in a quotation or as an earlier object."""
    previous = earlier[-1] if earlier else None
    if previous is not None and leftmost in previous.objects and _locates(text, previous):
        return True  # «yuko China akihudhuria mkutano»
    named = previous is not None and (previous.verb.passive or not KNOWN_AS.isdisjoint(previous.verb.chain))
    apart = "," not in text.lowers[leftmost.first : leftmost.last]
    if previous is not None and named and apart and text.lowers[previous.last : leftmost.first] == ["kama"]:
        return True  # «Juma, ambaye ametambuliwa kama dereva, amekamatwa», «bunge, linalojulikana kama Jumba»
    if any(o.phrase.last == phrase.first for o in obliques) and "," in text.string[text.ends[phrase.last - 1] :][:1]:
        return True  # «Juma, anayedaiwa kushirikiana na mkuu wa jeshi Asha Ali, amekataa»
    joined = next((o for o in obliques if o.phrase == leftmost), None)
    meanwhile = _goes_on_meanwhile(predicate, earlier)
    if joined is not None and meanwhile and leftmost.name:
        return True  # «Togo imefunga mpaka wake na Ghana ikiishutumu kwa mauaji»
    if joined is not None and not (phrase.last == predicate.first and _is_free(joined, predicate, previous)):
        return True
    if any(
        text.string[text.starts[i]] in '”»"' and text.string[text.starts[i - 1]] in ",.!?…"
        for i in range(phrase.last + 1, predicate.first)
    ):
        return True  # it stands in a quotation that has ended
    other = leftmost.name or category(text, leftmost.head) == "Q"  # «rais anayeondoka Juma Moussa», «watu wapatao 50»
    own = previous is not None and leftmost in previous.objects and _takes_object(previous.verb) and not other
    if previous is not None and own and _agrees_too(text, previous.relative_head, predicate):
        return True
    if previous is not None and _takes_clause(previous.verb):
        if _stands_before(text, phrase, predicate, leftmost):
            return False  # «alisema hatua hiyo itasaidia»
        if phrase == leftmost and leftmost.first == previous.last and _is_to_come(text, phrase, predicate, obliques):
            return False
    if predicate.outer.tense == "subjunctive" and previous is not None and leftmost in previous.objects[1:]:
        return False  # «alitoa wito watu wawe wavumilivu»
    if previous is not None and previous.last <= leftmost.first:
        gap = [category(text, i) for i in range(phrase.last, predicate.first)]
        crossing = any(text.string[text.starts[i]] in ",;:" for i in range(previous.last, leftmost.first))
        if (
            leftmost in previous.objects
            and not crossing
            and not predicate.marker
            and previous.relative_head is None
            and "S" not in gap
        ):
            # «walishambulia kijiji na kuua»: an object stays one, unless the next verb agrees with nothing else
            if predicate.outer.tense == "situational":  # «ilimwita balozi wa Ghana ikiitaka ieleze»
                return meanwhile and SEEING.isdisjoint(previous.verb.chain)
            return previous.outer.tense != "copula" and not predicate.outer.relative
    return False


SEEING: Final = frozenset(
    "acha chagua gundua iga kamata kumbuka kuta nasa ona onesha onyesha pata rekodi shuhudia sikia tazama teua".split()
)
"""Verbs whose object does what a «-ki-» says: «alimwona mtu akiiba», «amemteua Juma akichukua nafasi ya Asha»."""


def _goes_on_meanwhile(predicate: Predicate, earlier: list[Predicate]) -> bool:
    """Whether a «-ki-» can go on with what an earlier verb's subject does: their prefixes are the same."""
    subject = predicate.outer.subject
    if predicate.outer.tense != "situational" or subject is None:
        return False
    return any(
        other.subjects
        and other.outer.finite
        and other.outer.relative is None
        and other.outer.tense != "situational"
        and other.outer.subject is not None
        and other.outer.subject.classes == subject.classes
        for other in earlier[-2:]
    )


def _is_to_come(text: Text, phrase: NounPhrase, predicate: Predicate, obliques: list[Oblique]) -> bool:
    """«alisema mkutano kati ya Togo na Ghana utafanyika»: what completes the phrase stands before its future verb."""
    if predicate.outer.tense != "future" or not any(o.first == phrase.last for o in obliques):
        return False
    return not any(category(text, i) in ",S" for i in range(phrase.last, predicate.first))


def _stands_before(text: Text, phrase: NounPhrase, predicate: Predicate, leftmost: NounPhrase) -> bool:
    """Whether a phrase ends right before its verb; joined ones also before a comma: «yeye na Juma Ali, walisema»."""
    last = phrase.last
    return (
        last == predicate.first or last + 1 == predicate.first and leftmost != phrase and text.lowers[last] in CLOSING
    )


def _agrees_too(text: Text, head: NounPhrase | None, predicate: Predicate) -> bool:
    """«mashirika yanayotetea mataifa yamesema»: whoever the relative clause describes agrees as well."""
    subject = predicate.outer.subject
    if head is not None and VOCABULARY.lowers[text.types[head.head]] in TIMES | DAYS:
        return False  # «wiki iliyopita serikali ilisema», «Jumatatu iliyopita serikali ilisema»
    free = subject is not None and predicate.outer.relative is None
    return free and head is not None and subject is not None and bool(head.classes & subject.classes)


def _locates(text: Text, predicate: Predicate) -> bool:
    """«yuko», «wapo», «alikuwepo»: what follows is where."""
    last = text.lowers[predicate.last - 1]
    return predicate.outer.tense == "copula" and last.endswith(("ko", "po", "mo"))


SINCE: Final = frozenset(["tangu", "toka"])


def _is_free(joined: Oblique, predicate: Predicate, previous: Predicate | None) -> bool:
    """Whether a preposition only joins a phrase right before its verb to what stands before: «mkutano ulianza na
    viongozi walihudhuria», «ulihudhuriwa na Juma, Asha na Togo iliwakilishwa», «tangu Togo ilipoanza»."""
    when = predicate.outer.relative
    if joined.preposition in SINCE:
        return when is not None and when.prefix == "po"
    if joined.preposition != "na":
        return False
    told = (
        previous is not None
        and previous.verb.passive
        and any(
            o.preposition == "na" and o.first < joined.first and (o.phrase.name or o.phrase.classes & {1, 2})
            for o in previous.obliques
        )
    )
    return told or _ends(previous) or not joined.phrase.name and _is_another_subject(predicate, previous)


MAIN: Final = frozenset(["past", "perfect", "present", "future"])


def _is_another_subject(predicate: Predicate, previous: Predicate | None) -> bool:
    """«walikutana na timu itaundwa»: of two main verbs the second, of another class, has what stands before it."""
    if previous is None or predicate.outer.tense not in MAIN or previous.outer.tense not in MAIN:
        return False
    if predicate.outer.relative is not None or previous.outer.relative is not None:
        return False
    one, other = previous.outer.subject, predicate.outer.subject
    return one is not None and other is not None and one.classes.isdisjoint(other.classes)


def _ends(previous: Predicate | None) -> bool:
    """A finite verb that takes no «na» of its own, as a passive («alikamatwa na polisi») and «kutana na» do."""
    if previous is None or previous.verb.passive or previous.verb.tense == "infinitive" or previous.outer.relative:
        return False
    if previous.outer.tense == "situational" and "wa" in previous.verb.chain:
        return False  # «Rais akiwa na mwenzake alizindua»
    return not any("na" in entry.frame for lemma in previous.verb.chain if (entry := entries().get(lemma)))


def _takes_object(verb: Verb) -> bool:
    """«tetea», not «fika»."""
    return any("object" in entry.frame for lemma in verb.chain if (entry := entries().get(lemma)))


def _takes_clause(verb: Verb) -> bool:
    return any("clause" in entry.frame for lemma in verb.chain if (entry := entries().get(lemma)))
