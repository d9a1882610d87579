"""What stands above an act says whether it happened: nouns, words before its clause, verbs.

«Rais anatarajiwa kuzuru Togo» is planned, «polisi wanatuhumiwa kuwaua wavuvi» alleged, «huenda likashambulia»
hypothetical.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.governing import charge_before, goes_on, governing_noun, governors, nouns_before
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import names_of
from matukio.events.lexicon.triggers import COPULAS
from matukio.events.status.answers import DROPPED, Status, carrier, status_by
from matukio.events.status.cue_verbs import came_about, is_done_by_own, not_meant, of_another_thing
from matukio.events.status.cues import cues, phrases_by_word
from matukio.record import Claim
from matukio.rules import rule
from matukio.swahili import Predicate, category


@rule(
    "status: noun that governs the act",
    "Tuhuma za mauaji ya wavuvi zimeikumba serikali ya Togo.",
    "Serikali ya Togo ina mpango wa kuwafukuza wavuvi.",
    "Tuhuma za jeshi la Togo kuwaua wavuvi zimeikumba serikali.",
    never="Mauaji ya wavuvi yamelaaniwa na Togo.",
)
def cue_noun(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Tuhuma za, madai ya, mpango wa, uwezekano wa: the noun says what becomes of its complement."""
    own = governing_noun(scene)
    for noun in (*(() if own is None else (own,)), *nouns_before(scene)):
        for name in names_of(scene.text.types[noun]):
            if name in IMPEACHING and scene.act.mode == "expel":
                return None
            if status := cues("noun").get(name):
                return status_by(scene, _denied(scene, noun, name, status), cue_noun.name, noun, noun + 1)
    return None


IMPEACHING: Final = frozenset(["mashitaka", "mashtaka"])
"""«mashtaka ya kumwondoa rais»: what is begun with them, and nothing alleged."""
INTENT: Final = frozenset("azma dhamira kusudi lengo mpango nia".split())


def _denied(scene: Scene, noun: int, name: str, status: str) -> str:
    """«haina nia ya kuondoka» says that nobody leaves; «hana matumaini ya kufikia» and «haitaandaa mpango wa kuzuia»
    tell no act."""
    verb = next((p for p in scene.clauses.predicates if any(o.head == noun for o in p.objects)), None)
    if verb is None or not verb.negative or status not in ("planned", "hypothetical"):
        return status
    return "negated" if name in INTENT and not COPULAS.isdisjoint(verb.verb.chain) else DROPPED


