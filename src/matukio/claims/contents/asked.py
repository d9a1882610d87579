"""Contents that are no clause of their own: infinitives, what is asked of somebody, blame and praise, nominals.

«Kenya imeilaumu Uganda kwa kufunga mpaka» → «kufunga mpaka», aimed at Uganda.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts, past_marks
from matukio.claims.sentences.content import (
    Content,
    fronted,
    is_assertion,
    past_hearers,
    predicate_marks_object,
    predicate_of,
)
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.apart import MANNER
from matukio.claims.speakers.fitting import PRONOMINAL
from matukio.claims.speakers.somebody import is_somebody
from matukio.rules import rule
from matukio.swahili import NounPhrase, category, phrase_at
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.vocabulary import VOCABULARY


@rule(
    "claim: infinitive",
    "Japan imeahidi kuisaidia Kenya.",
    "Rais Yusufu Bakari ametishia kufunga mpaka.",
    never="Japan imeanza kuisaidia Kenya.",
)
def infinitive(scene: Scene, cue: Cue) -> Content | None:
    """What is promised, threatened or claimed as an infinitive: ameahidi kusaidia."""
    if "infinitive" not in cue.row.frame or cue.passive or fronted(scene, cue):
        return None
    first = past_adjuncts(scene, past_hearers(scene, cue, cue.last))
    if first < scene.last and category(scene.text, first) == "C":
        first += 1
    predicate = scene.predicate_at(first)
    if predicate is None and cue.row.pos == "phrase":  # «ametoa amri ya dharura wiki hii kufunga mpaka»
        after = past_adjuncts(scene, first + 1, phrases=False)
        first, predicate = after, scene.predicate_at(after) if after > first + 1 else None
    if predicate is None or predicate.outer.tense != "infinitive":
        return None
    return Content(first, content_end(scene, cue, first, short=True))


@rule(
    "claim: object and what is asked of it",
    "Marekani imeitaka Rwanda kuondoa majeshi.",
    "Waziri Asha Mushi ameagiza shule zifungwe.",
    never="Waziri Asha Mushi anataka kusafiri.",
)
def asked_of_object(scene: Scene, cue: Cue) -> Content | None:
    """kumtaka X kufanya Y: with an object prefix X is only the target; without it X belongs to what is asked."""
    if "object" not in cue.row.frame:
        return None
    predicate = predicate_of(scene, cue)
    assert predicate is not None
    at = past_adjuncts(scene, cue.last, phrases=False)
    if at < scene.last and scene.lower(at) in ("kwa", "wa") and (oblique := scene.oblique_at(at)) is not None:
        hears = is_somebody(scene, oblique.phrase)  # «wito kwa kura zote kuhesabiwa» is made to nobody
        return _asked(scene, cue, oblique.phrase, oblique.phrase.last if hears else oblique.phrase.first, hears)
    if at < scene.last and category(scene.text, at) == "C":
        at += 1
    if cue.passive and (agent := scene.oblique_at(at)) is not None and agent.preposition == "na":
        at = past_adjuncts(scene, agent.phrase.last, phrases=False)
    phrase = scene.phrase_at(at)
    if phrase is None or cue.passive:
        own = scene.predicate_at(at)
        if own is not None and own.outer.relative is not None and own.relative_head is None and not cue.passive:
            return _asked_of_those(scene, cue, at, predicate.verb.object is not None)
        if own is None or own.outer.tense not in ("infinitive", "subjunctive"):
            return None
        if own.outer.tense == "infinitive" and not (cue.passive or predicate.verb.object or own.verb.passive):
            return None  # «anataka kusafiri» asks nothing of anybody, «anataka kuachiliwa kwa wafungwa» does
        target = predicate.subjects[0] if cue.passive and predicate.subjects else None
        return Content(at, content_end(scene, cue, at, short=True), target)
    return _asked(scene, cue, phrase, at, predicate.verb.object is not None)


def _asked_of_those(scene: Scene, cue: Cue, at: int, marked: bool) -> Content | None:
    """«ametaka walioenguliwa waidhinishwe»: a relative verb tells of whom it is asked."""
    told = next(iter(scene.predicates_in(at + 1, min(at + 8, scene.last))), None)
    if told is None or told.outer.tense not in ("infinitive", "subjunctive"):
        return None
    first = told.first if marked else at
    return Content(first, content_end(scene, cue, first, short=True))


def _asked(scene: Scene, cue: Cue, phrase: NounPhrase, at: int, marked: bool) -> Content | None:
    """After the object phrase an infinitive or subjunctive is what is asked."""
    end = phrase.last
    for index in range(end, min(end + 16, scene.last)):
        predicate = scene.predicate_at(index)
        if predicate is None:
            if scene.lower(index) in ("kwamba", "kuwa") and marked:
                last = content_end(scene, cue, index + 1)
                asked_to_be = scene.lower(index) == "kuwa" and not _told(scene, index + 1, last)
                return Content(index if asked_to_be else index + 1, last, phrase)
            if scene.piece_at(index) is not None and marked:
                break
            continue
        if predicate.outer.relative is not None:
            continue
        if predicate.outer.tense not in ("infinitive", "subjunctive"):
            return None
        first = past_marks(scene, index) if marked else at
        if marked and predicate.outer.negative and scene.lower(index - 1) == "na":
            first = index
        return Content(first, content_end(scene, cue, first, short=True), phrase)
    return None


def _told(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause is told there; «amewataka wananchi kuwa watulivu» asks them to be so."""
    return any(p.outer.finite and p.outer.relative is None for p in scene.predicates_in(first, last))


