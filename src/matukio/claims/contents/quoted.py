"""Contents in quotation marks: after their cue, before it, on both sides of it, and what somebody is called.

«“Tumechoka,” alisema Moussa» → «“Tumechoka,”».
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import after_kwamba, clause_start, past_adjuncts, past_marks
from matukio.claims.sentences.called import is_called
from matukio.claims.sentences.content import Content, past_hearers, predicate_of, subject_start
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.quotations import Piece
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.claims.speakers.subjects import nearest_subjects
from matukio.rules import rule


@rule(
    "claim: quotation after its cue",
    "Waziri Asha Mushi alisema: “Tutajenga shule mpya mwaka huu.”",
    "Gavana Ali Hamisi amewaambia wakulima “mbolea itafika kesho asubuhi”.",
    never="Waziri Asha Mushi alinunua kitabu “Siku ya Kwanza”.",
)
def quotation_after(scene: Scene, cue: Cue) -> Content | None:
    """The quotation that begins after the cue with nothing but circumstances, its hearers or «kwamba» between."""
    if "quote" not in cue.row.frame:
        return None
    piece = next((p for p in scene.pieces if p.first >= cue.last), None)
    if piece is None or any(
        p.outer.finite and p.outer.relative is None and p.outer.tense != "situational"
        for p in scene.predicates_in(cue.last, piece.first)
    ):
        return None
    if any(cue.last <= other.first < piece.first for other in scene.cues):
        return None
    if any(
        scene.character(i) in ";." or scene.lower(i) in ("na", "lakini") and i > cue.last + 3
        for i in range(cue.last, piece.first)
    ):
        return None
    begin = after_kwamba(scene, cue.last)
    if begin is None:
        begin = past_adjuncts(scene, past_hearers(scene, cue, cue.last))
        if begin < piece.first and all(scene.lower(i) in TOWARDS for i in range(begin, piece.first)):
            begin = piece.first  # «ametoa wito wa “kusitisha mapigano yote”»
        if begin < piece.first and not cue.row.bare:
            return None
        begin = piece.first if begin > piece.first or not _leads(scene, begin, piece.first) else begin
    begin = past_marks(scene, begin)
    if begin > piece.first:
        return None
    if begin < piece.first and piece.last - piece.first < 5 and piece.last < scene.last - 1:
        return Content(begin, content_end(scene, cue, begin))
    last = _whole_quotation(scene, cue, piece.first, piece.last)
    if last + 1 < scene.last and scene.lower(last) == "na" and (second := scene.piece_at(last + 1)) is not None:
        last = second.last
    return Content(begin, last)


TOWARDS: Final = frozenset("wa ya la kwa juu kuhusu dhidi".split())


def _leads(scene: Scene, first: int, last: int) -> bool:
    """Whether the words before a quotation begin its clause: «Uingereza ina “historia ndefu”», «klabu hiyo “ina imani
    kamili”»."""
    told = scene.predicate_at(last + 1)
    phrase = scene.phrase_at(first)
    if told is not None and phrase is not None and phrase.last == last and told.outer.finite:
        agrees = told.outer.subject is not None and bool(phrase.classes & told.outer.subject.classes)
        return told.outer.relative is None and agrees and not phrase.name
    return has_verb(scene, first, last)


def _whole_quotation(scene: Scene, cue: Cue, first: int, last: int) -> int:
    """The quotation's end, or the clause's where it goes on outside: «“ameridhika” kuchukua nafasi ya pili»."""
    if last >= scene.last or scene.character(last) in ",;." or scene.character(last - 2) in ".,!?":
        return last
    if last - first < 6 and not has_verb(scene, first, last) and scene.predicate_at(last) is not None:
        return content_end(scene, cue, last)  # «amesema “kila mtu” anataka kufanya kazi»
    joined = scene.lower(last) in ("na", "lakini", "huku") and last - first > 7
    if scene.cue_at(last) is not None or joined and (has_verb(scene, first, last) or scene.phrase_at(last + 1) is None):
        return last
    return content_end(scene, cue, first)


@rule(
    "claim: quotation before its cue",
    "“Tutajenga shule mpya mwaka huu,” alisema Waziri Asha Mushi.",
    "“Mbolea itafika kesho asubuhi,” Gavana Ali Hamisi aliwaambia wakulima.",
    never="Waziri Asha Mushi alisema kwamba mvua imechelewa.",
)
def quotation_before(scene: Scene, cue: Cue) -> Content | None:
    """The quotation that ends where the cue or its subject begins; what is quoted on after the cue belongs to it."""
    if not scene.pieces or "quote" not in cue.row.frame:
        return None
    predicate = predicate_of(scene, cue)
    edges = {cue.first}
    if predicate is not None and predicate.outer.tense == "situational" and "infinitive" in cue.row.frame:
        promised = scene.predicate_at(cue.last)
        if promised is not None and promised.outer.tense == "infinitive":
            return None  # «“… itafanana na nchi,” akiahidi kuwateua wanawake»
    if predicate is not None:
        told = [p.first for p in nearest_subjects(scene, predicate) if p.last <= predicate.first]
        edges |= {subject_start(scene, predicate), min(told, default=cue.first)}
    for edge in sorted(edges, reverse=True):
        piece = next(
            (p for p in scene.pieces if p.last <= edge and all(scene.is_mark(i) for i in range(p.last, edge))), None
        )
        if piece is None or piece.last - piece.first < 4:
            continue
        if is_called(scene, piece):
            continue
        if cue.row.stance == "demand" and not has_verb(scene, piece.first, piece.last):
            continue  # «anasema “kila mtu” anataka kazi»
        clause = after_kwamba(scene, cue.last)
        if clause is not None and (piece.last - piece.first < 7 or clause == cue.last + 1):
            return None
        first = clause_start(scene, piece.first)
        told_by_another = any(first <= other.first < piece.first for other in scene.cues)
        if told_by_another or not has_verb(scene, first, piece.first):
            first = piece.first
        on = next((p for p in scene.pieces if p.first >= cue.last), None)
        if on is not None and _same_sentence(scene, cue, on):
            return Content(first, on.last)
        return Content(first, piece.last)
    return None


def _same_sentence(scene: Scene, cue: Cue, piece: Piece) -> bool:
    """“Kama unavyojua,” Ali alisema, “kuna njaa”: the second part begins with a small letter."""
    letters = next((i for i in range(piece.first, piece.last) if not scene.is_mark(i)), None)
    between = any(True for _ in scene.predicates_in(cue.last, piece.first))
    return letters is not None and not between and scene.character(letters).islower()


@rule(
    "claim: whom somebody quotes",
    "Gazeti la Mwananchi limemnukuu Waziri Asha Mushi akisema kwamba mgodi umefungwa.",
    never="Gazeti la Mwananchi limemnukuu Waziri Asha Mushi.",
)
def quoting(scene: Scene, cue: Cue) -> Content | None:
    """kumnukuu X akisema …: the paper's own claim is that X says it, beside what X says."""
    if cue.row.lemma != "nukuu" or cue.passive:
        return None
    phrase = scene.phrase_at(past_adjuncts(scene, cue.last, phrases=False))
    other = None if phrase is None else scene.cue_at(phrase.last)
    if phrase is None or other is None or "clause" not in other.row.frame or other.last + 1 >= scene.last:
        return None
    return Content(phrase.first, content_end(scene, other, other.last + 1))