@rule(
    "status: word before the clause",
    "Huenda Togo ikaishambulia Ghana.",
    never="Togo imeishambulia Ghana.",
)
def cue_word(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Huenda, labda, ikiwa, nusura, bila: a word of the clause before its verb."""
    words, phrases = cues("word"), phrases_by_word()
    lowers = scene.text.lowers
    first, _ = scene.scope()
    for index in range(scene.trigger.first - 1, first - 1, -1):
        word = lowers[index]
        if word in words and not (word == "kama" and not _opens_clause(scene, index)):
            if word in ("bila", "pasipo") and index < scene.trigger.first - 1:
                continue
            if word == "ikiwa" and (scene.lower(index + 1) == "ni" or index + 1 in scene.time_words):
                continue  # «ikiwa ni siku mbili baada ya shambulizi», «ikiwa miezi mitano baada ya»: being
            return status_by(scene, words[word], cue_word.name, index, index + 1)
        for parts, status in phrases.get(word, ()):
            here = lowers[index : index + len(parts)] == parts
            if here and index + len(parts) >= scene.trigger.first - 1:
                return status_by(scene, status, cue_word.name, index, index + len(parts))
    return None


def _opens_clause(scene: Scene, index: int) -> bool:
    """«kama» is «if» where its clause has a finite verb: «kama serikali itawakamata», but not «kama njia ya …»."""
    predicate = carrier(scene)
    after_verb = index > scene.clauses.sentence.first and category(scene.text, index - 1) in "VI"
    said = after_verb and scene.lower(index - 1) not in UNKNOWN  # «ametambuliwa kama dereva»
    likened = category(scene.text, index - 1) in "NPA" and predicate is not None and predicate.outer.tense in TOLD
    return predicate is not None and predicate.marker == "kama" and not said and not likened


UNKNOWN: Final = frozenset("haifahamiki haijabainika haijafahamika haijajulikana haijulikani hatujui sijui".split())
"""Verbs before «kama» that say that it is not known whether: «haijulikani kama watakutana»."""
TOLD: Final = frozenset(["past", "perfect"])
"""Tenses of a clause that «kama» does not make a condition: «msajili kama mlezi wa vyama amevitaka»."""


def _claims_own_deed(scene: Scene, above: Predicate) -> bool:
    """«Kundi hilo limedai kuwaua askari 10», «… kuhusika na shambulizi»: who says that he attacked contests nothing;
    «amedai kupigwa» and «anadaiwa kuua» are accusations."""
    deed = scene.predicate
    active = deed is not None and deed.outer.tense == "infinitive" and not deed.verb.passive
    return active and not above.verb.passive and "dai" in above.verb.chain and scene.act.type in ("ASSAULT", "COERCE")


@rule(
    "status: verb that governs the act",
    "Rais wa Ghana anatarajiwa kuzuru Togo.",
    "Polisi wanatuhumiwa kuwaua wavuvi wa Togo.",
    "Polisi wa Togo hawakuweza kuwakamata wavuvi hao.",
    never="Polisi wa Togo wamezuia maandamano na kuwakamata wavuvi wawili.",
)
def cue_verb(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Tarajiwa, panga, jaribu, shindwa, weza: what the governing verb says of its complement."""
    below = scene.predicate
    for predicate, own in governors(scene):
        after, told, chain = scene.lower(predicate.last), cues("verb"), predicate.verb.chain
        status = next((s for stem in chain if (s := told.get(f"{stem} {after}") or told.get(stem))), None)
        apart = status is not None and not own and below is not None and goes_on(scene, below, predicate, status)
        below = predicate
        charge = charge_before(scene, predicate)
        if charge is not None and any(told.get(stem) == "alleged" for stem in charge.verb.chain):
            return status_by(scene, "alleged", cue_verb.name, charge.first, charge.last)
        if status is None or apart:
            continue
        if own and scene.trigger.slot == "subject" and not _said_of_subject(predicate):
            continue
        if status == "alleged" and not own and _claims_own_deed(scene, predicate):
            continue
        if status == "negated" and not own and _is_reason(scene):
            continue  # «wamezuiliwa kwa kuandamana»: they did
        if own and status == "negated" and scene.act.type == "REQUEST":
            continue  # «imekataa ombi la Togo»: it was made
        if own and status == "alleged" or came_about(scene, predicate) or of_another_thing(predicate, own):
            continue
        if not own and not scene.trigger.verb and status in ("alleged", "planned") and not is_done_by_own(scene):
            continue  # «wamekubali kudhibiti uasi», «wanashutumiwa kwa kufadhili maandamano»: the uprising is there
        if predicate.outer.negative and predicate.outer.tense == "past" and "weza" in chain:
            return status_by(scene, "negated", cue_verb.name, predicate.first, predicate.last)
        if predicate.outer.negative and status in ("planned", "hypothetical"):
            return status_by(scene, DROPPED, cue_verb.name, predicate.first, predicate.last)
        if (
            status == "planned"
            and predicate.outer.tense == "past"
            and any(s in ("amua", "andaa", "tangaza") for s in predicate.verb.chain)
            and own
        ):
            continue
        if not_meant(scene, predicate) or status == "hypothetical" and _is_refused(scene, predicate):
            status = DROPPED
        if status == "planned" and not own and _is_alleged_plan(scene, predicate):
            status = "alleged"
        return status_by(scene, status, cue_verb.name, predicate.first, predicate.last)
    return _by_kwamba(scene)


def _is_refused(scene: Scene, leave: Predicate) -> bool:
    """«imekataa kuwaruhusu mawakili kuzungumza»: the refusal alone is the act."""
    if leave.outer.tense != "infinitive" or leave.governor is None:
        return False
    return any(cues("verb").get(stem) == "negated" for stem in scene.clauses.predicates[leave.governor].verb.chain)


def _is_alleged_plan(scene: Scene, plan: Predicate) -> bool:
    """«ilimlaumu Mensah kwa kupanga kupindua serikali»: the plan itself is what somebody is accused of."""
    if plan.outer.tense != "infinitive" or plan.governor is None or plan.link != "kwa":
        return False
    above = scene.clauses.predicates[plan.governor]
    return not above.outer.negative and any(cues("verb").get(stem) == "alleged" for stem in above.verb.chain)


def _is_reason(scene: Scene) -> bool:
    own = scene.predicate
    return own is not None and scene.trigger.verb and scene.lower(own.first - 1) == "kwa"


def _said_of_subject(predicate: Predicate) -> bool:
    """«mkutano unatarajiwa», «ziara imeahirishwa»: a passive says it of its subject."""
    return predicate.verb.passive


def _claimed_at_once(scene: Scene, predicate: Predicate) -> Predicate | None:
    """«wanadai walizuiwa kushiriki»: what somebody claims to have suffered, without «kwamba»."""
    if not predicate.verb.passive or predicate.outer.relative is not None:
        return None
    before = next((p for p in scene.clauses.predicates if p.last == predicate.first), None)
    return before if before is not None and "dai" in before.verb.chain and not before.outer.negative else None


def _by_kwamba(scene: Scene) -> Status | None:
    """«inadaiwa kwamba polisi waliwaua»: doubt told of the whole clause."""
    predicate = carrier(scene)
    if predicate is not None and (claim := _claimed_at_once(scene, predicate)) is not None:
        return status_by(scene, "alleged", cue_verb.name, claim.first, claim.last)
    if predicate is None or predicate.marker not in ("kwamba", "kuwa"):
        return None
    opens = predicate.subjects[0].first if predicate.subjects and not predicate.inverted else predicate.first
    words = scene.text.lowers[max(scene.clauses.sentence.first, opens - 5) : opens]
    if "dalili" in words and "hakuna" in words[: words.index("dalili")]:
        return status_by(scene, DROPPED, cue_verb.name, opens - 1, opens)  # «hakuna dalili kwamba watakubaliana»
    before = [p for p in scene.clauses.predicates if p.first < predicate.first and p.outer.relative is None]
    if not before:
        return None
    status = next((s for stem in before[-1].verb.chain if (s := cues("verb").get(stem))), None)
    impersonal = before[-1].verb.passive or not before[-1].subjects and before[-1].verb.stem.endswith("ika")
    if status == "alleged" and impersonal or status == "hypothetical":
        return status_by(scene, status, cue_verb.name, before[-1].first, before[-1].last)
    return None
