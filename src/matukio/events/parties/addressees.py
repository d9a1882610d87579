"""Whom words are aimed at: the prefix or the clause after them names him, «amri ya watu kubaki», «amewataka X».

In «Rais amesisitiza kwamba Togo iwaachie wavuvi» it is Togo that is asked, in «tuhuma za jeshi kuwaua wavuvi» the army
that is accused.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.obliques import agent_of
from matukio.events.clauses.scene import NOBODY, Scene, complement
from matukio.events.parties.doers import doer, with_rule
from matukio.events.parties.objects import direct_object
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate


@rule(
    "act: whom an order binds",
    "Amri ya wananchi kutotoka nje usiku imeanza nchini Togo.",
    never="Amri ya kutotoka nje usiku imeanza nchini Togo.",
)
def ordered(scene: Scene) -> Resolved:
    """«amri ya watu kubaki majumbani»: who must do what the infinitive says."""
    bound, todo = _before_infinitive(scene)
    return NOBODY if todo is None else scene.resolve(bound, ordered.name)


def _before_infinitive(scene: Scene) -> tuple[list[NounPhrase], Predicate | None]:
    """The complement of the act's noun, with those joined to it, and the infinitive right after: «amri ya [watu]
    [kubaki]»."""
    phrase = scene.trigger.phrase
    told = None if scene.trigger.verb or phrase is None else complement(scene, phrase)
    if told is None:
        return [], None
    joined = scene.phrases_after(told)
    after = next((p for p in scene.clauses.predicates if p.first == joined[-1].last), None)
    return joined, after if after is not None and after.outer.tense == "infinitive" else None


@rule(
    "act: who is asked in a clause",
    "Rais wa Ghana amesisitiza kwamba Togo iwaachie wavuvi.",
    never="Rais wa Ghana amesisitiza kwamba Togo iliwaachia wavuvi.",
)
def asked_in_clause(scene: Scene) -> Resolved:
    """«amesisitiza kwamba X ifanye»: the subject of the subjunctive that comes next."""
    if not scene.trigger.verb:
        return NOBODY
    later = next((p for p in scene.clauses.predicates if p.first >= scene.trigger.last), None)
    if later is None or later.outer.tense not in ("subjunctive", "conditional") or later.verb.passive:
        return NOBODY
    return scene.resolve(later.subjects, asked_in_clause.name)


@rule(
    "act: accused in a clause",
    "Wapinzani wa Togo wametoa malalamiko kwamba tume ya uchaguzi iliiba kura.",
    never="Kuna madai kwamba tume ya uchaguzi ya Togo iliiba kura.",
)
def accused_in_clause(scene: Scene) -> Resolved:
    """«malalamiko kwamba X iliiba kura»: the subject of the clause that says what is complained of."""
    at, told = scene.trigger.last, scene.trigger.verb or scene.trigger.slot == "object"
    if not told or at >= scene.clauses.sentence.last or scene.lower(at) not in ("kwamba", "kuwa", "ya"):
        return NOBODY  # «kuna madai kwamba …»: nobody's
    clause = next((p for p in scene.clauses.predicates if p.first > at), None)
    if clause is None or clause.marker not in ("kwamba", "kuwa") or clause.verb.passive or not clause.subjects:
        return NOBODY
    return scene.resolve(clause.subjects, accused_in_clause.name)


@rule(
    "act: accused of what the infinitive says",
    "Ripoti hiyo inahusu tuhuma za serikali ya Togo kuwaua wavuvi.",
    never="Ripoti hiyo inahusu tuhuma za serikali ya Togo kwamba Ghana iliwaua wavuvi.",
)
def accused_by_infinitive(scene: Scene) -> Resolved:
    """«tuhuma za X kuwaua Y»: X is not who accuses but who is said to have killed."""
    if (scene.act.type, scene.act.mode) != ("ACCUSE", "allege"):
        return NOBODY
    accused, deed = _before_infinitive(scene)
    if deed is None or deed.verb.passive:
        return NOBODY
    return scene.resolve(accused, accused_by_infinitive.name)


@rule(
    "act: who is addressed by the prefix",
    "Umoja wa Afrika umezitaka pande zote kusitisha mapigano nchini Togo.",
    never="Umoja wa Afrika umetaka mapigano yasitishwe nchini Togo.",
)
def addressed(scene: Scene) -> Resolved:
    """«amewataka X wafanye»: with an object prefix it is X who is asked, also somebody of whom no sector is known."""
    predicate = scene.predicate
    marker = predicate.verb.object if predicate is not None else None
    if not scene.trigger.verb or scene.passive or marker is None or marker.person != 3:
        return NOBODY
    found = direct_object(scene)
    return with_rule(scene, found, addressed.name, scene.trigger.first, scene.trigger.last)


ANSWERING: Final = frozenset("kataa kaidi puuza itikia jibu kubali tekeleza timiza".split())


@rule(
    "act: who answers what is asked",
    "Serikali ya Togo imekataa ombi la Umoja wa Afrika.",
    "Ombi la wafanyakazi limekataliwa na serikali ya Togo.",
    never="Serikali ya Togo imechapisha ombi la Umoja wa Afrika.",
)
def who_answers(scene: Scene) -> Resolved:
    """«X imekataa ombi la Y»: it is X whom Y asked."""
    number, predicate = scene.trigger.predicate, scene.predicate
    if scene.trigger.verb or number is None or predicate is None or ANSWERING.isdisjoint(predicate.verb.chain):
        return NOBODY
    if predicate.verb.passive:
        agent = agent_of(predicate)
        if scene.trigger.slot != "subject" or agent is None:
            return NOBODY
        return scene.resolve(scene.phrases_after(agent.phrase), who_answers.name)
    if scene.trigger.slot != "object":
        return NOBODY
    return with_rule(scene, doer(scene, number), who_answers.name, predicate.first, predicate.last)