@rule(
    "claim: what somebody is blamed or praised for",
    "Kenya imeilaumu Uganda kwa kufunga mpaka.",
    "China imeipongeza Kenya kwa juhudi zake za kuleta amani.",
    never="Kenya imeisaidia Uganda kwa kufungua mpaka.",
)
def charged_with(scene: Scene, cue: Cue) -> Content | None:
    """kumshutumu X kwa kufanya Y, kuwapongeza X kwa Y: the content stands after kwa."""
    if "kwa" not in cue.row.frame:
        return None
    target = None
    index = past_adjuncts(scene, cue.last, phrases=False)
    if (phrase := scene.phrase_at(index)) is not None:
        target, index = phrase, phrase.last
    elif (agent := scene.oblique_at(index)) is not None and agent.preposition == "na":
        index = agent.phrase.last
    for at in range(index, min(index + 14, scene.last - 1)):
        if (
            scene.lower(at) == "kwa"
            and scene.lower(at + 1) not in MEANS
            and (
                at > index
                or target is not None
                or cue.passive
                or cue.row.pos == "phrase"
                or predicate_marks_object(scene, cue)
            )
        ):
            if (
                target is None
                and not cue.passive
                and (named := scene.phrase_at(at + 1)) is not None
                and scene.discourse.describe(named.first, named.last).sector
            ):
                target = named
                continue
            begin = at + 3 if scene.lower(at + 1) == "ajili" else at + 1
            return Content(begin, content_end(scene, cue, begin, short=True), target)
        predicate = scene.predicate_at(at)
        if predicate is not None and predicate.outer.relative is None:
            return None
    return None


@rule(
    "claim: what is denied, criticised or welcomed by somebody",
    "Tuhuma hizo zimekanushwa na Uganda.",
    "Hatua hiyo imekosolewa vikali na wapinzani.",
    never="Tuhuma hizo zimechunguzwa na Uganda.",
)
def passive_nominal(scene: Scene, cue: Cue) -> Content | None:
    """The subject of a passive, whose doer stands after «na»; a statement may be denied by nobody in particular."""
    predicate = predicate_of(scene, cue)
    if predicate is None or not cue.passive or not {"nominal", "statement", "thing"} & set(cue.row.frame):
        return None
    if predicate.outer.relative is not None or not predicate.subjects or predicate.outer.tense == "infinitive":
        return None
    phrase = predicate.subjects[-1]
    told = is_assertion(scene, phrase)
    if phrase.last > predicate.first or cue.row.stance not in ANSWERED or (not told and ("statement" in cue.row.frame)):
        return None
    agent = scene.oblique_at(past_adjuncts(scene, cue.last, phrases=False))
    by = agent is not None and agent.preposition == "na"
    if not told and phrase.last - phrase.first == 1:
        return None  # «jambo limelaaniwa»
    if not by and not (told and cue.row.stance == "deny"):
        return None
    return Content(phrase.first, _past_object(scene, phrase.last, predicate.first), phrase)


def _past_object(scene: Scene, last: int, verb: int) -> int:
    """«zoezi hilo la kukabidhi | udhibiti | limethibitishwa»: with the object of its infinitive."""
    told = scene.phrase_at(last) if category(scene.text, last - 1) == "I" else None
    return told.last if told is not None and told.last == verb else last


ANSWERED: Final = frozenset("deny confirm condemn praise".split())
MEANS: Final = frozenset("niaba njia mujibu".split())
"""After «kwa» they tell how or for whom: kuomba msamaha kwa niaba ya kundi."""


