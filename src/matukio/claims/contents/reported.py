"""Contents that are clauses: with kwamba and without it, and told before their cue.

«Waziri amesema kwamba mvua imechelewa» → «mvua imechelewa».
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import KWAMBA_ONLY, after_kwamba, clause_start, past_adjuncts
from matukio.claims.sentences.content import (
    TOLD_FIRST,
    Content,
    fronted,
    is_statement,
    past_hearers,
    predicate_marks_object,
    predicate_of,
    subject_start,
)
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.disputed import relative_pronoun
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import COPULAS, Scene, has_verb
from matukio.claims.speakers.according import is_document
from matukio.claims.speakers.subjects import joined_beside, nearest_subjects
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
    "claim: clause before its cue",
    "Watu watano wamekufa katika ajali hiyo, polisi wamesema.",
    "Watu watano wamekufa katika ajali hiyo, amesema Gavana Ali Hamisi.",
    never="Polisi wamesema watu watano wamekufa.",
)
def clause_before(scene: Scene, cue: Cue) -> Content | None:
    """A report told first and its speaker last: nothing follows the cue but its speaker and circumstances."""
    predicate = predicate_of(scene, cue)
    if predicate is None or "clause" not in cue.row.frame or predicate.outer.relative is not None or cue.passive:
        return None
    if predicate.verb.object is not None and "addressee" not in cue.row.frame:
        return None  # «amelisema hilo»: what was said is the object
    if cue.row.stance not in TOLD_FIRST or cue.row.lemma in KWAMBA_ONLY - FINDING - {"ongeza", "andika"}:
        return None
    if predicate.outer.tense in ("infinitive", "situational", "consecutive"):
        return None
    begin = subject_start(scene, predicate)
    if (joined := joined_beside(scene, predicate)) is not None:
        begin = joined[0].first
    if scene.character(cue.first - 1) == "," and cue.first > scene.first:
        begin = _before_commas(scene, predicate)  # «Watu wamekufa, amesema Ali»: what stands before it does not speak
    if scene.lower(begin).startswith("amba") or begin > scene.first and scene.lower(begin - 1).startswith("amba"):
        return None
    inverted = begin == predicate.first
    if cue.row.lemma in FINDING and (inverted or scene.character(begin - 1) != ","):
        return None  # «…, uchunguzi umebaini»
    if not inverted:
        begin = _whole_subject(scene, begin)
    end = past_hearers(scene, cue, cue.last)
    named_after = False
    if inverted and end == cue.last and (phrase := scene.phrase_at(past_adjuncts(scene, cue.last))) is not None:
        end = phrase.last
        named_after = scene.discourse.describe(phrase.first, phrase.last).sector is not None
        if is_document(scene, phrase) and not any(True for _ in scene.predicates_in(end, scene.last)):
            end = scene.last if scene.last - end < LONGEST else end  # «…, imesema ripoti ya taasisi hiyo – CIR»
    if named_after:
        end = _past_description(scene, end)
    if not (named_after and _closes(scene, end)):
        end = past_adjuncts(scene, end)
    first = clause_start(scene, begin)
    if inverted and (between := _between_commas(scene, cue, first)) is not None:
        return between
    if not _closes(scene, end):
        return None
    last = begin
    while last > first and scene.is_mark(last - 1) and scene.piece_over(last - 1) is None:
        last -= 1
    if scene.lower(last - 1) in ("kwamba", "kuwa"):
        return None  # «Alisema kwamba mshukiwa hakueleza …»
    parted = last < begin
    if last - first < 3 or not _clause(scene, first, last) or not (parted or not inverted or named_after):
        return None
    if end < scene.last and scene.character(end) == "," and parted and _goes_on(scene, end + 1):
        last = content_end(scene, cue, end + 1)  # «Watu watano, alisema, wamekufa»: the cue stands between commas
    return Content(first, last)


def _between_commas(scene: Scene, cue: Cue, first: int) -> Content | None:
    """«Idadi ya maambukizi, aliongeza, imepanda mara mbili»: the report stands between a subject and its verb."""
    phrase = scene.phrase_at(first)
    told = scene.predicate_at(cue.last + 1) if cue.last + 1 < scene.last else None
    if phrase is None or told is None or phrase.last != cue.first - 1 or told.outer.relative is not None:
        return None
    parted = scene.character(cue.first - 1) == "," and scene.character(cue.last) == ","
    agrees = told.outer.subject is not None and bool(phrase.classes & told.outer.subject.classes)
    return Content(first, content_end(scene, cue, cue.last + 1)) if parted and agrees and told.outer.finite else None


def _before_commas(scene: Scene, predicate: Predicate) -> int:
    """Where the speaker begins in «Watu wamekufa, Asha Mushi, mkuu wa polisi, alisema»."""
    told = nearest_subjects(scene, predicate)
    if not told or told[0].last > predicate.first or told[0].first - 1 <= scene.first:
        return predicate.first
    parted = scene.character(told[0].first - 1) == "," and has_verb(scene, scene.first, told[0].first - 1)
    return told[0].first if parted else predicate.first


def _whole_subject(scene: Scene, begin: int) -> int:
    """Where the words for who speaks begin: «…, Jaji Asha | Mushi alisema», «…, msemaji wa jeshi | Ali alisema»."""
    comma = next(
        (i for i in range(begin - 1, max(scene.first, begin - SPEAKER), -1) if scene.character(i) == ","), None
    )
    if comma is None or comma + 1 == begin or scene.piece_over(comma) is not None:
        return begin
    if any(True for _ in scene.predicates_in(comma, begin)) or category(scene.text, comma + 1) not in "NP":
        return begin
    return comma + 1


LONGEST: Final = 12
"""Words that may follow the noun for what is read to say whose it is."""
SPEAKER: Final = 9
"""Words that may stand between the comma and the phrase that the verb agrees with."""


def _clause(scene: Scene, first: int, last: int) -> bool:
    """Whether words tell something; «Asha, ambaye ni mwalimu» only says who it is."""
    phrase = scene.phrase_at(first)
    at = last if phrase is None else phrase.last + (scene.character(min(phrase.last, last - 1)) == ",")
    if at < last and scene.lower(at).startswith("amba"):
        verbs = [p for p in scene.predicates_in(at, last) if p.outer.relative is None]
        return len(verbs) > 1
    return has_verb(scene, first, last)


def _past_description(scene: Scene, end: int) -> int:
    """Past what describes who speaks: «taasisi inayofuatilia demokrasia, Freedom House,»."""
    relative = scene.predicate_at(end)
    if relative is None or relative.outer.relative is None:
        return end
    phrase = scene.phrase_at(relative.last)
    return relative.last if phrase is None else phrase.last


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether the told clause itself goes on after «, alisema,»."""
    if index >= scene.last or scene.lower(index) in ("huku", "wakati", "lakini", "baada", "akiwa"):
        return False
    predicate = scene.predicate_at(index + (scene.lower(index) in ("na", "pia")))
    if predicate is not None:
        return scene.cue_at(predicate.first) is None and predicate.outer.tense != "situational"
    return has_verb(scene, index, scene.last) or scene.lower(index) in ("kwa", "na", "katika")


def _closes(scene: Scene, index: int) -> bool:
    """Nothing of the clause follows: the end, a comma, another report, «wakati …», «akizungumza …»."""
    if index >= scene.last or scene.character(index) == "," or scene.lower(index) in ("wakati", "baada", "huku", "ili"):
        return True
    if scene.lower(index) == "na" and index + 1 < scene.last:
        return scene.cue_at(index + 1) is not None
    predicate = scene.predicate_at(index)
    if predicate is None:
        return False
    relative = predicate.outer.relative
    return predicate.outer.tense == "situational" or (relative is not None and relative.prefix == "po")


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
    if cue.last + 1 < scene.last and scene.lower(cue.last) in POINTING and scene.predicate_at(cue.last + 1) is None:
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
POINTING: Final = frozenset("hayo haya hivyo hivi hilo hili hizo hizo".split())
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
