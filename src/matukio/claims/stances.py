"""The stance that a content gives to a bare verb of saying: «alisema “Tunaishukuru Japan”» is praise.

The words that decide are those of content_words.tsv; a leading verb decides by its mood and tense: «serikali lazima
itangaze» demands, «atajenga shule» promises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.claims.content import Content, is_statement, predicate_of
from matukio.claims.cues import Cue
from matukio.claims.scene import Scene
from matukio.record import STANCES, Evidence, Party
from matukio.rules import rule
from matukio.swahili import Predicate
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table

POWER = ("deny", "praise", "accuse", "condemn", "demand", "warn", "promise", "predict")
"""Which stance wins where a content holds words of several."""
OWN = frozenset("yake yao yetu yangu wetu wangu wake wao lake lao letu zetu zake zao vyake vyao vyetu".split())


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A row of content_words.tsv: a stem (`verb`), a noun or adjective (`lemma`) or words as they stand (`form`)."""

    words: str
    kind: str
    stance: str

    def __post_init__(self) -> None:
        if self.kind not in ("verb", "lemma", "form"):
            raise ValueError(f"{self.kind!r} is no kind of content word")
        if self.stance not in STANCES:
            raise ValueError(f"{self.stance!r} is no stance")


@dataclass(frozen=True, slots=True)
class Judged:
    """A stance with the words that decided it; no evidence where nothing did."""

    stance: str
    evidence: tuple[Evidence, ...] = ()


@cache
def _words(kind: str) -> dict[str, str]:
    rows = read_table(files(__package__) / "content_words.tsv", ContentWord)
    return {row.words: row.stance for row in rows if row.kind == kind}


@cache
def _forms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (words, stance)."""
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, stance in _words("form").items():
        parts = tuple(words.split())
        found[parts[0]] = (*found.get(parts[0], ()), (parts, stance))
    return found


def stance_of(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged:
    """The cue's own stance; for a bare verb of saying or a quotation without a cue that of the content."""
    if cue is not None and not cue.row.bare:
        phrase = scene.phrase_at(content.first)
        denies = cue.row.lemma == "pinga" and phrase is not None and is_statement(scene, phrase)
        return Judged("deny" if denies else cue.row.stance)
    if cue is not None and cue.row.lemma == "dai" and (stance := _of_dai(scene, cue, content)) is not None:
        return Judged(stance)
    judged = by_subject(scene, content) or by_words(scene, cue, content) or by_verb(scene, cue, content, speakers)
    return judged or Judged("say" if cue is None else cue.row.stance)


def _of_dai(scene: Scene, cue: Cue, content: Content) -> str | None:
    """«inadaiwa» accuses; «kudai kuhusika» owns up to a deed."""
    lead = scene.predicate_at(content.first)
    if lead is not None and lead.outer.tense == "infinitive" and "husika" in lead.verb.chain and not cue.passive:
        return "confirm"
    predicate = predicate_of(scene, cue)
    subject = None if predicate is None else predicate.relative_head or next(iter(predicate.subjects), None)
    report = subject is not None and is_statement(scene, subject)
    return "accuse" if cue.passive or report else None


@rule(
    "stance: what is said of a statement",
    "Waziri Asha Mushi alisema kwamba madai hayo ni upuuzi.",
    "Msemaji wa jeshi alisema kwamba taarifa hiyo haikuwa sahihi.",
    never="Waziri Asha Mushi alisema kwamba madai hayo yatachunguzwa.",
)
def by_subject(scene: Scene, content: Content) -> Judged | None:
    """«madai hayo ni …», «taarifa hiyo si …» denies them."""
    phrase = scene.phrase_at(content.first)
    if phrase is None or phrase.last >= content.last or not is_statement(scene, phrase):
        return None
    if scene.lower(phrase.last - 1) not in POINTING:
        return None
    verb = scene.predicate_at(phrase.last)
    if scene.lower(phrase.last) in COPULAS or (verb is not None and verb.outer.negative):
        if any(scene.lower(i) in TRUE for i in range(phrase.last, content.last)) and scene.lower(phrase.last) == "ni":
            return None
        span = scene.text.span(phrase.first, phrase.last + 1)
        return Judged("deny", (Evidence(by_subject.name, span.start, span.end),))
    return None


POINTING = frozenset("hayo haya hizo hizi hiyo hii hilo hili huo huu".split())
COPULAS = frozenset("ni si sio siyo".split())
TRUE = frozenset("kweli sahihi".split())


@rule(
    "stance: words of the content",
    "Waziri Asha Mushi alisema kwamba anaishukuru Japan kwa msaada wake.",
    "Msemaji wa jeshi alisema kwamba hakuna ukweli katika habari hizo.",
    never="Waziri Asha Mushi alisema kwamba mvua imechelewa.",
)
def by_words(scene: Scene, cue: Cue | None, content: Content) -> Judged | None:
    """Thanks, blame and denial are told by their words."""
    found: dict[str, Evidence] = {}
    for index in range(content.first, content.last):
        hit = _form_at(scene, index, content.last) or _lemma_at(scene, cue, content, index)
        if hit is not None and hit[0] not in found:
            span = scene.text.span(index, index + hit[1])
            found[hit[0]] = Evidence(by_words.name, span.start, span.end)
    stance = next((stance for stance in POWER if stance in found), None)
    return None if stance is None else Judged(stance, (found[stance],))


