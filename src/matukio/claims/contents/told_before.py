"""Reports told before their cue: «Watu watano wamekufa katika ajali hiyo, polisi wamesema»."""

from __future__ import annotations

from typing import Final

from matukio.claims.contents.reported import FINDING
from matukio.claims.sentences.boundaries import KWAMBA_ONLY, clause_start, past_adjuncts
from matukio.claims.sentences.content import TOLD_FIRST, Content, past_hearers, predicate_of, subject_start
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.claims.speakers.according import is_document
from matukio.claims.speakers.subjects import joined_beside, nearest_subjects
from matukio.rules import rule
from matukio.swahili import Predicate, category


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
