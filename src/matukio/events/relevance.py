"""What is no political act, though its word could name one: sport, accidents, disease, weather.

«Yanga imeishinda Simba» and «mafuriko yameua watu kumi» tell of no act of this book.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from matukio.events.acts import among_lemmas, lemmas
from matukio.events.health import is_of_health
from matukio.events.kin import among_kin
from matukio.events.manners import is_general_abuse
from matukio.events.needs import weapon_beside, weapon_mode
from matukio.events.no_deed import ALWAYS, LAWS
from matukio.events.other_news import markers
from matukio.events.party_needs import NOT_POLITICAL, are_sides, is_known, needs_hold
from matukio.events.preaching import is_preached
from matukio.events.roles import ARMED, Roles
from matukio.events.scene import Scene
from matukio.record import Party
from matukio.tables import files, read_words


def is_relevant(scene: Scene, roles: Roles) -> bool:
    """Whether a found act, whose words fit, belongs into the book: its needs hold and nothing tells of nature, chance
    or a game."""
    if not needs_hold(scene, roles) or not is_political(scene, roles) or _is_general(scene, roles):
        return False
    if is_general_abuse(scene, roles.actors, roles.recipients) or among_kin(scene, roles):
        return False
    if _is_setting(scene, roles) or _is_rally(scene, roles):
        return False
    return scene.act.type not in ("ASSAULT", "PROTEST") or not _by_chance(scene, roles)


@cache
def speaking() -> frozenset[str]:
    """Verbs of those who speak somewhere."""
    return frozenset(read_words(files(__package__) / "speaking.tsv"))


AT: Final = frozenset(["katika", "kwenye", "wakati wa"])


def _is_setting(scene: Scene, roles: Roles) -> bool:
    """«alisema katika mkutano mjini Lomé»: where words were spoken, when nobody is said to have met."""
    predicate, slot = scene.predicate, scene.trigger.slot
    if scene.act.type != "CONSULT" or scene.act.mode or scene.trigger.verb or roles.actors or predicate is None:
        return False
    if slot != "oblique" or speaking().isdisjoint(predicate.verb.chain):
        return False
    own = scene.trigger.phrase
    return any(own is not None and o.phrase.head == own.head and o.preposition in AT for o in predicate.obliques)


def _is_rally(scene: Scene, roles: Roles) -> bool:
    """«mikutano ya chama hicho»: the gatherings of one party are no talks with anybody."""
    if scene.act.type != "CONSULT" or scene.act.lemma != "mkutano" or scene.trigger.verb or scene.act.mode:
        return False
    told = roles.actors
    several = scene.lower(scene.trigger.word) == "mikutano"
    return several and len(told) == 1 and told[0].sector in ("OPP", "PTY") and not roles.recipients


ANY: Final = frozenset("yeyote wowote yoyote chochote vyovyote lolote zozote".split())
OFFENCES: Final = frozenset("kosa makosa hatia jinai marufuku dhambi".split())


def _is_general(scene: Scene, roles: Roles) -> bool:
    """«kumzuia mtu yeyote kupiga kura», «ni kosa kumkamata mpiga kura»: an infinitive that says of nobody in particular
    what the law forbids."""
    own = scene.predicate
    parties = (*roles.actors, *roles.recipients)
    if own is None or not scene.trigger.verb:
        return False
    governor = own if own.governor is None else scene.clauses.predicates[own.governor]
    if governor.outer.relative is not None and governor.outer.tense in ALWAYS and _of_any(scene, governor.first):
        return True  # «sheria yoyote inayoweza kumfunga mama»
    if any(not ANY.isdisjoint(p.text.lower().split()) for p in roles.actors):
        return True  # «jeshi lolote lililokuwa tayari kupigana»
    anybody = any([p.text.lower() for p in told] == ["mtu"] for told in (roles.actors, roles.recipients))
    if (own if own.outer.tense != "infinitive" else governor).outer.tense in ALWAYS - {"situational"} and anybody:
        return True  # «mtu anayeidhihaki dini», «mtu anaweza kumchunguza mume wake»
    if own.outer.tense != "infinitive":
        return False
    if own.governor is not None:
        return False
    called = any(scene.lower(i) in OFFENCES for i in range(max(scene.clauses.sentence.first, own.first - 4), own.first))
    if called and not any(p.name for p in parties):
        return True
    return any(not ANY.isdisjoint(p.text.lower().split()) for p in parties)


def _of_any(scene: Scene, first: int) -> bool:
    return any(scene.lower(i) in ANY for i in range(max(scene.clauses.sentence.first, first - 2), first))


BY_ANYBODY: Final = frozenset("ASSAULT COERCE PROTEST ACCUSE AID REQUEST SUPPORT THREATEN".split())
"""Acts of this book whoever does them: citizens kill and are killed, protest, sue and are helped."""
OF_ANYBODY: Final = frozenset({"convict", "release"})
"""Modes that anybody may suffer: «mwandishi amehukumiwa miaka mitano»."""
SPOKEN: Final = frozenset("REQUEST REJECT AGREE SUPPORT THREATEN".split())


def is_political(scene: Scene, roles: Roles) -> bool:
    """Whether the parties are such as the book is about: known, and for talk among people somebody in office or a body.
    Words without a speaker («anatakiwa kulipa») are nobody's act, unless told as done («aliamriwa kuondoka»)."""
    parties = (*roles.actors, *roles.recipients)
    if parties and not any(is_known(p) for p in parties):
        return False
    if any(not markers("faith").isdisjoint(p.text.lower().split()) for p in parties):
        return False  # «Farao aliwashambulia», «alimshukuru Mungu»
    if scene.act.type in ("AID", "ASSAULT") and _is_of_animals(scene, parties):
        return False  # «nzige wamevamia mashamba»
    if scene.act.type == "REQUEST" and any(p.text.lower().split()[0] in LAWS for p in roles.actors):
        return False  # «katiba inasema mwenyekiti anapaswa kuwa jaji»
    if "speaker" in scene.act.roles and all(p.sector in NOT_POLITICAL for p in parties):
        return False  # «watu wanapaswa kula mboga, alisema mpishi»: nobody in office asks or is asked
    ordered = scene.act.type == "REQUEST" and roles.recipients and _is_done(scene)
    dismissed = scene.act.type == "REJECT" and not scene.act.beside.isdisjoint(CASES) and _is_done(scene)
    named = scene.act.lemma == "teua" and bool(roles.recipients)  # «aliteuliwa kuwa mgombea»
    by_nobody = ordered or dismissed or named or _is_told_of(scene, roles)
    if scene.act.type in SPOKEN and scene.passive and not (roles.actors or by_nobody):
        return False
    if scene.act.type in OF_PLAY and any(_plays(p) for p in parties):
        return False  # «mchezaji huyo amesusia mashindano», but «mwanamuziki huyo alikamatwa»
    if scene.act.mode == "strike" and roles.actors and all(p.sector in EMPLOYERS for p in roles.actors):
        return False  # «Umoja wa Ulaya umesitisha kazi zake nchini humo»
    both = bool(roles.actors and roles.recipients)
    forced = scene.act.lemma == "lazimisha" and both and len({p.country for p in parties}) == 1
    if forced and all(p.sector == "GOV" for p in parties):
        return False  # «Togo inaona ongezeko la ugonjwa na kuwalazimisha maafisa wake …»: the illness does
    if scene.act.type == "CONSULT" and len(parties) == 2 and any(_is_spouse(p) or _is_kin(p) for p in parties):
        return False  # «alikutana na mume wake chuoni»
    if scene.act.type in ("SANCTION", "THREATEN") and any(_is_family(p) for p in roles.recipients):
        return False  # «amekata uhusiano na mke wake»
    if parties and scene.act.type == "COERCE" and all(p.sector == "BUS" for p in parties) and not _are_arrested(scene):
        return False
    if is_of_health(scene, roles) or is_preached(scene, roles) or _is_of_one_bench(scene, roles):
        return False
    if scene.act.type == "ASSAULT" and scene.act.lemma in CONTESTS and _are_politicians(parties):
        return False  # «Mensah atapambana na rais» at the polls
    takes = scene.act.type == "ASSAULT" and not CONTROL.isdisjoint((scene.act.lemma, *scene.act.rest))
    own = scene.predicate if takes and scene.act.lemma == "dhibiti" else None
    if own is not None and own.outer.tense == "present" and all(p.sector == "GOV" for p in roles.actors):
        return False  # «serikali hiyo inadhibiti eneo la magharibi»: how things stand
    if takes and all(p.sector in BY_VOTE for p in roles.actors):
        return False  # «jimbo hilo linadhibitiwa na chama hicho»: by elections
    if scene.act.type == "AID" and scene.act.lemma in ("nusuru", "okoa") and _is_own_country(scene, roles):
        return False  # «jeshi la Togo lilifanya hivyo kuiokoa Togo»
    one_state = len({p.country for p in parties}) == 1
    if scene.act.lemma == "jadili" and one_state and all(p.sector == "LEG" for p in parties):
        return False  # «wabunge wamelijadili suala hilo»: a parliament at its work
    if scene.act.type == "AID" and both and one_state and all(p.sector == "GOV" for p in parties):
        return False  # «Togo imeanza kutoa mafunzo kwa maafisa wake»
    if _is_private_matter(scene, roles):
        return False
    if scene.act.type == "CONSULT" and len(parties) < 3 and any(p.sector == "JRN" for p in parties):
        return False  # «alizungumza na waandishi wa habari»
    if scene.act.type == "SUPPORT" and parties and all(p.sector in SCHOLARLY for p in parties):
        return False  # «watafiti wameupongeza utafiti huo»
    if scene.act.mode == "third-party" and roles.actors and all(p.sector in ARMED for p in roles.actors):
        return False  # «jeshi liliingilia kati»: to use force, and not to mediate
    if scene.act.lemma == "operesheni" and roles.actors and all(p.sector == "BUS" for p in roles.actors):
        return False  # «kampuni inafanya operesheni zake Lomé»
    signed = scene.act.type == "SUPPORT" and not SIGNED.isdisjoint((scene.act.lemma, *scene.act.rest))
    if signed and parties and all(p.sector in NOT_POLITICAL for p in parties):
        return False  # «kampuni hizo mbili zimesaini mkataba»
    if scene.act.mode == "visit" and (
        _came_home(scene, roles) or _is_cheered(scene, roles) or _is_private(scene, roles) or _is_raid(scene, roles)
    ):
        return False
    if not parties and scene.act.type == "CONSULT" and _is_caption(scene):
        return False  # «katika mkutano wa Lomé»: a caption
    if not parties or scene.act.type in BY_ANYBODY or scene.act.mode in OF_ANYBODY:
        return True
    if scene.act.type == "COOPERATE" and len({p.country for p in parties}) > 1:
        return True  # «benki ya Togo imeikopesha kampuni ya Ghana»
    return any(p.sector not in NOT_POLITICAL or p.name and p.sector is None or are_sides(p) for p in parties)


