"""Contents that are clauses after their cue: with kwamba and without it.

«Waziri amesema kwamba mvua imechelewa» → «mvua imechelewa».
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import KWAMBA_ONLY, after_kwamba, past_adjuncts
from matukio.claims.sentences.content import (
    TOLD_FIRST,
    Content,
    fronted,
    is_statement,
    past_hearers,
    predicate_marks_object,
    predicate_of,
)
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.disputed import relative_pronoun
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import COPULAS, Scene, has_verb
from matukio.claims.stances.of_statements import called_after_clause
from matukio.rules import rule
from matukio.swahili import Predicate, category


@rule(
    "claim: clause after kwamba",
    "Waziri Asha Mushi amesema kwamba mvua imechelewa.",
    "Polisi waliwaambia waandishi wa habari kuwa barabara imefungwa.",
    never="Waziri Asha Mushi alisema ukweli.",
)
def kwamba_clause(scene: Scene, cue: Cue) -> Content | None:
    """kwamba, kuwa and ya kwamba open the content; hearers, times and places may stand before them."""
    if not {"clause", "reported"} & set(cue.row.frame):
        return None
    first = after_kwamba(scene, cue.last, asking=cue.row.lemma in ("uliza", "hoji"))
    if first is None or first >= scene.last:
        return None
    if cue.row.lemma == "kubali" and any(True for _ in scene.predicates_in(cue.last, first)):
        return None  # «amekubali ombi hilo la kuhakikisha kwamba …»
    target = None
    if "target" in cue.row.frame:
        target = scene.phrase_at(past_adjuncts(scene, cue.last))
    elif "nominal" in cue.row.frame and not predicate_marks_object(scene, cue):
        # «imekanusha ripoti kwamba …»: the report is what is denied
        noun = scene.phrase_at(past_adjuncts(scene, cue.last))
        if noun is not None and is_statement(scene, noun):
            if any(scene.character(index) == "," for index in range(noun.last, first)):
                return None  # «amethibitisha habari hizo, ishara ya kwamba …»
            first = noun.first
    elif (noun := scene.phrase_at(cue.last)) is not None and is_statement(scene, noun) and noun.last < first:
        first = noun.first if called_after_clause(scene, noun, scene.last) is not None else first
    return Content(first, content_end(scene, cue, first), target)


@rule(
    "claim: clause without kwamba",
    "Waziri Asha Mushi amesema mvua imechelewa.",
    "Polisi waliwaambia waandishi wa habari barabara imefungwa.",
    "Waziri Asha Mushi alisema zaidi ya kaya mia moja zimehama.",
    never="Waziri Asha Mushi alisema hivyo.",
)
def bare_clause(scene: Scene, cue: Cue) -> Content | None:
    """A verb of saying with a clause right after it: amesema mvua imechelewa."""
    if "clause" not in cue.row.frame or cue.row.stance not in TOLD_FIRST or cue.row.pos != "verb":
        return None
    if cue.passive or _attributes(scene, cue) or (cue.row.lemma in KWAMBA_ONLY and not _found_out(scene, cue)):
        return None
    # «alisema hayo jana», but «alisema hivi sasa hali ni shwari»
    pointed = scene.lower(cue.last) in POINTING and cue.last not in scene.times
    if pointed and cue.last + 1 < scene.last and scene.predicate_at(cue.last + 1) is None:
        return None
    if _when_said(scene, cue) or _sets_scene(scene, cue):
        return None
    first = past_adjuncts(scene, past_hearers(scene, cue, past_adjuncts(scene, cue.last)))
    if scene.lower(first) == "ya" and scene.lower(first - 1) == "zaidi":
        first -= 1
    if first >= scene.last or _no_clause(scene, first):
        return None
    if (thing := scene.phrase_at(first)) is not None and scene.lower(thing.last) == "kwa":
        how = scene.predicate_at(thing.last + 1)
        if (
            how is not None
            and how.outer.tense == "infinitive"
            and (scene.cue_at(how.first) or "tumia" in how.verb.chain)
        ):
            return None  # «alimalizia ujumbe wake kwa kusema …»
    opening = scene.predicate_at(first)
    if opening is not None and opening.outer.tense == "situational" and scene.cue_at(first) is not None:
        return None  # «alitangaza, akisema kwamba …»
    if opening is not None and (_plans(cue, opening) or _told_after(scene, opening)):
        return None
    last = content_end(scene, cue, first)
    if not _finite(scene, first, last):
        return None
    return Content(first, last)


def _plans(cue: Cue, opening: Predicate) -> bool:
    """«wanafikiria kumnunua»: what somebody thinks of doing."""
    return cue.row.lemma == "fikiri" and opening.outer.tense == "infinitive"


def _told_after(scene: Scene, opening: Predicate) -> bool:
    """«maafisa waliarifu polisi, ilisema taarifa hiyo»: a cue after the comma reports what stands before it."""
    cue = scene.cue_at(opening.first)
    if cue is None or not opening.outer.finite or scene.character(opening.first - 1) != ",":
        return False
    phrase = scene.phrase_at(opening.last)
    return opening.outer.relative is None and phrase is not None and phrase.last >= scene.last


OPENING: Final = frozenset(
    "kama ikiwa iwapo zaidi karibu takriban takribani kati miongoni kutokana kufuatia licha bila badala kinyume".split()
)
"""Conditions, and prepositions of the clause that is told: «alisema zaidi ya watu kumi wamefariki»."""
POINTING: Final = frozenset("hayo haya hivyo hivi hilo hili hizo".split())
"""«alisema hayo wakati …»: what was said stands elsewhere."""


def _found_out(scene: Scene, cue: Cue) -> bool:
    """«uchunguzi ulibaini wanandoa hao walikodi nyumba»: a clause with its own subject is what was found."""
    phrase = scene.phrase_at(cue.last) if cue.row.lemma in FINDING else None
    told = None if phrase is None else scene.predicate_at(phrase.last)
    own = predicate_of(scene, cue)
    if told is None or own is None or own.outer.relative is not None or told.outer.tense == "situational":
        return False
    return told.outer.finite and told.outer.relative is None and phrase in told.subjects


FINDING: Final = frozenset("ashiria baini bainisha gundua hitimisha onesha onyesha".split())


def _when_said(scene: Scene, cue: Cue) -> bool:
    """«alipomweleza kijana huyo mambo yote …»: the -po- clause tells when, of other verbs than «sema»."""
    predicate = predicate_of(scene, cue)
    relative = None if predicate is None else predicate.outer.relative
    return relative is not None and relative.prefix == "po" and cue.row.lemma != "sema"


def _sets_scene(scene: Scene, cue: Cue) -> bool:
    """«Akitangaza matokeo hayo, mwenyekiti alisema …»: a thing and a comma after the -ki- verb that opens it;
    so «Wakati tume ikiendelea kutangaza matokeo, …»."""
    predicate = predicate_of(scene, cue)
    meanwhile = predicate is not None and predicate.outer.tense in ("infinitive", "situational")
    if not (fronted(scene, cue) or meanwhile and scene.lower(scene.first) == "wakati"):
        return False
    near = range(cue.last + 1, min(cue.last + THING, scene.last))
    comma = next((i for i in near if scene.character(i) == ","), None)
    return comma is not None and not has_verb(scene, cue.last, comma)


THING: Final = 9
"""Words within which the comma stands after what is only named."""


def _attributes(scene: Scene, cue: Cue) -> bool:
    """«” alisema Moussa …» at the head of a sentence after a quotation names the speaker of that one."""
    first = scene.first
    while first < scene.last and scene.is_mark(first):
        first += 1
    return cue.first == first and scene.quoted_before and scene.phrase_at(cue.last) is not None


def _no_clause(scene: Scene, index: int) -> bool:
    """Words that a clause of saying does not begin with: «wamejibu kwa kurusha mawe»."""
    word = scene.lower(index)
    if word == "kwa" and scene.lower(index + 1) in ("ujumla", "jumla"):
        return False  # «alisema kwa ujumla hali ni shwari»
    return word in ("ili", "juu", "kuhusu") or (category(scene.text, index) in "ECJ" and word not in OPENING)


def _finite(scene: Scene, first: int, last: int) -> bool:
    """A clause has a verb of its own; an infinitive counts after its subject, not after «kabla ya»."""
    if any(scene.lower(i) in COPULAS for i in range(first, last)):
        return True
    return any(
        p.outer.relative is None
        and relative_pronoun(scene, p) is None
        and not (p.outer.tense == "situational" and p.first > first and not any(s.first >= first for s in p.subjects))
        and (p.outer.finite or p.first == first or category(scene.text, p.first - 1) not in "EC")
        for p in scene.predicates_in(first, last)
    )
