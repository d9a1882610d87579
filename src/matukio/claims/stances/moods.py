"""The stance that the leading verb of a content tells by its mood and tense.

«atajenga shule» is what the speaker promises, «serikali lazima itangaze matokeo» what somebody else must do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.sentences.content import Content, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.telling import SUPPOSING
from matukio.claims.stances.content_words import Judged, words_of
from matukio.record import Party
from matukio.rules import rule
from matukio.swahili import Predicate

OWN: Final = frozenset("yake yao yetu yangu wetu wangu wake wao lake lao letu zetu zake zao vyake vyao vyetu".split())


@rule(
    "stance: tense of the content",
    "Rais Yusufu Bakari alisema kwamba atajenga shule mpya.",
    "Rais Yusufu Bakari alisema: “Tutajenga shule mpya.”",
    never="Wakulima walisema kwamba mvua itachelewa.",
)
def by_verb(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """What the speaker will do is a promise, what the hearer is to do a demand."""
    lead = _leading(scene, content)
    opening = content.first
    while opening < content.last - 1 and scene.is_mark(opening):
        opening += 1
    if lead is not None and scene.lower(opening) in IF and _threat(scene, content, opening):
        if (main := _own_deed(scene, cue, content, lead, speakers)) is not None:
            return Judged("promise", (scene.evidence(by_verb.name, main.first, main.last),))
        return Judged("warn", (scene.evidence(by_verb.name, opening, opening + 1),))
    if lead is None:
        return None
    if lead.marker in IF:
        return _obliged(scene, content)
    if lead.outer.tense == "infinitive":
        return _announced(cue, content, lead)
    if scene.text.likeliest[lead.first].guess:
        return None
    evidence = (scene.evidence(by_verb.name, lead.first, lead.last),)
    own = speaks_of_itself(scene, cue, content, lead, speakers)
    asked = lead.outer.subject is not None and lead.outer.subject.person == 2
    if "tarajia" in lead.verb.chain[:1] and not lead.outer.negative and not asked:
        following = scene.predicate_at(lead.last)
        intends = own and following is not None and following.outer.tense == "infinitive"
        return Judged("promise" if intends else "predict", evidence)
    subject = lead.outer.subject
    if lead.outer.tense == "future" and lead.verb.chain[-1] not in UNWILLED:
        first = subject is not None and subject.person == 1
        willed = own and not _undergone(lead)
        if (willed and (first or (not lead.outer.negative and not _reporting(speakers)))) or _granted(lead, speakers):
            return Judged("promise", evidence)
    if lead.outer.tense == "conditional" and own and not lead.outer.negative and lead.verb.chain[-1] not in UNWILLED:
        return Judged("promise", evidence)
    if lead.outer.tense == "future" and not own and _foreseen(lead):
        return Judged("predict", evidence)
    if _ought(scene, lead):
        return Judged("demand", evidence)
    asks = lead.outer.tense in ("subjunctive", "imperative") and (subject is None or subject.person != 1)
    unsure = scene.lower(lead.first - 1) in ("huenda", "huwenda", "pengine")
    if asks and lead.first - content.first < 6 and not lead.marker and not unsure:
        return Judged("demand", evidence)
    return _obliged(scene, content) or _vowed(scene, cue, content, speakers)


def _ought(scene: Scene, lead: Predicate) -> bool:
    """«nchi wanachama zinapaswa kuharakisha», «sheria hiyo inapaswa kubadilishwa»; what people ought to be given or
    spared («wanapaswa kupatiwa») is a rule that is told."""
    subject = lead.outer.subject
    done = scene.predicate_at(lead.last)
    if "paswa" not in lead.verb.chain or lead.outer.negative or lead.outer.tense not in ("present", "general"):
        return False
    if subject is None or subject.person != 3 or done is None or done.outer.tense != "infinitive":
        return False
    return "stative" not in done.verb.extensions and not (subject.classes & {1, 2} and done.verb.passive)


def _leading(scene: Scene, content: Content) -> Predicate | None:
    """The first verb of the main clause; an infinitive only where it opens the content."""
    for predicate in scene.predicates_in(content.first, content.last):
        infinitive = predicate.outer.tense == "infinitive" and predicate.first > content.first + 1
        if predicate.outer.relative is None and not infinitive:
            return predicate
    return None


UNWILLED: Final = frozenset("weza wezekana wa ona jua pata penda taka".split())
"""Verbs of what one does not bring about: tutaona, itakuwa, tungependa kukumbusha."""
REPORTERS: Final = frozenset({"JRN", None})
GRANTING: Final = frozenset({"GOV", "IGO", "MIL", "COP", "BUS"})


def _reporting(speakers: Sequence[Party]) -> bool:
    """Whether only papers, documents and unknown people speak."""
    return all(party.sector in REPORTERS for party in speakers)


def _undergone(lead: Predicate) -> bool:
    """«tutakabiliwa na njaa»: what people are done to is no promise of theirs."""
    subject = lead.outer.subject
    return lead.verb.passive and subject is not None and (subject.person < 3 or bool(subject.classes & {1, 2}))


def _granted(lead: Predicate, speakers: Sequence[Party]) -> bool:
    """«msaada huo utatumiwa kwa uangalifu»: what a government says will be done, by whom is not told."""
    subject = lead.outer.subject
    thing = subject is not None and not subject.classes & {1, 2}
    return lead.verb.passive and thing and any(party.sector in GRANTING for party in speakers)


def _foreseen(lead: Predicate) -> bool:
    """«bei itapanda»: what will come of itself; «chama kitashinda»."""
    subject = lead.outer.subject
    if subject is None or subject.person != 3 or lead.verb.passive:
        return False
    return any(stem in words_of("future") for stem in lead.verb.chain)


def _vowed(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """«imani yenu nitaitimiza», «alihudumia taifa na kwamba atastaafu»: what the speaker will do, told later."""
    for predicate in scene.predicates_in(content.first, content.last):
        subject = predicate.outer.subject
        if predicate.outer.tense != "future" or predicate.outer.relative is not None or subject is None:
            continue
        own = subject.person == 1 or scene.lower(predicate.first - 1) in ("kwamba", "kuwa")
        own = own and speaks_of_itself(scene, cue, content, predicate, speakers)
        own = own and not predicate.outer.negative and not _undergone(predicate)
        if own and predicate.verb.chain[-1] not in UNWILLED:
            return Judged("promise", (scene.evidence(by_verb.name, predicate.first, predicate.last),))
    return None


def _announced(cue: Cue | None, content: Content, lead: Predicate) -> Judged | None:
    """«ametangaza kujiuzulu»: a deed of one's own that is announced; «ametangaza kuwepo kwa ugonjwa» is none."""
    own = cue is not None and cue.row.lemma == "tangaza" and lead.first == content.first
    if not own or lead.verb.passive or lead.verb.chain[-1] == "wa":
        return None
    return Judged("promise")