CONTROL: Final = frozenset(["dhibiti", "kabiliana", "udhibiti"])
"""What parties and their candidates do as well, without violence."""
CONTESTS: Final = frozenset(["chuana", "kabiliana", "pambana"])
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


def _by_chance(scene: Scene, roles: Roles) -> bool:
    """«wamekufa kwa ajali», «aliuawa na tembo»: no human deed."""
    if any(p.text.lower().split()[0] in markers("chance") for p in roles.actors):
        return True  # «ugonjwa huo umewaua watu»
    if roles.actors:
        return scene.act.lemma in ("jeruhi", "ua") and _in_a_crash(scene)
    headline = scene.discourse.clauses[0].sentence
    chance = markers("chance")
    told = among_lemmas(chance, scene.text.types[headline.first : headline.last])
    return scene.beside(chance) or _by_animal(scene) or told and not weapon_beside(scene) or _by_blast(scene)


ATTACKS: Final = frozenset(
    "bomu gaidi kigaidi kilipuzi kombora mhanga muhanga mlipuaji mshambuliaji risasi shambulia shambulio shambulizi"
    " tegua ugaidi waasi roketi grenedi guruneti".split()
)


def _by_blast(scene: Scene) -> bool:
    """«5,000 walijeruhiwa katika mlipuko bandarini»: a blast of which no word of the article says that it was meant."""
    found = weapon_mode(scene)
    if found is None or scene.text.lowers[found[1]] not in ("mlipuko", "milipuko"):
        return False
    return not among_lemmas(ATTACKS, scene.text.types)


