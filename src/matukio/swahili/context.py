"""Which reading of a word its sentence means: «nchi hizi zinasema» is class 10, «nchi hii inasema» class 9.

Words with several readings go through the rule that `ambiguous.tsv` names for them or, unlisted, through the rule for
their kind of ambiguity; a noun takes the class that the concords around it share. All others keep the likeliest.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

from matukio.swahili.analysis import Analysis, Verb
from matukio.swahili.concord import choose_class
from matukio.swahili.extensions import entries
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table

if TYPE_CHECKING:
    from matukio.swahili.text import Text

_LOCK = Lock()


def choices(text: Text) -> array[int]:
    """For each word the index of its reading among `VOCABULARY.analyses`; found once for a text."""
    if len(text.choices) < len(text):
        with _LOCK:
            if len(text.choices) < len(text):
                text.choices.extend(_choose(text))
    return text.choices


def _choose(text: Text) -> array[int]:
    chosen = array("b", bytes(len(text)))
    for number in range(len(text.firsts) - 1):
        view = View(text, chosen, text.firsts[number], text.firsts[number + 1])
        for index in range(view.first, view.last):
            rule = _rule_of(text.types[index])
            if rule is not None and (upos := rule(view, index)):
                chosen[index] = view.find(index, upos)
        for index in range(view.first, view.last):
            if text.types[index] in _SEVERAL_CLASSES:
                chosen[index] = choose_class(text, chosen, index, view.first, view.last)
    return chosen


@dataclass(frozen=True, slots=True)
class View:
    """A sentence in which the words up to some index are decided."""

    text: Text
    chosen: array[int]
    first: int
    last: int

    def lower(self, index: int) -> str:
        return VOCABULARY.lowers[self.text.types[index]] if self.first <= index < self.last else ""

    def reading(self, index: int) -> Analysis:
        if not self.first <= index < self.last:
            return NOTHING
        return VOCABULARY.analyses(self.text.types[index])[self.chosen[index]]

    def upos(self, index: int) -> str:
        return self.reading(index).upos

    def verb(self, index: int) -> Verb | None:
        return self.reading(index).verb

    def find(self, index: int, upos: str) -> int:
        """The first reading of a word with this part of speech, else the likeliest."""
        readings = VOCABULARY.analyses(self.text.types[index])
        return next((n for n, reading in enumerate(readings) if reading.upos == upos), 0)

    def has(self, index: int, upos: str) -> bool:
        return any(reading.upos == upos for reading in VOCABULARY.analyses(self.text.types[index]))

    def finite_follows(self, index: int) -> bool:
        """A finite verb stands between the word and the next mark."""
        for at in range(index + 1, min(self.last, index + 9)):
            verb = self.verb(at)
            if (
                verb is not None
                and verb.tense != "infinitive"
                and (verb.relative is None or verb.relative.prefix == "po")
            ):
                return True
            if self.upos(at) == "PUNCT":
                return False
        return False

    def head_before(self, index: int, classes: frozenset[int]) -> bool:
        """A noun before the word, past its other modifiers, agrees with one of the classes."""
        at = index - 1
        while at >= self.first and index - at <= 4:
            reading = self.reading(at)
            if reading.upos == "NOUN":
                return not classes or any(
                    other.classes & classes
                    for other in VOCABULARY.analyses(self.text.types[at])
                    if other.upos == "NOUN"
                )
            if reading.noun_class == 15:
                return 15 in classes
            if reading.upos not in ("DET", "ADJ", "NUM"):
                return False
            at -= 1
        return False


NOTHING = Analysis("PUNCT", "")
CONNECTIVES = frozenset("wa ya la za cha vya pa mwa kwa".split())


def _and(view: View, index: int) -> str:
    """«alizungumza na», «ana uhusiano na», «aliuawa na» go with their word; else «na» joins."""
    before = view.reading(index - 1)
    follows = view.reading(index + 1)
    if follows.verb is not None and follows.verb.tense != "infinitive":
        return "CCONJ"
    if before.verb is not None:
        joined = follows.noun_class == 15 and (before.verb.passive or not _goes_with_na(before.verb))
        return "CCONJ" if joined else "ADP"
    if before.upos in ("ADP", "ADV") and view.lower(index - 1) in WITH_NA:
        return "ADP"
    if before.source_verb and before.upos == "NOUN":
        entry = entries().get(before.source_verb)
        if entry is not None and "na" in entry.frame and not before.animate:
            return "ADP"
    return "ADP" if (follows.animate or follows.upos == "PROPN") and _after_passive(view, index) else "CCONJ"


def _after_passive(view: View, index: int) -> bool:
    """«walipigwa risasi na askari»: the agent of a passive, past what was done with it."""
    for at in range(index - 1, max(view.first - 1, index - 6), -1):
        verb = view.verb(at)
        if verb is not None:
            return verb.passive
        if view.upos(at) in ("PUNCT", "CCONJ", "PROPN", "SCONJ") or view.reading(at).animate:
            return False
    return False


WITH_NA = frozenset("pamoja sambamba karibu mbali tofauti sanjari kutokana kulingana kuhusiana kinyume sawa".split())


def _goes_with_na(verb: Verb) -> bool:
    return verb.passive or verb.stem == "wa" or any("na" in e.frame for s in verb.chain if (e := entries().get(s)))


def _to_be(view: View, index: int) -> str:
    """«alisema kuwa», that; «anatarajiwa kuwa rais», «kuwa na», be."""
    before = view.reading(index - 1)
    if view.lower(index + 1) == "na":
        return "VERB"
    if before.verb is not None:
        frames = {each for stem in before.verb.chain if (e := entries().get(stem)) for each in e.frame}
        if "clause" in frames and ("infinitive" not in frames or view.finite_follows(index)):
            return "SCONJ"
        impersonal = before.verb.subject is not None and before.verb.subject.prefix in ("i", "ku", "hai", "haku")
        if impersonal and view.upos(index + 1) in ("NOUN", "PROPN", "PRON") and view.upos(index - 2) in STOPS:
            return "SCONJ"  # «inaonekana kuwa mpango …»
        return "VERB" if "infinitive" in frames or before.verb.tense == "infinitive" else "SCONJ"
    if before.upos in ("NOUN", "PUNCT", "PRON", "ADV", "DET", "PROPN", "ADJ", "NUM", "AUX") or (
        view.lower(index - 1) == "kwa"
    ):
        return "SCONJ" if view.finite_follows(index) else "VERB"
    return "VERB"


STOPS = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ"})


def _like(view: View, index: int) -> str:
    """«kama watakubali», if; «kama mwalimu», as."""
    for at in range(index + 1, min(index + 4, view.last)):
        verb = view.verb(at)
        if verb is not None and verb.relative is not None and verb.relative.prefix == "vyo":
            return "SCONJ"  # «kama alivyosema»
        if at == index + 1 and verb is not None and verb.tense != "infinitive" and verb.relative is None:
            return "SCONJ"
    before = view.verb(index - 1)
    asks = before is not None and any("clause" in e.frame for s in before.chain if (e := entries().get(s)))
    return "SCONJ" if (asks or index == view.first) and view.finite_follows(index) else "ADP"


def _before_clause(view: View, index: int) -> str:
    verb = view.verb(index + 1)
    return "SCONJ" if verb is not None and verb.tense != "infinitive" else "ADP"


def _with_ya(view: View, index: int) -> str:
    return "ADP" if "ya" in (view.lower(index + 1), view.lower(index + 2)) else "SCONJ"


def _relational(view: View, index: int) -> str:
    follows = view.lower(index + 1)
    if view.lower(index - 1) in CONNECTIVES and follows != "ya":
        return "ADV"  # «kiongozi wa juu wa idara»
    return "ADP" if follows == "na" or follows in CONNECTIVES and follows != "kwa" else "ADV"


def _infinitive(view: View, index: int) -> str:
    """«anataka kutoka» is a verb, «alifika kutoka Mombasa» none."""
    if view.lower(index - 1) in CONNECTIVES or view.lower(index - 1) == "bila":
        return "VERB"
    before = view.verb(index - 1)
    if before is None or view.lower(index + 1) in ("kwa", "kwake", "kwao", "kwetu", "kwenu"):
        return "ADP"
    frames = [e.frame for s in before.chain if (e := entries().get(s))]
    return "VERB" if frames and "infinitive" in frames[0] and view.lower(index) != "kutokana" else "ADP"


def _when(view: View, index: int) -> str:
    after = view.reading(index + 1)
    if view.lower(index + 1) == "wa" or "Dem" in after.feats or "Poss" in after.feats or after.upos == "PUNCT":
        return "NOUN"
    if view.upos(index - 1) in ("ADP", "VERB", "AUX") or view.lower(index - 1) in CONNECTIVES:
        return "SCONJ" if after.verb is not None and view.upos(index - 1) != "ADP" else "NOUN"
    return "SCONJ" if view.finite_follows(index) else "NOUN"


def _meanwhile(view: View, index: int) -> str:
    if view.head_before(index, frozenset({15, 17})) and not view.finite_follows(index):
        return "DET"
    return "SCONJ" if view.finite_follows(index) else "ADV"


def _border(view: View, index: int) -> str:
    if view.lower(index + 1) in ("wa", "huo", "huu", "wake", "kati") or view.upos(index - 1) == "ADP":
        return "NOUN"
    if view.upos(index + 1) == "PUNCT" and view.verb(index - 1) is not None:
        return "NOUN"
    return _before_clause(view, index)


def _order(view: View, index: int) -> str:
    return "NUM" if view.lower(index - 1) in CONNECTIVES else "ADV"


def _possessive(view: View, index: int) -> str:
    """«mkutano wao», their; «wao walisema», they; «wake za watu», wives."""
    readings = VOCABULARY.analyses(view.text.types[index])
    concord = next((reading.classes for reading in readings if reading.upos == "DET"), frozenset())
    before = view.verb(index - 1)
    going = before is not None and any("locative" in e.frame for s in before.chain if (e := entries().get(s)))
    if view.head_before(index, concord) and not (going and view.has(index, "PRON")):
        return "DET"
    return "PRON" if view.has(index, "PRON") else "NOUN" if view.lower(index + 1) in CONNECTIVES else "DET"


def _demonstrative(view: View, index: int) -> str:
    readings = VOCABULARY.analyses(view.text.types[index])
    concord = next(reading.classes for reading in readings if reading.upos == "DET")
    if view.head_before(index, concord):
        return "DET"
    after = list(VOCABULARY.analyses(view.text.types[index + 1])) if index + 1 < view.last else []
    if any(reading.upos == "NOUN" and reading.classes & concord for reading in after):
        return "DET"
    return "PRON"


def _place(view: View, index: int) -> str:
    return "DET" if "Case=Loc" in view.reading(index - 1).feats or view.lower(index - 1) in PLACES else "ADV"


PLACES = frozenset("mahali pahali mahala".split())


def _manner(view: View, index: int) -> str:
    return "DET" if view.head_before(index, frozenset({8})) else "ADV"


def _how(view: View, index: int) -> str:
    verb = view.verb(index + 1)
    return "SCONJ" if verb is not None and verb.relative is not None else "NOUN"


def _state(view: View, index: int) -> str:
    """«habari rasmi», «ni tayari» are said of something, «alitangaza rasmi» of the act."""
    if view.lower(index) in ("sawa", "tofauti") and view.lower(index + 1) == "na":
        return "ADP"
    before = view.reading(index - 1)
    if view.lower(index - 1) in CONNECTIVES and view.has(index, "NOUN"):
        return "ADJ" if view.lower(index).startswith("ki") else "NOUN"  # «wa Kichina»
    if before.upos in ("NOUN", "AUX", "DET") or view.lower(index - 1) in CONNECTIVES or before.lemma in STAYING:
        return "ADJ"
    if view.has(index, "ADV") and before.upos in ("VERB", "PUNCT", "ADV", "CCONJ"):
        return "ADV"
    return "NOUN" if view.has(index, "NOUN") else "ADV" if view.has(index, "ADV") else "ADJ"


STAYING = frozenset({"baki", "kaa", "wa"})


def _quality(view: View, index: int) -> str:
    """«katibu mkuu» has a quality, «mkuu wa majeshi» is somebody."""
    readings = VOCABULARY.analyses(view.text.types[index])
    concord = frozenset().union(*(reading.classes for reading in readings if reading.upos == "ADJ"))
    if view.head_before(index, concord) or view.upos(index - 1) == "AUX":
        return "ADJ"
    return "NOUN"


def _doer(view: View, index: int) -> str:
    """«na wachoma mkaa» are people, «wachoma nyumba» of a headline is an act."""
    before = view.upos(index - 1)
    return "NOUN" if before in ("ADP", "CCONJ", "DET", "NUM") or before == "VERB" and index > view.first else "VERB"


def _having(view: View, index: int) -> str:
    """«wana wa Israeli», «hazina ya taifa» are nouns, «wana silaha» is a verb."""
    return "NOUN" if view.lower(index + 1) in CONNECTIVES and index + 2 < view.last else "VERB"


def _name(view: View, index: int) -> str:
    """«Samia Suluhu», «Juma alisema»: a word of the language as a name; «Njooni» is no name."""
    before, reading = view.reading(index - 1), view.reading(index)
    follows = view.reading(index + 1)
    starts = index == view.first or before.upos == "PUNCT"
    if reading.upos == "PROPN":
        known = VOCABULARY.analyses(view.text.types[index])[1]
        is_act = known.verb is not None and not known.guess and starts and follows.upos not in ("PROPN", "PUNCT")
        third = follows.verb is not None and follows.verb.subject is not None and follows.verb.subject.prefix == "a"
        return "VERB" if is_act and not third else ""
    if before.upos == "PROPN" and not starts:
        known_word = not reading.guess and (reading.animate or view.lower(index) in NOT_NAMES)
        return "" if known_word or reading.upos in CLOSED else "PROPN"
    if view.lower(index - 1) in PLACING and not starts and reading.upos == "NOUN":
        return "PROPN"
    if reading.upos in ("INTJ", "VERB") and not starts and follows.upos == "PROPN":
        return "PROPN"
    if reading.upos == "NOUN" and not reading.animate and starts and follows.verb is not None:
        subject = follows.verb.subject
        return "PROPN" if subject is not None and subject.prefix == "a" and follows.verb.relative is None else ""
    return ""


PLACING = frozenset("nchini mjini mkoani jimboni kisiwani wilayani kijijini".split())
NOT_NAMES = frozenset(
    (
        "kusini kaskazini mashariki magharibi kati jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili januari"
        " februari machi aprili mei juni julai agosti septemba oktoba novemba desemba mkuu kuu mpya taifa"
    ).split()
)


def _so(view: View, index: int) -> str:
    """«Basi, walikubali», so; «basi liliangukia mto», a bus."""
    follows = view.upos(index + 1)
    starts = index == view.first or view.upos(index - 1) in ("PUNCT", "ADV")
    return "ADV" if starts and follows != "VERB" or follows == "PUNCT" and view.verb(index - 1) is not None else "NOUN"


def _between(view: View, index: int) -> str:
    """A noun where a connective is before or after it, else an adverb: «mbio za marathoni», «walikimbia mbio»."""
    joined = view.lower(index - 1) in CONNECTIVES or view.lower(index + 1) in CONNECTIVES
    return "NOUN" if joined else "ADV"


CLOSED = frozenset("ADP CCONJ SCONJ PRON DET AUX NUM".split())


def _amount(view: View, index: int) -> str:
    """«kiasi cha fedha», «taratibu mpya» are nouns, «kiasi», «taratibu» after a verb adverbs."""
    modified = view.upos(index + 1) in ("ADJ", "DET", "NUM") or view.upos(index - 1) in ("ADP", "AUX")
    return "NOUN" if modified else _between(view, index)


def _counted(view: View, index: int) -> str:
    """«magari matatu», three; «abiria wa matatu», a minibus."""
    return "NUM" if view.head_before(index, frozenset({6})) else "NOUN"


def _grown(view: View, index: int) -> str:
    """«alikua akisema» is written for alikuwa; «mtoto alikua haraka» grew."""
    follows = view.reading(index + 1)
    joined = follows.verb is not None or view.lower(index + 1) in ("na", "ni", "katika", "nchini", "kwenye")
    return "AUX" if joined or follows.upos in ("NOUN", "ADJ", "PROPN") else "VERB"


RULES: dict[str, Callable[[View, int], str]] = {
    "adverb": lambda view, index: "ADV",
    "amount": _amount,
    "and": _and,
    "anew": _between,
    "at a run": _between,
    "at first": _between,
    "before clause": _before_clause,
    "border": _border,
    "counted": _counted,
    "each": lambda view, index: "DET",
    "how": _how,
    "infinitive": _infinitive,
    "like": _like,
    "manner": _manner,
    "meanwhile": _meanwhile,
    "noun": lambda view, index: "NOUN",
    "number": lambda view, index: "NUM",
    "order": _order,
    "place": _place,
    "possessive": _possessive,
    "relational": _relational,
    "so": _so,
    "state": _state,
    "time": lambda view, index: "NOUN" if view.lower(index + 1) not in ("baada", "tu") else "ADV",
    "to be": _to_be,
    "when": _when,
    "with ya": _with_ya,
}


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A row of ambiguous.tsv: a form and the rule that chooses among its readings."""

    form: str
    rule: str


