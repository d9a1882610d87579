"""Words of two kinds: «katibu mkuu» and «mkuu wa majeshi», «hao walisema» and «watu hao», «wana silaha».

Each rule looks at what stands around the word and gives the part of speech that it has there, or "" for the likeliest.
"""

from __future__ import annotations

from typing import Final

from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.extensions import entries
from matukio.swahili.placing import AREAS
from matukio.swahili.surroundings import View
from matukio.swahili.words import names


def order(view: View, index: int) -> str:
    return "NUM" if view.lower(index - 1) in CONNECTIVES_AND_KWA else "ADV"


def possessive(view: View, index: int) -> str:
    """«mkutano wao», their; «wao walisema», they; «wake za watu», wives."""
    readings = view.readings[index]
    concord = next((reading.classes for reading in readings if reading.upos == "DET"), frozenset())
    before = view.verb(index - 1)
    going = before is not None and any("locative" in e.frame for s in before.chain if (e := entries().get(s)))
    if view.head_before(index, concord) and not (going and view.has(index, "PRON")):
        return "DET"
    return "PRON" if view.has(index, "PRON") else "NOUN" if view.lower(index + 1) in CONNECTIVES_AND_KWA else "DET"


def being_there(view: View, index: int) -> str:
    """«waasi wako mpakani», are; «uwezo wako», yours."""
    return "DET" if view.head_before(index, frozenset({1, 3, 11, 14})) and view.upos(index - 1) == "NOUN" else "AUX"


def demonstrative(view: View, index: int) -> str:
    readings = view.readings[index]
    concord = next(reading.classes for reading in readings if reading.upos == "DET")
    if view.head_before(index, concord):
        return "DET"
    after = list(view.readings[index + 1]) if index + 1 < view.last else []
    if any(reading.upos == "NOUN" and reading.classes & concord for reading in after):
        return "DET"
    return "PRON"


def place(view: View, index: int) -> str:
    return "DET" if "Case=Loc" in view.reading(index - 1).feats or view.lower(index - 1) in PLACES else "ADV"


PLACES: Final = frozenset("mahali pahali mahala".split())


def manner(view: View, index: int) -> str:
    """«vitu hivyo» are those, «alisema hivyo» is so, «kwa vile alikuwa» as."""
    if view.lower(index) == "vile" and view.lower(index - 1) == "kwa" and view.finite_follows(index):
        return "SCONJ"
    return "DET" if view.head_before(index, frozenset({8})) else "ADV"


def state(view: View, index: int) -> str:
    """«habari rasmi», «ni tayari» are said of something, «alitangaza rasmi» of the act."""
    if view.lower(index) in ("sawa", "tofauti") and view.lower(index + 1) == "na":
        return "ADP"
    before = view.reading(index - 1)
    if view.lower(index - 1) in CONNECTIVES_AND_KWA and view.has(index, "NOUN"):
        return "ADJ" if view.lower(index).startswith("ki") else "NOUN"  # «wa Kichina»
    if before.upos in ("NOUN", "AUX", "DET") or view.lower(index - 1) in CONNECTIVES_AND_KWA or before.lemma in STAYING:
        return "ADJ"
    if view.has(index, "ADV") and before.upos in ("VERB", "PUNCT", "ADV", "CCONJ"):
        return "ADV"
    return "NOUN" if view.has(index, "NOUN") else "ADV" if view.has(index, "ADV") else "ADJ"


STAYING: Final = frozenset({"baki", "kaa", "wa"})


def quality(view: View, index: int) -> str:
    """«katibu mkuu» has a quality, «mkuu wa majeshi» is somebody."""
    readings = view.readings[index]
    concord = frozenset().union(*(reading.classes for reading in readings if reading.upos == "ADJ"))
    if view.head_before(index, concord) or view.upos(index - 1) == "AUX":
        return "ADJ"
    return "NOUN"


def doer(view: View, index: int) -> str:
    """«na wachoma mkaa» are people, «wachoma nyumba» of a headline is an act."""
    before = view.upos(index - 1)
    return "NOUN" if before in ("ADP", "CCONJ", "DET", "NUM") or before == "VERB" and index > view.first else "VERB"


def having(view: View, index: int) -> str:
    """«wana wa Israeli», «hazina ya taifa» are nouns, «wana silaha» is a verb."""
    return "NOUN" if view.lower(index + 1) in CONNECTIVES_AND_KWA and index + 2 < view.last else "VERB"


def name(view: View, index: int) -> str:
    """«Samia Suluhu», «Juma alisema»: a word of the language as a name; «Njooni» is no name."""
    before, reading = view.reading(index - 1), view.reading(index)
    follows = view.reading(index + 1)
    starts = index == view.first or before.upos == "PUNCT"
    if reading.upos == "PROPN":
        if view.lower(index) in names():
            return ""
        known = view.readings[index][1]
        is_act = known.verb is not None and not known.guess and starts and follows.upos not in ("PROPN", "PUNCT")
        third = follows.verb is not None and follows.verb.subject is not None and follows.verb.subject.prefix == "a"
        return "VERB" if is_act and not third else ""
    if before.upos == "PROPN" and not starts:
        known_word = not reading.guess and (reading.animate or view.lower(index) in NOT_NAMES)
        return "" if known_word or reading.upos in CLOSED else "PROPN"
    if view.lower(index - 1) in AREAS and not starts and reading.upos == "NOUN":
        return "PROPN"
    if reading.upos in ("INTJ", "VERB") and not starts and follows.upos == "PROPN":
        return "PROPN"
    if reading.upos == "NOUN" and not reading.animate and starts and follows.verb is not None:
        subject = follows.verb.subject
        return "PROPN" if subject is not None and subject.prefix == "a" and follows.verb.relative is None else ""
    return ""


NOT_NAMES: Final = frozenset(
    (
        "kusini kaskazini mashariki magharibi kati jumatatu jumanne jumatano alhamis alhamisi ijumaa jumamosi jumapili"
        " januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba mkuu kuu mpya taifa"
    ).split()
)
CLOSED: Final = frozenset("ADP CCONJ SCONJ PRON DET AUX NUM".split())


def between(view: View, index: int) -> str:
    """A noun where a connective is before or after it, else an adverb: «mbio za marathoni», «walikimbia mbio»."""
    joined = view.lower(index - 1) in CONNECTIVES_AND_KWA or view.lower(index + 1) in CONNECTIVES_AND_KWA
    return "NOUN" if joined else "ADV"


def amount(view: View, index: int) -> str:
    """«kiasi cha fedha», «taratibu mpya» are nouns, «kiasi», «taratibu» after a verb adverbs."""
    modified = view.upos(index + 1) in ("ADJ", "DET", "NUM") or view.upos(index - 1) in ("ADP", "AUX")
    return "NOUN" if modified else between(view, index)


def counted(view: View, index: int) -> str:
    """«magari matatu», three; «abiria wa matatu», a minibus."""
    return "NUM" if view.head_before(index, frozenset({6})) else "NOUN"