def _obliged(scene: Scene, content: Content) -> Judged | None:
    """«serikali lazima itangaze matokeo»: somebody else must do something."""
    for index in range(content.first, min(content.first + 20, content.last)):
        if scene.lower(index) != "lazima":
            continue
        bound = next((p for p in scene.predicates_in(index, min(index + 7, content.last))), None)
        if bound is None or bound.outer.tense != "subjunctive" or bound.verb.passive or bound.outer.subject is None:
            return None
        if bound.outer.subject.person != 3:
            return None
        return Judged("demand", (scene.evidence(by_verb.name, index, bound.last),))
    return _required(scene, content)


def _required(scene: Scene, content: Content) -> Judged | None:
    """«Uganda inatakiwa itekeleze hukumu»: with the subjunctive a demand, with «kutekeleza» what a rule says."""
    for predicate in scene.predicates_in(content.first, content.last):
        outer, done = predicate.outer, scene.predicate_at(predicate.last)
        if "takiwa" not in predicate.verb.chain and not ("taka" in predicate.verb.chain and predicate.verb.passive):
            continue
        asked = outer.tense in ("present", "general") and outer.relative is None and not outer.negative
        if asked and done is not None and done.outer.tense == "subjunctive":
            return Judged("demand", (scene.evidence(by_verb.name, predicate.first, done.last),))
    return None


IF: Final = SUPPOSING | {"kama"}


def _threat(scene: Scene, content: Content, opening: int) -> bool:
    """«iwapo mvua haitanyesha, njaa itaenea»: what will come of it."""
    return scene.lower(opening) != "kama" and any(
        p.outer.tense == "future" and p.outer.relative is None for p in scene.predicates_in(content.first, content.last)
    )


def _own_deed(
    scene: Scene, cue: Cue | None, content: Content, lead: Predicate, speakers: Sequence[Party]
) -> Predicate | None:
    """«iwapo atachaguliwa, atajenga shule»: what the speaker will do where the condition is his own as well; «iwapo
    mtatushambulia, tutajibu» warns."""
    told = (p for p in scene.predicates_in(lead.last, content.last) if p.outer.tense == "future")
    main = next((p for p in told if p.outer.relative is None), None)
    if main is None or main.outer.negative or main.verb.passive or main.outer.subject != lead.outer.subject:
        return None
    alone = not main.subjects or main.subjects == lead.subjects
    own = alone and speaks_of_itself(scene, cue, content, lead, speakers) and main.verb.chain[-1] not in UNWILLED
    return main if own else None


def speaks_of_itself(
    scene: Scene, cue: Cue | None, content: Content, lead: Predicate, speakers: Sequence[Party]
) -> bool:
    """«nitajenga», «alisema atajenga», «alisema serikali yake itajenga», a minister's «Kenya itajenga»."""
    subject = lead.outer.subject
    if subject is None:
        return False
    if subject.person == 1:
        return True
    inside = [phrase for phrase in lead.subjects if phrase.first >= content.first]
    if inside:
        phrase = inside[-1]
        if any(scene.lower(i) in OWN for i in range(phrase.first, min(phrase.last, phrase.head + 3))):
            return True
        known = scene.discourse.describe(phrase.first, phrase.last)
        own = known.sector in ("GOV", "MIL", "COP", "IGO") and known.country is not None
        return own and any(party.country == known.country for party in speakers)
    predicate = None if cue is None else predicate_of(scene, cue)
    if predicate is None:
        return False
    return predicate.outer.subject is None or predicate.outer.subject.classes == subject.classes


def negates(scene: Scene, content: Content) -> bool:
    """Whether the main verb says that something is or was not so: hakuna, haina, hatukushambulia, si."""
    opening = content.first
    while opening < content.last - 1 and scene.is_mark(opening):
        opening += 1
    lead = _leading(scene, content)
    if scene.lower(opening) in ADMITTING or lead is not None and lead.verb.chain[0] in UNKNOWING:
        return False
    if lead is not None and lead.outer.negative and lead.outer.tense not in ("future", "subjunctive", "conditional"):
        return True
    end = min(content.first + 8, content.last) if lead is None else lead.first
    return any(scene.lower(index) in NEGATING for index in range(content.first, end))


ADMITTING: Final = frozenset("ingawa licha kama iwapo ikiwa".split())
UNKNOWING: Final = frozenset("amini elewa fahamu jua penda taka".split())
"""Verbs whose negative says nothing of what happened: hajui, haamini."""
NEGATING: Final = frozenset("hakuna hapana si sio siyo".split())
