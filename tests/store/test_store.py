"""Adding, changing and removing articles, in both databases."""

import json
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

import matukio
from matukio.errors import SourceError, StoreError
from matukio.ingest import Article
from matukio.store import Store
from matukio.store.connection import reading

Make = Callable[..., Article]
TABLES = "articles versions events claims parties times mentions entities facets words corrections".split()


def counts(store: Store) -> dict[str, int]:
    with reading(store.engine) as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in TABLES}


def test_the_record_is_stored_whole_and_in_tables(store: Store, articles: tuple[Article, ...]) -> None:
    first = articles[0]
    record = store.record(1)
    read = matukio.read(
        first.text, published=first.published, title=first.title, publisher=first.publisher, url=first.url
    )
    assert record == json.loads(json.dumps(read.to_dict()))
    found = counts(store)
    assert found["articles"] == found["versions"] == found["words"] == 3
    records = [store.record(number) for number in (1, 2, 3)]
    for name, key in (("events", "events"), ("claims", "claims"), ("times", "times"), ("mentions", "entities")):
        assert found[name] == sum(len(record[key]) for record in records)
    assert store.check() == []


def test_adding_again_adds_nothing(store: Store, articles: tuple[Article, ...]) -> None:
    before = counts(store)
    report = store.add(*articles)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
    assert counts(store) == before


def test_a_changed_article_is_a_new_version_with_the_difference_kept(
    store: Store, articles: tuple[Article, ...]
) -> None:
    changed = replace(articles[0], text=articles[0].text.replace("Jumatatu", "Jumanne"))
    report = store.add(changed)
    assert (report.added, report.changed) == (0, 1)
    versions = store.versions(1)
    assert versions.column("number") == [1, 2]
    assert versions[0]["difference"] is None
    assert "-Rais wa Kenya William Ruto alimtembelea" in versions[1]["difference"]
    assert "siku ya Jumanne." in versions[1]["difference"]
    assert "Serikali ya Kenya ilisema" not in versions[1]["difference"]
    assert "Jumanne" in store.record(1)["text"]
    assert len(store.search("Jumanne")) == 1
    assert store.check() == []


def test_the_same_text_elsewhere_is_another_article(store: Store, articles: tuple[Article, ...]) -> None:
    report = store.add(replace(articles[0], source="/nakala/ziara.txt"))
    assert report.added == 1


def test_texts_of_standard_input_are_known_by_their_content(empty: Store, make_article: Make) -> None:
    first, second = make_article("Rais aliwasili Lusaka jana.", "-"), make_article("Rais aliondoka Lusaka jana.", "-")
    assert empty.add(first, second).added == 2
    assert empty.add(first, second).unchanged == 2


def test_removing_erases_all_that_was_made_from_an_article(empty: Store, articles: tuple[Article, ...]) -> None:
    nothing = counts(empty)
    empty.add(*articles)
    assert [empty.remove(name) for name in (1, "/habari/shambulio.txt", "https://habari.example/msaada")] == [1, 2, 3]
    assert counts(empty) == nothing
    assert empty.check() == []
    with pytest.raises(StoreError, match="no such article"):
        empty.remove(1)


def test_the_number_of_a_removed_article_is_not_given_again(store: Store, make_article: Make) -> None:
    store.remove(3)
    store.add(make_article("Waziri alijiuzulu jana.", "/habari/waziri.txt"))
    with pytest.raises(StoreError):
        store.record(3)


def test_what_fails_does_not_stop_the_rest(empty: Store, tmp_path: Path) -> None:
    (tmp_path / "ziara.txt").write_text("Rais wa Kenya aliwasili Kampala siku ya Jumatatu asubuhi.", encoding="utf-8")
    (tmp_path / "english.txt").write_text("The ministers met on Monday and agreed to open the border again.")
    (tmp_path / "tupu.txt").write_text("")
    report = empty.add(tmp_path, tmp_path / "hayupo.txt")
    assert report.added == 1
    assert {Path(failure.source).name for failure in report.failures} == {"english.txt", "hayupo.txt", "tupu.txt"}
    assert all(failure.reason for failure in report.failures)


