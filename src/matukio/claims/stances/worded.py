"""The stance that the words of a content tell, those of content_words.tsv: «alisema “Tunaishukuru Japan”» is praise.

A word counts where the speaker says it of himself or as a fact, not where it is opposed («dhidi ya ukatili»), wished by
somebody else or told in another's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from matukio.claims.sentences.content import Content, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.telling import SUPPOSING
from matukio.claims.stances.content_words import Judged, forms, words_of
from matukio.claims.stances.moods import speaks_of_itself
from matukio.record import Evidence, Party
from matukio.rules import rule
from matukio.swahili import Predicate
from matukio.swahili.analysis import Analysis, Verb
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY, ByForm, forgetful

POWER: Final = ("deny", "praise", "accuse", "condemn", "demand", "warn", "promise", "predict")
"""Which stance wins where a content holds words of several."""
MET: Final = frozenset("ona sikia shuhudia fikiri".split())
"""«sijawahi kuona mwaka kama huu» denies nothing."""
AGAINST: Final = frozenset("dhidi kupambana kupigana kukabiliana".split())
FIGHTING: Final = frozenset(
    "dhibiti epuka kabiliana komesha maliza ondoa pambana pigana pinga punguza tokomeza vumilia zuia".split()
)
"""Verbs of what one does against a wrong: «atapambana na ufisadi» finds none yet."""
BEARING: Final = "vumilia"
"""The one of them that fights a wrong where it is negative: «hakuvumilia uzembe»."""
HERE: Final = frozenset("haya hii hiki hili hivi hizi huu".split())
PEOPLE: Final = frozenset(["mtu", "watu"])
OF_WRONGS: Final = frozenset(
    "kesi madai manusura mwathirika mwathiriwa ripoti shutuma tuhuma uchunguzi waathirika waathiriwa wahanga".split()
)
"""Nouns after which a wrong is what they are of: «waathirika wa ukatili», «ripoti za ufisadi»."""
CALLING: Final = frozenset("ni ndio ndiyo ndiye kama kuwa".split())
ONGOING: Final = frozenset("endelea anza zidi jaribu".split())
WISHING: Final = frozenset({"penda", "taka"})
UNSAID: Final = ("infinitive", "situational", "future", "subjunctive", "imperative", "conditional", "counterfactual")


@rule(
    "stance: words of the content",
    "Waziri Asha Mushi alisema kwamba anaishukuru Japan kwa msaada wake.",
    "Msemaji wa jeshi alisema kwamba hakuna ukweli katika habari hizo.",
    never="Waziri Asha Mushi alisema kwamba mvua imechelewa.",
)
def by_words(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """Thanks, blame and denial are told by their words."""
    found: dict[str, Evidence] = {}
    types = scene.text.types
    for index in range(content.first, _own_words(scene, content, speakers)):
        if not TELLING[types[index]]:
            predicate = scene.predicate_at(index)
            if predicate is None or not DOING[types[predicate.main]]:
                continue
        hit = _form_at(scene, index, content.last) or _lemma_at(scene, cue, content, index, speakers)
        if hit is not None and hit[0] not in found:
            found[hit[0]] = scene.evidence(by_words.name, index, index + hit[1])
    stance = next((stance for stance in POWER if stance in found), None)
    return None if stance is None else Judged(stance, (found[stance],))


class Telling(ByForm[bool]):
    """Whether a word type can be or begin words of the table other than verbs: most are passed over, and which reading
    the context asks for is looked up for the others alone."""

    def tell(self, type_id: int) -> bool:
        lower, readings = VOCABULARY.lowers[type_id], VOCABULARY.analyses(type_id)
        return (
            lower in forms("form")
            or lower in forms("called")
            or any(reading.lemma in words_of("lemma") for reading in readings)
            or spoken_capital(readings) is not None
        )


TELLING: Final = Telling()


class Doing(ByForm[bool]):
    """Whether a word type as a verb can be one of the table, alone or with a word after it."""

    def tell(self, type_id: int) -> bool:
        verb = LIKELIEST[type_id].verb
        return verb is not None and not _doing().isdisjoint(verb.chain)


@cache
def _doing() -> frozenset[str]:
    """Stems of the table's verbs, those with a word after them included."""
    return frozenset(words_of("verb")).union(words.split()[0] for words in words_of("deed"))


DOING: Final = Doing()


class Meaning(dict[int, tuple[str | None, ...]]):
    """Word type → the stance that each of its readings tells; one where they agree, so that none need be chosen."""

    def __missing__(self, type_id: int) -> tuple[str | None, ...]:
        told = [words_of("lemma").get(reading.lemma) for reading in VOCABULARY.analyses(type_id)]
        self[type_id] = found = tuple(told if len(set(told)) > 1 else told[:1])
        return found


MEANING: Final = forgetful(Meaning())


