"""Quotations that no cue of their own sentence introduces: who goes on speaking.

«Waziri alisema: “Tutajenga shule. Wazazi watafurahi.”»: the second sentence is the minister's too.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from typing import Final

from matukio.claims.drafts import Draft, drafted
from matukio.claims.sentences.content import Content, predicate_of
from matukio.claims.sentences.quotation_marks import DOUBLE as OPENING
from matukio.claims.sentences.quotations import Piece
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.claims.speakers.memory import MEMORY
from matukio.claims.speakers.somebody import is_somebody
from matukio.claims.speakers.subjects import nearest_subjects
from matukio.record import Party
from matukio.references import Resolved
from matukio.rules import rule


@rule(
    "claim: quotation goes on",
    "Waziri Asha Mushi alisema: “Tutajenga shule mpya. Wazazi watafurahi sana na watoto wao.”",
    never="Waziri Asha Mushi alisema: “Tutajenga shule mpya.” Wazazi wamefurahi sana.",
)
def quoted_on(every: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A quotation that no cue of its sentence introduces: its speaker is that of the part before, of «alisema Moussa»
    after it, or who spoke last."""
    told = sorted(drafts, key=_place)
    for scene in every:
        for piece in scene.pieces:
            if any(d.scene is scene and _covers(d, piece) for d in told) or not (
                _by_itself(scene, piece) or _named_before(scene, piece)
            ):
                continue
            content = Content(piece.first, min(piece.last, scene.clauses.sentence.last))
            draft = drafted(scene, None, content, _quoted_speaker(every, scene, piece, told), quoted_on.name)
            draft.target = draft.target or _aimed_before(piece, draft, told)
            insort(told, draft, key=_place)
            yield draft


def _place(draft: Draft) -> int:
    return draft.content.first


def _aimed_before(piece: Piece, draft: Draft, told: Sequence[Draft]) -> Party | None:
    """«“Tunawashukuru wapiga kura. Hongereni sana.”»: whom the part before of the same stance was aimed at."""
    before = (
        d for d in reversed(told)
        if piece.quotation.first <= d.content.first < piece.first and not _within(d, piece)
    )  # fmt: skip
    last = next(before, None)
    return last.target if last is not None and last.stance == draft.stance else None


def _covers(draft: Draft, piece: Piece) -> bool:
    """Whether a claim whose cue stands outside the quotation holds it already."""
    if draft.cue is not None and piece.first <= draft.cue.first < piece.last:
        return not piece.quotation.closed and draft.content.first == piece.first  # «''Tumechoka, Asha aliambia BBC.»
    return draft.content.first < piece.last and piece.first < draft.content.last


def _by_itself(scene: Scene, piece: Piece) -> bool:
    """A quotation that is a statement: the next part of one, most of its sentence, or a long sentence of its own."""
    size = piece.last - piece.first
    opens = piece.quotation.last > piece.last and size >= 0.7 * (scene.last - scene.first)
    if opens and size > 2:
        return True
    speaks = size > 5 and has_verb(scene, piece.first, piece.last)
    if speaks and piece.quotation.last > piece.last:
        return True  # it goes on in the next sentence
    if speaks and piece.first > scene.first and scene.character(piece.first - 1) == ":":
        return True  # «Mvuvi huyo hufika bandarini kila siku: “Tunatafuta kazi, hatuna.”»
    if speaks and piece.first == scene.first and piece.quotation.closed and scene.character(piece.last - 2) == ",":
        return True  # «“Sijaona kitu kama hiki,” mgeni Asha Mushi …»
    if size > 3 and size >= 0.9 * (scene.last - scene.first) and has_verb(scene, piece.first, piece.last):
        return True  # «“Tunataka amani.”»
    if (piece.continues and size > 3) or (size > 5 and size >= 0.7 * (scene.last - scene.first)):
        return True
    return size > 8 and (not piece.quotation.closed or scene.character(piece.last - 2) in ".?!…,")


def _quoted_speaker(every: Sequence[Scene], scene: Scene, piece: Piece, told: Sequence[Draft]) -> Resolved:
    if (name := _named_before(scene, piece) or _named_beside(scene, piece) or _acts_before(scene, piece)) is not None:
        return name
    if (signed := _signed(every, scene, piece)) is not None:
        return signed
    same = [
        d
        for d in told
        if piece.quotation.first <= d.content.first < piece.quotation.last
        and d.content.first < piece.first
        and not _within(d, piece)
    ]
    if same:
        return Resolved(same[-1].speakers)
    later = [
        d
        for d in told
        if piece.first < d.content.first < piece.quotation.last and d.cue is not None and not _within(d, piece)
    ]
    if later:
        return Resolved(later[0].speakers)
    if (after := _named_after(every, scene)) is not None:
        return after
    if (before_it := _teller_before(every, scene, told)) is not None:
        return before_it
    before = [
        d for d in told if d.content.first < piece.first and scene.number - d.scene.number <= MEMORY and d.speakers
    ]
    outer = [d for d in before if not _reported(d, before)]
    if outer:
        return _who_is_i(every, scene, piece, outer[-1]) or Resolved(outer[-1].speakers)
    acts = _actor_before(every, scene)
    return acts if acts.parties else _next_quoted(scene, told)


