"""Verb forms taken apart: subject, tense, relative, object, stem and its extensions.

«wasiowatembelea» wa-si-o-wa-tembelea: class 2, negative relative, object wa-, stem «tembelea», from «tembea».

Every way to take a form apart is tried, and the reading whose stem the lexicon knows best comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from matukio.swahili.analysis import Agreement, Analysis, Segment, Verb
from matukio.swahili.extensions import entries, underived
from matukio.swahili.lexicon import spellings
from matukio.tables import read_table

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
MONOSYLLABIC = frozenset(
    {"la", "fa", "ja", "wa", "nywa", "nya", "cha", "isha", "enda", "wepo", "weko", "wemo", "wapo", "wamo"}
)
"""Stems that keep the infinitive's ku- (kw-) after most tense markers: anakula, atakuja, amekwenda."""
INTRANSITIVE = frozenset({"wa", "fa", "ja", "isha"})
"""Short stems that take no object; with one they would be read into half of all forms."""


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
    """A form taken apart before its stem is looked up."""

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


def analyse_verb(form: str) -> list[Analysis]:
    """Readings of a lower-case form as a verb, best first; guesses only when no reading has a known stem."""
    found: list[tuple[tuple[int, ...], Analysis]] = []
    if form in COMMANDS:
        stem, plural = COMMANDS[form]
        parse = Parse(form[:-2] if plural else form, "imperative", "a", plural=plural)
        found.append(((-2,), _analysis(parse, stem, (stem,), (), True)))
    for parse in _parses(form):
        for restored in _restored(parse.stem, parse.final):
            stem = _standard(restored)
            if (parse.ku and stem not in MONOSYLLABIC) or (parse.object and stem in INTRANSITIVE):
                continue
            chain, extensions, known = underived(stem)
            if not known and (parse.ku or parse.tense == "imperative" or len(stem) < 4 or not _plausible(stem)):
                continue
            if parse.marker == "kuto" and underived("to" + stem)[2]:
                continue  # kutolewa: to be given out, not to not get drunk
            rank = _rank(parse, stem, chain, known)
            found.append((rank, _analysis(parse, stem, chain, extensions, bool(known))))
            if stem == "kua" and parse.tense in ("past", "future", "perfect") and parse.object is None:
                # «alikua akisema»: alikuwa, as it is heard; likelier in news than growing
                found.append((rank[:-1], _analysis(parse, "wa", ("wa",), (), True)))
    found.sort(key=lambda pair: pair[0])
    if found:  # a listed stem leaves nothing to stems that extensions would have to explain
        found = [pair for pair in found if pair[0][0] == found[0][0][0]]
    best: list[Analysis] = []
    for _, analysis in found:
        if analysis not in best:
            best.append(analysis)
    return best[:4]


def _standard(stem: str) -> str:
    """The stem as dictionaries write it: towa → toa, uwawa → uawa."""
    if stem in spellings():
        return spellings()[stem]
    if stem.endswith(("owa", "uwa", "iya", "eya")) and stem not in ("kuwa", "pakuwa") and stem not in entries():
        plain = stem[:-2] + "a"
        return plain if plain in entries() else stem
    return stem


COMMANDS = {"njoo": ("ja", ""), "njooni": ("ja", "ni"), "nenda": ("enda", ""), "nendeni": ("enda", "ni")}
"""The commands that are not made from the stem."""


def _rank(parse: Parse, stem: str, chain: tuple[str, ...], known: int) -> tuple[int, ...]:
    """The lower, the likelier: a known stem, few extensions to undo, a common paradigm, the longest stem."""
    if not known:
        return (
            0,
            0,
            parse.tense in ("general", "imperative", "not-yet", "subjunctive"),
            parse.object is None and parse.tense != "infinitive",
            -len(stem),
        )
    # «hupigwa» is rather «is usually hit» than «you are not hit»
    addressed = parse.shown == "hu" and parse.tense == "present"
    if parse.tense == "general" and parse.object is not None and parse.object.prefix == "ku":
        addressed = True  # «nakujeruhi», I injure you, is two words written as one
    headline = parse.tense == "general" and parse.relative is None
    if headline and parse.shown == "ya" and not stem.endswith("a"):
        headline = False  # «yaishutumu»: as good as a subjunctive
    listed = entries()
    undone = next((n for n, each in enumerate(chain) if each in listed), 0)
    return (
        -known,
        undone,
        headline or addressed or bool(parse.before) or parse.tense in ("imperative", "not-yet"),
        parse.object is not None and not _takes_object(chain[undone]),
        parse.shown in ("ku", "pa") and parse.relative is None and parse.tense != "infinitive",
        parse.object is not None,
        parse.tense == "subjunctive" and not stem.endswith("a"),  # anakiri: admits, rather than may he nakiri
        -len(stem),
        parse.tense == "subjunctive",
    )


