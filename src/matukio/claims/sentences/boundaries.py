"""Where a content begins and ends.

In «Waziri alisema Jumanne katika mkutano huo kwamba hali ni shwari, akiongeza kuwa …» it begins after what only says
when and where it was said, and ends before the next report.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.quotations import Piece
from matukio.claims.sentences.scene import FULL_STOPS, Scene, has_verb
from matukio.swahili import Oblique, category

ADVERBS: Final = frozenset(
    "vikali sana pia tena hivyo hapo hapa huko kwamba aidha zaidi rasmi waziwazi wazi hadharani moja mara".split()
)


KWAMBA_ONLY: Final = frozenset(
    "amua ona kubali ongeza baini soma andika hofia ogopa hisi nukuu kubaliana bainisha tarajia tumaini onyesha onesha"
    " ashiria gundua jibu zungumza tishia kumbuka hitimisha tumai gusia kariri".split()
)
"""Verbs that take a thing as readily as a clause: only «kwamba» makes a claim of them."""
TIMES_OVER: Final = frozenset("kadhaa nyingi mbili tatu chache".split())
WITHIN: Final = frozenset("at during before through after until".split())
"""Senses of prepositions whose phrase tells the circumstances of speaking: katika mkutano huo, kupitia redio."""


FARTHEST: Final = 26
"""Words that may stand between a cue and its «kwamba»."""


CONTINUING: Final = frozenset("situational consecutive infinitive".split())


CONJUNCTIONS: Final = frozenset("na lakini huku pia bali ila".split())


CIRCUMSTANCES: Final = frozenset("wakati baada kabla kufuatia huku mara ambapo licha ingawa".split())


def after_kwamba(scene: Scene, start: int, *, asking: bool = False) -> int | None:
    """Where a clause begins after kwamba, kuwa, ya kwamba (kama, iwapo for a question) that belongs to the words before
    `start`; None when a verb of its own stands first."""
    for index in range(start, min(start + FARTHEST, scene.last)):
        word = scene.lower(index)
        if word == "kwamba" or (word == "kuwa" and _is_that(scene, start, index)):
            return past_marks(scene, index + 1)
        if asking and word in ("kama", "iwapo", "ikiwa"):
            return index + (word == "kama")
        if word in ("ni", "si") and not scene.lower(index - 1).startswith("amba"):
            return None  # «anasema ni muhimu kwamba …»: the clause begins before it
        piece = scene.piece_over(index)
        if piece is not None and index > start and _is_name(scene, piece):
            continue  # «amesema katika kipindi cha “Siku ya Leo” kwamba …»
        if piece is not None and piece.first == index or scene.character(index) in FULL_STOPS:
            return None
        predicate = scene.predicate_at(index)
        if predicate is None:
            continue
        outer = predicate.outer
        if outer.tense in ("infinitive", "situational") or outer.relative is not None:
            own = scene.cue_at(index)
            if own is not None and index > start and (outer.relative is None or scene.lower(own.last) in THAT):
                return None
            continue
        return None
    return None


THAT: Final = frozenset({"kwamba", "kuwa"})


def _is_name(scene: Scene, piece: Piece) -> bool:
    """Whether words in marks are only what something is called: «kipindi cha “Siku ya Leo”»."""
    return piece.last - piece.first < TITLE and not has_verb(scene, piece.first, piece.last)


TITLE: Final = 8
"""Words of a name in quotation marks, the marks among them."""


def _is_that(scene: Scene, start: int, index: int) -> bool:
    """«kuwa» as «that», not «to be»: not after a preposition, nor before «na» or a noun that it makes somebody of."""
    made = next((p for p in scene.predicates_in(start, index) if p.last == index), None)
    if made is not None and made.verb.passive and made.outer.tense == "infinitive":
        return False  # «anatumaini kuchaguliwa kuwa mwenyekiti kutasaidia»
    if index + 1 >= scene.last or scene.lower(index + 1) == "na":
        return False
    if not has_verb(scene, index + 1, scene.last):
        return False  # «amekubali kuwa mwenyekiti»
    before = scene.lower(index - 1) if index > scene.first else ""
    return before not in ("kwa", "wa", "la", "cha", "na", "ili", "bila")


def past_marks(scene: Scene, index: int) -> int:
    """Past colons, commas and dashes."""
    while index < scene.last and scene.character(index) in ":,;-–—" and scene.piece_at(index) is None:
        index += 1
    return index


def past_adjuncts(scene: Scene, index: int, *, phrases: bool = True) -> int:
    """Past what tells when, where and how something was said: times, adverbs, «katika hotuba yake», «kwa waandishi»."""
    moved = True
    while moved and index < scene.last:
        moved = False
        if index in scene.times or scene.lower(index) in ADVERBS or scene.character(index) in ":,–—-":
            if scene.piece_at(index) is not None:
                return index
            index, moved = index + 1, True
            continue
        if scene.lower(index) in ("kwa", "tangu", "hadi") and index + 1 in scene.times:
            index, moved = index + 1, True
            continue
        if scene.lower(index) == "kwa" and scene.lower(index + 1) == "mara":
            again = scene.lower(index - 1) == "mara"  # «mara kwa mara», «kwa mara ya kwanza», «kwa mara nyingine»
            index, moved = index + (2 if again else 4 if scene.lower(index + 2) == "ya" else 3), True
            continue
        if scene.lower(index) == "siku" and index + 2 < scene.last and index + 2 in scene.times:
            index, moved = index + 2, True
            continue
        if scene.lower(index - 1) == "mara" and scene.lower(index) in TIMES_OVER:
            index, moved = index + 1, True
            continue
        oblique = scene.oblique_at(index)
        if phrases and oblique is not None and _circumstance(scene, oblique):
            index, moved = _with_relative(scene, oblique.phrase.last), True
            if (joined := scene.oblique_at(index)) is not None and joined.preposition == "na":
                index = joined.phrase.last
    return index


def _circumstance(scene: Scene, oblique: Oblique) -> bool:
    if oblique.sense in WITHIN:
        return True
    if oblique.sense != "kwa":
        return False
    known = scene.discourse.describe(oblique.phrase.first, oblique.phrase.last)
    return known.sector is not None or scene.lower(oblique.phrase.head) in ("njia", "simu", "niaba", "mara")


def _with_relative(scene: Scene, index: int) -> int:
    """Past a relative clause that only says more of the phrase: «katika taarifa iliyotolewa Jumapili»."""
    predicate = scene.predicate_at(index)
    if predicate is None or predicate.outer.relative is None:
        return index
    index = past_adjuncts(scene, predicate.last)
    agent = scene.oblique_at(index)
    return agent.phrase.last if agent is not None and agent.preposition == "na" else index


def clause_start(scene: Scene, before: int) -> int:
    """Where the clause that ends at word `before` begins: after the last report, semicolon or leading «lakini»."""
    first = scene.first
    for index in range(before - 1, scene.first - 1, -1):
        if scene.character(index) == ";":
            first = index + 1
            break
        if index > scene.first and scene.piece_over(index) is None and opens_sentence(scene, scene.first, index):
            first = index  # a caption without a stop stands before it
            break
    while first < before and (
        scene.lower(first) in ("lakini", "pia", "aidha", "hata", "hivyo") or scene.character(first) in ",;"
    ):
        first += 2 if scene.lower(first) == "hata" and scene.lower(first + 1) == "hivyo" else 1
    return first


def opens_sentence(scene: Scene, first: int, index: int) -> bool:
    """«… kwenye eneo hilo Rais Idriss Deby alitangaza …»: a noun with a capital that has a verb of its own begins the
    next sentence, where a caption or a heading stands before it without a stop."""
    if not scene.character(index).isupper() or category(scene.text, index) != "N":
        return False
    before = category(scene.text, index - 1)
    capital = scene.character(index - 1).isupper()
    if capital and not any(True for _ in scene.discourse.names_in(index - 1, index)):
        return False  # «Hayati Rais …», «Makamu Mwenyekiti …» are titles
    if before not in "NPAD" or index in scene.times or scene.lower(index - 1) in CONJUNCTIONS:
        return False
    phrase = scene.phrase_at(index)
    if phrase is None or phrase.last >= scene.last or not has_verb(scene, first, index):
        return False
    return any(
        phrase in p.subjects
        and p.first >= phrase.last
        and p.outer.finite
        and p.outer.relative is None
        and p.outer.tense != "subjunctive"
        for p in scene.clauses.predicates
    )