@rule(
    "claim: what something is called",
    "Rais Yusufu Bakari aliuita mkataba huo “karatasi isiyo na thamani yoyote”.",
    "Wizara ya Afya imetaja hatua hiyo kuwa ya dharura.",
    never="Rais Yusufu Bakari aliwaita mawaziri wake.",
)
def named(scene: Scene, cue: Cue) -> Content | None:
    """kuita X «…», kutaja X kuwa …: what somebody or something is called, by whoever calls it so."""
    if "naming" not in cue.row.frame:
        return None
    own = predicate_of(scene, cue)
    if own is not None and own.verb.object is not None and not cue.passive and scene.lower(cue.last) in AS:
        first = cue.last + 1 + (scene.lower(cue.last + 1) in AS)
        return Content(first, content_end(scene, cue, first))  # «wameitaja kuwa ulaghai»
    phrase = scene.phrase_at(cue.last)
    if phrase is None:
        return None
    for index in range(phrase.last, min(phrase.last + FARTHEST_NAME, scene.last - 1)):
        if scene.piece_at(index) is not None and cue.row.lemma == "ita":
            piece = scene.piece_at(index)
            assert piece is not None
            return Content(piece.first, piece.last, phrase)
        if scene.lower(index) in ("kuwa", "kama", "kwamba"):
            return Content(phrase.first, content_end(scene, cue, phrase.first), phrase)
        predicate = scene.predicate_at(index)
        described = scene.lower(index - 1).startswith("amba")
        if predicate is not None and predicate.outer.relative is None and not described:
            return None
    return None


AS: Final = frozenset({"kuwa", "kama"})
FARTHEST_NAME: Final = 16
"""Words over which «kumtaja X …» reaches its «kama» or «kuwa»."""