def test_an_article_that_cannot_be_read_is_named(
    empty: Store, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(article: Article) -> None:
        raise RuntimeError("hapana")

    monkeypatch.setattr("matukio.store.readers.prepare", broken)
    report = empty.add(articles[0])
    assert [(failure.source, failure.reason) for failure in report.failures] == [
        ("/habari/ziara.txt", "cannot be read (RuntimeError: hapana)")
    ]


def test_errors_of_sources_are_failures(empty: Store, articles: tuple[Article, ...]) -> None:
    from matukio.store.adding import add

    report = add(empty.engine, [SourceError("habari/picha.txt: binary, no text"), articles[0]])
    assert (report.added, report.failures[0].source) == (1, "habari/picha.txt")
    assert report.failures[0].reason == "binary, no text"


def test_workers_give_what_one_process_gives(address: str, tmp_path: Path, make_article: Make) -> None:
    many = [make_article(f"Rais wa Kenya alizuru mji wa {name} Jumatatu.", f"/m/{name}") for name in NAMES]
    with matukio.open(address) as store, matukio.open(tmp_path / "moja.db") as other:
        assert store.add(*many, workers=2).added == len(many)
        assert other.add(*many, workers=1).added == len(many)
        assert [store.record(n + 1) for n in range(len(many))] == [other.record(n + 1) for n in range(len(many))]
        assert store.check() == []


NAMES = "Arusha Bujumbura Dodoma Eldoret Entebbe Gulu Iringa Jinja Kisumu Kigali Lamu Mbeya Moroni Mwanza Tanga".split()


def test_offsets_are_code_points_and_strange_characters_survive(empty: Store, make_article: Make) -> None:
    strange = "Rais 🦁 alisema «ndiyo»\x00 Jumatatu.\ud83d Waziri wa Kenya alikutana na rais wa Uganda."
    empty.add(make_article(strange, "/habari/ajabu.txt"))
    assert empty.record(1)["text"] == strange
    assert empty.check() == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4, unique=True))
def test_any_text_can_be_kept_found_again_and_removed(
    sqlite_store: Store, make_article: Make, texts: list[str]
) -> None:
    before = counts(sqlite_store)
    sqlite_store.add(*(make_article(text, f"/m/{number}", None) for number, text in enumerate(texts)))
    assert [sqlite_store.record(f"/m/{number}")["text"] for number in range(len(texts))] == texts
    assert sqlite_store.check() == []
    for number in range(len(texts)):
        sqlite_store.remove(f"/m/{number}")
    assert counts(sqlite_store) == before


def test_an_undated_article_is_kept_and_comes_last(store: Store, make_article: Make) -> None:
    store.add(make_article("Rais wa Kenya alikutana na rais wa Uganda.", "/habari/lini.txt", None))
    days = store.events(actor="KEN").column("day")
    assert days[-1] is None
    assert date(2024, 6, 17) in days
    assert store.events(actor="KEN", until="2030-01-01").column("day").count(None) == 0
    assert store.events(limit=50).column("day")[-1] is None


def test_entities_count_the_articles_that_name_them(store: Store) -> None:
    kenya = store.entities(name="Kenya")
    assert kenya.column("articles") == [1]
    ukraine = store.entities(type="loc", country="UKR", name="ukraine")[0]
    assert ukraine["articles"] == 2
    store.remove(2)
    assert store.entities(name="Ukraine")[0]["articles"] == 1
    assert len(store.entities(limit=1)) == 1


def test_whoever_waits_for_another_writer_says_so(
    tmp_path: Path, make_article: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("matukio.store.connection.NOTICE_SECONDS", 0.05)
    with matukio.open(tmp_path / "store.db") as store:
        other = sqlite3.connect(tmp_path / "store.db", isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(0.5, other.execute, ["COMMIT"])
        done.start()
        store.add(make_article("Rais wa Togo alikutana na wavuvi mjini Lomé siku ya Jumatatu.", "moja"))
        done.join()
        other.close()
        assert counts(store)["articles"] == 1
    assert "another program writes to the store" in caplog.text
