"""Whose acts the book is about: people in office, bodies, citizens facing power; and what each type leaves to others.

«Mchezaji huyo amesusia mashindano», «wabunge wamejadili suala hilo» and «alikutana na mume wake» are no acts of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import IN_WORDS
from matukio.events.no_deed.words import LAWS
from matukio.events.parties.roles import ARMED, Roles
from matukio.events.relevance.health import is_of_health
from matukio.events.relevance.messages import is_message
from matukio.events.relevance.other_news import markers
from matukio.events.relevance.preaching import is_preached
from matukio.events.senses.party_needs import NOT_POLITICAL, are_sides, is_known
from matukio.record import Party

Parties = tuple[Party, ...]
"""Actors and recipients."""

BY_ANYBODY: Final = frozenset("ASSAULT COERCE PROTEST ACCUSE AID REQUEST SUPPORT THREATEN".split())
"""Acts of this book whoever does them: citizens kill and are killed, protest, sue and are helped."""
OF_ANYBODY: Final = frozenset({"convict", "release"})
"""Modes that anybody may suffer: «mwandishi amehukumiwa miaka mitano»."""
SPOKEN: Final = frozenset("REQUEST REJECT AGREE SUPPORT THREATEN".split())


def is_political(scene: Scene, roles: Roles) -> bool:
    """Whether the parties are such as the book is about: known, and for what people only say somebody in
    office or a body."""
    parties = (*roles.actors, *roles.recipients)
    if parties and not any(is_known(p) for p in parties):
        return False
    if _is_of_others(scene, roles, parties) or _is_nobodys(scene, roles, parties):
        return False
    outside = OUTSIDE.get(scene.act.type)
    if outside is not None and outside(scene, roles, parties):
        return False
    if not parties or scene.act.type in BY_ANYBODY or scene.act.mode in OF_ANYBODY:
        return True
    if scene.act.type == "COOPERATE" and len({p.country for p in parties}) > 1:
        return True  # «benki ya Togo imeikopesha kampuni ya Ghana»
    return any(p.sector not in NOT_POLITICAL or p.name and p.sector is None or are_sides(p) for p in parties)


def _is_of_others(scene: Scene, roles: Roles, parties: Parties) -> bool:
    """What is left to others whatever its type: faith, play, health, private matters."""
    if any(not markers("faith").isdisjoint(p.text.lower().split()) for p in parties):
        return True  # «Farao aliwashambulia», «alimshukuru Mungu»
    if scene.act.type in IN_WORDS and any(is_message(p) for p in parties):
        return True  # «ujumbe huo unataka …», «walisifia ujumbe huo»
    if scene.act.type in OF_PLAY and any(_plays(p) for p in parties):
        return True  # «mchezaji huyo amesusia mashindano», but «mwanamuziki huyo alikamatwa»
    return is_of_health(scene, roles) or is_preached(scene, roles) or _is_private_matter(scene, roles)


def _is_nobodys(scene: Scene, roles: Roles, parties: Parties) -> bool:
    """Words without a speaker («anatakiwa kulipa») are nobody's act, unless told as done («aliamriwa kuondoka»)."""
    if "speaker" in scene.act.roles and all(p.sector in NOT_POLITICAL for p in parties):
        return True  # «watu wanapaswa kula mboga, alisema mpishi»: nobody in office asks or is asked
    if scene.act.type not in SPOKEN or not scene.passive or roles.actors:
        return False
    ordered = scene.act.type == "REQUEST" and roles.recipients and _is_done(scene)
    dismissed = scene.act.type == "REJECT" and not scene.act.beside.isdisjoint(CASES) and _is_done(scene)
    named = scene.act.lemma == "teua" and bool(roles.recipients)  # «aliteuliwa kuwa mgombea»
    return not (ordered or dismissed or named or _is_told_of(scene, roles))


def _is_within_one_state(roles: Roles, parties: Parties) -> bool:
    """«maafisa wake»: what a state does to its own government."""
    one = len({p.country for p in parties}) == 1 and all(p.sector == "GOV" for p in parties)
    return bool(roles.actors and roles.recipients) and one


BODIES_OF_STATE: Final = frozenset(["COP", "JUD", "MIL", "SPY"])


