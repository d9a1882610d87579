"""What is said: where the content of a claim stands by the frame of its cue, one rule a frame.

«Waziri alisema kwamba hali ni shwari» → «hali ni shwari»; «Kenya imeilaumu Uganda kwa kufunga mpaka» → «kufunga mpaka»,
aimed at Uganda.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from matukio.claims.cues import Cue, nouns
from matukio.claims.scene import (
    Scene,
    after_kwamba,
    clause_start,
    content_end,
    has_verb,
    past_adjuncts,
    past_marks,
)
from matukio.claims.quotations import Piece
from matukio.rules import Rule, rule
from matukio.swahili import NounPhrase, Predicate, category
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Content:
    """Words first … last - 1; `target` is the phrase that an accusation, demand or praise is aimed at."""

    first: int
    last: int
    target: NounPhrase | None = None


def predicate_of(scene: Scene, cue: Cue) -> Predicate | None:
    return None if cue.predicate is None else scene.clauses.predicates[cue.predicate]


@rule(
    "claim: quotation after its cue",
    "Waziri Asha Mushi alisema: “Tutajenga shule mpya mwaka huu.”",
    "Gavana Ali Hamisi amewaambia wakulima “mbolea itafika kesho asubuhi”.",
    never="Waziri Asha Mushi alinunua kitabu “Siku ya Kwanza”.",
)
def quotation_after(scene: Scene, cue: Cue) -> Content | None:
    """The quotation that begins after the cue with nothing but circumstances, its hearers or «kwamba» between."""
    if "quote" not in cue.row.frame:
        return None
    piece = next((p for p in scene.pieces if p.first >= cue.last), None)
    if piece is None or any(
        p.outer.finite and p.outer.relative is None and p.outer.tense != "situational"
        for p in scene.predicates_in(cue.last, piece.first)
    ):
        return None
    if any(cue.last <= other.first < piece.first for other in scene.cues):
        return None
    if any(
        scene.character(i) in ";." or scene.lower(i) in ("na", "lakini") and i > cue.last + 3
        for i in range(cue.last, piece.first)
    ):
        return None
    begin = after_kwamba(scene, cue.last)
    if begin is None:
        begin = past_adjuncts(scene, past_hearers(scene, cue, cue.last))
        if begin < piece.first and not cue.row.bare:
            return None
        begin = piece.first if begin > piece.first or not _leads(scene, begin, piece.first) else begin
    if begin > piece.first:
        return None
    if begin < piece.first and piece.last - piece.first < 5 and piece.last < scene.last - 1:
        return Content(begin, content_end(scene, cue, begin))
    last = _whole_quotation(scene, cue, piece.first, piece.last)
    if last + 1 < scene.last and scene.lower(last) == "na" and (second := scene.piece_at(last + 1)) is not None:
        last = second.last
    return Content(begin, last)


def _leads(scene: Scene, first: int, last: int) -> bool:
    """Whether the words before a quotation begin its clause: «Uingereza ina “historia ndefu”»."""
    return has_verb(scene, first, last)


def _whole_quotation(scene: Scene, cue: Cue, first: int, last: int) -> int:
    """The quotation's end, or the clause's where its own words go on outside: «“ameridhika” kuchukua nafasi ya pili»."""
    if last >= scene.last or scene.character(last) in ",;." or scene.character(last - 2) in ".,!?":
        return last
    if scene.lower(last) in ("na", "lakini", "huku") and last - first > 7:
        return last
    return content_end(scene, cue, first)


@rule(
    "claim: quotation before its cue",
    "“Tutajenga shule mpya mwaka huu,” alisema Waziri Asha Mushi.",
    "“Mbolea itafika kesho asubuhi,” Gavana Ali Hamisi aliwaambia wakulima.",
    never="Waziri Asha Mushi alisema kwamba mvua imechelewa.",
)
def quotation_before(scene: Scene, cue: Cue) -> Content | None:
    """The quotation that ends where the cue or its subject begins; what is quoted on after the cue belongs to it."""
    if "quote" not in cue.row.frame:
        return None
    predicate = predicate_of(scene, cue)
    begin = subject_start(scene, predicate) if predicate is not None else cue.first
    for edge in (cue.first, begin):
        piece = next(
            (p for p in scene.pieces if p.last <= edge and all(scene.is_mark(i) for i in range(p.last, edge))), None
        )
        if piece is None or piece.last - piece.first < 4:
            continue
        if after_kwamba(scene, cue.last) is not None and piece.last - piece.first < 7:
            return None
        first = piece.first
        on = next((p for p in scene.pieces if p.first >= cue.last), None)
        if on is not None and _same_sentence(scene, cue, on):
            return Content(first, on.last)
        return Content(first, piece.last)
    return None


def _same_sentence(scene: Scene, cue: Cue, piece: Piece) -> bool:
    """“Kama unavyojua,” Ali alisema, “kuna njaa”: the second part begins with a small letter."""
    letters = next((i for i in range(piece.first, piece.last) if not scene.is_mark(i)), None)
    between = any(True for _ in scene.predicates_in(cue.last, piece.first))
    return letters is not None and not between and scene.character(letters).islower()


def subject_start(scene: Scene, predicate: Predicate) -> int:
    """Where the clause of a predicate begins: its subject if it stands before it, else the verb."""
    before = [p.first for p in predicate.subjects if p.last <= predicate.first]
    return min(before, default=predicate.first)


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
    target = None
    if "target" in cue.row.frame:
        target = scene.phrase_at(past_adjuncts(scene, cue.last))
    elif "nominal" in cue.row.frame and not predicate_marks_object(scene, cue):
        # «imekanusha ripoti kwamba …»: the report is what is denied
        noun = scene.phrase_at(past_adjuncts(scene, cue.last))
        if noun is not None and is_statement(scene, noun):
            first = noun.first
    return Content(first, content_end(scene, cue, first), target)


def is_statement(scene: Scene, phrase: NounPhrase) -> bool:
    """madai, ripoti, kauli: a noun for what somebody said."""
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    return any(r.lemma in nouns() or r.lemma in STATEMENTS for r in readings) or scene.lower(phrase.head) in nouns()


STATEMENTS = frozenset("shtaka mashtaka hoja pendekezo swali habari maneno".split())


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
    if cue.row.stance not in TOLD_FIRST or cue.row.lemma in KWAMBA_ONLY - {"ongeza", "andika"}:
        return None
    if predicate.outer.tense in ("infinitive", "situational", "consecutive"):
        return None
    begin = subject_start(scene, predicate)
    if scene.lower(begin).startswith("amba") or begin > scene.first and scene.lower(begin - 1).startswith("amba"):
        return None
    inverted = begin == predicate.first
    end = past_hearers(scene, cue, cue.last)
    named_after = False
    if inverted and end == cue.last and (phrase := scene.phrase_at(past_adjuncts(scene, cue.last))) is not None:
        end = phrase.last
        named_after = scene.discourse.describe(phrase.first, phrase.last).sector is not None
    end = past_adjuncts(scene, end)
    if not _closes(scene, end):
        return None
    first = clause_start(scene, begin)
    last = begin
    while last > first and scene.is_mark(last - 1) and scene.piece_over(last - 1) is None:
        last -= 1
    parted = last < begin
    if last - first < 3 or not has_verb(scene, first, last) or not (parted or not inverted or named_after):
        return None
    if end < scene.last and scene.character(end) == "," and parted and _goes_on(scene, end + 1):
        last = content_end(scene, cue, end + 1)  # «Watu watano, alisema, wamekufa»: the cue stands between commas
    return Content(first, last)


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
    "claim: infinitive",
    "Japan imeahidi kuisaidia Kenya.",
    "Rais Yusufu Bakari ametishia kufunga mpaka.",
    never="Japan imeanza kuisaidia Kenya.",
)
def infinitive(scene: Scene, cue: Cue) -> Content | None:
    """What is promised, threatened or claimed as an infinitive: ameahidi kusaidia."""
    if "infinitive" not in cue.row.frame or cue.passive or _fronted(scene, cue):
        return None
    first = past_adjuncts(scene, past_hearers(scene, cue, cue.last))
    if first < scene.last and category(scene.text, first) == "C":
        first += 1
    predicate = scene.predicate_at(first)
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
        return _asked(scene, cue, oblique.phrase, oblique.phrase.last, True)
    if at < scene.last and category(scene.text, at) == "C":
        at += 1
    if cue.passive and (agent := scene.oblique_at(at)) is not None and agent.preposition == "na":
        at = past_adjuncts(scene, agent.phrase.last, phrases=False)
    phrase = scene.phrase_at(at)
    if phrase is None or cue.passive:
        own = scene.predicate_at(at)
        if own is None or own.outer.tense not in ("infinitive", "subjunctive"):
            return None
        if own.outer.tense == "infinitive" and not (cue.passive or predicate.verb.object or own.verb.passive):
            return None  # «anataka kusafiri» asks nothing of anybody, «anataka kuachiliwa kwa wafungwa» does
        target = predicate.subjects[0] if cue.passive and predicate.subjects else None
        return Content(at, content_end(scene, cue, at, short=True), target)
    return _asked(scene, cue, phrase, at, predicate.verb.object is not None)


def _asked(scene: Scene, cue: Cue, phrase: NounPhrase, at: int, marked: bool) -> Content | None:
    """After the object phrase an infinitive or subjunctive is what is asked."""
    end = phrase.last
    for index in range(end, min(end + 16, scene.last)):
        predicate = scene.predicate_at(index)
        if predicate is None:
            if scene.lower(index) in ("kwamba", "kuwa") and marked:
                return Content(index + 1, content_end(scene, cue, index + 1), phrase)
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
        if scene.lower(at) == "kwa" and (
            at > index or target is not None or cue.passive or cue.row.pos == "phrase" or predicate_marks_object(scene, cue)
        ):
            if (
                target is None
                and not cue.passive
                and (named := scene.phrase_at(at + 1)) is not None
                and scene.discourse.describe(named.first, named.last).sector
            ):
                target = named
                continue
            return Content(at + 1, content_end(scene, cue, at + 1, short=True), target)
        predicate = scene.predicate_at(at)
        if predicate is not None and predicate.outer.relative is None:
            return None
    return None


def _fronted(scene: Scene, cue: Cue) -> bool:
    """«Akitangaza kuvunja mkutano, rais …»: a -ki- verb that opens the sentence sets the scene."""
    predicate = predicate_of(scene, cue)
    return cue.first == scene.first and predicate is not None and predicate.outer.tense == "situational"


def predicate_marks_object(scene: Scene, cue: Cue) -> bool:
    predicate = predicate_of(scene, cue)
    return predicate is not None and predicate.verb.object is not None


@rule(
    "claim: what something is called",
    "Rais Yusufu Bakari aliuita mkataba huo “karatasi isiyo na thamani yoyote”.",
    "Wizara ya Afya imetaja hatua hiyo kuwa ya dharura.",
    never="Rais Yusufu Bakari aliwaita mawaziri wake.",
)
def named(scene: Scene, cue: Cue) -> Content | None:
    """kuita X «…», kutaja X kuwa …: what somebody or something is called, by whoever calls it so."""
    if "naming" not in cue.row.frame:
        return None
    phrase = scene.phrase_at(cue.last)
    if phrase is None:
        return None
    for index in range(phrase.last, min(phrase.last + 12, scene.last - 1)):
        if scene.piece_at(index) is not None and cue.row.lemma == "ita":
            piece = scene.piece_at(index)
            assert piece is not None
            return Content(piece.first, piece.last, phrase)
        if scene.lower(index) in ("kuwa", "kama", "kwamba"):
            return Content(phrase.first, content_end(scene, cue, phrase.first), phrase)
        predicate = scene.predicate_at(index)
        if predicate is not None and predicate.outer.relative is None:
            return None
    return None


@rule(
    "claim: nominal content",
    "Uganda imekanusha madai hayo.",
    "Umoja wa Afrika umelaani mapinduzi hayo.",
    never="Uganda imechunguza madai hayo.",
)
def nominal(scene: Scene, cue: Cue) -> Content | None:
    """What is denied, criticised, welcomed or warned of as a phrase, with all that describes it."""
    frame = set(cue.row.frame)
    if not frame & {"nominal", "target", "thing", "statement", "about"} or cue.passive or _fronted(scene, cue):
        return None
    first = past_adjuncts(scene, cue.last, phrases=False)
    while first < scene.last and (
        category(scene.text, first) in "CA"
        or scene.lower(first) in ("juu", "kuhusu", "kuhusiana", "dhidi", "mbali", "na")
    ):
        first += 1
    about = any(scene.lower(i) in ("juu", "kuhusu", "kuhusiana", "dhidi") for i in range(cue.last, first))
    phrase = scene.phrase_at(first)
    if phrase is None:
        own = scene.predicate_at(first)
        if own is None or own.outer.tense != "infinitive" or "nominal" not in frame:
            return None
    elif not _takes(scene, cue, phrase, about):
        return None
    return Content(first, content_end(scene, cue, first, short=True), phrase)


def _takes(scene: Scene, cue: Cue, phrase: NounPhrase, about: bool) -> bool:
    """Whether the cue makes a claim of this phrase: «imekaribisha makubaliano» praises, «imekaribisha wageni» does not."""
    frame = cue.row.frame
    if "nominal" in frame or ("target" in frame and predicate_marks_object(scene, cue)) or ("about" in frame and about):
        return True
    if "thing" in frame and not predicate_marks_object(scene, cue):
        readings = VOCABULARY.analyses(scene.text.types[phrase.head])
        predicate = predicate_of(scene, cue)
        relative = predicate is not None and predicate.outer.relative is not None
        return not phrase.name and not relative and not any(reading.animate for reading in readings)
    return "statement" in frame and is_statement(scene, phrase)


@rule(
    "claim: clause without kwamba",
    "Waziri Asha Mushi amesema mvua imechelewa.",
    "Polisi waliwaambia waandishi wa habari barabara imefungwa.",
    never="Waziri Asha Mushi alisema hivyo.",
)
def bare_clause(scene: Scene, cue: Cue) -> Content | None:
    """A verb of saying with a clause right after it: amesema mvua imechelewa."""
    if "clause" not in cue.row.frame or cue.row.stance not in TOLD_FIRST or cue.row.pos != "verb":
        return None
    if cue.row.lemma in KWAMBA_ONLY or cue.passive or _attributes(scene, cue):
        return None
    if cue.last < scene.last and scene.lower(cue.last) in POINTING:
        return None
    first = past_adjuncts(scene, past_hearers(scene, cue, past_adjuncts(scene, cue.last)))
    if first >= scene.last or _no_clause(scene, first):
        return None
    last = content_end(scene, cue, first)
    if not _finite(scene, first, last):
        return None
    return Content(first, last)


POINTING = frozenset("hayo haya hivyo hivi hilo hili hizo hizo".split())
"""«alisema hayo wakati …»: what was said stands elsewhere."""


def _attributes(scene: Scene, cue: Cue) -> bool:
    """«” alisema Moussa …» at the head of a sentence after a quotation names the speaker of that one."""
    first = scene.first
    while first < scene.last and scene.is_mark(first):
        first += 1
    return cue.first == first and scene.quoted_before and scene.phrase_at(cue.last) is not None


KWAMBA_ONLY = frozenset(
    "ona kubali ongeza baini soma andika hofia ogopa hisi nukuu kubaliana bainisha tarajia tumaini onyesha onesha"
    " ashiria gundua jibu zungumza".split()
)
"""Verbs that take a thing as readily as a clause: only «kwamba» makes a claim of them."""
TOLD_FIRST = frozenset("say confirm warn predict promise".split())


def _no_clause(scene: Scene, index: int) -> bool:
    """Words that a clause of saying does not begin with: «wamejibu kwa kurusha mawe»."""
    word = scene.lower(index)
    return word in ("ili", "juu", "kuhusu") or (
        category(scene.text, index) in "ECJ" and word not in ("kama", "ikiwa", "iwapo")
    )


def _finite(scene: Scene, first: int, last: int) -> bool:
    return has_verb(scene, first, last)


@rule(
    "claim: reported of its subject",
    "Watu watano wameripotiwa kufariki katika ajali hiyo.",
    "Mshukiwa huyo anadaiwa kuiba fedha za umma.",
    never="Polisi wameripoti kwamba watu watano wamefariki.",
)
def reported_of_subject(scene: Scene, cue: Cue) -> Content | None:
    """X anadaiwa kufanya Y, X anaripotiwa kufa: nobody's claim about the subject."""
    if "reported" not in cue.row.frame or not (cue.passive or cue.row.speaker == "none"):
        return None
    predicate = predicate_of(scene, cue)
    assert predicate is not None
    at = past_adjuncts(scene, cue.last, phrases=False)
    own = scene.predicate_at(at)
    if own is None or own.outer.tense not in ("infinitive", "copula"):
        return None
    target = predicate.subjects[0] if predicate.subjects else None
    first = at
    if cue.row.lemma != "dai" and predicate.subjects and predicate.outer.relative is None:
        first = subject_start(scene, predicate)
    return Content(first, content_end(scene, cue, at, short=True), target)