def _in_a_crash(scene: Scene) -> bool:
    """«ndege hiyo ya Ghana ilianguka katika ajali na kuua abiria»: whose the vehicle was is no killer."""
    sentence = scene.clauses.sentence
    words = {name for i in range(sentence.first, sentence.last) for name in lemmas(scene.text.types[i])}
    return {"ajali", "ndege", "anguka"} <= words and not weapon_beside(scene)


def _is_of_animals(scene: Scene, parties: tuple[Party, ...]) -> bool:
    heads = [] if scene.predicate is None or not scene.trigger.verb else [p.head for p in scene.predicate.subjects]
    told = [scene.lower(head) for head in heads] + [p.text.lower().split()[0] for p in parties if p.name is None]
    return not markers("animal").isdisjoint(told)


def _by_animal(scene: Scene) -> bool:
    """«nyani walivamia kijiji», «aliuawa na mamba», «mashambulizi ya fisi»: the subject, what follows «na», or whose
    attack it is."""
    subjects = () if scene.predicate is None or not scene.trigger.verb else scene.predicate.subjects
    return among_lemmas(markers("animal"), (scene.text.types[p.head] for p in subjects)) or any(
        scene.lower(index) in markers("animal")
        for index in range(scene.trigger.last, min(scene.trigger.last + 3, scene.clauses.sentence.last))
    )
