"""One act once: mentions of the same act become one event, distinct acts stay apart.

«Waasi walishambulia kambi. Shambulizi hilo liliua askari wawili.» is one event with three mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.events.merging.agreement import dates_agree, kinds_agree, modes_agree, places_agree, status_agrees
from matukio.events.merging.attacks import ATTACKERS, NEAR, VICTIMS, alike, are_opposed, attackers_fell
from matukio.events.merging.mentions import Mention, People, parties_of
from matukio.events.merging.same_parties import fit, same_party, share, words_of
from matukio.record import Party


def merge(mentions: Iterable[Mention], people: People) -> list[list[Mention]]:
    """The mentions grouped by act, acts in the order in which they are first told."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        # the latest act that fits, one that agrees in its parties before one that merely does not contradict
        if mention.belongs is not None:
            own = next((group for group in groups if any(m.trigger == mention.belongs for m in group)), None)
            if own is not None:
                own.append(mention)
                continue
        fitting = [group for group in reversed(groups) if same_act(group, mention, people)]
        if fitting:
            max(fitting, key=lambda group: _closeness(group, mention)).append(mention)
        else:
            groups.append([mention])
    return groups


def _closeness(group: list[Mention], mention: Mention) -> int:
    """How near a group is that fits: by the parties shared, then the word that tells it, then the sentences between."""
    word = mention.trigger.text.lower()
    told_so = any(m.trigger.text.lower() == word for m in group)
    shared = sum(
        1
        for mine, theirs in (
            (mention.actors, [p for m in group for p in m.actors]),
            (mention.recipients, [p for m in group for p in m.recipients]),
        )
        for party in mine
        if any(same_party(party, other) for other in theirs)
    )
    between = min(mention.sentence - group[-1].sentence, 9)
    if mention.refers and mention.type == "CONSULT":
        return 10 * shared + told_so - 2 * between  # «mazungumzo hayo» are those told last
    return 10 * shared + 5 * told_so - between


def same_act(group: list[Mention], mention: Mention, people: People) -> bool:
    """Whether nothing that is told of the mention speaks against its being the act that the group tells."""
    first = group[0]
    if first.type != mention.type:
        return False
    if group[-1].sentence != mention.sentence and _is_another(group, mention):
        return False
    if not modes_agree(group, mention) or not status_agrees(group, mention) or not kinds_agree(group, mention):
        return False
    if not dates_agree(group, mention) or not places_agree(group, mention):
        return False
    actors = parties_of(group, "actors")
    recipients = parties_of(group, "recipients")
    if any(
        _are_others(getattr(mention, role), parties_of(group, role), people) for role in BY_NAME.get(mention.type, ())
    ):
        return False
    if mention.sentence - group[-1].sentence > FAR and not (mention.refers or _taken_up_far(group, mention)):
        return False
    if mention.refers and mention.noun and mention.sentence - group[-1].sentence <= 3:
        return fit(recipients, mention.recipients) or fit(actors, mention.actors)
    if mention.refers or mention.bare:
        return bool(not mention.bare or mention.noun or mention.sentence - group[-1].sentence <= 2) and fit(
            actors, mention.actors
        )
    if mention.type in SPOKEN and _others_say_so(group[-1], mention):
        return False
    later = first.sentence > 0 and not first.noun and group[-1].sentence != mention.sentence
    if mention.type == "REQUEST" and not mention.noun and later:
        return False  # a demand in other words asks for something else, unless it is the headline's
    if mention.also and mention.type in SPOKEN or _turned(actors, recipients, mention):
        return False
    if mention.also and mention.type == "CONSULT" and not all(share(actors, (p,)) for p in mention.actors):
        return False  # «baadaye alikutana na waziri»; «pia walizungumza juu ya mpaka» are the same talks
    if mention.type == "PROTEST":
        mine, theirs = {p.country for p in mention.actors if p.country}, {p.country for p in actors if p.country}
        return not mine or not theirs or bool(mine & theirs)
    one_sided = (not actors or not mention.actors) and not share(recipients, mention.recipients)
    if mention.type in SPOKEN and one_sided and not _goes_on(group, mention):
        return False  # other words may be another act of words
    if mention.type == "ASSAULT":
        if attackers_fell(actors, mention.actors, mention.recipients) or are_opposed(actors, mention.actors):
            return False
        if mention.sentence - group[-1].sentence <= NEAR:
            return (fit(actors, mention.actors) or alike(actors, mention.actors, ATTACKERS)) and (
                fit(recipients, mention.recipients) or alike(recipients, mention.recipients, VICTIMS)
            )
    shared = share(actors, mention.actors) or share(recipients, mention.recipients)
    if mention.type in DEEDS and not mention.noun and not shared and _tells_otherwise(group, mention):
        return False
    return fit(actors, mention.actors) and fit(recipients, mention.recipients)