@cache
def _listed() -> dict[str, Callable[[View, int], str]]:
    return {row.form: RULES[row.rule] for row in read_table(files(__package__) / "ambiguous.tsv", Ambiguous)}


_RULES: dict[int, Callable[[View, int], str] | None] = {}
_SEVERAL_CLASSES: set[int] = set()


def _rule_of(type_id: int) -> Callable[[View, int], str] | None:
    """The rule that chooses among the readings of a word type, None where the likeliest always holds."""
    if type_id in _RULES:
        return _RULES[type_id]
    readings = VOCABULARY.analyses(type_id)
    rule = None
    if len(readings) > 1:
        rule = _listed().get(VOCABULARY.lowers[type_id]) or _by_kind(readings)
        if rule is None and VOCABULARY.strings[type_id][0].isupper():
            rule = _name
        if len({r.noun_class for r in readings if r.upos == "NOUN"}) > 1:
            _SEVERAL_CLASSES.add(type_id)
    _RULES[type_id] = rule
    return rule


def _by_kind(readings: tuple[Analysis, ...]) -> Callable[[View, int], str] | None:
    kinds = {reading.upos for reading in readings}
    if "DET" in kinds and "PRON" in kinds:
        return _demonstrative
    if "ADJ" in kinds and "NOUN" in kinds and any(r.classes for r in readings if r.upos == "ADJ"):
        return _quality
    if "ADJ" in kinds and kinds & {"NOUN", "ADV"}:
        return _state
    if readings[0].verb is not None and any(r.source_verb == readings[0].lemma for r in readings):
        return _doer
    if "AUX" in kinds and any(reading.lemma == "kua" for reading in readings):
        return _grown
    if readings[0].lemma == "wa na" and "NOUN" in kinds:
        return _having
    return None
