"""The ways to take a verb form apart by its prefixes, before any stem is looked up.

«wasiowatembelea» is wa-si-o-wa-tembelea: subject, negation, relative, object, stem; every other way is tried too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from matukio.swahili.analysis import Agreement
from matukio.swahili.parses import Parse, spelled
from matukio.tables import files, read_table

MONOSYLLABIC: Final = frozenset(
    {"la", "fa", "ja", "wa", "nywa", "nya", "cha", "isha", "enda", "wepo", "weko", "wemo", "wapo", "wamo"}
)
"""Stems that keep the infinitive's ku- (kw-) after most tense markers: anakula, atakuja, amekwenda."""
TENSES: Final = {
    "na": "present",
    "li": "past",
    "ta": "future",
    "mesha": "already",
    "mekwisha": "already",
    "lisha": "already",
    "me": "perfect",
    "ka": "consecutive",
    "ki": "situational",
    "nge": "conditional",
    "ngali": "counterfactual",
}
NEGATIVE_TENSES: Final = {
    "ku": "past",
    "ja": "not-yet",
    "ta": "future",
    "to": "future",
    "nge": "conditional",
    "ngali": "counterfactual",
}
NEGATED_AFTER_SUBJECT: Final = {"singe": "conditional", "singali": "counterfactual", "sipo": "situational"}
RELATIVE_TENSES: Final = {"na": "present", "li": "past", "taka": "future", "si": "general"}


@dataclass(frozen=True, slots=True)
class Prefix:
    """A row of prefixes.tsv; `general` is the subject prefix as it fuses with the -a- of headlines."""

    kind: str
    prefix: str
    person: int
    classes: tuple[str, ...] = ()
    general: str = ""


@cache
def prefixes() -> dict[str, dict[str, Agreement]]:
    """kind (subject, negative, object, relative, general) → prefix → what it agrees with."""
    found: dict[str, dict[str, Agreement]] = {"general": {}}
    for row in read_table(files(__package__) / "prefixes.tsv", Prefix):
        agreement = Agreement(row.prefix, row.person, frozenset(int(c) for c in row.classes))
        found.setdefault(row.kind, {})[row.prefix] = agreement
        if row.general:
            found["general"].setdefault(row.general, agreement)
    # -a- hides which of two prefixes it swallowed: «wasema» wa- or u-, «yasema» ya- or i-
    for general, bare, other in (("wa", "wa", "u"), ("ya", "ya", "i")):
        classes = found["subject"][bare].classes | found["subject"][other].classes
        found["general"][general] = Agreement(bare, 3, classes)
    return found


LONGEST_OBJECT: Final = 2
"""Letters of the longest object prefix."""
Ways = tuple[tuple[str, tuple[Parse, ...]], ...]
"""What a string of prefixes can be, by the last vowel that each asks of its stem."""
RELATIVES_LAST: Final = ("o", "cho", "lo", "yo", "zo", "vyo", "po", "ko", "mo")
ENDINGS: Final[dict[str, tuple[str, ...]]] = {"e": ("ye",), "i": ("ni", "eni"), "o": RELATIVES_LAST}
"""Last letter → what follows a stem: «asemaye» has a relative, «semeni» and «waulizeni» are said to several. The -e- of
-eni is the stem's own."""
_WAYS: Final[dict[str, dict[str, Ways]]] = {ending: {} for ending in ("", "ye", "ni", "eni", *RELATIVES_LAST)}
"""Ending → string of prefixes → what these can be; filled as forms ask."""


def beginnings(form: str) -> list[tuple[Ways, str]]:
    """Every way to take a form apart, with the stem as it would be written.

    The same few thousand strings of prefixes begin all forms, so what each of them can mean is found once.
    """
    found: list[tuple[Ways, str]] = []
    begun, made, objects, size = _begun(), _made(), prefixes()["object"], len(form)
    longest = 0
    while longest < size and form[:longest] in begun:
        longest += 1
    cuts = [
        cut for cut in range(min(size - 1, longest + LONGEST_OBJECT))
        # what does not begin such a string as a whole may be one with an object after it
        if cut < longest
        or form[cut - 1 : cut] in objects and form[: cut - 1] in made
        or form[cut - 2 : cut] in objects and form[: cut - 2] in made
    ]  # fmt: skip
    for ending in ("", *ENDINGS.get(form[-1], ())):
        if not form.endswith(ending):
            continue
        known, stop = _WAYS[ending], size - len(ending.removeprefix("e"))
        for cut in cuts:
            if cut >= stop - 1:
                break
            head = form[:cut]
            ways = known.get(head)
            if ways is None:
                ways = known[head] = _ways(head, ending)
            if ways:
                found.append((ways, form[cut:stop]))
    return found


def _ways(head: str, ending: str) -> Ways:
    """What a string of prefixes can be, with an ending or none."""
    found: dict[str, list[Parse]] = {}
    for way in _with_objects(head):
        ended = _ended(way, ending) if ending else way
        if ended is not None:
            found.setdefault(ended.final, []).append(spelled(ended))
    return tuple((final, tuple(group)) for final, group in found.items())


