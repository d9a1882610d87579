"""Who speaks: the cue's subject before or after it, the doer of a passive, or whoever spoke last.

«“Tumechoka,” alisema Moussa. Aliongeza kuwa …»: both claims are Moussa's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts
from matukio.claims.sentences.content import Content, fronted, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.claims.speakers.according import author, is_authored, is_document
from matukio.claims.speakers.apart import MANNER
from matukio.claims.speakers.fitting import fits
from matukio.claims.speakers.inverted import subject_after
from matukio.claims.speakers.main_subjects import (
    NOBODY,
    main_subject,
    of_infinitive_before,
    speaker_of_infinitive,
    subject_of_main,
)
from matukio.claims.speakers.memory import MEMORY, Spoken, carried, last_speaker
from matukio.claims.speakers.somebody import is_somebody
from matukio.claims.speakers.subjects import own_subjects
from matukio.claims.speakers.wholes import whole
from matukio.references import Resolved
from matukio.swahili import Agreement, NounPhrase, Predicate


def speakers_of(scene: Scene, cue: Cue, content: Content, before: Sequence[Spoken]) -> Resolved:
    """The parties who say what the cue introduces; empty for «inadaiwa»."""
    predicate = predicate_of(scene, cue)
    if predicate is None or cue.row.speaker == "none":
        return NOBODY
    if cue.passive:
        return _doer(scene, cue)
    after = subject_after(scene, cue, content)
    if after is not None:
        return (
            _document(scene, predicate, after[0], before)
            or _demonstrated(scene, predicate, after[0], before)
            or _as_written(scene, after)
            or _told(scene, after)
        )
    tense = predicate.outer.tense
    if fronted(scene, cue) and (main := subject_of_main(scene, predicate)) is not None:
        return main
    if tense == "infinitive":
        return speaker_of_infinitive(scene, predicate, before)
    own = own_subjects(scene, cue, predicate, content)
    adjacent = bool(own) and own[-1].last == predicate.first and not _answered_object(scene, own[-1], before)
    if own and tense == "situational" and not is_somebody(scene, own[-1]):
        adjacent = False  # «imefunga wilaya na miji kadhaa ikisema …»
    if tense == "situational" and not adjacent and (teller := of_infinitive_before(scene, predicate)) is not None:
        return teller
    copular = bool(own) and scene.lower(own[-1].last) in COPULAS  # «Asha Mushi ni mmoja wao na aliagiza …»
    if (tense in ("situational", "consecutive") and not adjacent) or _joined(scene, predicate) and not copular:
        before_it = carried(scene, predicate, before) or main_subject(scene, predicate)
        if before_it is not None:
            return before_it
    if own and (several := _part_of(scene, predicate, own[-1])) is not None:
        return several
    if own and scene.lower(own[-1].first).startswith("amba"):
        return NOBODY  # «wapo ambao hudhani kwamba …»
    if own:
        return (
            _document(scene, predicate, own[-1], before)
            or _as_written_document(scene, own)
            or (_demonstrated(scene, predicate, own[-1], before) if len(own) == 1 else None)
            or _as_written(scene, own)
            or _of_office(scene, own, before)
            or _told(scene, own)
        )
    if (others := _described_by(scene, predicate)) is not None:
        return others
    if predicate.relative_head is not None and predicate.subject_is_head:
        known = _document(scene, predicate, predicate.relative_head, before)
        return known or scene.discourse.subject(scene.number, predicate)
    if (headless := _headless(scene, predicate)) is not None:
        return headless
    if _whoever(predicate):
        return NOBODY
    return last_speaker(scene, predicate, before) or _dropped(scene, predicate, content)


def _whoever(predicate: Predicate) -> bool:
    """«kuna wanaosema kwamba …»: the relative describes its own subject, and nobody is named."""
    outer = predicate.outer
    if outer.relative is None or outer.subject is None or predicate.relative_head is not None:
        return False
    return outer.relative.prefix not in MANNER and bool(outer.relative.classes & outer.subject.classes)


PARTS: Final = frozenset("baadhi wengi wengine wachache kadhaa wote mmoja".split())
PEOPLE: Final = Agreement("wa", 3, frozenset({2}))


def _part_of(scene: Scene, predicate: Predicate, phrase: NounPhrase) -> Resolved | None:
    """«Wafanyakazi waligoma. Wengi wao wanasema»: of whom they are a part; None where nobody is told before."""
    if scene.lower(phrase.first) not in PARTS or scene.lower(phrase.last - 1) not in ("wao", "yao"):
        return None
    found = scene.discourse.taken_up(PEOPLE, scene.number, phrase.first)
    evidence = scene.evidence("reference: demonstrative or pronoun", phrase.first, phrase.last)
    return Resolved(found.parties, (*found.evidence, evidence)) if found.parties else None


def _same_noun(scene: Scene, phrase: NounPhrase, before: Sequence[Spoken]) -> Resolved | None:
    """«Afisa wa Umoja wa Ulaya alisema … Afisa huyo»: of those who spoke whoever is told with the same noun."""
    for spoken in reversed(before):
        if scene.number - spoken.sentence > MEMORY:
            return None
        if len(spoken.speakers) == 1 and spoken.speakers[0].text.split()[0].lower() == scene.lower(phrase.first):
            if spoken.speakers[0].text.split()[1:2] == [scene.lower(phrase.first + 1)]:
                continue  # «afisa huyo» itself
            evidence = scene.evidence("reference: demonstrative or pronoun", phrase.first, phrase.last)
            return Resolved(spoken.speakers, (evidence,))
    return None


def _of_office(scene: Scene, phrases: Sequence[NounPhrase], before: Sequence[Spoken]) -> Resolved | None:
    """«Katibu mkuu anasema», after «Katibu mkuu wa Umoja wa Mataifa, Asha Mushi, amesema»: of her country and body."""
    phrase = phrases[-1]
    if len(phrases) > 1 or phrase.name or scene.discourse.names_in(phrase.first, phrase.last):
        return None
    if not scene.text.likeliest[phrase.head].animate:
        return None  # «familia» may be another
    party = scene.discourse.party(phrase.first, phrase.last)
    words = party.text.lower().split()
    for spoken in reversed(before):
        if scene.number - spoken.sentence > MEMORY or len(spoken.speakers) != 1:
            continue
        told = spoken.speakers[0]
        if told.text.lower().split()[: len(words)] == words and len(told.text.split()) > len(words):
            if party.sector is None or told.sector is None:
                return None
            evidence = scene.evidence("speaker: told before with the office", phrase.first, phrase.last)
            return Resolved((replace(party, country=told.country, sector=told.sector, link=told.link),), (evidence,))
    return None


def _told(scene: Scene, phrases: Sequence[NounPhrase]) -> Resolved:
    """The parties of a subject, the last with what follows it."""
    known = whole(scene, phrases[-1])
    if known is None:
        return scene.discourse.resolve_all(phrases)
    others = scene.discourse.resolve_all(phrases[:-1])
    return Resolved((*others.parties, *known.parties), (*others.evidence, *known.evidence))


def _dropped(scene: Scene, predicate: Predicate, content: Content) -> Resolved:
    """Whom the prefix takes up, but nobody who is only spoken of: «“Mungu alinigusa,” alisema»."""
    agreement = predicate.outer.subject
    if agreement is None or agreement.person != 3:
        return scene.discourse.subject(scene.number, bare(predicate))
    said = [
        phrase
        for phrase in scene.clauses.phrases
        if content.first <= phrase.first < content.last or _in_speech(scene, phrase)
    ]
    found = scene.discourse.taken_up(agreement, scene.number, predicate.first, but=said)
    here = scene.evidence("reference: dropped subject", predicate.first, predicate.first + 1)
    return Resolved(found.parties, (*found.evidence, here))


def _in_speech(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase stands in words that somebody speaks, not in a quoted name."""
    piece = scene.piece_over(phrase.first)
    return piece is not None and has_verb(scene, piece.first, piece.last)


