"""Which phrase of its own sentence a verb of saying has for its subject.

«Fayulu, tajiri wa zamani, anasema …» is Fayulu's; in «“Ali atashinda,” alisema» it is not Ali's.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.called import CALLED, calls, is_called
from matukio.claims.sentences.content import Content
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.apart import amba_head, main_verb_between, name_before
from matukio.claims.speakers.described import described
from matukio.claims.speakers.fitting import JOINED, fits, governed
from matukio.swahili import Agreement, NounPhrase, Predicate, category, phrase_at
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import VOCABULARY


def own_subjects(scene: Scene, cue: Cue, predicate: Predicate, content: Content) -> tuple[NounPhrase, ...]:
    """The subject before the verb, joined ones together; empty where there is none or it stands in what is said."""
    if predicate.inverted:
        return ()
    found = nearest_subjects(scene, predicate)
    around = content.first <= cue.first < content.last  # the content goes on after the cue
    for phrase in found:
        quoted = scene.piece_over(phrase.first) is not None and scene.piece_over(predicate.first) is None
        if quoted or (content.first <= phrase.first < content.last and not around):
            return ()
    return found


def nearest_subjects(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """The subject before a verb, also where another phrase stands between or a full stop is missing; of «Jumatano
    Bekele amesema» without the day."""
    agreement = predicate.outer.subject
    if (own := next_clause_subject(scene, predicate)) is not None:
        return (own,)
    found = described(scene, _past_particle(scene, _nearest(scene, predicate), agreement), agreement)
    told = [p for p in found if not all(i in scene.times for i in range(p.first, p.last))]  # «… Jumapili, afisa …»
    return tuple(_with_head(scene, _past_time(scene, phrase), agreement) for phrase in told)


def next_clause_subject(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """«… mpaka utafunguliwa na Tanzania imekaribisha hatua hiyo»: «na» joins clauses where a verb stands before it and
    the one after it agrees with the phrase between them alone."""
    agreement = predicate.outer.subject
    phrase = scene.phrase_before(predicate.first)
    if phrase is None or agreement is None or agreement.classes & JOINED or not predicate.outer.finite:
        return None
    at = phrase.first - 1
    if at <= scene.first or scene.lower(at) != "na" or not fits(scene, phrase, agreement):
        return None
    if predicate.outer.relative is not None or predicate.outer.tense == "situational":
        return None
    before = [p for p in scene.clauses.predicates if p.last <= at]
    agent = bool(before) and before[-1].verb.passive and before[-1].outer.relative is not None
    told = any(p.outer.finite and p.outer.relative is None for p in before)
    return phrase if told and not agent and any(scene.discourse.names_in(phrase.first, phrase.last)) else None


ALSO: Final = frozenset("naye nae nao nayo nalo nacho nazo navyo mwenyewe wenyewe yenyewe lenyewe".split())
"""Words that take up the subject again: «waasi nao wamethibitisha»."""


def _past_particle(scene: Scene, found: tuple[NounPhrase, ...], agreement: Agreement | None) -> tuple[NounPhrase, ...]:
    """«Waasi nao wamesema» is said by the rebels, «ambao nao wanadai» by whom the relative clause describes."""
    if not found or scene.lower(found[-1].first) not in ALSO or found[-1].last - found[-1].first > 1:
        return found
    at = found[-1].first
    pronoun = scene.lower(at - 1).startswith("amba")
    phrase = scene.phrase_before(at - 1 - (scene.character(at - 2) == ",")) if pronoun else scene.phrase_before(at)
    return () if phrase is None or not fits(scene, phrase, agreement) else (phrase,)


def _with_head(scene: Scene, phrase: NounPhrase, agreement: Agreement | None) -> NounPhrase:
    """«Ofisi ya sheriff wa kaunti hiyo imesema»: a phrase that «wa» ties to the one before it, which the verb may
    agree with as well, where a word that is not known parts them."""
    while phrase.first - 1 > scene.first and scene.lower(phrase.first - 1) in CONNECTIVES:
        before = scene.phrase_before(phrase.first - 1)
        if before is None or not fits(scene, before, agreement):
            break
        phrase = NounPhrase(before.first, before.head, phrase.last, before.classes, before.name)
    return phrase


def _past_time(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    first = phrase.first
    while first < phrase.last - 1 and (first in scene.times or (first > phrase.first and scene.is_mark(first))):
        first += 1
    return phrase if first == phrase.first else phrase_at(scene.text, first, phrase.last) or phrase


def _nearest(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, ...]:
    if (joined := joined_beside(scene, predicate)) is not None:
        return joined
    if scene.pieces and (named := _after_quotation(scene, predicate)) is not None:
        return (named,)
    described = _before_apposition(scene, predicate)
    found = (described,) if described is not None else predicate.subjects
    if not found or not _fit(scene, found, predicate.outer.subject):
        near = adjacent_subject(scene, predicate) or name_before(scene, predicate) or _owner_of_firm(scene, predicate)
        near = near or _farther(scene, predicate)
        found = () if near is None else (near,)
    elif found[-1].last < predicate.first and (opening := _run_on(scene, predicate)) is not None:
        found = (opening,)
    elif found[-1].last < predicate.first and (named := name_before(scene, predicate)) is not None:
        apart = named.first >= found[-1].last and main_verb_between(scene, found[-1].last, named.first)
        found = (named,) if apart else found
    head = amba_head(scene, predicate)
    if head is not None and fits(scene, head, predicate.outer.subject) and _within(scene, head, found, predicate):
        return (_with_name(scene, head),)
    if found and (subject := _of_copula(scene, found[-1], predicate)) is not None:
        return (subject,)
    if found and _only_described(scene, found[-1]) and (first := _farther(scene, predicate)) is not None:
        return (first,)
    return found


def _people(scene: Scene, phrase: NounPhrase) -> bool:
    return not phrase.name and scene.text.likeliest[phrase.head].animate


def _after_quotation(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """«“Tumechoka,” Asha Mushi afisa wa polisi kati ya watu wa kwanza kufika ameiambia BBC»: the name after it."""
    piece = next((p for p in reversed(scene.pieces) if p.last <= predicate.first), None)
    if piece is None or predicate.outer.subject is None or predicate.outer.subject.classes != {1}:
        return None
    at = piece.last
    while at < predicate.first and scene.is_mark(at):
        at += 1
    phrase = scene.phrase_at(at)
    if phrase is None or not phrase.name or phrase.last >= predicate.first - 1 or predicate.first - at > LONGEST:
        return None
    if main_verb_between(scene, at, predicate.first) or any(scene.lower(i) == "," for i in range(at, predicate.first)):
        return None
    return phrase if fits(scene, phrase, predicate.outer.subject) else None


LONGEST: Final = 18
"""Words that may tell who speaks, between a quotation and its verb."""


def _owner_of_firm(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """«Dangote amesema»: a firm is called as its owner, of whom the verb speaks."""
    phrase, agreement = scene.phrase_before(predicate.first), predicate.outer.subject
    if phrase is None or not phrase.name or phrase.last - phrase.first > 1:
        return None
    if phrase.first > scene.first and not scene.is_mark(phrase.first - 1):
        return None
    firm = scene.discourse.describe(phrase.first, phrase.last).sector == "BUS"
    return phrase if firm and agreement is not None and agreement.classes == {1} else None


def joined_beside(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, NounPhrase] | None:
    """«Polisi walilinda maeneo hayo, Reuters na AFP ziliripoti»: two names right before a verb that takes several."""
    agreement = predicate.outer.subject
    second = scene.phrase_before(predicate.first)
    if agreement is None or not agreement.classes & JOINED or second is None:
        return None
    first = scene.phrase_before(second.first - 1) if scene.lower(second.first - 1) == "na" else None
    if first is None or first.first <= scene.first or scene.character(first.first - 1) != ",":
        return None
    if agreement.classes == {2} and _people(scene, first) and _people(scene, second):
        before = scene.phrase_before(first.first - 1)
        listed = before is not None and (before.name or _people(scene, before))  # «Asha, walimu na madaktari»
        return (first, second) if main_verb_between(scene, scene.first, first.first) and not listed else None
    if not first.name or not second.name:
        return None
    bodies = all(name.type == "ORG" for name in scene.discourse.names_in(first.first, second.last))
    return (first, second) if bodies else None  # «Ripoti huko Togo, Ghana na Benin zinasema»


def _of_copula(scene: Scene, phrase: NounPhrase, predicate: Predicate) -> NounPhrase | None:
    """«Asha Mushi ni mmoja wa washirika wake na aliagiza …»: the subject of «ni» goes on, not what it is."""
    if scene.lower(predicate.first - 1) != "na" or predicate.outer.relative is not None:
        return None
    at = phrase.first
    while at > scene.first and scene.lower(at) not in ("ni", "ndiye"):
        if scene.is_mark(at) or scene.predicate_at(at) is not None:
            return None
        at -= 1
    described = scene.phrase_at(at + 1)
    somebody = described is not None and (
        scene.lower(described.head) == "mmoja"
        or any(r.animate for r in VOCABULARY.analyses(scene.text.types[described.head]))
    )
    before = scene.phrase_before(at) if somebody else None
    return before if before is not None and fits(scene, before, predicate.outer.subject) else None


def _only_described(scene: Scene, phrase: NounPhrase) -> bool:
    """«… na ambaye ni mweusi anasema»: what stands after the copula of «ambaye» does not speak."""
    at = phrase.first - 1
    return at - 1 > scene.first and scene.lower(at) in ("ni", "ndiye") and scene.lower(at - 1).startswith("amba")


def _run_on(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """«… kukimbilia Australia Maafisa wa Thailand walisema»: a capital letter begins a sentence that no stop parts."""
    phrase = scene.phrase_before(predicate.first)
    if phrase is None or phrase.name or phrase.first == scene.first or not scene.character(phrase.first).isupper():
        return None
    if scene.is_mark(phrase.first - 1) or category(scene.text, phrase.first - 1) in "EC":
        return None
    return phrase if fits(scene, phrase, predicate.outer.subject) else None


def _within(scene: Scene, head: NounPhrase, found: tuple[NounPhrase, ...], predicate: Predicate) -> bool:
    """Whether the phrases found belong to the clause that describes the head, and not to the verb after it."""
    if not found or found[-1].last < predicate.first:
        return not found or found[0].first >= head.first
    return scene.character(found[0].first - 1) != "," and not main_verb_between(scene, head.last, predicate.first)


def _with_name(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«El Din mhandisi wa madini ambaye …»: the name that stands right before."""
    before = scene.phrase_before(phrase.first)
    if before is None or not before.name or phrase.name:
        return phrase
    return NounPhrase(before.first, before.head, phrase.last, before.classes, True)