def _teller_before(every: Sequence[Scene], scene: Scene, told: Sequence[Draft]) -> Resolved | None:
    """«Mkulima Asha Mushi alizungumza na BBC. “Hatuna mvua.”»: who speaks at the end of the sentence before, though
    nothing is said in it."""
    if scene.number == 0:
        return None
    previous = every[scene.number - 1]
    if any(d.scene is previous for d in told):
        return None
    spoke = [p for p in previous.clauses.predicates if not TELLING.isdisjoint(p.verb.chain) and p.outer.finite]
    last = spoke[-1] if spoke else None
    if last is None or last.outer.relative is not None or last.outer.negative or previous.last - last.last > TOLD:
        return None
    own = nearest_subjects(previous, last)
    return previous.discourse.resolve(own[-1]) if own and is_somebody(previous, own[-1]) else None


TELLING: Final = frozenset("ambia eleza hutubia ongea simulia sema zungumza".split())
TOLD: Final = 8
"""Words to the sentence's end after its verb: «alizungumza na idhaa ya BBC Jumatatu»."""


def _next_quoted(scene: Scene, told: Sequence[Draft]) -> Resolved:
    """«“Tumechoka.” “Hatutaki tena,” amesema Asha Mushi»: who speaks the quotation of the next sentence."""
    after = (d for d in told if d.scene.number == scene.number + 1 and d.cue is not None)
    known = next((d for d in after if scene.text.span(d.content.first, d.content.first + 1).text in OPENING), None)
    return Resolved(() if known is None else known.speakers)


def _within(draft: Draft, piece: Piece) -> bool:
    """Whether a claim is reported inside the quotation: its cue stands there too."""
    return draft.cue is not None and piece.quotation.first <= draft.cue.first < piece.quotation.last


def _who_is_i(every: Sequence[Scene], scene: Scene, piece: Piece, last: Draft) -> Resolved | None:
    """«Kampuni ilisema bei imepanda. Juma Ali analima. Shamba lake ni dogo. “Ninalima peke yangu”»: where a body spoke
    last, who says «I» is the person named since."""
    told = None if last.cue is None else predicate_of(last.scene, last.cue)
    agreement = None if told is None else told.outer.subject
    if (
        agreement is None
        or agreement.classes & {1, 2}
        or not any(
            p.outer.subject is not None and p.outer.subject.person == 1 and p.outer.subject.prefix.startswith("n")
            for p in scene.predicates_in(piece.first, piece.last)
        )
    ):
        return None
    for earlier in reversed(every[last.scene.number + 1 : scene.number]):
        for predicate in earlier.clauses.predicates:
            own = nearest_subjects(earlier, predicate) if predicate.outer.finite else ()
            if own and any(n.type == "PER" for n in earlier.discourse.names_in(own[-1].first, own[-1].last)):
                return earlier.discourse.resolve(own[-1])
    return None


def _reported(draft: Draft, among: Sequence[Draft]) -> bool:
    """Whether a claim only stands in what a person says: «Asha amesema polisi wamemwambia kwamba … “Sitaondoka”»; a
    paper that reports gives the word on: «Reuters linaripoti kwamba Asha amesema … “Sitaondoka”»."""
    cue = draft.cue
    if cue is None:
        return False
    quoted = draft.scene.piece_over(cue.first) is not None
    around = (d for d in among if d is not draft and d.content.first <= cue.first < d.content.last)
    return any(quoted or _of_person(d) for d in around)


def _of_person(draft: Draft) -> bool:
    """Whether a claim has a verb that can have a person for its subject; «linaripoti» and «kulingana na» are none."""
    if draft.cue is None:
        return True
    told = predicate_of(draft.scene, draft.cue)
    return told is not None and (told.outer.subject is None or bool(told.outer.subject.classes & {1, 2}))


def _actor_before(every: Sequence[Scene], scene: Scene) -> Resolved:
    """Who acts in the sentence before: «Papa aliwahutubia waumini. “Amani iwe nanyi.”»"""
    if scene.number == 0:
        return Resolved(())
    previous = every[scene.number - 1]
    for predicate in previous.clauses.predicates:
        if predicate.outer.finite and predicate.outer.relative is None and predicate.outer.tense != "situational":
            own = nearest_subjects(previous, predicate)
            if own and not is_somebody(previous, own[-1]):
                continue  # «Hali ni mbaya. “Tumechoka.”»
            found = scene.discourse.subject(previous.number, predicate)
            if found.parties:
                return found
    return Resolved(())


