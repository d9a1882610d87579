"""A speaker in all the words that name him: «Mkurugenzi wa shule hiyo, Asha Mushi,», «Shirika la kutetea haki za
binadamu Amnesty International».

A noun phrase ends before an infinitive's object, a relative clause or a comma; the name that says who it is may stand
behind them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.claims.sentences.scene import Scene
from matukio.record import Evidence
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, category
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import VOCABULARY


@rule(
    "speaker: in all words",
    "Hali ni mbaya, imeeleza taasisi inayofuatilia demokrasia, Freedom House, katika ripoti yake.",
    "Shirika la kutetea haki za binadamu Amnesty International limesema kwamba hali ni mbaya.",
    "Waziri wa afya na ustawi wa jamii amesema kwamba hali ni mbaya.",
    never="Mkurugenzi wa shule hiyo alisema kwamba mvua imechelewa.",
)
def whole(scene: Scene, phrase: NounPhrase) -> Resolved | None:
    """The phrase with its infinitive's object, what «na» adds to its field and the name that follows it; None where
    nothing follows."""
    last = _past_field(scene, phrase, _past_infinitive(scene, phrase))
    name = _name_behind(scene, phrase, last)
    if name is None and last == phrase.last:
        return None
    party = scene.discourse.party(phrase.first, last)
    if name is not None:
        named = scene.discourse.party(name.first, name.last)
        span = scene.text.span(phrase.first, name.last)
        body = scene.discourse.names_in(name.first, name.last)
        known = any(entity.type == "ORG" for entity in body)
        party = replace(
            party, text=span.text, start=span.start, end=span.end, name=named.name or party.name,
            link=named.link or party.link,
            country=(named.country or party.country) if known else (party.country or named.country),
            sector=(named.sector or party.sector) if known else (party.sector or named.sector),
        )  # fmt: skip
    return Resolved((party,), (Evidence(whole.name, party.start, party.end),))


def whole_end(scene: Scene, phrase: NounPhrase) -> int:
    """Where the words end that `whole` takes together."""
    last = _past_field(scene, phrase, _past_infinitive(scene, phrase))
    name = _name_behind(scene, phrase, last)
    return last if name is None else name.last


def _past_infinitive(scene: Scene, phrase: NounPhrase) -> int:
    """Where the words end after «shirika la kutetea»: past «haki za binadamu», in «kituo cha kudhibiti na kuzuia
    magonjwa» past both infinitives."""
    last = phrase.last
    while last < scene.last and category(scene.text, last - 1) == "I":
        told = scene.phrase_at(last)
        joined = scene.lower(last) == "na" and last + 1 < scene.last and category(scene.text, last + 1) == "I"
        if told is None and not joined:
            break
        last = last + 2 if told is None else told.last
    return last


def _past_field(scene: Scene, phrase: NounPhrase, last: int) -> int:
    """Where the words end after «Waziri wa afya»: past «na ustawi wa jamii nchini Kenya», up to the verb that agrees
    with the minister alone."""
    field = any(scene.lower(i) in CONNECTIVES for i in range(phrase.head + 1, phrase.last - 1))
    if not field or phrase.name or last + 1 >= scene.last or scene.lower(last) != "na":
        return last
    added = scene.phrase_at(last + 1)
    if added is None or added.name or _animate(scene, added):
        return last
    end = added.last
    while (more := scene.phrase_at(end + (scene.lower(end) in LOCATING))) is not None and more.name:
        end = more.last
    return end if scene.cue_at(end) is not None else last


LOCATING: Final = frozenset("nchini mjini jijini duniani".split())


def _name_behind(scene: Scene, phrase: NounPhrase, last: int) -> NounPhrase | None:
    """The name after a comma or after the phrase's relative clause, or what describes a name: «Fatima, mkunga,»."""
    at = _past_relative(scene, last)
    if at + 1 >= scene.last or scene.character(at) != ",":
        return None
    told = scene.phrase_at(at + 1)
    if told is None:
        return None
    end = _past_relative(scene, told.last)
    closed = end >= scene.last or scene.character(end) in ",-–"
    speaks = not closed and scene.cue_at(end) is not None and scene.oblique_at(phrase.first - SOURCE) is None
    if not closed and not speaks:
        return None  # «kwa mujibu wa polisi, Juma Ali alisema …» names another
    own = [entity.type for entity in scene.discourse.names_in(phrase.first, last)]
    if told.name:
        kinds = {entity.type for entity in scene.discourse.names_in(told.first, told.last)}
        person = "PER" in kinds and "PER" not in own and _animate(scene, phrase)
        body = "ORG" in kinds and not own and not phrase.name
        return told if person or body else None
    describes = phrase.name and own[:1] == ["PER"] and _animate(scene, told) and closed
    return NounPhrase(told.first, told.head, end, told.classes, False) if describes else None


SOURCE: Final = 3
"""Words of «kwa mujibu wa»."""


def _past_relative(scene: Scene, index: int) -> int:
    """Past «inayofuatilia demokrasia», «anayeishi Kabul»."""
    relative = scene.predicate_at(index) if index < scene.last else None
    if relative is None or relative.outer.relative is None or scene.cue_at(index) is not None:
        return index
    told = scene.phrase_at(relative.last)
    return relative.last if told is None else told.last


def _animate(scene: Scene, phrase: NounPhrase) -> bool:
    return any(reading.animate for reading in VOCABULARY.analyses(scene.text.types[phrase.head]))