def _cooperates(scene: Scene, roles: Roles, parties: Parties) -> bool:
    """«waendesha mashtaka wanashirikiana na polisi»: one state's own bodies at their work."""
    one_state = len({p.country for p in parties}) == 1
    return len(parties) > 1 and one_state and all(p.sector in BODIES_OF_STATE for p in parties)


def _aids(scene: Scene, roles: Roles, parties: Parties) -> bool:
    if _is_of_animals(scene, parties) or _is_within_one_state(roles, parties):
        return True  # «Togo imeanza kutoa mafunzo kwa maafisa wake»
    # «jeshi la Togo lilifanya hivyo kuiokoa Togo»
    return scene.act.lemma in ("nusuru", "okoa") and _is_own_country(scene, roles)


def _assaults(scene: Scene, roles: Roles, parties: Parties) -> bool:
    if _is_of_animals(scene, parties):
        return True  # «nzige wamevamia mashamba»
    if scene.act.lemma in CONTESTS and _are_politicians(parties):
        return True  # «Mensah atapambana na rais» at the polls
    if scene.act.lemma == "operesheni" and roles.actors and all(p.sector == "BUS" for p in roles.actors):
        return True  # «kampuni inafanya operesheni zake Lomé»
    if CONTROL.isdisjoint((scene.act.lemma, *scene.act.rest)):
        return False
    own = scene.predicate if scene.act.lemma == "dhibiti" else None
    if own is not None and own.outer.tense == "present" and all(p.sector == "GOV" for p in roles.actors):
        return True  # «serikali hiyo inadhibiti eneo la magharibi»: how things stand
    return all(p.sector in BY_VOTE for p in roles.actors)  # «jimbo hilo linadhibitiwa na chama hicho»: by elections


def _requests(scene: Scene, roles: Roles, parties: Parties) -> bool:
    # «katiba inasema mwenyekiti anapaswa kuwa jaji»
    return any(p.text.lower().split()[0] in LAWS for p in roles.actors)


def _protests(scene: Scene, roles: Roles, parties: Parties) -> bool:
    # «Umoja wa Ulaya umesitisha kazi zake nchini humo»
    return scene.act.mode == "strike" and bool(roles.actors) and all(p.sector in EMPLOYERS for p in roles.actors)


def _sanctions(scene: Scene, roles: Roles, parties: Parties) -> bool:
    return any(_is_family(p) for p in roles.recipients)  # «amekata uhusiano na mke wake»


def _coerces(scene: Scene, roles: Roles, parties: Parties) -> bool:
    if scene.act.lemma == "lazimisha" and (_is_within_one_state(roles, parties) or _by_circumstances(scene, roles)):
        return True  # «Togo inaona ongezeko la ugonjwa na kuwalazimisha maafisa wake …»: the illness does
    return bool(parties) and all(p.sector == "BUS" for p in parties) and not _are_arrested(scene)


def _by_circumstances(scene: Scene, roles: Roles) -> bool:
    """«Hali hiyo imewalazimisha maafisa kufunga shule»: nobody forces them."""
    own = scene.predicate
    return not roles.actors and own is not None and bool(own.subjects) and not scene.passive


def _supports(scene: Scene, roles: Roles, parties: Parties) -> bool:
    if _is_of_one_bench(scene, roles):
        return True
    if parties and all(p.sector in SCHOLARLY for p in parties):
        return True  # «watafiti wameupongeza utafiti huo»
    signed = not SIGNED.isdisjoint((scene.act.lemma, *scene.act.rest))
    # «kampuni hizo mbili zimesaini mkataba»
    return signed and bool(parties) and all(p.sector in NOT_POLITICAL for p in parties)


def _consults(scene: Scene, roles: Roles, parties: Parties) -> bool:
    if len(parties) == 2 and any(_is_spouse(p) or _is_kin(p) for p in parties):
        return True  # «alikutana na mume wake chuoni»
    one_state = len({p.country for p in parties}) == 1
    if scene.act.lemma == "jadili" and one_state and all(p.sector == "LEG" for p in parties):
        return True  # «wabunge wamelijadili suala hilo»: a parliament at its work
    if len(parties) < 3 and any(p.sector == "JRN" for p in parties):
        return True  # «alizungumza na waandishi wa habari»
    if scene.act.mode == "third-party" and roles.actors and all(p.sector in ARMED for p in roles.actors):
        return True  # «jeshi liliingilia kati»: to use force, and not to mediate
    if scene.act.mode == "visit" and _is_no_visit(scene, roles):
        return True
    return not parties and _is_caption(scene)  # «katika mkutano wa Lomé»: a caption