def _named_before(scene: Scene, piece: Piece) -> Resolved | None:
    """«Dkt. Ali: “Tumechoka.”»: a name and a colon."""
    if piece.first - 2 < scene.first or scene.character(piece.first - 1) != ":":
        return None
    last = piece.first - 1
    if last - scene.first > 8 or any(True for _ in scene.predicates_in(scene.first, last)):
        return None
    return Resolved((scene.discourse.party(scene.first, last),))


def _signed(every: Sequence[Scene], scene: Scene, piece: Piece) -> Resolved | None:
    """«“Hali ni nzuri. Tuna fursa.” – Asha wa Blogu ya Tanga»: who is named after a dash behind the quotation."""
    for after in every[scene.number : scene.number + 8]:
        at = piece.quotation.last
        if not after.first <= at < after.last:
            continue
        named = after.character(at) in "-–—" and after.character(at + 1).isupper() if at + 1 < after.last else False
        if named and not any(True for _ in after.predicates_in(at, after.last)) and after.last - at < 12:
            return Resolved((after.discourse.party(at + 1, after.last),))
    return None


def _acts_before(scene: Scene, piece: Piece) -> Resolved | None:
    """«Mvuvi huyo hufika bandarini kila siku: “Hatuna kazi.”»: whoever acts before the colon, if it is somebody."""
    if piece.first - 1 <= scene.first or scene.character(piece.first - 1) != ":":
        return None
    for predicate in scene.predicates_in(scene.first, piece.first):
        for phrase in nearest_subjects(scene, predicate) if predicate.outer.relative is None else ():
            known = scene.discourse.resolve(phrase)
            if known.parties and is_somebody(scene, phrase):
                return known
    return None


def _named_beside(scene: Scene, piece: Piece) -> Resolved | None:
    """«“Tumechoka,” Waziri Asha Mushi.»: who is named after it, with no verb."""
    return _party_alone(scene, piece.last, scene.last)


def _party_alone(scene: Scene, first: int, last: int) -> Resolved | None:
    """The words as a party, where they are somebody and nothing else."""
    while first < last and scene.is_mark(first):
        first += 1
    if not first < last <= first + 12 or any(True for _ in scene.predicates_in(first, last)):
        return None
    party = scene.discourse.party(first, last)
    person = any(name.type == "PER" for name in scene.discourse.names_in(first, last))
    return Resolved((party,)) if person or party.sector is not None else None


@rule(
    "claim: headline",
    "Bei ya mahindi imepanda mno - Waziri Asha Mushi\nBei ya mahindi imepanda mwaka huu.",
    never="Bei ya mahindi imepanda mno - tena\nBei ya mahindi imepanda mwaka huu.",
)
def headline(scene: Scene) -> Draft | None:
    """A title that ends in a dash and whose words it gives: «Vita vimekwisha - Rais Asha»."""
    if scene.number or scene.text.string[scene.text.ends[scene.last - 1] :][:1] == ".":
        return None
    dashes = [i for i in range(scene.first + 3, scene.last - 1) if scene.character(i) in "-–—"]
    spaced = [i for i in dashes if scene.text.ends[i - 1] < scene.text.starts[i]]
    if not spaced or not has_verb(scene, scene.first, spaced[-1]):
        return None
    speaker = _party_alone(scene, spaced[-1], scene.last)
    if speaker is None:
        return None
    return drafted(scene, None, Content(scene.first, spaced[-1]), speaker, headline.name)


def _named_after(every: Sequence[Scene], scene: Scene) -> Resolved | None:
    """«…” alisema Moussa» at the head of one of the next sentences, or «Moussa aliongeza» alone in it."""
    for following in every[scene.number + 1 : scene.number + 4]:
        first = following.first
        while first < following.last and following.is_mark(first):
            first += 1
        cue = following.cue_at(first)
        if cue is not None and "quote" in cue.row.frame and (phrase := following.phrase_at(cue.last)) is not None:
            return following.discourse.resolve(phrase)
        if following.piece_over(first) is None:
            return _alone(following, first)
    return None


def _alone(scene: Scene, first: int) -> Resolved | None:
    """«“Tumechoka.” Moussa aliongeza.»: a sentence that only names who spoke the quotation before it."""
    phrase = scene.phrase_at(first)
    cue = None if phrase is None else scene.cue_at(phrase.last)
    if phrase is None or cue is None or cue.last < scene.last or "quote" not in cue.row.frame:
        return None
    return scene.discourse.resolve(phrase) if is_somebody(scene, phrase) else None