def _form_at(scene: Scene, index: int, last: int) -> tuple[str, int] | None:
    for parts, stance in _forms().get(scene.lower(index), ()):
        if index + len(parts) <= last and all(scene.lower(index + k) == part for k, part in enumerate(parts)):
            return stance, len(parts)
    return None


def _lemma_at(scene: Scene, cue: Cue | None, content: Content, index: int) -> tuple[str, int] | None:
    """A verb of the table counts in the main clause, affirmative; what one does in speaking (shukuru, omba) counts only
    of the speaker."""
    predicate = scene.predicate_at(index)
    if predicate is None and (stance := _spoken_capital(scene, index)) is not None:
        return stance, 1
    if predicate is None:
        stance = _words("lemma").get(scene.text.word(index).lemma)
        return None if stance is None else (stance, 1)
    outer = predicate.outer
    if outer.relative is not None or outer.tense in ("infinitive", "situational", "future") or predicate.verb.negative:
        return None
    for stem in predicate.verb.chain:
        stance = _words("verb").get(stem)
        if stance is None:
            continue
        if stem not in OF_OTHERS and not _speaks_of_itself(scene, cue, content, predicate, ()):
            return None
        return stance, predicate.last - predicate.first
    return None


def _spoken_capital(scene: Scene, index: int) -> str | None:
    """«Nawashukuru» at the head of a sentence, which could be a name as well."""
    for reading in scene.text.word(index).analyses:
        verb = reading.verb
        if verb is not None and not reading.guess and verb.subject is not None and verb.subject.person == 1:
            return next((s for stem in verb.chain if (s := _words("verb").get(stem)) is not None), None)
    return None


OF_OTHERS = frozenset("hujumu potosha tarajiwa tazamiwa tegemea danganya kandamiza dhalilisha dhulumu".split())
"""Verbs whose subject is not the speaker: serikali inapaswa, wanadanganya."""


@rule(
    "stance: tense of the content",
    "Rais Yusufu Bakari alisema kwamba atajenga shule mpya.",
    "Rais Yusufu Bakari alisema: “Tutajenga shule mpya.”",
    never="Wakulima walisema kwamba mvua itachelewa.",
)
def by_verb(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """What the speaker will do is a promise, what the hearer is to do a demand."""
    lead = next((p for p in scene.predicates_in(content.first, content.last) if p.outer.relative is None), None)
    if lead is not None and scene.lower(content.first) in IF and _threat(scene, content):
        span = scene.text.span(content.first, content.first + 1)
        return Judged("warn", (Evidence(by_verb.name, span.start, span.end),))
    if lead is None or lead.marker in IF:
        return None
    if lead.outer.tense == "infinitive":
        return _announced(cue, content, lead)
    if VOCABULARY.analyses(scene.text.types[lead.first])[0].guess:
        return None
    span = scene.text.span(lead.first, lead.last)
    evidence = (Evidence(by_verb.name, span.start, span.end),)
    own = _speaks_of_itself(scene, cue, content, lead, speakers)
    if "tarajia" in lead.verb.chain[:1] and not lead.outer.negative:
        following = scene.predicate_at(lead.last)
        intends = own and following is not None and following.outer.tense == "infinitive"
        return Judged("promise" if intends else "predict", evidence)
    if lead.outer.tense == "future" and own and lead.verb.chain[-1] not in ("weza", "wezekana", "wa"):
        return Judged("promise", evidence)
    subject = lead.outer.subject
    asks = lead.outer.tense in ("subjunctive", "imperative") and (subject is None or subject.person != 1)
    unsure = scene.lower(lead.first - 1) in ("huenda", "huwenda", "pengine")
    if asks and lead.first - content.first < 6 and not lead.marker and not unsure:
        return Judged("demand", evidence)
    return _obliged(scene, content)


def _announced(cue: Cue | None, content: Content, lead: Predicate) -> Judged | None:
    """«ametangaza kujiuzulu»: a deed of one's own that is announced; «ametangaza kuwepo kwa ugonjwa» is none."""
    own = cue is not None and cue.row.lemma == "tangaza" and lead.first == content.first
    if not own or lead.verb.passive or lead.verb.chain[-1] == "wa":
        return None
    return Judged("promise")


def _obliged(scene: Scene, content: Content) -> Judged | None:
    """«serikali lazima itangaze matokeo»: somebody else must do something."""
    for index in range(content.first, min(content.first + 10, content.last)):
        if scene.lower(index) != "lazima":
            continue
        bound = next((p for p in scene.predicates_in(index, min(index + 7, content.last))), None)
        if bound is None or bound.outer.tense != "subjunctive" or bound.verb.passive or bound.outer.subject is None:
            return None
        if bound.outer.subject.person != 3:
            return None
        span = scene.text.span(index, bound.last)
        return Judged("demand", (Evidence(by_verb.name, span.start, span.end),))
    return None


IF = frozenset("ikiwa iwapo endapo kama".split())


def _threat(scene: Scene, content: Content) -> bool:
    """«iwapo mvua haitanyesha, njaa itaenea»: what will come of it."""
    return scene.lower(content.first) != "kama" and any(
        p.outer.tense == "future" and p.outer.relative is None for p in scene.predicates_in(content.first, content.last)
    )


def _speaks_of_itself(
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