def _own_words(scene: Scene, content: Content, speakers: Sequence[Party]) -> int:
    """Where somebody else's report within the content begins: what «waandamanaji wanaamini» is not the speaker's."""
    for cue in scene.cues:
        if not content.first < cue.first < content.last or "clause" not in cue.row.frame or cue.row.stance != "say":
            continue
        other = predicate_of(scene, cue)
        own = other is None or not other.outer.finite or other.outer.subject is None or other.outer.subject.person != 3
        if not own and other is not None and other.subjects and other.subjects[-1].first >= content.first:
            return cue.last
    return content.last


def _form_at(scene: Scene, index: int, last: int) -> tuple[str, int] | None:
    lowers = scene.lowers
    for kind in ("form", "called"):
        for parts, stance in forms(kind).get(lowers[index], ()):
            if index + len(parts) > last or lowers[index : index + len(parts)] != parts:
                continue
            if not _turned(scene, index, stance) and (kind == "form" or _called(scene, index)):
                return stance, len(parts)
    return None


def _turned(scene: Scene, index: int, stance: str) -> bool:
    """Whether the words around say that it is opposed or only described: «hatua dhidi ya ukatili», «hali ambayo
    sijawahi kuiona», «waathirika wa ukatili»."""
    before = scene.lower(index - 1) if index > scene.first else ""
    if stance == "deny":
        met = scene.text.likeliest[index + 1].verb if index + 1 < scene.last else None
        return before.startswith("amba") or met is not None and met.chain[-1] in MET
    if stance in JUDGING and index > scene.first and _denied(scene, index):
        return True
    if stance not in ("accuse", "condemn"):
        return False
    opposed = scene.lower(index - 2) if index - 1 > scene.first else ""
    if before in ("ya", "na") and opposed in AGAINST or before in CONNECTIVES and opposed in OF_WRONGS:
        return True
    if scene.predicate_at(index) is None:
        # «hali ni mbaya kutokana na ukame» says of nobody that he is to blame
        return before == "hali" or before == "kuhusu" and opposed != "ni" or _is_fought(scene, index)
    return before == "kama" or before in PEOPLE and _is_a_norm(scene, index)  # «kama haitoshi»


def _is_fought(scene: Scene, index: int) -> bool:
    """«atapambana na ufisadi», «hakuvumilia uzembe»: the object of a verb of fighting, ending or bearing; «kukomesha
    ukatili huu» and «haikuzuia ukatili» say that it is there."""
    if index + 1 < scene.last and scene.lower(index + 1) in HERE:
        return False
    last = index - (scene.lower(index - 1) == "na") if index > scene.first else index
    told = scene.predicates_in(max(scene.first, last - 1), last)
    return any(
        p.last == last and not FIGHTING.isdisjoint(p.verb.chain) and p.negative == (BEARING in p.verb.chain)
        for p in told
    )


def _is_a_norm(scene: Scene, index: int) -> bool:
    """«watu hawafai kujenga nyumba mtoni»: what nobody ought to do, and no judgement on who is unfit."""
    predicate, following = scene.predicate_at(index), scene.predicate_at(index + 1)
    if predicate is None or following is None or predicate.verb.chain[-1] != "faa":
        return False
    return following.outer.tense == "infinitive"


JUDGING: Final = frozenset({"accuse", "condemn", "praise"})
LACKING: Final = frozenset("hakuna hapana bila".split())
FELT: Final = frozenset("hisi ogopa ona onea sikia".split())


def _denied(scene: Scene, index: int) -> bool:
    """Whether a word is said not to be so, or to be felt: «hakuna matokeo mazuri», «hatajihusisha na ufisadi»,
    «nilikuwa naona aibu»."""
    at = index - 1 - (scene.lower(index - 1) in ("na", "ya"))
    if scene.lower(at) in LACKING:
        return True
    verb = next((p for p in scene.predicates_in(max(scene.first, at - 3), at + 1) if p.last == at + 1), None)
    if verb is None:
        return False
    if verb.negative:
        return BEARING in verb.verb.chain or FIGHTING.isdisjoint(verb.verb.chain)
    return at + 1 == index and verb.verb.chain[0] in FELT


def _called(scene: Scene, index: int) -> bool:
    """Whether something is said to be the word: «ni uonevu», «kama udikteta», «ni mkakati mbaya», «ilikuwa aibu»."""
    for before in range(index - 1, max(scene.first, index - 2) - 1, -1):
        if scene.lower(before) in CALLING:
            # «siamini kuwa wewe ni …»
            return not any(p.outer.negative for p in scene.predicates_in(max(scene.first, before - 6), before))
        predicate = scene.predicate_at(before)
        if predicate is not None:
            return predicate.verb.chain[-1] == "wa" and not predicate.outer.negative
    return False