def _is_no_visit(scene: Scene, roles: Roles) -> bool:
    return _came_home(scene, roles) or _is_cheered(scene, roles) or _is_private(scene, roles) or _is_raid(scene, roles)


OUTSIDE: Final[dict[str, Callable[[Scene, Roles, Parties], bool]]] = {
    "AID": _aids, "ASSAULT": _assaults, "COERCE": _coerces, "CONSULT": _consults, "COOPERATE": _cooperates,
    "PROTEST": _protests,
    "REQUEST": _requests, "SANCTION": _sanctions, "SUPPORT": _supports, "THREATEN": _sanctions,
}  # fmt: skip
"""For each type what of it is no politics."""


CONTROL: Final = frozenset(["dhibiti", "kabiliana", "udhibiti"])
"""What parties and their candidates do as well, without violence."""
CONTESTS: Final = frozenset(["chuana", "kabiliana", "mapambano", "pambana"])
OF_POLITICS: Final = frozenset({"BUS", "ELI", "GOV", "LEG", "OPP", "PTY", "REL"})


def _are_politicians(parties: tuple[Party, ...]) -> bool:
    """Whether all are in politics and some of them no state."""
    return all(p.sector in OF_POLITICS for p in parties) and any(not (p.link or "").startswith("cty:") for p in parties)


BY_VOTE: Final = frozenset({"BUS", "LEG", "OPP", "PTY"})


def _is_own_country(scene: Scene, roles: Roles) -> bool:
    """Whether it is done to a country by its own people."""
    own = {p.country for p in roles.actors}
    return bool(roles.recipients) and all(
        p.country in own and (p.link or "").startswith("cty:") for p in roles.recipients
    )


AMONG_PRIVATE: Final = frozenset({"BUS", "CVL", "EDU", "JRN", "MED"})
"""Sectors of people and bodies whose dealings with each other are no politics."""
PRIVATE_ACTS: Final = frozenset({"AID", "REQUEST", "disapprove", "investigate"})


def _is_private_matter(scene: Scene, roles: Roles) -> bool:
    """«daktari aliwakaripia waandishi», «kampuni imewataka abiria kusubiri», «watafiti wanachunguza ripoti»: what
    doctors, firms, scholars and the press say and do among themselves."""
    act = scene.act
    if act.type not in PRIVATE_ACTS and act.mode not in PRIVATE_ACTS or not roles.actors:
        return False
    if act.mode == "investigate" and all(p.sector in ("EDU", "JRN") for p in roles.actors):
        return True  # «mataifa yaliyochunguzwa na gazeti hilo»: what the press finds out
    parties = (*roles.actors, *roles.recipients)
    if any(p.sector not in AMONG_PRIVATE or p.name and p.sector in ("CVL", "MED") for p in parties):
        return False  # an activist, a state's doctor
    if len({p.country for p in parties} - {None}) > 1:
        return False
    if roles.recipients:
        return any(p.sector != "CVL" for p in roles.actors)
    if act.type == "AID" and all(p.sector == "BUS" for p in roles.actors):
        return True  # «kampuni hiyo itatoa fedha kudhamini manunuzi»
    return act.mode == "investigate" and all(p.sector != "CVL" for p in roles.actors)


def _is_of_one_bench(scene: Scene, roles: Roles) -> bool:
    """«uamuzi huo uliungwa mkono na majaji wengi»: how a court comes to its ruling."""
    told = (*roles.actors, *roles.recipients)
    return scene.act.type == "SUPPORT" and len(told) > 1 and all(p.sector == "JUD" for p in told)


def _is_caption(scene: Scene) -> bool:
    return not scene.trigger.verb and not scene.clauses.predicates


OF_PLAY: Final = frozenset("AGREE CONSULT PROTEST REJECT REQUEST SUPPORT".split())
"""What players and clubs do among themselves."""
NO_PLAYERS: Final = frozenset("mashabiki msanii mwanamuziki shabiki".split())
"""Those of whom politics is told as often as play."""


def _plays(party: Party) -> bool:
    return not (markers("sport") - NO_PLAYERS).isdisjoint(party.text.lower().split()[:2])