def _with_objects(head: str) -> Iterator[Parse]:
    made, objects = _made(), prefixes()["object"]
    yield from made.get(head, ())
    for size in range(LONGEST_OBJECT, 0, -1):
        agreement = objects.get(head[-size:])
        if agreement is not None and len(head) >= size:
            for way in made.get(head[:-size], ()):
                if way.tense == "imperative":
                    if agreement.prefix != "ku":
                        yield way._replace(final="e", object=agreement)
                elif not (way.ku or way.before or way.marker == "kw" and way.subject):
                    yield way._replace(object=agreement)


def _ended(way: Parse, ending: str) -> Parse | None:
    """The way with an ending that it can have, or None."""
    if ending in ("ni", "eni"):
        if way.tense == "imperative" and (way.object is None) == (ending == "ni"):
            return way._replace(final="e" if way.object else "ae", plural="ni")
    elif way.tense == "subjunctive" and not way.marker and not way.negative:
        relative = prefixes()["relative"][ending]
        return way._replace(tense="general", final="a", relative=relative, relative_last=True)
    return None


JOINED: Final = ("na", "ya", "wa", "la", "za", "cha", "vya")


@cache
def _made() -> dict[str, list[Parse]]:
    """Every string of prefixes but an object's → what it can be. They are few, so all are made at once."""
    made: dict[str, list[Parse]] = {}
    for parse in _all():
        relative = parse.shown_relative or (parse.relative.prefix if parse.relative else "")
        made.setdefault(parse.before + parse.shown + parse.marker + relative + parse.ku, []).append(parse)
    return made


@cache
def _begun() -> frozenset[str]:
    """All that begins a string of prefixes, the whole of it included."""
    return frozenset(whole[:size] for whole in _made() for size in range(len(whole) + 1))


def _all() -> Iterator[Parse]:
    table = prefixes()
    for marker in ("kutoku", "kuto", "ku", "kw"):
        yield Parse("infinitive", "a", marker=marker, negative=marker.startswith("kuto"))
    for prefix, subject in table["subject"].items():
        for parse in _after_subject(prefix, subject):
            yield from _with_ku(parse)
    for prefix, subject in table["general"].items():
        yield from _with_ku(Parse("general", "a", prefix, subject))
    for prefix, subject in table["negative"].items():
        base = Parse("present", "i", prefix, subject, negative=True)
        for marker, tense in NEGATIVE_TENSES.items():
            yield from _with_ku(base._replace(final="a", tense=tense, marker=marker))
        yield base._replace(final="a", tense="past", marker="kw")  # hakwenda: ku- has lost its vowel
        yield from _with_ku(base)
    yield from _with_ku(Parse("habitual", "a", marker="hu"))
    for word in JOINED:  # «nakujeruhi», «yakutosha»: written together with an infinitive
        yield Parse("infinitive", "a", marker="ku", before=word)
    yield Parse("imperative", "a")


def _with_ku(parse: Parse) -> Iterator[Parse]:
    yield parse
    if parse.marker != "ku":  # hakuja, hakufa: no second ku- after the negative past
        yield parse._replace(ku="ku")
        yield parse._replace(ku="kw")


def _after_subject(prefix: str, subject: Agreement) -> Iterator[Parse]:
    """What can follow a subject prefix: a tense, a relative, or at once the stem of a subjunctive."""
    base = Parse("", "a", prefix, subject)
    for marker, tense in TENSES.items():
        yield base._replace(tense=tense, marker=marker)
    for marker, tense in RELATIVE_TENSES.items():
        for relative, agreement in prefixes()["relative"].items():
            if marker + relative != "sipo":  # «asipofika»: unless he arrives
                if relative == "o" and prefix in ("i", "ya"):  # «wiki iliopita», written for iliyopita
                    agreement = replace(agreement, classes=agreement.classes | prefixes()["relative"]["yo"].classes)
                yield base._replace(tense=tense, marker=marker, relative=agreement, negative=marker == "si")
    for marker, tense in NEGATED_AFTER_SUBJECT.items():
        yield base._replace(tense=tense, marker=marker, negative=True)
    if prefix == "a":  # «aliekuwa», the coast's spelling of aliyekuwa
        for marker in ("li", "na", "taka"):
            person = prefixes()["relative"]["ye"]
            yield base._replace(tense=RELATIVE_TENSES[marker], marker=marker, shown_relative="e", relative=person)
    subjunctive = base._replace(tense="subjunctive", final="e")
    yield from (subjunctive, subjunctive._replace(negative=True, marker="si"), subjunctive._replace(marker="ka"))


def restored(stem: str, final: str) -> tuple[str, ...]:
    """The dictionary forms of a stem by what its mood did to the last vowel; Arabic verbs keep theirs."""
    last = stem[-1:]
    if last == "a":
        return (stem,) if "a" in final or (final == "i" and stem.endswith("wa")) else ()
    if last in ("e", "i", "u"):
        return (stem[:-1] + "a", stem) if last in final else (stem,)
    return (stem,) if stem in ("wepo", "weko", "wemo", "wapo", "wamo") else ()
