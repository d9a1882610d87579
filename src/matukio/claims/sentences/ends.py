"""Where a content ends: before the next report, at the sentence's end, a short one at a circumstance.

In «Waziri alisema kwamba hali ni shwari, akiongeza kuwa …» the first ends at the comma.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import (
    CIRCUMSTANCES,
    CONJUNCTIONS,
    CONTINUING,
    KWAMBA_ONLY,
    after_kwamba,
    opens_sentence,
)
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.disputed import disputed_from
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.swahili import NounPhrase, Predicate


def content_end(scene: Scene, cue: Cue, first: int, *, short: bool = False) -> int:
    """Where the content that begins at `first` ends: before the next report of the same speaker, before «kwa mujibu wa»
    at the end, else with the sentence. A `short` one (a nominal or infinitive) ends at a comma with a circumstance."""
    last = scene.last
    for index in range(first + 1, last):
        if not _may_turn(scene, index, short) or scene.piece_over(index) is not None:
            continue
        if (
            _goes_on_saying(scene, cue, first, index)
            or _next_report(scene, cue, first, index)
            or (short and (_circumstance_clause(scene, cue, first, index) or _past_nominal(scene, cue, first, index)))
            or disputed_from(scene, index)
            or opens_sentence(scene, first, index)
            or _left_untold(scene, cue, index)
            or _as_told(scene, index)
            or _verb_of_head(scene, cue, first, index)
            or _after_relative(scene, cue, index)
            or _main_clause(scene, cue, first, index)
            or (scene.character(index) == "." and scene.piece_at(index + 1) is not None)  # «kuhusika.“Hali …”»
        ):
            last = index
            break
    if last == scene.last and (closing := scene.clauses.sentence.last) and scene.piece_over(last - 1):
        piece = scene.piece_over(last - 1)
        last = min(closing, piece.last) if piece is not None else last
    while (
        last > first + 1
        and scene.is_mark(last - 1)
        and scene.piece_over(last - 1) is None
        and scene.character(last - 1) not in ")%"
    ):
        last -= 1
    return last


def _may_turn(scene: Scene, index: int, short: bool) -> bool:
    """Whether a word is such as a content ends before: a mark, a conjunction, a capital, a cue, a source; a short one
    before any verb. All others, four words in five, are passed over."""
    if scene.lowers[index] in TURNING or scene.initials[index].isupper() or scene.initials[index] in ",.-–—":
        return True
    if scene.cue_at(index) is not None or short and scene.predicate_at(index) is not None:
        return True
    oblique = scene.oblique_at(index)
    return oblique is not None and oblique.sense == "according"


def _main_clause(scene: Scene, cue: Cue, first: int, index: int) -> bool:
    """«Baada ya upinzani kulalamika kwamba kura zimeibwa, tume imeahirisha matokeo»: the comma after the clause that
    opens the sentence, where what follows has its own subject and verb."""
    own = None if cue.predicate is None else scene.clauses.predicates[cue.predicate]
    if own is None or scene.character(index) != ",":
        return False
    if own.marker in CONCEDING:
        return _clause_after(scene, index) and has_verb(scene, first, index)
    if own.outer.tense != "infinitive" or scene.lower(scene.first) not in OPENERS:
        return False
    if any(p.outer.finite and p.outer.relative is None for p in scene.predicates_in(scene.first, cue.first)):
        return False
    phrase = scene.phrase_at(index + 1)
    told = None if phrase is None else scene.predicate_at(phrase.last)
    main = told is not None and told.outer.finite and told.outer.relative is None and phrase in told.subjects
    return main and has_verb(scene, first, index)


def _clause_after(scene: Scene, comma: int) -> bool:
    """Whether a main clause follows the comma: «Ingawa wizara inasema kwamba …, hakuna hakika», «…, wengi wamesita»."""
    if scene.lower(comma + 1) in ("hakuna", "kuna", "bado", "ni", "si"):
        return True
    phrase = scene.phrase_at(comma + 1)
    at = comma + 1 if phrase is None else phrase.last
    told = scene.predicate_at(at + (phrase is not None and at < scene.last and scene.character(at) == ","))
    return told is not None and told.outer.finite and told.outer.relative is None and told.outer.tense in TOLD


TOLD: Final = frozenset("general past perfect present future".split())
OPENERS: Final = frozenset("baada kabla kufuatia licha".split())
TURNING: Final = CONJUNCTIONS | frozenset("kama ambapo wakati".split())


def _verb_of_head(scene: Scene, cue: Cue, first: int, index: int) -> bool:
    """«Afisa aliyethibitisha shambulizi hilo amesema …»: the main verb of who is described by the cue."""
    own = None if cue.predicate is None else scene.clauses.predicates[cue.predicate]
    told = scene.predicate_at(index)
    if own is None or told is None or own.outer.relative is None:
        return False
    headless = own.relative_head is None  # «wanaokosoa serikali wanasema …»
    if not own.subject_is_head and not (headless and _same_subject(own, told)):
        return False
    if not told.outer.finite or told.outer.relative is not None or told.outer.tense in ("situational", "subjunctive"):
        return False
    if scene.cue_at(index) is None or not headless and any(first <= phrase.first for phrase in told.subjects):
        return False
    agree, head = told.outer.subject, own.outer.subject
    return agree is not None and head is not None and agree.classes == head.classes


def _after_relative(scene: Scene, cue: Cue, index: int) -> bool:
    """«Wale ambao wanaamini kwamba …, huzihamishia hasira zao»: the main verb of whom «ambao» describes."""
    own = None if cue.predicate is None else scene.clauses.predicates[cue.predicate]
    told = scene.predicate_at(index + 1) if scene.character(index) == "," else None
    if own is None or told is None or not scene.lower(own.first - 1).startswith("amba"):
        return False
    if not told.outer.finite or told.outer.relative is not None or told.outer.tense in ("situational", "subjunctive"):
        return False
    if has_verb(scene, scene.first, own.first - 1):
        return False  # «Mmoja wao ni Asha, ambaye anasema kuwa, japo ni mwalimu, hana kazi»
    agreement = told.outer.subject  # hu- agrees with anything
    return agreement is None or own.outer.subject is not None and agreement.classes == own.outer.subject.classes


def _same_subject(one: Predicate, other: Predicate) -> bool:
    a, b = one.outer.subject, other.outer.subject
    return a is not None and b is not None and a.classes == b.classes and bool(b.classes & {1, 2})


def _as_told(scene: Scene, index: int) -> bool:
    """«… kupanua barabara, kama anavyoeleza Asha Mushi»: who tells it."""
    step = index + (scene.character(index) == ",")
    told = scene.predicate_at(step + 1) if step + 1 < scene.last and scene.lower(step) == "kama" else None
    if told is None or told.outer.relative is None or told.outer.relative.prefix != "vyo":
        return False
    cue = scene.cue_at(told.first)
    return cue is not None and cue.row.stance == "say" and not cue.passive


def _left_untold(scene: Scene, cue: Cue, index: int) -> bool:
    """«…, lakini hakueleza zaidi»: what the speaker did not say is told by the article."""
    step = index + (scene.character(index) == ",")
    if step >= scene.last or scene.lower(step) not in ADVERSATIVE:
        return False
    told, own = scene.predicate_at(step + 1), None if cue.predicate is None else scene.clauses.predicates[cue.predicate]
    if told is None or own is None or told.outer.subject is None or own.outer.subject is None:
        return False
    same = bool(told.outer.subject.classes & own.outer.subject.classes)
    if same and told.outer.tense == "consecutive":
        return True  # «… lakini akawa mwepesi wa kusema …»
    return same and told.outer.negative and told.outer.tense in ("past", "perfect") and told.verb.chain[0] in TELLING


ADVERSATIVE: Final = frozenset({"lakini", "ila"})
TELLING: Final = frozenset("eleza fafanua sema taja toa thibitisha tambulisha weka weza bainisha ingia ainisha".split())


def _goes_on_saying(scene: Scene, cue: Cue, first: int, index: int) -> bool:
    """«imekanusha ripoti hiyo ikisema …», «wametaka uwazi wakidai …»: the same speaker goes on without a comma."""
    other = scene.cue_at(index)
    if other is None or other.predicate is None or cue.predicate is None:
        return False
    if not {"clause", "naming"} & set(other.row.frame):
        return False
    outer, own = scene.clauses.predicates[other.predicate].outer, _governing(scene, cue.predicate).outer
    if outer.tense != "situational" or outer.subject is None or own.subject is None or other.passive:
        return False
    if any(
        first < phrase.first and phrase.last == index for phrase in scene.clauses.predicates[other.predicate].subjects
    ):
        return False  # «shahidi alisikia mshukiwa akisema»
    return outer.subject.classes == own.subject.classes and scene.lower(index - 1) != "huku"


def _governing(scene: Scene, number: int) -> Predicate:
    """The verb with a subject that an infinitive depends on: «amejitokeza kupinga muungano huo akitoa wito …»."""
    predicate = scene.clauses.predicates[number]
    while predicate.outer.subject is None and predicate.governor is not None:
        predicate = scene.clauses.predicates[predicate.governor]
    return predicate


def _next_report(scene: Scene, cue: Cue, start: int, index: int) -> bool:
    """Whether at `index` the reporting verb's own subject goes on to say more: «, akiongeza kuwa», «na kusema kwamba»,
    «lakini amesema», «huku upinzani ukidai», «, kwa mujibu wa»."""
    word = scene.lower(index)
    if word == "," or word in CONJUNCTIONS:
        step = index + 1
        while step < scene.last and (scene.lower(step) in CONJUNCTIONS or scene.character(step) == ","):
            step += 1
        if scene.lower(step) == "hata" and step + 1 < scene.last and scene.lower(step + 1) == "hivyo":
            step, word = step + 2, "lakini"
        elif scene.lower(step) == "hata" and word != "lakini":
            step += 1  # «…, na hata kukiri kwamba»
        if step >= scene.last:
            return False
        if (oblique := scene.oblique_at(step)) is not None and oblique.sense == "according":
            return True
        other = scene.cue_at(step)
        if other is not None and other.predicate is not None:
            return _same_speaker(scene, cue, other, word)
        if word in ("huku", "lakini") or (word == "," and has_verb(scene, start, index)):
            return _reported_by_another(scene, step, word)
        if word == "na" and (phrase := scene.phrase_at(step)) is not None:
            return _joins_report(scene, cue, phrase)
    oblique = scene.oblique_at(index)
    return oblique is not None and oblique.sense == "according" and not has_verb(scene, oblique.phrase.last, scene.last)


def _joins_report(scene: Scene, cue: Cue, phrase: NounPhrase) -> bool:
    """«… shambulizi hilo na Uingereza imesema itatuma msaada»: a named speaker's own report after «na»."""
    other = scene.cue_at(phrase.last)
    if other is None or other.predicate is None or cue.predicate is None or not phrase.name:
        return False
    predicate = scene.clauses.predicates[other.predicate]
    alone = predicate.outer.subject is not None and not predicate.outer.subject.classes & {2, 8, 10}
    return alone and predicate.outer.relative is None and predicate.outer.tense in ("past", "perfect", "present")


