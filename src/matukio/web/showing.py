"""One article: its text with everything marked, its events in order of time, its claims as a conversation.

A mark leads to the card of what it belongs to: every field with the words and the rule behind it, and a form to correct
it. The marks, and the tables of times and names, are those of the page that `matukio read --html` writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from matukio.export.html import legend
from matukio.export.html.tables import View, names_table, times_table
from matukio.export.html.text import marked_text
from matukio.export.labels import kind_key
from matukio.export.summary import summary
from matukio.export.wording import codes, one_line
from matukio.record import Claim, Event, Evidence, Party, Record, Span
from matukio.store import Store
from matukio.store.days import first_day
from matukio.web.copies import copied
from matukio.web.fields import Field, fields, written
from matukio.web.pages import address, kept_language, language_of, render, twins
from matukio.web.speaking import Speech, speech


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a field: what is shown, where they stand in the text, and what codes they have."""

    told: str
    href: str | None = None
    codes: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a card with its evidence, each a rule and the words that it read."""

    label: str
    values: tuple[Piece, ...]
    because: tuple[tuple[str, Piece], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An event or claim."""

    id: str
    day: str
    told: str
    words: tuple[Piece, ...]
    corrected: str | None
    facts: tuple[Fact, ...]
    form: tuple[Field, ...]
    is_open: bool
    stance: str = ""
    answers: tuple[Card, ...] = ()


def article_answer(
    request: Request, store: Store, number: int, given: Mapping[str, str] | None = None, problem: str | None = None
) -> HTMLResponse:
    """The page of an article; `given` is what somebody sent to correct it, and `problem` why that cannot be."""
    plain, spoken = store.record(number), speech(language_of(request))
    record, key = Record.from_dict(plain), f"a{number}"
    page = _Page(record, plain, key, spoken, given or {})
    do = (given or {}).get("do", "")
    day = [("from", record.published), ("to", record.published)]
    story = address(f"/stories/{number}", day, kept_language(request))
    return render(
        request,
        "article.html",
        code=400 if problem else 200,
        path=f"/articles/{number}",
        twins=twins(f"/articles/{number}", [], None),
        number=number,
        key=key,
        record=record,
        problem=problem,
        # Marked up and escaped by matukio.export.html.
        legend=Markup(legend(spoken.words)),
        text=Markup(marked_text(record, key, copied(request, record, number))),
        times=Markup(times_table(View(key, record, spoken.words, 1))),
        names=Markup(names_table(View(key, record, spoken.words, 1))),
        events=page.events(),
        claims=page.claims(),
        claim_count=len(record.claims),
        missed={
            kind: fields(kind, (given or {}) if do == kind else _BLANK[kind], spoken, page.claim_ids) for kind in _BLANK
        },
        missing=do if do in _BLANK else None,
        # Only addresses of the web become links: a page could call itself «javascript:…».
        link=record.url if (record.url or "").lower().startswith(("https://", "http://")) else None,
        whys={event.id: f"{story}#w{number}-{event.id}" for event in record.events},
        story=story,
    )


