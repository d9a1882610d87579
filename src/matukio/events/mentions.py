"""One act once: mentions of the same act become one event, distinct acts stay apart.

«Waasi walishambulia kambi. Shambulizi hilo liliua askari wawili.» is one event with three mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.entities import is_country_name
from matukio.events.attacks import ATTACKERS, NEAR, VICTIMS, alike, attackers_fell
from matukio.events.kinds import can_be_one
from matukio.events.same_parties import fit, same_party, share, words_of
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
    """What kind of violence it is; see kinds.py."""
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


STATUS_MIXES: Final = ({"planned", "hypothetical"}, {"actual", "alleged"})


def same_act(group: list[Mention], mention: Mention, people: People) -> bool:
    """Whether nothing that is told of the mention speaks against its being the act that the group tells."""
    first = group[0]
    if first.type != mention.type:
        return False
    if group[-1].sentence != mention.sentence and _is_another(group, mention):
        return False
    if not _modes_agree(group, mention) or not _status_agrees(group, mention) or not _kinds_agree(group, mention):
        return False
    if not _dates_agree(group, mention) or not _places_agree(group, mention):
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
        if attackers_fell(actors, mention.actors, mention.recipients):
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


def parties_of(group: list[Mention], role: str) -> list[Party]:
    return [party for m in group for party in getattr(m, role)]


def _modes_agree(group: list[Mention], mention: Mention) -> bool:
    if mention.type not in ("COERCE", "RETREAT", "SANCTION", "MOBILIZE", "ACCUSE", "CONSULT", "ASSAULT", "PROTEST"):
        return True
    if mention.type == "CONSULT":  # a visit is one act, the talks held on it are another; «mkutano» may be the summit
        alike = ("visit",) if mention.noun or all(m.noun for m in group) else ("visit", "multilateral")
        return all((mode in {m.mode for m in group}) == (mention.mode == mode) for mode in alike)
    if mention.mode is None:
        return True
    modes = {m.mode for m in group if m.mode is not None}
    return not modes or mention.mode in modes or mention.refers


def _kinds_agree(group: list[Mention], mention: Mention) -> bool:
    """«vita hivyo» may be the killings told before; a coup is no attack, a fight no killing in it."""
    return mention.refers or all(can_be_one(m.kind, mention.kind) for m in group if not m.refers)


def _status_agrees(group: list[Mention], mention: Mention) -> bool:
    statuses = {m.status for m in group}
    if mention.status in statuses or mention.refers:
        return True
    if mention.noun and mention.status == "actual" and mention.type != "PROTEST":
        return True
    if mention.type == "PROTEST" and "planned" in {mention.status, *statuses}:
        return False
    if any((m.noun or m.sentence == 0) and m.status == "actual" for m in group):
        return True  # a headline's present tells what is still to come: «Rais azuru Togo»
    return any(mention.status in mix and statuses & mix for mix in STATUS_MIXES)


def _dates_agree(group: list[Mention], mention: Mention) -> bool:
    if mention.date is None:
        return True
    if mention.type == "PROTEST" and not _is_one_day(group, mention):  # demonstrations go on for days and weeks
        return all(m.date is None or m.date.value[:4] == mention.date.value[:4] for m in group)
    return all(m.date is None or can_be_one_date(m.date.value, mention.date.value) for m in group)


def _is_one_day(group: list[Mention], mention: Mention) -> bool:
    """Whether all tell what was done on a day: «waliandamana Jumatatu. Waliandamana tena Alhamisi.», «maandamano ya
    Alhamisi»; a noun with a verb may tell when they began."""
    dated = [m for m in (*group, mention) if m.date is not None]
    return len(dated) > 1 and all(
        not m.noun or m.date is not None and 0 < m.date.start - m.trigger.end <= len(" ya ") for m in dated
    )


def can_be_one_date(one: str, other: str) -> bool:
    """Whether two TIMEX3 values can mean one day: the shorter is a beginning of the longer, or one says too little."""
    if one.endswith("REF") or other.endswith("REF"):
        return True
    one, other = (value[: 4 if "W" in value else 10].partition("X")[0] for value in (one, other))  # a week by its year
    return one.startswith(other) or other.startswith(one)


def _places_agree(group: list[Mention], mention: Mention) -> bool:
    if mention.place is None or mention.type in ("SANCTION", "ACCUSE", "REQUEST"):
        return True
    if mention.type == "CONSULT" and mention.refers:
        return True  # «mkutano huo» is spoken of elsewhere
    for m in group:
        if m.place is None or m.sentence == mention.sentence and mention.place.start < mention.trigger.start:
            continue  # «bomu lililipuka sokoni na kuua watu»: one place is told for both
        if m.place.country and mention.place.country and m.place.country != mention.place.country:
            return False
        if mention.refers and mention.noun:
            continue  # «shambulizi hilo» in a village of the region told before
        if not (is_named(m.place) and is_named(mention.place)) or _names(m.place) & _names(mention.place):
            continue
        if _holds(m, mention) or _beside(m.place, mention.place):
            continue
        if mention.type in ("PROTEST", "ASSAULT") or mention.type == "CONSULT" and mention.mode != "visit":
            return False
        if m.place.latitude is not None and mention.place.latitude is not None:
            return False  # two towns
    return True


LEAD: Final = 2
"""The first sentences, which may tell the country of what the next ones place in a town."""


def _holds(country: Mention, mention: Mention) -> bool:
    """«Watu 20 wameuawa nchini Chad. … walishambulia mji wa Bol»: a report comes from the country to the town; what is
    said of the whole country later is mostly of other acts."""
    near = country.sentence < LEAD and mention.sentence - country.sentence <= LEAD
    return near and country.place is not None and is_country_name(country.place.text)


def _beside(one: Place, other: Place) -> bool:
    """«kijiji kimoja karibu na Bol» may be «wilaya ya Liwa kaskazini mwa Bol», «soko la Liwa karibu na Bol» is «Bol»:
    the town by which one is told is told with the other too."""
    mine, theirs = ([n for n in _all_names(place) if not is_country_name(n)] for place in (one, other))
    return bool(mine and theirs) and (mine[0] in theirs or theirs[0] in mine)


def is_named(place: Place) -> bool:
    return bool(_names(place))


def _all_names(place: Place) -> list[str]:
    return [
        " ".join(words).strip(",.()“”")
        for in_capitals, words in groupby(place.text.split(), key=lambda word: word[0].isupper())
        if in_capitals
    ]


def _names(place: Place) -> frozenset[str]:
    """The words of the name told first, a country's only when no other is told: «jengo la serikali huko Lomé» is
    elsewhere than «jengo la serikali huko Accra», «Bol, mashariki mwa Chad» elsewhere than another town of Chad."""
    names = _all_names(place)
    told = next((name for name in names if not is_country_name(name)), names[0] if names else "")
    return frozenset(told.split())
