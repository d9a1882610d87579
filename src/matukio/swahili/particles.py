"""Particles that are several words: «na» and, with, by; «kuwa» that, be; «kama» as, if; «wakati» when, time.

Each rule looks at what stands around the word and gives the part of speech that it has there.
"""

from __future__ import annotations

from typing import Final

from matukio.swahili.analysis import Verb
from matukio.swahili.connectives import CONNECTIVES, CONNECTIVES_AND_KWA
from matukio.swahili.extensions import entries
from matukio.swahili.surroundings import View


def and_(view: View, index: int) -> str:
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
        nominal = follows.upos in ("NOUN", "PROPN", "PRON", "DET") and follows.noun_class != 15
        if entry is not None and "na" in entry.frame and not before.animate and nominal:
            return "ADP"
    if before.lemma in JOINED_BY_NA and before.upos == "NOUN":
        return "ADP"  # «hawana imani na tume»
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


JOINED_BY_NA: Final = frozenset("imani uhusiano ushirikiano mkutano vita mgogoro mzozo mpaka urafiki mkataba".split())
WITH_NA: Final = frozenset(
    "pamoja sambamba karibu mbali tofauti sanjari kutokana kulingana kuhusiana kinyume sawa".split()
)


def _goes_with_na(verb: Verb) -> bool:
    return verb.passive or verb.stem == "wa" or any("na" in e.frame for s in verb.chain if (e := entries().get(s)))


def to_be(view: View, index: int) -> str:
    """«alisema kuwa», that; «anatarajiwa kuwa rais», «kuwa na», be."""
    before = view.reading(index - 1)
    if view.lower(index + 1) == "na" or before.upos == "AUX" and before.verb is not None:
        return "VERB"
    follows = view.finite_follows(index)
    if before.verb is None:
        if view.lower(index - 1) in CONNECTIVES and before.upos == "ADP":
            return "SCONJ" if follows and view.lower(index - 2) == "licha" else "VERB"
        return "SCONJ" if follows or before.upos != "ADP" and _said_before(view, index) else "VERB"
    frames = {each for stem in before.verb.chain if (e := entries().get(stem)) for each in e.frame}
    subject = before.verb.subject
    # «inaonekana kuwa mpango …», «imeelezwa kuwa …»
    impersonal = subject is not None and subject.prefix in ("i", "ku", "hai", "haku") and view.upos(index - 2) in STOPS
    if impersonal and view.upos(index + 1) in ("NOUN", "PROPN", "PRON", "AUX", "VERB"):
        return "SCONJ"
    if "clause" in frames:
        return "SCONJ" if follows or "infinitive" not in frames and not before.verb.passive else "VERB"
    return "SCONJ" if follows and view.upos(index + 1) != "ADJ" and "infinitive" not in frames else "VERB"


def _said_before(view: View, index: int) -> bool:
    """«aliwaambia waandishi wa habari Jumatano kuwa …»: a verb that takes a clause waits for it."""
    for at in range(index - 1, max(view.first - 1, index - 9), -1):
        verb = view.verb(at)
        if verb is not None:
            frame = next((e.frame for stem in verb.chain if (e := entries().get(stem))), ())
            return "clause" in frame and not verb.passive
        if view.upos(at) in ("PUNCT", "SCONJ"):
            return False
    return False


def being(view: View, index: int) -> str:
    """«ikiwa na hofu», being; «ikiwa watakubali», if."""
    if view.lower(index + 1) in ("na", "ni", "katika", "miongoni", "pamoja", "kwenye", "imebaki", "bado"):
        return "AUX"
    starts = index == view.first or view.upos(index - 1) in ("CCONJ", "SCONJ", "PUNCT", "VERB")
    return "SCONJ" if starts and view.finite_follows(index) or view.verb(index - 1) is not None else "AUX"


STOPS: Final = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ"})


def like(view: View, index: int) -> str:
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


def before_clause(view: View, index: int) -> str:
    """«mpaka akafa», «mpaka ukweli ujulikane» open a clause, «mpaka sasa» does not."""
    verb, later = view.verb(index + 1), view.verb(index + 2)
    if verb is not None and verb.tense != "infinitive":
        return "SCONJ"
    clause = later is not None and (
        later.tense == "subjunctive" or later.relative is not None and later.relative.prefix == "po"
    )
    return "SCONJ" if clause else "ADP"


def with_ya(view: View, index: int) -> str:
    return "ADP" if "ya" in (view.lower(index + 1), view.lower(index + 2)) else "SCONJ"


def relational(view: View, index: int) -> str:
    follows = view.lower(index + 1)
    if view.lower(index - 1) in CONNECTIVES_AND_KWA and follows != "ya":
        return "ADV"  # «kiongozi wa juu wa idara»
    return "ADP" if follows == "na" or follows in CONNECTIVES else "ADV"


def infinitive(view: View, index: int) -> str:
    """«anataka kutoka» is a verb, «alifika kutoka Mombasa» none."""
    if view.lower(index - 1) in CONNECTIVES_AND_KWA or view.lower(index - 1) == "bila":
        return "VERB"
    before = view.verb(index - 1)
    if before is None or before.passive or view.lower(index + 1) in ("kwa", "kwake", "kwao", "kwetu", "kwenu"):
        return "ADP"
    frames = [e.frame for s in before.chain if (e := entries().get(s))]
    return "VERB" if frames and "infinitive" in frames[0] and view.lower(index) != "kutokana" else "ADP"


def when(view: View, index: int) -> str:
    after = view.reading(index + 1)
    if view.lower(index + 1) == "wa" or "Dem" in after.feats or "Poss" in after.feats or after.upos == "PUNCT":
        return "NOUN"
    if view.upos(index - 1) == "ADP" or view.lower(index - 1) in CONNECTIVES_AND_KWA:
        return "SCONJ" if after.verb is not None and view.upos(index - 1) != "ADP" else "NOUN"
    return "SCONJ" if view.finite_follows(index) else "NOUN"


def meanwhile(view: View, index: int) -> str:
    if view.head_before(index, frozenset({15, 17})) and not view.finite_follows(index):
        return "DET"
    return "SCONJ" if view.finite_follows(index) else "ADV"


def border(view: View, index: int) -> str:
    if view.lower(index + 1) in ("wa", "huo", "huu", "wake", "kati") or view.upos(index - 1) == "ADP":
        return "NOUN"
    if view.upos(index + 1) == "PUNCT" and view.verb(index - 1) is not None:
        return "NOUN"
    return before_clause(view, index)


def how(view: View, index: int) -> str:
    verb = view.verb(index + 1)
    return "SCONJ" if verb is not None and verb.relative is not None else "NOUN"


def so(view: View, index: int) -> str:
    """«Basi, walikubali», so; «basi liliangukia mto», a bus."""
    follows = view.upos(index + 1)
    starts = index == view.first or view.upos(index - 1) in ("PUNCT", "ADV")
    return "ADV" if starts and follows != "VERB" or follows == "PUNCT" and view.verb(index - 1) is not None else "NOUN"


def grown(view: View, index: int) -> str:
    """«alikua akisema» is written for alikuwa; «mtoto alikua haraka» grew."""
    follows = view.reading(index + 1)
    joined = follows.verb is not None or view.lower(index + 1) in ("na", "ni", "katika", "nchini", "kwenye")
    return "AUX" if joined or follows.upos in ("NOUN", "ADJ", "PROPN") else "VERB"
