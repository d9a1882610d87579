"""From triggers to events: each trigger's sense, parties, status and circumstances, then one event for each act.

«Rais wa Ghana alifanya ziara nchini Togo.»: CONSULT `visit`, Ghana → Togo, actual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from matukio.events.merging.mentions import Mention, is_told
from matukio.events.merging.same_parties import share
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
    chosen = _willing(chosen)
    kept = [(scene, mention) for scene, mention in chosen if not _is_only_promise(scene, chosen)]
    kept = [(scene, _of_the_attacked(scene, mention, kept)) for scene, mention in kept]
    alone = len(kept) == 1
    told = kept if alone else _tied(kept)
    return [_with_circumstances(scene, mention, here, alone) for scene, mention in told]


def _of_the_attacked(scene: Scene, mention: Mention, kept: Sequence[tuple[Scene, Mention]]) -> Mention:
    """«Ghana imeishambulia Togo na kuwaua maafisa watatu»: people of no country of their own whom an attack kills are
    of the country attacked, not the attacker's."""
    number = scene.trigger.predicate
    if mention.type != "ASSAULT" or number is None or not scene.trigger.verb or not mention.recipients:
        return mention
    predicate = scene.clauses.predicates[number]
    for above, attack in kept:
        joined = predicate.link == "na" and predicate.governor == above.trigger.predicate
        if above is scene or attack.type != "ASSAULT" or not joined:
            continue
        attackers = {p.country for p in attack.actors}
        attacked = {p.country for p in attack.recipients} - {None}
        if len(attacked) == 1 and attacked.isdisjoint(attackers):
            (country,) = attacked
            others = [_of(scene, p, country) if p.country in attackers else p for p in mention.recipients]
            return replace(mention, recipients=tuple(others))
    return mention


def _of(scene: Scene, party: Party, country: str | None) -> Party:
    """The party in a country, if neither its words nor a name tell another."""
    first, last = scene.text.indices_at(party.start, party.end)
    own = party.name is not None or scene.discourse.own_country(first, last) is not None
    return party if own else replace(party, country=country)


WITHIN: Final = frozenset(["katika", "kwenye", "kutokana na", "baada ya", "wakati wa", "kufuatia"])


def _tied(kept: list[tuple[Scene, Mention]]) -> list[tuple[Scene, Mention]]:
    """The mentions, where a verb and its event noun tell one act the later tied to the earlier: «shambulizi hilo
    liliwaua askari», «waliuawa katika shambulizi»."""
    tied = list(kept)
    for k, (verb, mention) in enumerate(tied):
        predicate = verb.predicate
        if not verb.trigger.verb or predicate is None:
            continue
        heads = {p.head for p in predicate.subjects} | {
            o.phrase.head for o in predicate.obliques if o.preposition in WITHIN
        }
        if predicate.relative_head is not None:
            heads.add(predicate.relative_head.head)
        if mention.type == "CONSULT":
            heads |= _heads_above(verb)
            heads |= {p.head for p in predicate.objects}  # «alihudhuria mkutano wa viongozi»
        for n, (noun, other) in enumerate(tied):
            if noun.trigger.verb or other.type != mention.type or noun.trigger.word not in heads:
                continue
            first, last = min(k, n), max(k, n)
            another = tied[first][1].another or tied[last][1].another  # «waliuawa katika shambulizi jingine»
            tied[first] = (tied[first][0], replace(tied[first][1], another=another))
            tied[last] = (tied[last][0], replace(tied[last][1], belongs=tied[first][1].trigger))
            break
    return tied


def _heads_above(scene: Scene) -> set[int]:
    """The subject of the verb that an infinitive completes: «Mkutano huo uliitishwa kujadili ugomvi»."""
    own = scene.predicate
    if own is None or own.outer.tense != "infinitive" or own.link or own.governor is None:
        return set()
    above = scene.clauses.predicates[own.governor]
    return {phrase.head for phrase in above.subjects}


WILLING: Final = frozenset(["AID", "CONSULT", "COOPERATE"])
"""What somebody is ready to do for and with others: to be ready for it is to agree."""


def _willing(chosen: list[tuple[Scene, Mention]]) -> list[tuple[Scene, Mention]]:
    """«iko tayari kufanya biashara na Ghana»: the willingness is the act, towards Ghana, and no trade is told."""
    kept = list(chosen)
    for scene, mention in chosen:
        own = scene.predicate
        if scene.act.type not in WILLING or own is None or own.outer.tense != "infinitive":
            continue
        ready = own.first - 1
        told = next((k for k, (other, _) in enumerate(kept) if _is_ready(other, ready)), None)
        if told is None:
            continue
        agreed = kept[told][1]
        others = [p for p in (*mention.recipients, *mention.actors) if not share(agreed.actors, [p])]
        if not agreed.recipients:
            kept[told] = kept[told][0], replace(agreed, recipients=tuple(others))
        kept = [pair for pair in kept if pair[0] is not scene]
    return kept


def _is_ready(scene: Scene, ready: int) -> bool:
    trigger = scene.trigger
    return scene.act.type == "AGREE" and scene.lower(ready) == "tayari" and trigger.first < ready < trigger.last


def _is_only_promise(scene: Scene, chosen: list[tuple[Scene, Mention]]) -> bool:
    """A promise or an offer gives way to the act promised: «imeahidi kuisaidia Togo» is AID, planned."""
    number = scene.trigger.predicate
    if "no-act" not in scene.act.needs or number is None:
        return False
    words = {other.trigger.first for other, _ in chosen if other is not scene}
    return any(p.governor == number and p.main in words for p in scene.clauses.predicates[number + 1 :]) or any(
        p.first > scene.trigger.last and p.marker in ("kwamba", "kuwa") and p.main in words
        for p in scene.clauses.predicates[number + 1 : number + 3]
    )


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
    return _of(scene, party, country)


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
