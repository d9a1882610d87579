"""What a telling of an act holds, and whether its tellings tell an act at all.

«Ghana imekanusha madai hayo»: «madai» is a mention of an accusation, but of somebody's who is told otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from matukio.frozen import quick_init
from matukio.record import Evidence, Party, Place, Span, When


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of an act. `bare`: a noun whose phrase says neither who nor whom; `refers`: «shambulizi hilo»."""

    sentence: int
    type: str
    mode: str | None
    status: str
    trigger: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    date: When | None
    sources: tuple[Party, ...]
    noun: bool
    refers: bool
    also: bool = False
    """«pia», «aidha» before its verb: an act besides those told."""
    another: bool = False
    """«mlipuko mwingine», «maandamano zaidi»: by its own words not the one told before."""
    since: bool = False
    """A number of victims since some time or a series, «watu 100 wameuawa tangu Mei»: no single act."""
    past: bool = False
    """Dated long before the article, «mwaka 2015»."""
    known: bool = False
    """Inside somebody's words, which take it as known: neither they nor the outlet tell it here."""
    belongs: Span | None = None
    """The trigger of an earlier mention in the sentence that must be the same act: «shambulizi lililowaua»."""
    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    contexts: tuple[str, ...] = ()
    kind: str = ""
    """What kind of violence it is; see lexicon/kinds.py."""
    lemma: str = ""
    """The word of acts.tsv that tells it."""
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def bare(self) -> bool:
        return not self.actors and not self.recipients

    def set_in(
        self,
        actors: tuple[Party, ...],
        recipients: tuple[Party, ...],
        place: Place | None,
        date: When | None,
        evidence: dict[str, tuple[Evidence, ...]],
    ) -> Mention:
        """The telling with its circumstances. Every act is set in its own, and `replace` takes 46,000 instructions."""
        return Mention(
            self.sentence, self.type, self.mode, self.status, self.trigger, actors, recipients, place, date,
            self.sources, self.noun, self.refers, self.also, self.another, self.since, self.past, self.known,
            self.belongs, self.dead, self.injured, self.arrested, self.contexts, self.kind, self.lemma, evidence,
        )  # fmt: skip


quick_init(Mention)


People = Mapping[tuple[int, int], tuple[str, ...]]
"""(start, end) of a party → the words of the name of the person that it is."""


BY_NOBODY: Final = frozenset("ACCUSE AID ASSAULT COERCE CONCEDE CONSULT MOBILIZE PROTEST REJECT".split())
"""Acts that are told without saying who or whom: «mapigano yanaendelea», «kesi imeanza»."""


STRUGGLES: Final = frozenset(["mapambano", "vita"])
"""Nouns that without anybody who fights tell a time or a cause: «kabla ya vita»."""


def is_told(group: list[Mention]) -> bool:
    """Whether the mentions tell an act and not merely its possibility: one without parties must be said to happen."""
    if group[0].type == "ACCUSE" and all(m.refers and m.noun and not m.actors for m in group):
        return False  # «ilikanusha madai hayo»: those of somebody told otherwise
    if group[0].type == "AGREE" and all(m.status == "hypothetical" for m in group):
        return False  # «huenda wakakubaliana»: nobody has shown to be willing
    if group[0].type == "COERCE" and all(_may_only_ward_off(m) for m in group):
        return False
    if not all(mention.bare for mention in group):
        return True
    if all(m.noun and m.dead is None and m.trigger.text.lower() in STRUGGLES for m in group):
        return False
    if group[0].type == "ACCUSE" and all(m.mode == "allege" or m.noun and m.mode == "disapprove" for m in group):
        return False  # «kesi», «mashtaka» against nobody, «ukosoaji» by nobody
    if group[0].type == "CONCEDE":  # «hali ya dharura imeondolewa», but not «kulegezwa kwa masharti ni hatari»
        return any(m.status == "actual" and not m.noun and not m.trigger.text.lower().startswith("ku") for m in group)
    return group[0].type in BY_NOBODY and any(m.status not in ("hypothetical", "negated") for m in group)


def _may_only_ward_off(mention: Mention) -> bool:
    """«watu wanaweza kuzuia madhara»: private people, and nobody who undergoes it."""
    private = all(p.sector in (None, "CVL") for p in mention.actors)
    return mention.status == "hypothetical" and not mention.recipients and private


def parties_of(group: list[Mention], role: str) -> list[Party]:
    """Everybody whom the mentions name in a role, "actors" or "recipients"; one named twice is there twice."""
    return [party for m in group for party in getattr(m, role)]