def _same_speaker(scene: Scene, cue: Cue, other: Cue, word: str) -> bool:
    assert other.predicate is not None
    if other.passive or (other.row.lemma in KWAMBA_ONLY and after_kwamba(scene, other.last) is None):
        return False  # «…, wameamua kuungana» says no more of what was said
    outer = scene.clauses.predicates[other.predicate].outer
    if (
        outer.relative is not None
        or "clause" not in other.row.frame
        and "infinitive" not in other.row.frame
        and "object" not in other.row.frame
        and "target" not in other.row.frame
        and "naming" not in other.row.frame
    ):
        return False
    if outer.tense in CONTINUING:
        return True
    return (
        cue.predicate is not None
        and outer.subject is not None
        and outer.subject == scene.clauses.predicates[cue.predicate].outer.subject
    )


def _reported_by_another(scene: Scene, step: int, word: str) -> bool:
    """«huku upinzani ukidai kwamba …»: another speaker's own report."""
    phrase = scene.phrase_at(step)
    if phrase is None:
        return False
    while scene.cue_at(phrase.last) is None and (more := scene.phrase_at(phrase.last)) is not None and more.name:
        phrase = more  # «Jaji Sisi | Khampepe alisema»
    other = scene.cue_at(phrase.last)
    if other is None or other.predicate is None or not {"clause", "object"} & set(other.row.frame):
        return False
    return word != "," or scene.clauses.predicates[other.predicate].outer.tense != "situational"


