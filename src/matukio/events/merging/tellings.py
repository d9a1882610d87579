"""The tellings of one act as one record: the fullest words of each party, the most exact date, the place told with it.

«Rais alizuru Togo. Rais William Ruto alifika Lomé Jumatatu.» is one visit, of William Ruto, on Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from matukio.events.crediting import taken_as_known
from matukio.events.dates.own import exactness
from matukio.events.merging.agreement import is_named
from matukio.events.merging.mentions import Mention, parties_of
from matukio.events.merging.same_parties import same_party, words_of
from matukio.events.places.beside import place_beside
from matukio.record import Party, Place
from matukio.swahili import Text
from matukio.swahili.categories import is_one_person
from matukio.swahili.connectives import CONNECTIVES

NEAR: Final = 3
"""How many sentences after an act is first told a place can still be its own."""


def together(text: Text, group: list[Mention]) -> Mention:
    """The mentions of one act as one: the fullest words for each party, the most exact date, every source."""
    best = max(group, key=lambda m: (bool(m.actors) + bool(m.recipients), not m.noun, -m.sentence))
    actors = _united(text, group, best, "actors")
    recipients = [p for p in _united(text, group, best, "recipients") if not any(_overlap(p, a) for a in actors)]
    date = max((m for m in group if m.date), key=lambda m: exactness(m.date.value if m.date else ""), default=None)
    near = [m for m in group if m.place and m.sentence - group[0].sentence <= NEAR]
    place = max(near, key=lambda m: (not _is_beside(m), _tells(m.place)), default=None)
    sources: list[Party] = []
    credited = [m for m in group if m.sources]
    # The telling with the day is the report, and others take it up; else most tellings decide whether the outlet
    # speaks in its own voice.
    believed = 2 * len(credited) >= sum(not m.known for m in group) or any(m.date for m in credited)
    for m in credited if believed else ():
        sources += [p for p in m.sources if not any(_same_voice(p, known) for known in sources)]
    told = [m for m in group if not ((m.noun or m.sentence == 0) and m.status == "actual")] or group
    status = max(told, key=lambda m: (sum(n.status == m.status for n in told), -m.sentence))
    if status.status == "hypothetical" and status.noun:  # «wanahitaji msaada», after «unatoa msaada»
        status = next((m for m in group if m.status == "actual" and not m.noun), status)
    if status.status == "planned" and status.mode == "allege":  # «atafikishwa mahakamani kwa shtaka la mauaji»
        status = next((m for m in group if m.status == "actual"), status)
    mode = next((m for m in (best, *group) if m.mode), best)
    evidence = dict(best.evidence)
    for name, owner in (("date", date), ("place", place), ("status", status), ("mode", mode)):
        if owner is not None and name in owner.evidence:
            evidence[name] = owner.evidence[name]
        elif owner is None:
            evidence.pop(name, None)
    for name in ("actors", "recipients", "sources", "size"):
        everything = best.evidence.get(name, ())
        if len(group) > 1 or len(everything) > 1:
            everything = tuple(dict.fromkeys(e for m in group for e in m.evidence.get(name, ())))
        if name == "sources":
            everything = tuple(e for e in everything if (e.rule == taken_as_known.name) != bool(sources))
        if everything:
            evidence[name] = everything
    return Mention(
        sentence=best.sentence,
        type=best.type,
        mode=mode.mode,
        status=status.status,
        trigger=best.trigger,
        actors=tuple(actors),
        recipients=tuple(recipients),
        place=place.place if place else None,
        date=date.date if date else None,
        sources=tuple(sources),
        noun=best.noun,
        refers=best.refers,
        dead=max((m.dead for m in group if m.dead is not None), default=None),
        injured=max((m.injured for m in group if m.injured is not None), default=None),
        arrested=max((m.arrested for m in group if m.arrested is not None), default=None),
        contexts=tuple(dict.fromkeys(c for m in group for c in m.contexts)),
        kind=best.kind,
        lemma=best.lemma,
        evidence=evidence,
    )


def _same_voice(one: Party, other: Party) -> bool:
    """Whether two sources are one: the police and their commander are two, however alike their country and sector."""
    if one.link is not None and one.link == other.link:
        return True
    mine, theirs = words_of(one.text), words_of(other.text)
    return mine <= theirs or theirs <= mine


def _is_beside(mention: Mention) -> bool:
    """Whether its place is only that of its sentence, and not told with it."""
    return any(e.rule == place_beside.name for e in mention.evidence.get("place", ()))


def _tells(place: Place | None) -> int:
    """How much a place says: a town that the gazetteer knows, any other name, then «barabarani» and «nchini humo»."""
    if place is None:
        return 0
    return 3 if place.latitude is not None else 2 if is_named(place) else 1


def _overlap(one: Party, other: Party) -> bool:
    return one.start < other.end and other.start < one.end


OTHERS: Final = ("wengine", "mwingine", "mwengine")
"""«wengine watatu»: by their own words not those told before."""
ADDING: Final = {("ASSAULT", "recipients"), ("CONSULT", "actors"), ("COERCE", "recipients"), ("AGREE", "actors")}
"""Where each telling may add parties: casualties one by one, the sides of a meeting."""


def _united(text: Text, group: list[Mention], best: Mention, role: str) -> list[Party]:
    """The parties of the fullest telling, each in its fullest words in any telling; where tellings add up, all."""
    everything = parties_of(group, role)
    if len(everything) < 2:  # as in most acts
        return list(everything)
    start: Sequence[Party] = getattr(best, role) or next((found for m in group if (found := getattr(m, role))), ())
    if (best.type, role) in ADDING and best.mode != "visit":
        for party in everything:
            others = party.text.lower().startswith(OTHERS) and not any(_overlap(party, known) for known in start)
            told = [known for known in start if not known.text.lower().startswith(OTHERS)]
            if others or not any(same_party(party, known) for known in told):
                start = (*start, party)
    told_in = {m.sentence for m in group}
    united: list[Party] = []
    for party in start:
        beside = [p for m in group if party in getattr(m, role) for p in getattr(m, role)]
        fuller = (
            other
            for other in everything
            if _is_fuller(other, party) or other not in beside and _is_named(text, other, party)
        )
        full = max(fuller, key=partial(_rank, text, told_in), default=party)
        if full not in united:
            united.append(full)
    return united


def _rank(text: Text, told: set[int], party: Party) -> tuple[int, bool, bool, int]:
    """Fuller words before others, then those of a sentence that tells the act, then any but a heading's, the first."""
    sentence = text.sentence_at(party.start)
    heading = sentence.index == 0 and text.string[sentence.end - 1] not in ENDS
    return len(words_of(party.text)), sentence.index in told, not heading, -party.start


