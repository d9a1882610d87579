"""Whether an act happened, is planned, alleged, possible or did not happen: tense, negation and what governs it.

«Rais anatarajiwa kuzuru Togo» is planned, «polisi wanatuhumiwa kuwaua wavuvi» alleged, «jeshi huenda likashambulia»
hypothetical. What is only demanded, threatened or wished for is no event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.claims.attribution import sources_at
from matukio.events.acts import acts, lemmas, names_of
from matukio.events.doers import light_verbs
from matukio.events.scene import Scene
from matukio.record import Claim, Evidence
from matukio.rules import Rule, rule
from matukio.swahili import Predicate, category
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table

DROPPED = "none"
"""The answer of a rule that finds that the act was not even meant to happen: no event."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of status_cues.tsv."""

    cue: str
    kind: str
    status: str
    example: str


@dataclass(frozen=True, slots=True)
class Status:
    status: str
    evidence: Evidence


@cache
def _cues(kind: str) -> dict[str, str]:
    return {row.cue: row.status for row in read_table(files(__package__) / "status_cues.tsv", Cue) if row.kind == kind}


StatusRule = Rule[[Scene, Sequence[Claim]], "Status | None"]


def status_of(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """The first answer of the rules in order, `actual` when none has one; None when there is no event."""
    if only_asked(scene):
        return None
    rules: tuple[StatusRule, ...] = (
        cue_noun, cue_word, cue_verb, accused_of, condition, not_yet, negation, possible, plan,
    )  # fmt: skip
    for each in rules:
        answer = each(scene, claims)
        if answer is not None:
            return None if answer.status == DROPPED else answer
    first, last = scene.trigger.first, scene.trigger.last
    if scene.act.status:
        return Status(scene.act.status, Evidence("status: the word itself", *_offsets(scene, first, last)))
    return Status("actual", Evidence("status: told as fact", *_offsets(scene, first, last)))


def _offsets(scene: Scene, first: int, last: int) -> tuple[int, int]:
    return scene.text.starts[first], scene.text.ends[last - 1]


def _status(scene: Scene, status: str, by: str, first: int, last: int) -> Status:
    return Status(status, scene.evidence(by, first, last))


def governors(scene: Scene) -> Iterator[tuple[Predicate, bool]]:
    """The predicates that the act depends on, nearest first: for an infinitive its governors up to a finite verb, for a
    noun the verb that it is subject or object of. The flag tells that it is a noun's own verb."""
    number = scene.trigger.predicate
    if number is None:
        return
    predicate = scene.clauses.predicates[number]
    if not scene.trigger.verb:
        if scene.trigger.slot in ("subject", "object", "na"):
            yield predicate, True
        else:
            return
    for _ in range(4):
        if predicate.outer.tense != "infinitive" or predicate.governor is None:
            return
        if called_by_name(scene, predicate):
            return
        predicate = scene.clauses.predicates[predicate.governor]
        yield predicate, False


def called_by_name(scene: Scene, predicate: Predicate) -> bool:
    """A verb used as a noun: «kukamatwa kwa Juma», «kabla ya kuuawa»: what governs it says nothing of whether."""
    if predicate.link in ("ya", "wa", "la", "za", "cha", "vya"):
        return scene.lower(predicate.first - 2) in ("kabla", "baada", "kutokana", "sababu")
    follows = predicate.last < scene.clauses.sentence.last and scene.lower(predicate.last) == "kwa"
    return follows and predicate.link not in ("", "na") or predicate.link in ("kufuatia", "tangu")


def carrier(scene: Scene) -> Predicate | None:
    """The finite predicate that tells the time of the act: the verb itself, or the last of its governors."""
    if scene.trigger.verb and scene.predicate is not None and scene.predicate.outer.tense != "infinitive":
        return scene.predicate
    last = None
    for predicate, own in governors(scene):
        if own and not _takes_place(scene, predicate):
            return None
        last = predicate
    return last if last is not None and last.outer.tense != "infinitive" else None


def _takes_place(scene: Scene, predicate: Predicate) -> bool:
    """Whether a noun's verb says that the act itself takes place or is done: «mkutano utafanyika», «atafanya ziara»."""
    kinds = frozenset[str]().union(*(light_verbs().get(stem, frozenset()) for stem in predicate.verb.chain))
    slot = scene.trigger.slot
    if slot == "subject":
        return "happen" in kinds or predicate.verb.passive and "doer" in kinds
    return "doer" in kinds


def only_asked(scene: Scene) -> bool:
    """Whether the act is only what a demand asks for or a threat threatens: «Ghana imeitaka Togo kuwaachilia wavuvi» is
    no RETREAT. It takes acts away, so it leaves no evidence and is no `rule`."""
    if scene.trigger.verb and scene.predicate is not None and _only_wished(scene, scene.predicate):
        return True
    for predicate, own in governors(scene):
        for stem in predicate.verb.chain:
            if _is_demand(stem):
                if own and scene.trigger.slot == "subject" and not predicate.verb.passive:
                    continue
                return True
    if (
        not scene.trigger.verb
        and scene.trigger.slot == "object"
        and scene.predicate is not None
        and any(
            not s.rest and s.type == "REJECT"
            for stem in scene.predicate.verb.chain
            for s in acts().get((stem, True), ())
        )
    ):
        return True  # «ameahirisha ziara», «wamekataa mazungumzo»: that is the REJECT alone
    if _for_a_purpose(scene) or _content_of_noun(scene):
        return True
    noun = _governing_noun(scene)
    if noun is not None:
        names = lemmas(scene.text.types[noun])
        if any(s.type in ("REQUEST", "THREATEN") for name in names for s in acts().get((name, False), ())):
            return True
    return False


def _only_wished(scene: Scene, own: Predicate) -> bool:
    """A subjunctive or imperative, unless a plan or a headline stands before it: «Waziri ajiuzulu» can be a present
    whose -a- melts into its prefix."""
    tense = own.outer.tense
    if tense not in ("imperative", "subjunctive", "general"):
        return False
    if _after(scene, own, _is_demand):
        return True
    melted = not own.verb.stem.endswith("a") and own.outer.subject is not None and not own.marker
    if tense == "general" or tense == "subjunctive" and melted and own.governor is None and not own.verb.passive:
        return False
    return not _after(scene, own, lambda stem: _cues("verb").get(stem) == "planned")


def _after(scene: Scene, own: Predicate, holds: Callable[[str], bool]) -> bool:
    earlier = [p for p in scene.clauses.predicates if p.first < own.first and p.outer.relative is None]
    return bool(earlier) and any(holds(stem) for stem in earlier[-1].verb.chain)


def _is_demand(stem: str) -> bool:
    return any(not s.rest and s.type in ("REQUEST", "THREATEN") for s in acts().get((stem, True), ()))


FACTS = frozenset("hatua kitendo tendo tukio kosa jukumu kazi zoezi operesheni kampeni mchakato".split())
"""Nouns whose infinitive did happen: «hatua ya kuwafukuza wavuvi»."""


def _for_a_purpose(scene: Scene) -> bool:
    """«ili kuzuia maandamano», «juhudi za kusitisha mapigano»: what something is for is no deed, unless a cue noun
    says what becomes of it."""
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb or predicate.outer.tense != "infinitive":
        return False
    if predicate.marker == "ili" or scene.lower(predicate.first - 1) == "ili":
        return True
    if predicate.link not in ("ya", "wa", "la", "za", "cha", "vya"):
        return False
    noun = _governing_noun(scene)
    if noun is None:
        return False
    names = lemmas(scene.text.types[noun])
    return names.isdisjoint(FACTS) and not any(name in _cues("noun") for name in names) and noun_is_plain(scene, noun)


NO_DEED = frozenset("haki sheria katiba uhuru uwanja kumbukumbu uwezo mamlaka hofu historia siku mshindi bei".split())
"""Nouns whose complement is no deed: «haki ya kuandamana», «uwanja wa mapigano», «kumbukumbu ya mauaji»."""


WITH_A_DEED = frozenset({None, "CVL", "CRM", "UAF", "REB"})
"""Sectors of people whom a deed may describe: «wahanga wa shambulizi»; of others it is the office."""


def _content_of_noun(scene: Scene) -> bool:
    """«mwaliko wa Rais kuzuru Togo», «haki ya kuandamana»: what an invitation, a call or a right is for."""
    noun = _governing_noun(scene)
    if noun is not None and not NO_DEED.isdisjoint(lemmas(scene.text.types[noun])):
        return True
    if noun is not None and scene.discourse.describe(noun, noun + 1).sector not in WITH_A_DEED:
        return True  # «kamanda wa operesheni», «mashirika ya misaada»
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb or predicate.outer.tense != "infinitive":
        return False
    phrase = next((p for p in scene.clauses.phrases if p.last == predicate.first), None)
    if phrase is None:
        return False
    return any(
        sense.type in ("REQUEST", "THREATEN", "AGREE") and not sense.rest
        for name in lemmas(scene.text.types[phrase.head])
        for sense in acts().get((name, False), ())
    )


def noun_is_plain(scene: Scene, noun: int) -> bool:
    """Not a word of time or order: «baada ya kukamatwa», «kabla ya kukutana», «wakati wa kusaini»."""
    return category(scene.text, noun) == "N" and scene.lower(noun) not in (
        "baada",
        "kabla",
        "wakati",
        "sababu",
        "mbali",
    )


def _governing_noun(scene: Scene) -> int | None:
    """The noun whose wa/ya complement the act is: «tuhuma za mauaji», «mpango wa kuwafukuza wavuvi»."""
    first = scene.trigger.first
    sentence = scene.clauses.sentence
    if first - 2 < sentence.first or category(scene.text, first - 1) != "C":
        return None
    index = first - 2
    while index > sentence.first and category(scene.text, index) in "AD":
        index -= 1
    return index if category(scene.text, index) == "N" else None


@rule(
    "status: noun that governs the act",
    "Tuhuma za mauaji ya wavuvi zimeikumba serikali ya Togo.",
    "Serikali ya Togo ina mpango wa kuwafukuza wavuvi.",
    never="Mauaji ya wavuvi yamelaaniwa na Togo.",
)
def cue_noun(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Tuhuma za, madai ya, mpango wa, uwezekano wa: the noun says what becomes of its complement."""
    noun = _governing_noun(scene)
    if noun is None:
        return None
    for name in names_of(scene.text.types[noun]):
        if status := _cues("noun").get(name):
            return _status(scene, status, cue_noun.name, noun, noun + 1)
    return None


@rule(
    "status: word before the clause",
    "Huenda Togo ikaishambulia Ghana.",
    never="Togo imeishambulia Ghana.",
)
def cue_word(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Huenda, labda, ikiwa, nusura, bila: a word of the clause before its verb."""
    words, phrases = _cues("word"), _cues("phrase")
    first, _ = scene.scope()
    for index in range(scene.trigger.first - 1, first - 1, -1):
        word = scene.lower(index)
        if word in words and not (word == "kama" and not _opens_clause(scene, index)):
            if word in ("bila", "pasipo") and index < scene.trigger.first - 1:
                continue
            return _status(scene, words[word], cue_word.name, index, index + 1)
        for phrase, status in phrases.items():
            parts = phrase.split()
            here = word == parts[0] and [scene.lower(index + k) for k in range(len(parts))] == parts
            if here and index + len(parts) >= scene.trigger.first - 1:
                return _status(scene, status, cue_word.name, index, index + len(parts))
    return None


def _opens_clause(scene: Scene, index: int) -> bool:
    """«kama» is «if» where its clause has a finite verb: «kama serikali itawakamata», but not «kama njia ya …»."""
    predicate = carrier(scene)
    return predicate is not None and predicate.marker == "kama"


@rule(
    "status: verb that governs the act",
    "Rais wa Ghana anatarajiwa kuzuru Togo.",
    "Polisi wanatuhumiwa kuwaua wavuvi wa Togo.",
    never="Rais wa Ghana alianza kuwakosoa wapinzani.",
)
def cue_verb(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Tarajiwa, panga, jaribu, shindwa, weza: what the governing verb says of its complement."""
    for predicate, own in governors(scene):
        status = next((s for stem in predicate.verb.chain if (s := _cues("verb").get(stem))), None)
        if status is None:
            continue
        if own and scene.trigger.slot == "subject" and not _said_of_subject(predicate):
            continue
        if own and status == "alleged":
            continue
        if predicate.outer.negative and status in ("planned", "hypothetical"):
            return _status(scene, DROPPED, cue_verb.name, predicate.first, predicate.last)
        if (
            status == "planned"
            and predicate.outer.tense in ("past",)
            and any(s in ("tangaza", "amua") for s in predicate.verb.chain)
            and own
        ):
            continue
        return _status(scene, status, cue_verb.name, predicate.first, predicate.last)
    return _by_kwamba(scene)


def _said_of_subject(predicate: Predicate) -> bool:
    """«mkutano unatarajiwa», «ziara imeahirishwa»: a passive says it of its subject."""
    return predicate.verb.passive


def _by_kwamba(scene: Scene) -> Status | None:
    """«inadaiwa kwamba polisi waliwaua»: doubt told of the whole clause."""
    predicate = carrier(scene)
    if predicate is None or predicate.marker not in ("kwamba", "kuwa"):
        return None
    before = [p for p in scene.clauses.predicates if p.first < predicate.first and p.outer.relative is None]
    if not before:
        return None
    status = next((s for stem in before[-1].verb.chain if (s := _cues("verb").get(stem))), None)
    impersonal = before[-1].verb.passive or not before[-1].subjects and before[-1].verb.stem.endswith("ika")
    if status == "alleged" and impersonal or status == "hypothetical":
        return _status(scene, status, cue_verb.name, before[-1].first, before[-1].last)
    return None


@rule(
    "status: inside an accusation",
    "Serikali ya Ghana imeilaumu Togo kwa mauaji ya wavuvi.",
    never="Ghana imesema kwamba Togo iliwaua wavuvi.",
)
def accused_of(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """What somebody is accused of is alleged; so is what somebody denies."""
    start, end = _offsets(scene, scene.trigger.word, scene.trigger.word + 1)
    _, stance, evidence = sources_at(claims, start, end)
    if stance in ("accuse", "deny") and evidence is not None and scene.act.type not in ("ACCUSE", "REJECT"):
        return Status("alleged", Evidence(accused_of.name, evidence.start, evidence.end))
    return None


@rule(
    "status: condition",
    "Ghana ikiwakamata wavuvi, Togo itajibu.",
    never="Togo ilijibu baada ya Ghana kuwakamata wavuvi.",
)
def condition(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Ikiwa, iwapo, endapo, and -ki- before a future: an act that the text only supposes."""
    predicate = carrier(scene)
    if predicate is None:
        return None
    if predicate.marker in ("ikiwa", "iwapo", "endapo"):
        return _status(scene, "hypothetical", condition.name, predicate.first, predicate.last)
    if predicate.outer.tense == "situational":
        main = next((p for p in scene.clauses.predicates if p.outer.tense in ("future", "conditional")), None)
        if main is not None and main.first > predicate.first:
            return _status(scene, "hypothetical", condition.name, predicate.first, predicate.last)
    return None


@rule(
    "status: negation",
    "Jeshi la Togo halikuwashambulia wavuvi.",
    never="Jeshi la Togo liliwashambulia wavuvi.",
)
def negation(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """A negative past or perfect says that it did not happen; a negative future or present is no act."""
    predicate = carrier(scene)
    if predicate is None or not predicate.outer.negative or "negated" in scene.act.needs:
        own = scene.predicate
        if own is not None and scene.trigger.verb and own.outer.tense == "infinitive" and own.outer.negative:
            return _status(scene, DROPPED, negation.name, own.first, own.last)
        return None
    past = predicate.outer.tense in ("past", "perfect", "not-yet", "already")
    return _status(scene, "negated" if past else DROPPED, negation.name, predicate.first, predicate.last)


@rule("status: not yet", "Togo bado haijawaachilia wavuvi.", never="Togo imewaachilia wavuvi.")
def not_yet(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """-ja- says that it has not happened."""
    predicate = carrier(scene)
    if predicate is not None and predicate.outer.tense == "not-yet":
        return _status(scene, "negated", not_yet.name, predicate.first, predicate.last)
    return None


@rule(
    "status: conditional mood",
    "Ghana ingewaachilia wavuvi wa Togo.",
    never="Ghana itawaachilia wavuvi wa Togo.",
)
def possible(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """-nge-, -ngali-: what would happen or would have."""
    predicate = carrier(scene)
    if predicate is not None and predicate.outer.tense in ("conditional", "counterfactual"):
        return _status(scene, "hypothetical", possible.name, predicate.first, predicate.last)
    return None


@rule(
    "status: future tense",
    "Rais wa Ghana atazuru Togo.",
    "Mkutano kati ya Ghana na Togo utafanyika kesho.",
    never="Rais wa Ghana alizuru Togo.",
)
def plan(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """A future tense, or a headline's bare infinitive after its subject: «Rais wa Ghana kuzuru Togo»."""
    predicate = carrier(scene)
    if predicate is not None and predicate.outer.tense == "future":
        return _status(scene, "planned", plan.name, predicate.first, predicate.last)
    own = scene.predicate
    if own is None or not scene.trigger.verb or own.outer.tense != "infinitive" or scene.trigger.sentence > 0:
        return None
    sentence = scene.clauses.sentence
    headline = not any(p.outer.finite for p in scene.clauses.predicates if p.first < own.first)
    leads = own.first > sentence.first and category(scene.text, own.first - 1) in "NPA" and own.governor is None
    if headline and leads and VOCABULARY.lowers[scene.text.types[sentence.last - 1]] != ".":
        return _status(scene, "planned", plan.name, own.first, own.last)
    return None