_BLANK: dict[str, dict[str, str]] = {
    "event": {"status": "actual", "kind": "CONSULT:"}, "claim": {"stance": "say", "quote": "indirect"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    record: Record
    plain: Mapping[str, Any]
    key: str
    speech: Speech
    given: Mapping[str, str]

    @property
    def claim_ids(self) -> list[str]:
        return [claim.id for claim in self.record.claims]

    def events(self) -> list[Card]:
        """By their first day; those without one stand at the day of publication, as in every answer."""
        plain = {item["id"]: item for item in self.plain["events"]}
        found = sorted(self.record.events, key=lambda event: self._day(event) or "9999")
        return [self._event(event, plain[event.id]) for event in found]

    def claims(self) -> tuple[Card, ...]:
        """In the order of the text, an answer inside what it answers."""
        answers: dict[str | None, list[Claim]] = {}
        for claim in self.record.claims:
            answers.setdefault(claim.responds_to, []).append(claim)
        plain = {item["id"]: item for item in self.plain["claims"]}

        def told(of: str | None) -> tuple[Card, ...]:
            return tuple(self._claim(claim, plain[claim.id], told(claim.id)) for claim in answers.get(of, ()))

        return told(None)

    def _day(self, event: Event) -> str:
        day = (first_day(event.date.value) if event.date else None) or self.record.published
        return str(day) if day else ""

    def _event(self, event: Event, plain: Mapping[str, Any]) -> Card:
        words, say = self.speech.words, self.speech.gettext
        size = ", ".join(
            words[f"size.{name}"].format(count=count)
            for name, count in (
                ("dead", event.size.dead), ("injured", event.size.injured), ("arrested", event.size.arrested),
            )
            if count is not None
        )  # fmt: skip
        facts = [
            self._fact(
                say("What"), [Piece(words[kind_key(event.type, event.mode)], None, event.type)], event, "type", "mode"
            ),
            self._fact(say("Words that tell it"), self._pieces(event.mentions), event, "mentions"),
            self._fact(say("Who"), self._parties(event.actors), event, "actors"),
            self._fact(say("To whom"), self._parties(event.recipients), event, "recipients"),
            self._fact(
                say("Where"),
                [self._piece(event.place, event.place.country or "")] if event.place else [], event, "place",
            ),
            self._fact(
                say("When"), [self._piece(event.date, self.speech.moment(event.date.value))] if event.date else [],
                event, "date",
            ),
            self._fact(say("Status"), [Piece(words[f"status.{event.status}"])], event, "status"),
            self._fact(say("According to"), self._parties(event.sources), event, "sources"),
            self._fact(say("How many"), [Piece(size)] if size else [], event, "size"),
            self._fact(say("Surroundings"), [Piece(each) for each in event.contexts], event, "contexts"),
            self._fact(say("Score"), [Piece(self.speech.number(event.score or 0))] if event.quad else [], event),
            self._fact(say("How sure"), self._confidence(event.confidence), event),
        ]  # fmt: skip
        return self._card(
            "event", event, plain, summary(event, self.speech.language), self._pieces(event.mentions), facts
        )

    def _claim(self, claim: Claim, plain: Mapping[str, Any], answers: tuple[Card, ...]) -> Card:
        words, say = self.speech.words, self.speech.gettext
        answered = [Piece(claim.responds_to, f"#{self.key}-{claim.responds_to}")] if claim.responds_to else []
        target = self._parties([claim.target]) if claim.target else []
        facts = [
            self._fact(say("Who says it"), self._parties(claim.speakers), claim, "speakers"),
            self._fact(say("Stance"), [Piece(words[f"stance.{claim.stance}"])], claim, "stance"),
            self._fact(say("Word of saying"), self._pieces([claim.cue]) if claim.cue else [], claim, "cue"),
            self._fact(say("What is said"), self._pieces([claim.content]), claim, "content"),
            self._fact(say("About whom"), target, claim, "target"),
            self._fact(say("Answers"), answered, claim, "responds_to"),
            self._fact(say("How sure"), self._confidence(claim.confidence), claim),
        ]
        speakers = ", ".join(dict.fromkeys(one_line(each.text) for each in claim.speakers))
        told = f"{speakers or words['message.no_speaker']}: {words[f'stance.{claim.stance}']}"
        if claim.target:
            told += f" → {one_line(claim.target.text)}"
        card = self._card("claim", claim, plain, told, self._pieces([claim.content]), facts)
        return Card(
            card.id, card.day, card.told, card.words, card.corrected, card.facts, card.form, card.is_open,
            claim.stance, answers,
        )  # fmt: skip

    def _card(
        self, kind: str, item: Event | Claim, plain: Mapping[str, Any], told: str, words: list[Piece], facts: list[Fact]
    ) -> Card:
        is_given = self.given.get("record") == item.id and self.given.get("do") == "change"
        values = {**written(kind, plain), **(self.given if is_given else {})}
        others = [claim for claim in self.claim_ids if claim != item.id]
        day = self._day(item) if isinstance(item, Event) else ""
        known = tuple(fact for fact in facts if fact.values or fact.because)
        form = tuple(fields(kind, values, self.speech, others))
        return Card(item.id, day, told, tuple(words), plain.get("corrected"), known, form, is_given)

    def _fact(self, label: str, values: list[Piece], item: Event | Claim, *names: str) -> Fact:
        found = dict.fromkeys(each for name in names for each in item.evidence.get(name, ()))
        return Fact(label, tuple(values), tuple((each.rule, self._read(each)) for each in found))

    def _read(self, evidence: Evidence) -> Piece:
        return Piece(f"«{one_line(self.record.text[evidence.start : evidence.end])}»")

    def _pieces(self, spans: Any) -> list[Piece]:
        return [self._piece(span) for span in spans]

    def _piece(self, span: Span | Any, codes: str = "") -> Piece:
        return Piece(f"«{one_line(span.text)}»", f"#{self.key}-s{span.start}", codes)

    def _parties(self, parties: Any) -> list[Piece]:
        return [self._party(party) for party in parties]

    def _party(self, party: Party) -> Piece:
        return Piece(one_line(party.text), f"#{self.key}-s{party.start}", codes(party))

    def _confidence(self, confidence: float | None) -> list[Piece]:
        return [Piece(self.speech.percent(confidence))] if confidence is not None else []
