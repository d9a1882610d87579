"""Verbs that happen at one time: what an infinitive completes, what goes on meanwhile, what says when it happened.

In «Walikusanyika Jumatatu wakati polisi walipofika na kufyatua risasi» all three have «Jumatatu».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.owners import BOUNDS, lower
from matukio.swahili import Clauses, Predicate


def shared(clauses: Clauses, number: int) -> Iterator[int]:
    """The predicates before one whose time is its own too, nearest first: «walivamia mji na kuua, wakichoma nyumba»."""
    predicates = clauses.predicates
    at: int | None = number
    seen = set()
    while at is not None and at not in seen:
        seen.add(at)
        predicate = predicates[at]
        if predicate.outer.tense == "infinitive":
            if not completes(clauses, at):
                return
            at = predicate.governor
            while predicate.link == "na" and at is not None and at > 0 and _of_a_thing(predicates[at]):
                at -= 1  # «vimelaani mapinduzi yaliyofanyika jana na kutaka …» goes on with «vimelaani»
        elif predicate.outer.tense in ("situational", "consecutive") and predicate.outer.relative is None:
            at = _main_before(clauses, at)
        else:
            return
        if at is not None:
            yield at


def _of_a_thing(predicate: Predicate) -> bool:
    """A relative verb whose prefix means no people: «mapinduzi yaliyofanyika»."""
    subject = predicate.outer.subject
    return predicate.outer.relative is not None and (subject is None or not subject.classes & {1, 2})


def meanwhile(clauses: Clauses, number: int) -> Iterator[int]:
    """The clauses of a predicate which say when it happened: «walikimbia wakati vita vilipozuka mwaka 1948», «… wakati
    vita vikiendelea mwaka 1948»."""
    for n in range(number + 1, len(clauses.predicates)):
        other = clauses.predicates[n]
        relative = other.outer.relative
        if relative is not None and relative.prefix == "po":
            if not _bounding(clauses, n):
                yield n
        elif other.outer.tense == "situational" and opens_with(clauses, other) == "wakati":
            yield n
        elif relative is None and other.outer.tense != "infinitive":
            return


def opened_by(clauses: Clauses, number: int) -> Iterator[int]:
    """The «-po-» clause that stands before a predicate: «mkopo ulipotangazwa 2015 benki ilisitisha msaada»."""
    predicate = clauses.predicates[number]
    if predicate.outer.relative is not None or not predicate.outer.finite or predicate.marker:
        return
    for n in range(number - 1, -1, -1):
        relative = clauses.predicates[n].outer.relative
        if relative is not None and relative.prefix == "po":
            if not _bounding(clauses, n):
                yield n
            return
        if relative is None and clauses.predicates[n].outer.finite:
            return


def going_on(clauses: Clauses, number: int) -> int | None:
    """The verb before a «-po-» clause, which is dated with it: «walikusanyika Jumatatu wakati polisi walipofika»."""
    own = clauses.predicates[number]
    if own.outer.relative is None or own.outer.relative.prefix != "po" or _bounding(clauses, number):
        return None
    for n in range(number - 1, -1, -1):
        other = clauses.predicates[n]
        if other.outer.relative is None and other.outer.tense != "infinitive":
            between = range(other.last, own.first)
            told = any(lower(clauses.sentence.of, i) in ("kwamba", "kuwa") for i in between)
            return n if other.outer.finite and not told else None
    return None


MEANWHILE: Final = ("huku", "wakati")


def opens_with(clauses: Clauses, predicate: Predicate) -> str:
    """The word before a clause, which its verb or its subject opens; "" at the beginning of the sentence."""
    first = min([predicate.first, *(p.first for p in predicate.subjects)])
    return lower(clauses.sentence.of, first - 1) if first > clauses.sentence.first else ""


def _bounding(clauses: Clauses, number: int) -> bool:
    """«tangu ilipoanza», «tangu wakati Marekani ilipoivamia Iraq»: the clause tells only where the time begins."""
    text, predicate = clauses.sentence.of, clauses.predicates[number]
    first = min([predicate.first, *(p.first for p in predicate.subjects)])
    nearest = predicate.first - 1  # «Togo imeona … tangu ilipopata uhuru»: the subject stands far ahead
    before = (nearest, *range(max(clauses.sentence.first, first - 3), first))
    return any(lower(text, i) in BOUNDS for i in before)


def completed(clauses: Clauses, number: int) -> Iterator[int]:
    """The predicates that an infinitive completes, nearest first: «ilipangwa kuanza»."""
    predicates = clauses.predicates
    seen = {number}
    while predicates[number].outer.tense == "infinitive" and completes(clauses, number):
        governor = predicates[number].governor
        if governor is None or governor in seen:
            return
        seen.add(governor)
        yield governor
        number = governor


def happening(clauses: Clauses, number: int) -> int | None:
    """The verb that says when or where what an infinitive names happened: «kukamatwa kwao kulitokea Jumamosi»."""
    if clauses.predicates[number].outer.tense != "infinitive":
        return None
    for n in range(number + 1, len(clauses.predicates)):
        other = clauses.predicates[n]
        if other.outer.finite:
            subject = other.outer.subject
            told = subject is not None and subject.prefix == "ku" and other.outer.relative is None
            return n if told and other.verb.stem in HAPPENING else None
    return None


HAPPENING: Final = frozenset("tokea fanyika anza endelea jiri tarajiwa pangwa".split())


def completes(clauses: Clauses, number: int) -> bool:
    """Whether an infinitive goes on with its governor's act: «alilazimishwa kuachia», «walivamia na kuua»; «shutuma za
    Rais kushirikiana» does not."""
    predicate = clauses.predicates[number]
    if predicate.governor is None or predicate.link not in ("", "na", "juu"):
        return False  # «Mahakama ya Juu kubatilisha»
    if predicate.link == "na":
        return True
    last = clauses.predicates[predicate.governor].last
    between = [o for o in clauses.obliques if last <= o.first < predicate.first]
    from_where = bool(between) and between[0].preposition == "kutoka"  # «wavuvi kutoka Togo na Ghana kuingia»
    return not between or from_where and all(o.preposition == "na" for o in between[1:])


def _main_before(clauses: Clauses, number: int) -> int | None:
    """The finite verb before a «-ki-» or «-ka-» whose subject it shares, or that goes on meanwhile: «huku polisi
    wakifyatua risasi»."""
    predicates = clauses.predicates
    own = predicates[number]
    beside = own.outer.tense == "situational" and opens_with(clauses, own) in MEANWHILE
    for n in range(number - 1, -1, -1):
        other = predicates[n]
        if not other.outer.finite or other.outer.relative is not None:
            continue
        if own.subjects and other.subjects and own.subjects != other.subjects and not beside:
            return None
        return n
    return None