ENDS: Final = frozenset(".!?”\"'…:")
"""What a sentence ends in and a heading does not."""


def _is_fuller(other: Party, party: Party) -> bool:
    """Whether the other names the same party and leaves none of its words out, or names who acts for that state."""
    if party.country and other.country != party.country or _is_of(other, party):
        return False
    if _is_state(party) and other.sector == "GOV" and not _is_state(other) and other.link is not None:
        return True
    return party.link is not None and party.link == other.link or words_of(party.text) <= words_of(other.text)


def _is_named(text: Text, other: Party, party: Party) -> bool:
    """Whether the other is by name whom the party tells by what he is: «Jenerali Juma Ali», «jenerali wa Iran»."""
    if party.link is not None or not (other.link or "").startswith("per:"):
        return False
    one = party.country == other.country and party.sector == other.sector and party.sector not in (None, "CVL")
    return one and is_one_person(text, text.index_at(party.start))


def _is_of(other: Party, party: Party) -> bool:
    """Whether the other is somebody's of the party: «kundi la Mbando», «mgombea mwenza wa Mbando» are not he."""
    if not (party.link or "").startswith("per:") or other.link == party.link:
        return False
    mine, theirs = party.text.lower().split(), other.text.lower().split()
    last = len(theirs) - len(mine)
    return any(theirs[k] in CONNECTIVES and theirs[k + 1 : k + 1 + len(mine)] == mine for k in range(1, last))


def _is_state(party: Party) -> bool:
    """«Uganda», «Kampala» for its government."""
    return party.link is not None and party.link.startswith(("cty:", "plc:"))