def _described_by(scene: Scene, predicate: Predicate) -> Resolved | None:
    """«miongoni mwa wale waliopinga» are who it was said of; «kwa kile wanachosema» the party told just before it."""
    own = predicate.outer.subject
    if predicate.outer.relative is None or own is None or predicate.first - 2 < scene.first:
        return None
    word, before_it = scene.lower(predicate.first - 1), scene.lower(predicate.first - 2)
    if word in ("wale", "yule") and before_it in ("mwa", "wa"):
        return main_subject(scene, predicate) or scene.discourse.subject(scene.number, bare(predicate))
    if word not in ("kile", "yale") or predicate.subject_is_head:
        return None
    for phrase in reversed([p for p in scene.clauses.phrases if p.last < predicate.first - 1]):
        known = scene.discourse.describe(phrase.first, phrase.last)
        several = own.classes == {2} and any(c in (2, 6, 8, 10) for c in phrase.classes)
        if known.sector is not None and (several or fits(scene, phrase, own)):
            return scene.discourse.resolve(phrase)
    return None


def _as_written(scene: Scene, phrases: Sequence[NounPhrase]) -> Resolved | None:
    """«ripoti hiyo inasema», «mkuu huyo wa polisi»: a document and a phrase that says more speak for themselves."""
    phrase = phrases[0]
    if len(phrases) > 1 or phrase.last - phrase.first < 2 or scene.lower(phrase.first + 1) not in DEMONSTRATIVES:
        return None
    if not is_document(scene, phrase) and (phrase.last - phrase.first == 2 or scene.discourse.resolve(phrase).evidence):
        return None
    return whole(scene, phrase) or Resolved((scene.discourse.party(phrase.first, phrase.last),))