def _takes_object(lemma: str) -> bool:
    """«kulipiga» is to hit it, «kulitokea» there happened: «tokea» takes no object."""
    entry = entries().get(lemma)
    return entry is None or not entry.frame or any(each.startswith("object") for each in entry.frame)


def _analysis(parse: Parse, stem: str, chain: tuple[str, ...], extensions: tuple[str, ...], known: bool) -> Analysis:
    reflexive = parse.object is not None and parse.object.prefix == "ji"
    verb = Verb(
        subject=parse.subject,
        tense=parse.tense,
        negative=parse.negative,
        relative=parse.relative,
        object=None if reflexive else parse.object,
        reflexive=reflexive,
        stem=stem,
        chain=chain,
        extensions=extensions,
    )
    entry = entries().get(chain[0]) or entries().get(chain[-1])
    subject = parse.subject
    return Analysis(
        upos="AUX" if stem == "wa" and parse.tense != "infinitive" else "VERB",
        lemma=stem,
        classes=subject.classes if subject else frozenset(),
        noun_class=15 if parse.tense == "infinitive" else None,
        plural=subject.plural if subject else False,
        gloss=entry.gloss if entry else "",
        segments=_segments(parse),
        verb=verb,
        guess=not known,
    )


def _segments(parse: Parse) -> tuple[Segment, ...]:
    """The pieces of the form in order; together they spell it."""
    pieces: list[Segment] = [Segment(parse.before, "joined")] if parse.before else []
    subject = parse.subject
    if subject is not None and parse.shown:
        who = f"{subject.person}.person" if subject.person < 3 else "/".join(map(str, sorted(subject.classes)))
        negated = ".negative" if parse.negative and subject in prefixes()["negative"].values() else ""
        pieces.append(Segment(parse.shown, f"{who}.subject{negated}"))
    if parse.marker:
        pieces.append(Segment(parse.marker, parse.tense + (".negative" if parse.marker.startswith("si") else "")))
    relative = [Segment(parse.shown_relative or parse.relative.prefix, "relative")] if parse.relative else []
    if not parse.relative_last:
        pieces += relative
    if parse.object is not None:
        pieces.append(Segment(parse.object.prefix, "reflexive" if parse.object.prefix == "ji" else "object"))
    if parse.ku:
        pieces.append(Segment(parse.ku, "infinitive"))
    pieces.append(Segment(parse.stem, "stem"))
    if parse.relative_last:
        pieces += relative
    if parse.plural:
        pieces.append(Segment(parse.plural, "plural"))
    return tuple(pieces)


def _parses(form: str) -> Iterator[Parse]:
    """Every way to take a form apart by its prefixes."""
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
                if fused.stem in MONOSYLLABIC:
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
        if form.startswith(word + "ku") and len(form) > len(word) + 5:
            yield Parse(form[len(word) + 2 :], "infinitive", "a", marker="ku", before=word)


def _imperatives(form: str) -> Iterator[Parse]:
    yield Parse(form, "imperative", "a")
    if form.endswith("ni"):
        yield Parse(form[:-2], "imperative", "ae", plural="ni")
    for prefix, agreement in prefixes()["object"].items():
        if form.startswith(prefix) and prefix != "ku":
            rest = form[len(prefix) :]
            yield Parse(rest, "imperative", "e", object=agreement)
            if rest.endswith("eni"):
                yield Parse(rest[:-2], "imperative", "e", object=agreement, plural="ni")


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
    for relative, agreement in prefixes()["relative"].items():
        if rest.endswith(relative):
            made = replace(base, tense="general", relative=agreement, relative_last=True)
            yield from _stems(made, rest[: -len(relative)])
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


def _restored(stem: str, final: str) -> Iterator[str]:
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


VOWELS = frozenset("aeiou")
CLUSTERS = frozenset(
    (
        "mb mp mv nd ng nj nz nt nk ch sh th dh gh kh ny bw chw fw gw hw kw lw mw nw pw rw sw tw vw yw zw jw dw g' n'"
        " 'w shw ms mt mk mf mz ml md mn st sk sp lt ft ks kt hk ht lk rk rt br tr kr fr dr"
    ).split()
)


def _plausible(stem: str) -> bool:
    """Whether a string could be a Swahili verb stem: open syllables, no cluster that the language lacks."""
    if stem[-1] not in "aeiu":
        return False
    return all(
        second in VOWELS or first in VOWELS or first + second in CLUSTERS
        for first, second in zip(stem, stem[1:], strict=False)
    )