DEEDS: Final = frozenset("AGREE AID COERCE CONCEDE MOBILIZE REJECT RETREAT SANCTION SUPPORT".split())
"""Types of many kinds of acts: «alilivunja bunge» and, of nobody named there, «wamelazimishwa kuhama» are two."""


def _others_say_so(before: Mention, mention: Mention) -> bool:
    """«wabunge wakitaka A huku wapinzani wakitaka B»: two verbs of one sentence with subjects of their own."""
    if before.sentence != mention.sentence or before.noun or mention.noun or not before.actors or not mention.actors:
        return False
    links = {p.link for p in before.actors if p.link} & {p.link for p in mention.actors if p.link}
    told = {(p.start, p.end) for p in before.actors} & {(p.start, p.end) for p in mention.actors}
    return not links and not told


def _tells_otherwise(group: list[Mention], mention: Mention) -> bool:
    """Whether another sentence has another word for it."""
    return group[-1].sentence != mention.sentence and all(m.lemma != mention.lemma for m in group)


GOES_ON: Final = 3


def _goes_on(group: list[Mention], mention: Mention) -> bool:
    """Whether a trial or an inquiry is spoken of again by the same word a few sentences later, «kesi … kesi»."""
    by_law = mention.type == "ACCUSE" and mention.mode in ("allege", "investigate")
    near = mention.sentence - group[-1].sentence <= GOES_ON
    return by_law and near and any(m.lemma == mention.lemma for m in group)


def _is_another(group: list[Mention], mention: Mention) -> bool:
    """Whether the words of a later sentence tell that it is about another act: «mlipuko mwingine», a number of victims
    since some time beside a single attack, «mwaka 2015 polisi waliwakamata …» after arrests of these days."""
    if mention.another or not mention.refers and mention.since != any(m.since for m in group):
        return True
    told_now = any(not m.noun for m in group) and all(m.date is None for m in group)
    return mention.past and not mention.noun and told_now


BY_NAME: Final = {
    **dict.fromkeys(SPOKEN | {"SANCTION", "COERCE"}, ("actors", "recipients")),
    **dict.fromkeys(("AID", "ASSAULT", "CONSULT", "MOBILIZE", "RETREAT"), ("actors",)),
}
"""Roles whose persons tell two acts apart; an attack is told victim by victim."""


def _are_others(told: Sequence[Party], known: Sequence[Party], people: People) -> bool:
    """Whether all whom both tellings name are persons, and no one is the same: «Waziri Juma Ali» and «Waziri Asha Omar»
    are two, though both of one government."""
    mine = [people.get((p.start, p.end)) for p in told]
    theirs = [people.get((p.start, p.end)) for p in known]
    if not mine or not theirs or None in mine or None in theirs:
        return False
    links = {p.link for p in told if p.link} & {p.link for p in known if p.link}
    return not links and not any(_is_one_name(a, b) for a in mine if a for b in theirs if b)


def _is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names share a word, and not only the last of two: «Juma Mbando» and «Asha Mbando» are a family."""
    shared = frozenset(one) & frozenset(other)
    family = len(one) > 1 and len(other) > 1 and one[-1] == other[-1] and len(shared) == 1
    return bool(shared) and not family


FAR: Final = 4
"""In how many sentences after the last telling other words for the same people still tell the same act."""


def _taken_up_far(group: list[Mention], mention: Mention) -> bool:
    """Whether a telling far from the others is theirs by more than that nothing contradicts.

    Violence is by the same weapon, told by the same word, or of the same kind by or to the same people; who is held or
    supported is the same. Acts in words of nobody («kesi», «ukosoaji») are anybody's, but for an inquiry; nothing more
    is asked of other acts.
    """
    if mention.bare and mention.type in SPOKEN:
        return mention.mode == "investigate"
    did = share(parties_of(group, "actors"), mention.actors)
    bore = share(parties_of(group, "recipients"), mention.recipients)
    if mention.type == "ASSAULT":
        same_kind = bool(mention.kind) and any(m.kind == mention.kind for m in group)
        armed = mention.mode is not None and any(m.mode == mention.mode for m in group)
        return armed or any(m.lemma == mention.lemma for m in group) or same_kind and (did or bore)
    if mention.type == "COERCE":
        return bore and (did or any(_same_words(p, q) for m in group for p in m.recipients for q in mention.recipients))
    return mention.type != "SUPPORT" or bore


def _same_words(one: Party, other: Party) -> bool:
    return bool(one.link and one.link == other.link or words_of(one.text) & words_of(other.text))


def _turned(actors: list[Party], recipients: list[Party], mention: Mention) -> bool:
    """Whether they do to the others what the others did to them: «Ghana imeishutumu Togo. Togo imeishutumu Ghana.»"""
    back = share(recipients, mention.actors) and share(actors, mention.recipients)
    return back and not share(actors, mention.actors)