def _as_written_document(scene: Scene, phrases: Sequence[NounPhrase]) -> Resolved | None:
    return _as_written(scene, phrases) if is_document(scene, phrases[0]) else None


def _answered_object(scene: Scene, phrase: NounPhrase, before: Sequence[Spoken]) -> bool:
    """«imekanusha ripoti hiyo ikisema»: what is denied does not speak."""
    cue = next((c for c in scene.cues if c.last == phrase.first), None)
    denies = cue is not None and cue.row.stance in ("deny", "confirm", "condemn")
    return denies and bool(before) and before[-1].sentence == scene.number


def _joined(scene: Scene, predicate: Predicate) -> bool:
    """«… na amewashukuru», «lakini alisema»: the verb follows a conjunction and has the subject of the one before."""
    return (
        predicate.first > scene.first
        and scene.lower(predicate.first - 1) in ("na", "lakini")
        and predicate.outer.finite
    )


def bare(predicate: Predicate) -> Predicate:
    """The predicate without the subject that its sentence seems to give it."""
    return replace(predicate, subjects=())


def _headless(scene: Scene, predicate: Predicate) -> Resolved | None:
    """«Walioshuhudia tukio hilo wanasema»: a relative verb without a head is the subject."""
    agreement = predicate.outer.subject
    for other in reversed([p for p in scene.clauses.predicates if p.first < predicate.first]):
        outer = other.outer
        if outer.relative is not None and other.relative_head is None and outer.subject is not None:
            if agreement is None or not outer.subject.classes & agreement.classes:
                return None
            if outer.relative.prefix in MANNER or not outer.relative.classes & outer.subject.classes:
                return None  # «Akizungumza jinsi anavyohangaika, alisema»
            return Resolved((scene.discourse.party(other.first, predicate.first),))
        if outer.relative is None:
            return None
    return None


def _demonstrated(scene: Scene, predicate: Predicate, phrase: NounPhrase, before: Sequence[Spoken]) -> Resolved | None:
    """«amesema mhadhiri huyo», where no earlier name answers to it: who spoke last."""
    if phrase.last - phrase.first != 2 or scene.lower(phrase.last - 1) not in DEMONSTRATIVES:
        return None
    if not is_document(scene, phrase) and (known := _same_noun(scene, phrase, before)) is not None:
        return known
    if scene.discourse.resolve(phrase).evidence or not before or scene.number - before[-1].sentence > MEMORY:
        return None
    return last_speaker(scene, predicate, before)


DEMONSTRATIVES: Final = frozenset("huyo hilo hicho hiyo hao hizo hivyo hayo".split())


COPULAS: Final = frozenset({"ni", "ndiye"})


def _doer(scene: Scene, cue: Cue) -> Resolved:
    """«imeshutumiwa na Kenya»: whom «na» names right after a passive."""
    oblique = scene.oblique_at(past_adjuncts(scene, cue.last, phrases=False))
    if oblique is None or oblique.preposition != "na":
        return NOBODY
    phrases = [oblique.phrase]
    while (joined := scene.oblique_at(phrases[-1].last)) is not None and joined.preposition == "na":
        phrases.append(joined.phrase)
    return scene.discourse.resolve_all(phrases)


def _document(scene: Scene, predicate: Predicate, phrase: NounPhrase, before: Sequence[Spoken]) -> Resolved | None:
    """«taarifa kutoka ofisi ya rais ilisema»: who sent it; «walibeba ujumbe unaosema»: who carries it."""
    if not is_authored(scene, phrase):
        return None
    if (issuer := author(scene, phrase)) is not None:
        return whole(scene, issuer) or scene.discourse.resolve(issuer)
    if predicate.outer.relative is not None and phrase.last - phrase.first == 1:
        return main_subject(scene, replace(predicate, outer=replace(predicate.outer, subject=None)))
    return None