POINTING: Final = frozenset("hiyo hizo hayo hilo huo hicho hivyo hao huyo".split())
CONCEDING: Final = frozenset("ingawa ijapokuwa ingawaje japokuwa".split())


def _past_nominal(scene: Scene, cue: Cue, first: int, index: int) -> bool:
    """Where a phrase that is denied, criticised or asked ends, though no clause of its own begins: «… miujiza - mambo
    ambayo», «amekanusha mashtaka hayo na kuzuiliwa», «wanaopinga unyakuzi wa ardhi, uamuzi wa serikali …»."""
    character = scene.character(index)
    if character in "-–—":
        starts, ends = scene.text.starts, scene.text.ends
        return ends[index - 1] < starts[index] and ends[index] < starts[index + 1]
    own = None if cue.predicate is None else scene.clauses.predicates[cue.predicate]
    if character == "," and own is not None and (own.outer.relative is not None or own.marker in CONCEDING):
        return not has_verb(scene, first, index) and scene.phrase_at(index + 1) is not None
    if character == "," and scene.lower(index - 1) in POINTING and "nominal" in cue.row.frame:
        return not has_verb(scene, first, index)  # «amethibitisha habari hizo, ishara ya …»
    told = scene.predicate_at(index + 1) if scene.lower(index) == "na" else None
    if told is None or "nominal" not in cue.row.frame:
        return False
    if told.outer.finite and told.outer.relative is None and told.outer.tense in TOLD:
        return not has_verb(scene, first, index)  # «wamekana taarifa hizo na imekuwa taabu …»
    if told.outer.tense != "infinitive":
        return False
    named = scene.lower(told.last) in ("kwa", "kwake", "kwao") if told.last < scene.last else False
    return not named and not any(True for _ in scene.predicates_in(first, index))


