"""From triggers to events: each trigger's sense, parties, status and circumstances, then one event for each act.

«Rais wa Ghana alifanya ziara nchini Togo.»: CONSULT `visit`, Ghana → Togo, actual.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from matukio.entities.homes import BODIES, TERRITORIES
from matukio.events.circumstances import circumstances_of
from matukio.events.clauses.scene import DEMONSTRATIVES, Scene, scene_of
from matukio.events.confidence import confidence
from matukio.events.crediting import sources_of
from matukio.events.lexicon.kinds import kind_of
from matukio.events.lexicon.ontology import entry, plover_type
from matukio.events.lexicon.triggers import find_triggers
from matukio.events.merging.another import is_another, persons_named, sums_up, told_as_past
from matukio.events.merging.deeds import accused_did, blamed, held_for, victims
from matukio.events.merging.grouping import merge
from matukio.events.merging.in_one_sentence import in_country, is_only_promise, of_the_attacked, tied, willing
from matukio.events.merging.mentions import Mention, is_told
from matukio.events.merging.taken_up import dated_by_name
from matukio.events.merging.tellings import together
from matukio.events.no_deed.words import words_fit
from matukio.events.parties.passives import is_taken_up
from matukio.events.parties.roles import roles_of
from matukio.events.relevance.deciding import is_relevant
from matukio.events.relevance.other_news import is_sport
from matukio.events.senses.modes import mode_of
from matukio.events.sizes import contexts_of, size_of
from matukio.events.spoken.dates import cue_dates, dated_by_words
from matukio.events.spoken.finding import spoken_acts
from matukio.events.spoken.parties import aimed
from matukio.events.status.answers import Status
from matukio.events.status.finding import status_of
from matukio.events.status.governed import cue_word
from matukio.record import Claim, Event, Evidence, Party, Size, Time
from matukio.references import OWNED, Discourse
from matukio.swahili import Text
from matukio.swahili.placing import PLACING_OR_FROM


def find_events(discourse: Discourse, times: Sequence[Time], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """Every distinct act of the article in the order in which it is first told."""
    if is_sport(discourse):
        return ()
    claims = tuple(claims)
    mentions: list[Mention] = []
    for number in range(len(discourse.clauses)):
        mentions += _mentions(discourse, number, times, claims)
    mentions += spoken_acts(discourse, claims, mentions)
    mentions = [aimed(mention, claims) for mention in mentions]
    for told_beside in (held_for, victims, blamed, accused_did):
        mentions = [told_beside(mention, mentions) for mention in mentions]
    said = cue_dates(discourse, times, claims)
    mentions = [dated_by_words(mention, claims, said) for mention in mentions]
    mentions.sort(key=lambda mention: mention.trigger.start)
    mentions = [told_as_past(mention, times) for mention in dated_by_name(discourse, times, mentions)]
    told = [group for group in merge(mentions, persons_named(discourse, mentions)) if is_told(group)]
    return tuple(_event(discourse.text, f"e{k}", group) for k, group in enumerate(told, 1))


def _mentions(discourse: Discourse, number: int, times: Sequence[Time], claims: tuple[Claim, ...]) -> list[Mention]:
    """The tellings of acts in one sentence."""
    triggers = find_triggers(discourse, number)
    if not triggers:
        return []
    text = discourse.text
    sentence = discourse.clauses[number].sentence
    start, end = sentence.start, sentence.end
    here = [t for t in times if start <= t.start < end]
    time_words = frozenset(i for t in here for i in range(*text.indices_at(t.start, t.end)))
    taken: set[int] = set()
    chosen: list[tuple[Scene, Mention]] = []
    for options in triggers:
        for trigger in options:
            if trigger.word in taken or trigger.first in taken:
                continue
            scene = scene_of(discourse, trigger, time_words, claims)
            mention = _mention(scene, claims)
            if mention is not None:
                chosen.append((scene, mention))
                several = trigger.senses[0].rest and trigger.last - trigger.first > 1
                taken |= {trigger.word, trigger.first, trigger.last - 1 if several else trigger.word}
                break
    chosen = willing(chosen)
    kept = [(scene, mention) for scene, mention in chosen if not is_only_promise(scene, chosen)]
    kept = [(scene, of_the_attacked(scene, mention, kept)) for scene, mention in kept]
    alone = len(kept) == 1
    told = kept if alone else tied(kept)
    return [_with_circumstances(scene, mention, here, alone) for scene, mention in told]


def _mention(scene: Scene, claims: Sequence[Claim]) -> Mention | None:
    """The trigger in one of its senses as a mention; None when a condition of the sense fails."""
    if not words_fit(scene):
        return None
    roles = roles_of(scene)
    if not is_relevant(scene, roles):
        return None
    status = status_of(scene, claims)
    if status is None or status.status == "negated" and not _tells(scene, status):
        return None
    if status.status == "negated" and scene.act.type == "AID" and not roles.actors:
        return None  # «nchi hizo hazijapokea chanjo»: nobody has refused any
    if status.status in ("hypothetical", "negated") and scene.act.type == "REQUEST":
        return None  # «anaweza kuomba nini zaidi», «hakutaka kutambuliwa»: what is not asked for
    mode, mode_evidence = mode_of(scene, roles.actors)
    trigger = scene.trigger
    sources, known = sources_of(scene, roles.actors, status.status)
    size = size_of(scene, roles.recipients)
    evidence: dict[str, tuple[Evidence, ...]] = {
        "type": (Evidence("act: lexicon", scene.text.starts[trigger.first], scene.text.ends[trigger.last - 1]),),
        "status": (status.evidence,),
        **{name: found for name, found in roles.evidence.items() if found},
    }
    if mode is not None:
        evidence["mode"] = (mode_evidence,)
    if sources.evidence:
        evidence["sources"] = sources.evidence
    if size.evidence:
        evidence["size"] = size.evidence
    return Mention(
        sentence=trigger.sentence,
        type=scene.act.type,
        mode=mode,
        status=status.status,
        trigger=scene.text.span(trigger.word, trigger.word + 1),
        actors=roles.actors,
        recipients=roles.recipients,
        place=None,
        date=None,
        sources=sources.parties,
        known=known,
        noun=not trigger.verb,
        refers=_refers_back(scene),
        also=_adds(scene),
        another=is_another(scene),
        since=sums_up(scene, size.dead),
        dead=size.dead,
        injured=size.injured,
        arrested=size.arrested,
        contexts=contexts_of(scene),
        kind=kind_of(scene.act),
        lemma=scene.act.lemma,
        evidence=evidence,
    )


ALSO: Final = frozenset("pia aidha vilevile kadhalika baadaye baadae".split())


def _adds(scene: Scene) -> bool:
    """«pia imewafukuza», «aidha alitoa wito»: the clause says that it tells of another act."""
    if not scene.trigger.verb:
        return False
    first, _ = scene.scope()
    last = min(scene.trigger.last + 1, scene.clauses.sentence.last)
    return not ALSO.isdisjoint(scene.text.lowers[max(first, scene.trigger.first - 6) : last])


def _tells(scene: Scene, status: Status) -> bool:
    """Whether what did not happen is told for itself: a noun is not, nor what somebody is without, «bila kuzuiliwa»."""
    predicate = scene.predicate
    if not scene.trigger.verb or predicate is None or scene.act.type == "AGREE":
        return False  # «hawakuwa tayari kujibu»
    return predicate.outer.tense != "infinitive" or status.evidence.rule != cue_word.name


def _refers_back(scene: Scene) -> bool:
    """«ziara hiyo», «shambulizi hilo», «kukamatwa huko»: a noun that takes up an act told before."""
    trigger = scene.trigger
    if trigger.last >= scene.clauses.sentence.last:
        return False
    if trigger.verb:
        return is_taken_up(scene)
    return scene.lower(trigger.last) in DEMONSTRATIVES


def _with_circumstances(scene: Scene, mention: Mention, times: Sequence[Time], alone: bool) -> Mention:
    found = circumstances_of(scene, times, alone)
    where = None if found.place is None else found.place.country
    if where is None or where in BODIES:
        actors, recipients = mention.actors, mention.recipients
    else:
        actors = tuple([_at_place(scene, party, where) for party in mention.actors])
        recipients = tuple([_at_place(scene, party, where) for party in mention.recipients])
    return mention.set_in(actors, recipients, found.place, found.date, {**mention.evidence, **found.evidence})


def _at_place(scene: Scene, party: Party, country: str) -> Party:
    """People without a country of their own take that of the place where the act happens."""
    if TERRITORIES.get(party.country or "") == country:
        return party  # «waandamanaji» of Hong Kong «katika jimbo hilo la China»
    if party.country in (None, country) or party.name or party.sector == "GOV" or scene.act.type not in HAPPENING:
        return party
    first, last = scene.text.indices_at(party.start, party.end)
    if last < scene.clauses.sentence.last and scene.lower(last) in PLACING_OR_FROM:
        return party  # «polisi katika mji wa Lomé»
    if any(scene.lower(i) in OWNED for i in range(first + 1, last)):
        return party  # «jeshi lake linaweza kuuteka mji wa Lomé»: it is its owner's
    return in_country(scene, party, country)


HAPPENING: Final = frozenset("PROTEST ASSAULT COERCE MOBILIZE".split())
"""Acts of and against the people of the place where they happen."""


def _event(text: Text, name: str, group: list[Mention]) -> Event:
    whole = together(text, group)
    row = entry(whole.type, whole.mode)
    made = partial(
        Event,
        id=name,
        type=whole.type,
        mode=whole.mode,
        status=whole.status,
        mentions=tuple(sorted({m.trigger for m in group}, key=lambda span: span.start)),
        actors=whole.actors,
        recipients=whole.recipients,
        place=whole.place,
        date=whole.date,
        sources=whole.sources,
        contexts=whole.contexts,
        size=Size(whole.dead, whole.injured, whole.arrested),
        quad=row.quad,
        score=row.score,
        plover=plover_type(whole.type, whole.status),
        evidence=whole.evidence,
    )
    return made(confidence=confidence(made()))
