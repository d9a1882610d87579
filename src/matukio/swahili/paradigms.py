"""The ways to take a verb form apart by its prefixes, before any stem is looked up.

«wasiowatembelea» is wa-si-o-wa-tembelea: subject, negation, relative, object, stem; every other way is tried too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from matukio.swahili.analysis import Agreement
from matukio.tables import read_table

MONOSYLLABIC = frozenset(
    {"la", "fa", "ja", "wa", "nywa", "nya", "cha", "isha", "enda", "wepo", "weko", "wemo", "wapo", "wamo"}
)
"""Stems that keep the infinitive's ku- (kw-) after most tense markers: anakula, atakuja, amekwenda."""
TENSES = {
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
NEGATIVE_TENSES = {
    "ku": "past",
    "ja": "not-yet",
    "ta": "future",
    "to": "future",
    "nge": "conditional",
    "ngali": "counterfactual",
}
NEGATED_AFTER_SUBJECT = {"singe": "conditional", "singali": "counterfactual", "sipo": "situational"}
RELATIVE_TENSES = {"na": "present", "li": "past", "taka": "future", "si": "general"}


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


@dataclass(frozen=True, slots=True)
class Parse:
    """What the prefixes of a form say; `stem` is all that they leave."""

    stem: str
    tense: str
    final: str
    """The vowel that the mood puts at the end of a Bantu stem: a, e or i; «ae» either of two."""
    shown: str = ""
    """The subject prefix as written."""
    subject: Agreement | None = None
    negative: bool = False
    marker: str = ""
    relative: Agreement | None = None
    relative_last: bool = False
    shown_relative: str = ""
    """The relative as written, where it is not the prefix itself."""
    object: Agreement | None = None
    ku: str = ""
    """The infinitive's ku- before the stem: only stems of one syllable keep it."""
    plural: str = ""
    """The -ni of a command to several people."""
    before: str = ""
    """A word that is written together with the verb."""


STEM = "\0\0"
"""Stands for any stem while the prefixes before it are taken apart."""
LONGEST = 14
"""No prefixes together are longer: hawatakapokwisha-, kutokumw-."""
Ways = tuple[tuple[str, tuple[Parse, ...]], ...]
"""What a string of prefixes can be, by the last vowel that each asks of its stem."""
_WAYS: dict[str, Ways] = {}


def beginnings(form: str) -> Iterator[tuple[Ways, str]]:
    """Every way to take a form apart, with the stem that it leaves.

    The same few thousand strings of prefixes begin all forms, so what each of them can mean is found once.
    """
    for cut in range(min(len(form) - 1, LONGEST)):
        head = form[:cut]
        ways = _WAYS.get(head)
        if ways is None:
            found: dict[str, list[Parse]] = {}
            for way in _ways(head):
                found.setdefault(way.final, []).append(way)
            ways = _WAYS[head] = tuple((final, tuple(group)) for final, group in found.items())
        if ways:
            tail = form[cut:]
            yield ways, tail
            if tail[-1] in "oei":
                for way, stem in _with_suffix([way for _, group in ways for way in group], tail):
                    yield ((way.final, (way,)),), stem


def _ways(head: str) -> tuple[Parse, ...]:
    """What a string of prefixes can be."""
    if not _pattern().fullmatch(head):
        return ()
    return tuple(dict.fromkeys(replace(way, stem="") for way in _prefixed(head + STEM) if way.stem == STEM))


@cache
def _pattern() -> re.Pattern[str]:
    """A test that refuses nearly all beginnings of words that are no prefixes; the others are looked at closely."""
    table = prefixes()

    def either(*parts: str) -> str:
        return f"(?:{'|'.join(sorted(parts, key=len, reverse=True))})"

    last = either(*table["object"]) + "?" + either("ku", "kw") + "?"
    relative = either(*table["relative"])
    after_subject = either(
        either(*TENSES, *NEGATED_AFTER_SUBJECT, "si", "ka"), either(*RELATIVE_TENSES) + relative, "lie|nae|takae"
    )
    return re.compile(
        either(
            either(*table["subject"]) + after_subject + "?" + last,
            either(*table["general"], "hu") + last,
            either(*table["negative"]) + either(*NEGATIVE_TENSES, "kw") + "?" + last,
            either(*JOINED) + "?ku",
            "(?:kutoku|kuto|ku|kw)?" + last,
        )
    )


def _with_suffix(ways: list[Parse], tail: str) -> Iterator[tuple[Parse, str]]:
    """«asemaye» with the relative at its end, «semeni» said to several."""
    for way in ways:
        if way.tense == "subjunctive" and not way.marker and not way.negative:
            for relative, agreement in prefixes()["relative"].items():
                if tail.endswith(relative) and len(tail) > len(relative) + 1:
                    yield (
                        replace(way, tense="general", final="a", relative=agreement, relative_last=True),
                        tail[: -len(relative)],
                    )
        if way.tense == "imperative" and tail.endswith("eni" if way.object else "ni") and len(tail) > 3:
            yield replace(way, final="e" if way.object else "ae", plural="ni"), tail[:-2]


def _prefixed(form: str) -> Iterator[Parse]:
    """Every way to take `form`, prefixes and STEM, apart."""
    for infinitive in ("kutoku", "kuto", "ku", "kw"):
        if form.startswith(infinitive):
            base = Parse("", "infinitive", "a", marker=infinitive, negative=infinitive.startswith("kuto"))
            yield replace(base, stem=form[len(infinitive) :])
            yield from _objects(base, form[len(infinitive) :])
    for prefix, subject in prefixes()["subject"].items():
        if form.startswith(prefix):
            yield from _after_subject(Parse("", "", "a", prefix, subject), form[len(prefix) :])
    for prefix, subject in prefixes()["general"].items():
        if form.startswith(prefix):
            yield from _stems(Parse("", "general", "a", prefix, subject), form[len(prefix) :])
    for prefix, subject in prefixes()["negative"].items():
        if form.startswith(prefix):
            rest, base = form[len(prefix) :], Parse("", "present", "i", prefix, subject, negative=True)
            yield from _marked(replace(base, final="a"), rest, NEGATIVE_TENSES)
            if rest.startswith("kw"):  # hakwenda: ku- has lost its vowel
                fused = replace(base, final="a", tense="past", marker="kw", stem=rest[2:])
                yield fused
            yield from _stems(base, rest)
    if form.startswith("hu"):
        yield from _stems(Parse("", "habitual", "a", marker="hu"), form[2:])
    yield from _joined(form)
    yield from _imperatives(form)


JOINED = ("na", "ya", "wa", "la", "za", "cha", "vya")


def _joined(form: str) -> Iterator[Parse]:
    """«nakujeruhi», «yakutosha»: «na» or a connective written together with an infinitive."""
    for word in JOINED:
        if form.startswith(word + "ku"):
            yield Parse(form[len(word) + 2 :], "infinitive", "a", marker="ku", before=word)


def _imperatives(form: str) -> Iterator[Parse]:
    yield Parse(form, "imperative", "a")
    for prefix, agreement in prefixes()["object"].items():
        if form.startswith(prefix) and prefix != "ku":
            rest = form[len(prefix) :]
            yield Parse(rest, "imperative", "e", object=agreement)


def _after_subject(base: Parse, rest: str) -> Iterator[Parse]:
    """What can follow a subject prefix: a tense, a relative, or at once the stem of a subjunctive."""
    yield from _marked(base, rest, TENSES)
    for marker, tense in RELATIVE_TENSES.items():
        for relative, agreement in prefixes()["relative"].items():
            if marker + relative == "sipo":
                continue  # «asipofika»: unless he arrives
            if rest.startswith(marker + relative):
                made = replace(base, tense=tense, marker=marker, relative=agreement, negative=marker == "si")
                yield from _stems(made, rest[len(marker) + len(relative) :])
    yield from _marked(replace(base, negative=True), rest, NEGATED_AFTER_SUBJECT)
    if base.shown == "a":  # «aliekuwa», the coast's spelling of aliyekuwa
        for marker in ("lie", "nae", "takae"):
            if rest.startswith(marker):
                made = replace(base, tense=RELATIVE_TENSES[marker[:-1]], marker=marker[:-1], shown_relative="e")
                yield from _stems(replace(made, relative=prefixes()["relative"]["ye"]), rest[len(marker) :])
    subjunctive = replace(base, tense="subjunctive", final="e")
    yield from _stems(subjunctive, rest)
    if rest.startswith("si"):
        yield from _stems(replace(subjunctive, negative=True, marker="si"), rest[2:])
    if rest.startswith("ka"):
        yield from _stems(replace(subjunctive, marker="ka"), rest[2:])


def _marked(base: Parse, rest: str, markers: dict[str, str]) -> Iterator[Parse]:
    for marker, tense in markers.items():
        if rest.startswith(marker):
            yield from _stems(replace(base, tense=tense, marker=marker), rest[len(marker) :])


def _stems(base: Parse, rest: str) -> Iterator[Parse]:
    """The rest as a stem; as ku- and a stem of one syllable; as an object prefix and a stem."""
    if len(rest) < 2:
        return
    yield replace(base, stem=rest)
    if rest[:2] in ("ku", "kw") and base.marker != "ku":  # hakuja, hakufa: no second ku- after the negative past
        yield replace(base, stem=rest[2:], ku=rest[:2])
    yield from _objects(base, rest)


def _objects(base: Parse, rest: str) -> Iterator[Parse]:
    for prefix, agreement in prefixes()["object"].items():
        if rest.startswith(prefix) and len(rest) > len(prefix) + 1:
            yield replace(base, stem=rest[len(prefix) :], object=agreement)


def restored(stem: str, final: str) -> Iterator[str]:
    """The dictionary form of a stem by what its mood did to the last vowel; Arabic verbs keep theirs."""
    last = stem[-1:]
    if last == "a":
        if "a" in final or (final == "i" and stem.endswith("wa")):
            yield stem
    elif last in ("e", "i", "u"):
        if last in final:
            yield stem[:-1] + "a"
        yield stem
    elif stem in ("wepo", "weko", "wemo", "wapo", "wamo"):
        yield stem