def _fit(scene: Scene, phrases: tuple[NounPhrase, ...], agreement: Agreement | None) -> bool:
    """Whether a verb agrees with the last of the phrases, or with all together: «Kenya na Uganda zimesema»."""
    return (len(phrases) > 1 and agreement is not None and bool(agreement.classes & JOINED)) or fits(
        scene, phrases[-1], agreement
    )


def adjacent_subject(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The phrase before the verb that agrees with it, over adverbs and times, where the parse has none."""
    index = predicate.first
    while index > scene.first and (
        category(scene.text, index - 1) == "B" or scene.character(index - 1) == "," or index - 1 in scene.times
    ):
        index -= 1
    if (titled := next((p for p in scene.pieces if p.last == index and is_called(scene, p)), None)) is not None:
        index = titled.first - (scene.lower(titled.first - 1) in CONNECTIVES | CALLED)
        while index > scene.first and scene.phrase_before(index) is None and calls(scene, index - 1):
            index -= 1
    phrase = scene.phrase_before(index)
    if phrase is not None and governed(scene, phrase):
        commas = [i for i in range(phrase.first, phrase.last) if scene.character(i) == ","]
        phrase = phrase_at(scene.text, commas[-1] + 1, phrase.last) if commas else None  # «katika taarifa, ICC imesema»
    if phrase is None or not fits(scene, phrase, predicate.outer.subject):
        return None
    return phrase


def _before_apposition(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The subject of «Fayulu, tajiri wa zamani, anasema»: the phrase before the commas, where it agrees."""
    end = predicate.first - 1
    while end > scene.first and (end in scene.times or category(scene.text, end) == "B"):
        end -= 1
    if end <= scene.first or scene.character(end) != ",":
        return None
    named = scene.phrase_before(end)
    apposed = named is not None and any(scene.character(index) == "," for index in range(named.first, named.last))
    if apposed and named and fits(scene, named, predicate.outer.subject) and not governed(scene, named):
        return named  # «mkurugenzi wa benki hiyo, Asha Mushi, amesema»
    for index in range(end - 1, max(scene.first, end - 26), -1):
        other = scene.predicate_at(index)
        if other is not None and other.outer.relative is None and other.outer.tense != "copula":
            return None
        if scene.character(index) != ",":
            continue
        phrase = scene.phrase_before(index) or _part_before(scene, index)
        if phrase is None:
            continue
        if not governed(scene, phrase) and fits(scene, phrase, predicate.outer.subject):
            return phrase
    return None


def _part_before(scene: Scene, comma: int) -> NounPhrase | None:
    """«Fatima» of the phrase «Fatima, mkunga»."""
    whole = next((p for p in scene.clauses.phrases if p.first < comma < p.last), None)
    return None if whole is None else phrase_at(scene.text, whole.first, comma)


def _farther(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The first phrase of the clause that agrees, where only a relative clause or a place stands between."""
    begin = scene.first
    for other in scene.clauses.predicates:
        if other.first < predicate.first and other.outer.relative is None:
            begin = other.last
    within = (p for p in scene.clauses.phrases if begin <= p.first and p.last <= predicate.first)
    return next((p for p in within if not governed(scene, p) and fits(scene, p, predicate.outer.subject)), None)