@rule(
    "claim: nominal content",
    "Uganda imekanusha madai hayo.",
    "Umoja wa Afrika umelaani mapinduzi hayo.",
    never="Uganda imechunguza madai hayo.",
)
def nominal(scene: Scene, cue: Cue) -> Content | None:
    """What is denied, criticised, welcomed or warned of as a phrase, with all that describes it."""
    frame = set(cue.row.frame)
    if not frame & {"nominal", "target", "thing", "statement", "about"} or cue.passive or fronted(scene, cue):
        return None
    if _told_by_it(scene, cue):
        return None
    first = past_adjuncts(scene, cue.last, phrases=False)
    while first < scene.last and (
        category(scene.text, first) == "C"
        or _only_describes(scene, first)
        or scene.lower(first) in ("juu", "kuhusu", "kuhusiana", "dhidi", "mbali", "na")
    ):
        if scene.lower(first) == "na" and scene.character(first - 1) == ",":
            return None  # «lilipinga, na spika akisema …»
        first += 1
    about = any(scene.lower(i) in ("juu", "kuhusu", "kuhusiana", "dhidi") for i in range(cue.last, first))
    phrase = scene.phrase_at(first)
    called_for = phrase is None and "object" in frame and category(scene.text, first - 1) == "C"
    if called_for and phrase_at(scene.text, first, scene.last) is not None:  # «wito wa majadiliano kuanza tena»
        return Content(first, _without_time(scene, first, content_end(scene, cue, first, short=True)))
    if phrase is None:
        own = scene.predicate_at(first)
        if own is None or own.outer.tense != "infinitive" or not ("nominal" in frame or about and "about" in frame):
            return None
    elif not _takes(scene, cue, phrase, about):
        return None
    if phrase is not None and "target" in frame and predicate_marks_object(scene, cue):
        asked = scene.predicate_at(phrase.last)
        if asked is not None and asked.outer.tense == "infinitive":
            return Content(asked.first, content_end(scene, cue, asked.first, short=True), phrase)  # onya X kufanya Y
    return Content(first, _without_time(scene, first, content_end(scene, cue, first, short=True)), phrase)


def _told_by_it(scene: Scene, cue: Cue) -> bool:
    """«namna walivyoomba wakaazi wa mji»: after a verb with -vyo- or -po- stands who does it."""
    predicate, phrase = predicate_of(scene, cue), scene.phrase_at(cue.last)
    if predicate is None or phrase is None or predicate.outer.relative is None or predicate.outer.subject is None:
        return False
    manner = predicate.outer.relative.prefix in MANNER and predicate.verb.object is None and not predicate.subjects
    people = predicate.outer.subject.classes & {1, 2} & phrase.classes
    return manner and bool(people) and is_somebody(scene, phrase)


def _without_time(scene: Scene, first: int, last: int) -> int:
    """«amekanusha madai hayo Alhamisi»: the time is that of the denial, where no verb is told."""
    end = last
    while end - 1 > first and end - 1 in scene.times:
        end -= 1
    if end == last or any(True for _ in scene.predicates_in(first, last)):
        return last
    if scene.lower(end - 1) in ("ya", "wa") and end - 2 > first and scene.lower(end - 2) in ("siku", "mwezi", "usiku"):
        end -= 2
    return last if scene.lower(end - 1) in TYING_TIME else end


TYING_TIME: Final = CONNECTIVES_AND_KWA | {"na", "hadi", "mpaka", "tangu"}


def _only_describes(scene: Scene, index: int) -> bool:
    """«wamepinga vikali», but not «hatari», which is a noun too."""
    noun = any(r.upos == "NOUN" for r in VOCABULARY.analyses(scene.text.types[index]))
    return category(scene.text, index) == "A" and not noun and scene.lower(index) not in PRONOMINAL


def _takes(scene: Scene, cue: Cue, phrase: NounPhrase, about: bool) -> bool:
    """Whether the cue makes a claim of this phrase: imekaribisha makubaliano, but not wageni."""
    frame = cue.row.frame
    if "nominal" in frame or ("target" in frame and predicate_marks_object(scene, cue)) or ("about" in frame and about):
        return True
    if "thing" in frame and not predicate_marks_object(scene, cue):
        readings = VOCABULARY.analyses(scene.text.types[phrase.head])
        predicate = predicate_of(scene, cue)
        relative = predicate is not None and predicate.outer.relative is not None
        return not phrase.name and not relative and not any(reading.animate for reading in readings)
    return "statement" in frame and is_assertion(scene, phrase)