def _lemma_at(
    scene: Scene, cue: Cue | None, content: Content, index: int, speakers: Sequence[Party]
) -> tuple[str, int] | None:
    """A verb of the table counts in the main clause, affirmative; what one does in speaking (shukuru, omba) counts only
    of the speaker."""
    predicate = scene.predicate_at(index)
    if predicate is None and (stance := spoken_capital(VOCABULARY.analyses(scene.text.types[index]))) is not None:
        return stance, 1
    if predicate is None:
        meant = MEANING[scene.text.types[index]]
        stance = meant[0] if len(meant) == 1 else words_of("lemma").get(scene.text.word(index).lemma)
        return None if stance is None else (stance, 1)
    outer = predicate.outer
    if outer.tense == "infinitive" and _wishes(scene, cue, content, predicate, speakers):
        said = next((s for stem in predicate.verb.chain if (s := words_of("verb").get(stem)) is not None), None)
        return (said, predicate.last - predicate.first) if said in ("praise", "demand") else None
    goes_on = outer.tense == "infinitive" and _goes_on(scene, predicate)
    if outer.relative is not None or (outer.tense in UNSAID and not goes_on) or predicate.verb.negative:
        return None
    stance = _deed_at(scene, predicate)
    if predicate.marker in SUPPOSING and stance in ("accuse", "condemn"):
        return None  # «iwapo nchi inahatarisha usalama»
    if stance is None:
        own = next((s for stem in predicate.verb.chain if (s := words_of("verb").get(stem)) is not None), None)
        stance = own if own is not None and speaks_of_itself(scene, cue, content, predicate, speakers) else None
        if stance == "condemn" and _is_sorrow(scene, predicate, content.last):
            return None
        following = scene.predicate_at(predicate.last)
        if stance == "demand" and outer.tense not in ("present", "general"):
            return None  # «alisema waliomba msaada» tells of an earlier demand
        if stance == "demand" and following is not None and _is_own_deed(outer, following.outer):
            return None  # «tunataka kueleza», «tunataka tueleze»
    return None if stance is None else (stance, predicate.last - predicate.first)


def _is_own_deed(wishing: Verb, wished: Verb) -> bool:
    return wished.tense == "infinitive" or wished.tense == "subjunctive" and wished.subject == wishing.subject


def _goes_on(scene: Scene, predicate: Predicate) -> bool:
    """«wameendelea kuvunja mkataba»: what is gone on with is done."""
    if predicate.governor is None:
        return False
    governor = scene.clauses.predicates[predicate.governor]
    told = governor.outer.tense not in UNSAID and governor.outer.relative is None and not governor.outer.negative
    return told and governor.last == predicate.first and governor.verb.chain[0] in ONGOING


def _wishes(scene: Scene, cue: Cue | None, content: Content, predicate: Predicate, speakers: Sequence[Party]) -> bool:
    """Whether the speaker does by his words what he wishes to do: «napenda kuwashukuru», «tungetaka kuipongeza»."""
    if predicate.first <= content.first:
        return False
    governor = predicate.governor
    if governor is None or scene.clauses.predicates[governor].last < predicate.first:
        # at the head of a quotation «Napenda» could be a name as well
        before = VOCABULARY.analyses(scene.text.types[predicate.first - 1])
        verbs = (reading.verb for reading in before if not reading.guess)
        return any(v and v.subject and v.subject.person == 1 and v.chain[0] in WISHING for v in verbs)
    wishing = scene.clauses.predicates[governor]
    wished = wishing.verb.chain[0] in WISHING and not wishing.outer.negative and wishing.outer.relative is None
    adjoins = wishing.last == predicate.first and wishing.first >= content.first
    return wished and adjoins and speaks_of_itself(scene, cue, content, wishing, speakers)


def _is_sorrow(scene: Scene, predicate: Predicate, last: int) -> bool:
    """«amesikitishwa na vifo hivyo»: grief at a misfortune blames nobody."""
    grieves = any(stem in ("sikitishwa", "huzunishwa") for stem in predicate.verb.chain)
    near = range(predicate.last, min(predicate.last + 4, last))
    return grieves and any(scene.text.word(i).lemma in words_of("misfortune") for i in near)


def _deed_at(scene: Scene, predicate: Predicate) -> str | None:
    """What somebody else has done, by the verb alone («imekiuka») or with a word after it («amevunja katiba»)."""
    subject = predicate.outer.subject
    deeds = words_of("deed")
    for stem in predicate.verb.chain:
        alone = deeds.get(stem)
        if subject is not None and subject.person == 1 and alone != "predict":
            continue
        for index in range(predicate.last, min(predicate.last + 3, scene.last)):
            word = scene.lower(index)
            if word == "na" and scene.lower(index + 1).startswith("ku"):
                break  # «wameshindwa nguvu na kuzuiwa»
            if (stance := deeds.get(f"{stem} {word}")) is not None:
                return stance  # «iliwaonea huruma» before «iliwaonea»
            if word.startswith("ku") and (stance := deeds.get(f"{stem} ku")) is not None:
                return stance
        if alone is not None:
            return alone
    return None


def spoken_capital(readings: Sequence[Analysis]) -> str | None:
    """«Nawashukuru» at the head of a sentence, which could be a name as well."""
    for reading in readings:
        verb = reading.verb
        if verb is not None and not reading.guess and verb.subject is not None and verb.subject.person == 1:
            return next((s for stem in verb.chain if (s := words_of("verb").get(stem)) is not None), None)
    return None
