"""Universal Dependencies features and the pieces of a word: «wameishtumu» is wa-me-i-shtumu, Aspect=Perf.

Agreement with the subject takes plain features, with the object the layer [obj], as in NounClass[obj]=Bantu9.
"""

from __future__ import annotations

from typing import Final

from matukio.swahili.analysis import Agreement, Analysis, Segment, Verb

TENSES: Final = {
    "present": {"Mood": "Ind", "Tense": "Pres"},
    "past": {"Mood": "Ind", "Tense": "Past"},
    "future": {"Mood": "Ind", "Tense": "Fut"},
    "perfect": {"Aspect": "Perf", "Mood": "Ind"},
    "already": {"Aspect": "Perf", "Mood": "Ind"},
    "not-yet": {"Aspect": "Perf", "Mood": "Ind"},
    "general": {"Mood": "Ind", "Tense": "Pres"},
    "habitual": {"Aspect": "Hab", "Mood": "Ind"},
    "consecutive": {"Mood": "Nar"},
    "situational": {"Mood": "Cnd"},
    "conditional": {"Mood": "Pot"},
    "counterfactual": {"Mood": "Irr"},
    "subjunctive": {"Mood": "Sub"},
    "imperative": {"Mood": "Imp"},
    "copula": {"Mood": "Ind", "Tense": "Pres"},
    "infinitive": {},
}


def features(analysis: Analysis, noun_class: int | None) -> str:
    """The features of a reading, sorted and joined by «|», or "" where there are none."""
    found: dict[str, str] = {}
    if analysis.feats:
        found.update(pair.split("=", 1) for pair in analysis.feats.split("|"))  # type: ignore[misc]
    if analysis.verb is not None:
        found.update(_of_verb(analysis.verb))
    if noun_class is not None:
        found["NounClass"] = f"Bantu{noun_class}"
        if analysis.upos == "NOUN":
            found["Number"] = "Plur" if analysis.plural else "Sing"
    return "|".join(f"{name}={value}" for name, value in sorted(found.items(), key=lambda pair: pair[0].lower()))


def _of_verb(verb: Verb) -> dict[str, str]:
    found = dict(TENSES[verb.tense])
    found["VerbForm"] = "Inf" if verb.tense == "infinitive" else "Fin"
    if verb.negative:
        found["Polarity"] = "Neg"
    if verb.passive:
        found["Voice"] = "Pass"
    if verb.relative is not None:
        found["PronType"] = "Rel"
    if verb.reflexive:
        found["Reflex"] = "Yes"
    found.update(_agreement(verb.subject, ""))
    found.update(_agreement(verb.object, "[obj]"))
    return found


def _agreement(agreement: Agreement | None, layer: str) -> dict[str, str]:
    if agreement is None:
        return {}
    found = {f"Person{layer}": str(agreement.person)}
    if len(agreement.classes) == 1:
        found[f"NounClass{layer}"] = f"Bantu{min(agreement.classes)}"
    if agreement.plural:
        found[f"Number{layer}"] = "Plur"
    elif agreement.person < 3 or agreement.classes & {1, 5, 7} and len(agreement.classes) == 1:
        found[f"Number{layer}"] = "Sing"
    return found


NOUN_PREFIXES: Final = {
    1: ("mwa", "mu", "mw", "m"), 2: ("wa", "w"), 3: ("mu", "mw", "m"), 4: ("mi", "my"), 6: ("ma", "me"),
    7: ("ki", "ch"), 8: ("vi", "vy"), 11: ("u", "w"), 14: ("u", "w"), 15: ("ku", "kw"),
}  # fmt: skip


def pieces(form: str, analysis: Analysis) -> tuple[Segment, ...]:
    """The segments of a word; together they spell it. A word that has no parts is one."""
    if analysis.segments and "".join(segment.text for segment in analysis.segments) == form.lower():
        return tuple(_spelled(form, analysis.segments))
    lower, tag = form.lower(), analysis.upos.lower()
    if analysis.upos == "NOUN" and analysis.noun_class in NOUN_PREFIXES and not analysis.guess:
        for prefix in NOUN_PREFIXES[analysis.noun_class]:
            if lower.startswith(prefix) and len(lower) > len(prefix) + 1 and _is_prefix(lower, prefix, analysis):
                return Segment(form[: len(prefix)], f"{analysis.noun_class}"), Segment(form[len(prefix) :], "stem")
    if analysis.upos in ("ADJ", "NUM", "DET") and lower != analysis.lemma and lower.endswith(analysis.lemma):
        cut = len(form) - len(analysis.lemma)
        return Segment(form[:cut], "/".join(map(str, sorted(analysis.classes)))), Segment(form[cut:], "stem")
    return (Segment(form, tag),)


def _is_prefix(lower: str, prefix: str, analysis: Analysis) -> bool:
    """«makala» of class 6 has its prefix, «mawazo» leads to «wazo»; a loanword like «uwanja» keeps what it has."""
    return prefix[-1] not in "mw" or lower[len(prefix)] not in "w"


def _spelled(form: str, segments: tuple[Segment, ...]) -> list[Segment]:
    """The segments with the capitals of the form."""
    found, at = [], 0
    for segment in segments:
        found.append(Segment(form[at : at + len(segment.text)], segment.tag))
        at += len(segment.text)
    return found