EMPLOYERS: Final = frozenset({"BUS", "GOV", "IGO"})
FAMILY: Final = frozenset("mke mkewe mume mumewe mtalaka mchumba".split())


KIN: Final = frozenset("baba binti dada kaka mama mdogo mtoto ndugu".split())


def _is_kin(party: Party) -> bool:
    """«ndugu yake», «mdogo wake»: whoever meets his own family meets nobody of the news."""
    words = party.text.lower().split()
    return words[0] in KIN and words[1:2] in (["yake"], ["wake"]) and not party.name


def _is_spouse(party: Party) -> bool:
    """«mke wake», «mumewe», and not «mke wa rais»."""
    words = party.text.lower().split()
    return words[0] in FAMILY and (words[0].endswith("we") or "wake" in words[1:2])


def _is_family(party: Party) -> bool:
    return party.text.lower().split()[0] in FAMILY


def _are_arrested(scene: Scene) -> bool:
    """«mfanyabiashara huyo alikamatwa», but not «dozi zilizuiliwa»."""
    subject = None if scene.predicate is None else scene.predicate.outer.subject
    return scene.act.mode == "arrest" and (subject is None or bool(subject.classes & {1, 2}))


SIGNED: Final = frozenset("makubaliano mkataba saini".split())
CASES: Final = frozenset("kesi rufaa shauri".split())
"""«rufaa hiyo imetupiliwa mbali»: by the court before which it came."""
SCHOLARLY: Final = frozenset({"EDU", "MED"})


def _came_home(scene: Scene, roles: Roles) -> bool:
    """«rais amewasili Dar es Salaam akitokea Ubelgiji»: who arrives in the country that is his own visits nobody."""
    at = roles.slots.get("at")
    if at is None or not at.parties or scene.act.rest:
        return False
    there = {p.country for p in at.parties}
    return scene.act.lemma in ARRIVING and {p.country for p in roles.actors} == there and None not in there


def _is_private(scene: Scene, roles: Roles) -> bool:
    """«msichana huyo aliwasili Bangkok»: people who travel visit nobody; a guest who is received does."""
    travels = scene.act.roles.get("subject") == "actor" and bool(roles.actors)
    return travels and all(p.sector in NOT_POLITICAL and p.sector is not None for p in roles.actors)


def _is_cheered(scene: Scene, roles: Roles) -> bool:
    """«maelfu ya wananchi walimlaki kiongozi huyo»: supporters who come to see somebody are no hosts."""
    hosts = roles.slots.get("subject")
    welcomed = scene.act.roles.get("subject") == "recipient"
    return welcomed and hosts is not None and bool(hosts.parties) and all(p.sector == "CVL" for p in hosts.parties)


def _is_raid(scene: Scene, roles: Roles) -> bool:
    """«wanamgambo walipowasili mjini»: fighters and robbers who come pay no visit."""
    travels = scene.act.roles.get("subject") == "actor" and bool(roles.actors)
    return travels and all(p.sector in ("CRM", "REB", "UAF") for p in roles.actors) and scene.act.lemma in ARRIVING


ARRIVING: Final = frozenset(["wasili", "tua"])


PRAISING: Final = frozenset("pongeza sifia sifika sifu shukuru".split())
ANY: Final = frozenset("yeyote wowote yoyote chochote vyovyote lolote zozote".split())


def _is_told_of(scene: Scene, roles: Roles) -> bool:
    """«alitishiwa kuuawa», «amepongezwa kwa uamuzi wake»: done to somebody, whoever spoke."""
    if not roles.recipients or any(not ANY.isdisjoint(p.text.lower().split()) for p in roles.recipients):
        return False
    if scene.act.lemma == "tishia":
        return scene.act.mode == "violence" or _is_done(scene)
    return scene.act.lemma in PRAISING and _is_done(scene)


def _is_done(scene: Scene) -> bool:
    predicate = scene.predicate
    return predicate is not None and predicate.outer.tense in ("perfect", "past") and predicate.outer.relative is None


def _is_of_animals(scene: Scene, parties: tuple[Party, ...]) -> bool:
    heads = [] if scene.predicate is None or not scene.trigger.verb else [p.head for p in scene.predicate.subjects]
    told = [scene.lower(head) for head in heads] + [p.text.lower().split()[0] for p in parties if p.name is None]
    return not markers("animal").isdisjoint(told)
