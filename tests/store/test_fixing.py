"""Corrections: kept apart, shown in every answer, kept when articles are read again."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text, update

from matukio.errors import StoreError
from matukio.ingest import Article
from matukio.store import Store
from matukio.store.connection import reading, writing
from matukio.store.layout import ARTICLES
from matukio.store.writing import current_record

Make = Callable[..., Article]


def attack(store: Store) -> str:
    """The reference of the attack on Kyiv."""
    reference: str = store.events(type="ASSAULT")[0]["id"]
    return reference


def test_a_changed_field_shows_in_every_answer_and_what_was_found_is_kept(store: Store) -> None:
    before = store.record(2)
    reference = attack(store)
    now = store.fix(
        reference, {"type": "THREATEN", "status": "alleged", "actors": "Jeshi la Urusi (RUS·REB)"}, "jaribio"
    )
    assert (now["type"], now["mode"], now["status"], now["quad"]) == ("THREATEN", None, "alleged", "verbal conflict")
    (row,) = store.events(type="THREATEN")
    assert (row["corrected"], row["actor_sectors"], row["confidence"]) == ("changed", "REB", None)
    assert reference not in store.events(type="ASSAULT").column("id")
    assert store.events(type="THREATEN", min_confidence=0.99).column("id") == [reference]
    with reading(store.engine) as connection:
        assert current_record(connection, 2) == before
    assert store.check() == []
    assert store.undo(reference) == 3
    assert store.record(2) == before


def test_a_rejected_record_is_in_no_answer(store: Store) -> None:
    accusation = store.claims(stance="accuse")[0]["id"]
    assert store.claims(stance="deny")[0]["responds_to"]
    store.reject(accusation)
    assert accusation not in store.claims().column("id")
    assert store.claims(stance="deny")[0]["responds_to"] is None
    assert store.check() == []
    store.undo(accusation)
    assert accusation in store.claims().column("id")


def test_a_missed_event_can_be_added(store: Store) -> None:
    reference = store.add_missed(
        1, "event", {"words": "ulifanikiwa", "type": "AGREE", "actors": "Kenya (KEN·GOV)", "place": "Kampala (UGA)",
                     "date": "Jumatatu=2024-06-17"}
    )  # fmt: skip
    row = next(row for row in store.events(actor="KEN") if row["id"] == reference)
    assert (row["type"], row["corrected"], row["place_country"]) == ("AGREE", "added", "UGA")
    assert row["score"] > 0
    said = store.add_missed(
        1, "claim", {"content": "mkutano huo ulifanikiwa", "stance": "praise", "speakers": "Kenya (KEN)"}
    )
    assert said in store.claims(stance="praise").column("id")
    store.fix(reference, {"type": "CONSULT", "mode": "visit"})
    assert reference in store.events(type="visit").column("id")
    assert store.check() == []
    store.undo(reference)
    assert reference not in store.events().column("id")


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"type": "VITA"}, "not one of"),
        ({"mode": "visit"}, "the modes of ASSAULT"),
        ({"actors": "Jeshi la Mwezini"}, "does not stand in the article"),
        ({"actors": "Jeshi la Urusi (XXX)"}, "no code of a country"),
        ({"status": ""}, "cannot be empty"),
        ({"colour": "red"}, "have the fields"),
        ({"date": "Jumapili=kesho"}, "does not stand"),
        ({}, "FIELD=VALUE"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(sqlite_store: Store, changes: dict[str, str], told: str) -> None:
    with pytest.raises(StoreError, match=told):
        sqlite_store.fix(attack(sqlite_store), changes)
    assert sqlite_store.corrections() == []


@pytest.mark.parametrize("reference", ["2", "2.e99", "99.e1", "e1", "2.e1.x y"])
def test_what_is_not_there_cannot_be_fixed(sqlite_store: Store, reference: str) -> None:
    with pytest.raises(StoreError):
        sqlite_store.fix(reference, {"status": "planned"})


def test_empty_values_take_fields_away(sqlite_store: Store) -> None:
    now = sqlite_store.fix(attack(sqlite_store), {"recipients": "", "date": "", "place": "", "mode": ""})
    assert (now["recipients"], now["date"], now["place"], now["mode"]) == ([], None, None, None)


def test_words_and_other_fields_are_corrected_together(sqlite_store: Store) -> None:
    reference = attack(sqlite_store)
    now = sqlite_store.fix(reference, {"words": "kuua", "status": "alleged"})
    assert [span["text"] for span in now["mentions"]] == ["kuua"]
    assert sqlite_store.fix(reference, {"status": "planned"})["status"] == "planned"


def test_corrections_survive_another_reading_that_numbers_otherwise(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = attack(store)
    store.fix(reference, {"status": "alleged"})
    denial = store.claims(stance="deny")[0]["id"]
    store.reject(denial)
    from matukio.store import preparing

    def renumbered(article: Article) -> preparing.Prepared:
        prepared = preparing.prepare(article)
        record = json.loads(prepared.record)
        for number, event in enumerate(record["events"]):
            event["id"] = f"e{number + 50}"
        return replace(prepared, record=json.dumps(record))

    monkeypatch.setattr("matukio.store.readers.prepare", renumbered)
    with writing(store.engine) as connection:
        connection.execute(update(ARTICLES).values(made_by="0.0.1"))
    report = store.reread()
    assert (report.articles, report.changed, report.failures) == (3, 0, [])
    (row,) = [row for row in store.events(actor="RUS", type="ASSAULT") if row["corrected"]]
    assert row["status"] == "alleged" and row["id"].startswith("2.e5")
    assert not store.claims(stance="deny")
    assert store.check() == []
    assert store.undo(row["id"]) == 1
    assert store.reread().articles == 0


def test_rereading_says_what_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from matukio.store import preparing

    def poorer(article: Article) -> preparing.Prepared:
        prepared = preparing.prepare(article)
        record = json.loads(prepared.record)
        if "Kyiv" in article.text:
            record["claims"] = []
        return replace(prepared, record=json.dumps(record))

    claims = len(store.record(2)["claims"])
    monkeypatch.setattr("matukio.store.readers.prepare", poorer)
    assert store.reread().articles == 0
    report = store.reread(every=True)
    assert (report.articles, report.changed) == (3, 1)
    assert (report.claims.new, report.claims.gone, report.events.gone) == (0, claims, 0)
    assert report.lines == [f"article 2: claims {claims} gone"]
    assert store.check() == []


def test_corrections_follow_their_sentence_when_the_page_changes(store: Store, articles: tuple[Article, ...]) -> None:
    store.fix(attack(store), {"status": "alleged"})
    added = store.add_missed(2, "event", {"words": "kuua", "type": "ASSAULT", "recipients": "watu 12"})
    first, rest = articles[1].text.split("\n", 1)
    store.add(replace(articles[1], text=f"{first}\nHabari hii imeongezwa leo asubuhi.\n{rest}"))
    row = next(row for row in store.events(type="ASSAULT") if row["corrected"] == "changed")
    assert row["status"] == "alleged"
    record = store.record(2)
    event = next(event for event in record["events"] if event.get("corrected") == "added")
    for span in (*event["mentions"], *event["recipients"]):
        assert record["text"][span["start"] : span["end"]] == span["text"]
    assert f"2.{event['id']}" == added
    assert store.check() == []


def test_a_correction_whose_words_are_gone_waits(store: Store, articles: tuple[Article, ...]) -> None:
    from matukio.store.checking import waiting

    store.fix(attack(store), {"status": "alleged"})
    store.add(replace(articles[1], text="Kyiv yatulia\nMji wa Kyiv ulikuwa kimya Jumapili kwa mara ya kwanza."))
    assert store.check() == []
    with reading(store.engine) as connection:
        assert len(waiting(connection)) == 1
    assert len(store.corrections()) == 1
    store.add(articles[1])
    assert store.events(type="ASSAULT", status="alleged")
    store.remove(2)
    with reading(store.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM corrections")).scalar() == 0


def test_corrected_articles_are_exported_as_gold(sqlite_store: Store) -> None:
    assert sqlite_store.gold() == []
    sqlite_store.fix(attack(sqlite_store), {"status": "alleged"})
    (gold,) = sqlite_store.gold()
    assert list(gold) == ["id", "title", "text", "published", "language", "sentences", "times", "events", "claims"]
    event = next(event for event in gold["events"] if event["status"] == "alleged")
    assert set(event) == {
        "id", "type", "mode", "status", "mentions", "actors", "recipients", "place", "date", "sources"
    }  # fmt: skip
    assert all(set(party) == {"text", "start", "end", "country", "sector"} for party in event["actors"])