def _circumstance_clause(scene: Scene, cue: Cue, first: int, index: int) -> bool:
    word = scene.lower(index)
    if word in ("huku", "ambapo") or (word == "wakati" and scene.lower(index + 1) not in ("wa", "huo")):
        return True
    predicate = scene.predicate_at(index)
    if predicate is not None and predicate.outer.relative is not None:
        until = any(scene.lower(i) in ("mpaka", "hadi") for i in range(first, index))
        return predicate.outer.relative.prefix == "po" and predicate.outer.tense != "copula" and not until
    if predicate is not None and predicate.outer.tense == "situational" and predicate.verb.chain[-1] == "wa":
        own = None if cue.predicate is None else scene.clauses.predicates[cue.predicate].outer.subject
        same = (
            own is not None and predicate.outer.subject is not None and predicate.outer.subject.classes == own.classes
        )
        if same and not predicate.subjects and not has_verb(scene, first, index):
            return True  # «alitangaza tarehe hiyo akiwa Tanga»
    if scene.character(index) != "," or index + 1 >= scene.last:
        return False
    if scene.lower(index + 1) in ("nayo", "naye", "nae", "nao", "nalo", "nacho", "nazo"):
        return True
    if scene.lower(index + 1) == "na" and any(
        p.outer.finite and p.outer.relative is None and p.outer.tense != "subjunctive"
        for p in scene.predicates_in(index + 2, index + 5)
    ):
        return True  # «madai hayo, na jana aliandika»
    if scene.lower(index + 1) in CIRCUMSTANCES or scene.lower(index + 1) in ("ambako", "lakini"):
        return True
    if scene.lower(index + 1) == "na" and scene.lower(index + 2) in ("katika", "kwenye"):
        return any(cue.first > index and cue.predicate is not None for cue in scene.cues)  # «…, na katika barua …»
    predicate = scene.predicate_at(index + 1)
    if predicate is None and (phrase := scene.phrase_at(index + 1)) is not None:
        after = scene.predicate_at(phrase.last)
        return after is not None and after.outer.tense == "situational" and phrase in after.subjects
    return predicate is not None and predicate.outer.finite and predicate.outer.relative is None