@rule(
    "claim: impersonal report",
    "Inadaiwa kwamba fedha hizo ziliibwa.",
    "Iliripotiwa kuwa mgodi umefungwa.",
    never="Polisi wameripoti kwamba mgodi umefungwa.",
)
def impersonal(scene: Scene, cue: Cue) -> Content | None:
    """inadaiwa, iliripotiwa, imeelezwa, inaaminika: a claim of no speaker, with «kwamba» or without."""
    predicate = predicate_of(scene, cue)
    if predicate is None or "reported" not in cue.row.frame or not (cue.passive or cue.row.speaker == "none"):
        return None
    first = after_kwamba(scene, cue.last)
    if first is None:
        subject = predicate.outer.subject
        if subject is None or not subject.classes & {9, 17} or predicate.subjects:
            return None
        first = past_adjuncts(scene, cue.last)
    if first >= scene.last:
        return None
    last = content_end(scene, cue, first)
    if not has_verb(scene, first, last):
        return None
    return Content(first, last, predicate.subjects[0] if predicate.subjects else None)


def past_hearers(scene: Scene, cue: Cue, index: int) -> int:
    """Past the phrase that hears: aliwaambia waandishi wa habari, ameliambia shirika la Reuters."""
    if "addressee" not in cue.row.frame and "target" not in cue.row.frame and not predicate_marks_object(scene, cue):
        return index
    phrase = scene.phrase_at(index)
    if phrase is None:
        return index
    index = phrase.last
    if index + 1 < scene.last and scene.lower(index) == "na" and (joined := scene.phrase_at(index + 1)) is not None:
        index = joined.last
    return index


ORDER: tuple[Callable[[Scene, Cue], Content | None], ...] = (
    impersonal, reported_of_subject, named, quotation_before, quotation_after, asked_of_object, kwamba_clause, charged_with,
    infinitive, clause_before, nominal, bare_clause,
)  # fmt: skip
"""The rules in the order in which they are tried: what is marked best comes first."""


def content_of(scene: Scene, cue: Cue) -> tuple[Content, str] | None:
    """The content of a cue and the name of the rule that found it."""
    for attempt in ORDER:
        found = attempt(scene, cue)
        if found is not None and (piece := scene.piece_over(cue.first)) is not None:
            # a report inside a quotation cannot reach out of it
            found = replace(found, last=min(found.last, piece.last)) if found.first >= piece.first else None
        if found is not None and found.last > found.first:
            assert isinstance(attempt, Rule)
            return found, attempt.name
    return None
