"""Questions to the store, in both databases."""

import io
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from matukio.errors import QuestionError
from matukio.ingest import Article
from matukio.store import Rows, Store
from matukio.store.connection import writing
from matukio.store.days import first_day
from matukio.store.layout import VERSIONS
from matukio.store.lemmas import lemmas, packed, placed, terms, unpacked
from matukio.store.rows import write_csv, write_json_lines, write_parquet

Make = Callable[..., Article]

COUNTERATTACK = "Ukraine yashambulia Urusi\nJeshi la Ukraine liliishambulia Urusi Jumanne."


@pytest.mark.parametrize(
    "conditions, articles",
    [
        ({"actor": "KEN"}, {1}),
        ({"actor": "Kenya"}, {1}),
        ({"actor": "Ruto"}, {1}),
        ({"actor": "William Ruto"}, {1}),
        ({"actor": "per:william-ruto"}, {1}),
        ({"actor": "KEN·GOV"}, {1}),
        ({"actor": "KEN-MIL"}, set()),
        ({"actor": "RUS"}, {2}),
        ({"actor": "MIL"}, {2}),
        ({"actor": ["KEN", "USA"]}, {1, 3}),
        ({"actor": "KEN", "recipient": "UGA"}, {1}),
        ({"actor": "KEN", "recipient": "UKR"}, set()),
        ({"recipient": ["Ukraine", "UGA"]}, {1, 2, 3}),
        ({"place": "Kampala"}, {1}),
        ({"place": "UGA"}, {1}),
        ({"type": "assault"}, {2}),
        ({"type": ["CONSULT", "AID"]}, {1, 3}),
        ({"type": "visit"}, {1}),
        ({"type": "CONSULT", "actor": "USA"}, set()),
        ({"status": "negated"}, set()),
        ({"actor": "KEN", "since": "2024-06-17", "until": date(2024, 6, 17)}, {1}),
        ({"actor": "KEN", "since": "2024-06-18"}, set()),
        ({"since": "2024-06-20", "type": ["CONSULT", "AID"]}, {3}),
        ({"until": "2024-06-20"}, {1}),
        ({"publisher": "Habari za Mfano"}, {1}),
        ({"publisher": "Mwingine"}, set()),
    ],
)
def test_filters_choose_events(filled: Store, conditions: dict[str, Any], articles: set[int]) -> None:
    assert set(filled.events(**conditions).column("article_id")) == articles


def test_a_row_tells_all_of_an_event(filled: Store) -> None:
    (event,) = filled.events(actor="KEN", type="CONSULT", recipient="UGA")[:1]
    assert event["day"] == date(2024, 6, 17)
    assert event["id"] == f"1.{filled.record(1)['events'][event['number']]['id']}"
    assert event["actors"] == "Rais wa Kenya William Ruto"
    assert (event["actor_countries"], event["actor_sectors"]) == ("KEN", "GOV")
    assert event["recipients"].startswith("Rais wa Uganda Yoweri Museveni")
    assert (event["place"], event["place_country"]) == ("Kampala", "UGA")
    assert (event["publisher"], event["title"]) == ("Habari za Mfano", "Rais Ruto azuru Kampala")
    assert filled.record(1)["text"][event["start"] : event["end"]] == event["words"]


def test_events_come_newest_first_and_no_more_than_asked_for(filled: Store) -> None:
    days = filled.events().column("day")
    assert days == sorted(days, reverse=True)
    assert filled.events(limit=2).values == filled.events().values[:2]
    assert len(filled.events(actor=["KEN", "RUS"], limit=1)) == 1


@pytest.mark.parametrize(
    "conditions, articles",
    [
        ({"speaker": "KEN"}, {1}),
        ({"speaker": "Biden"}, {3}),
        ({"stance": "deny"}, {2}),
        ({"stance": ["deny", "accuse"], "speaker": "UKR"}, {2}),
        ({"target": "RUS"}, {2}),
        ({"since": "2024-08-01"}, {3}),
    ],
)
def test_filters_choose_claims(filled: Store, conditions: dict[str, Any], articles: set[int]) -> None:
    assert set(filled.claims(**conditions).column("article_id")) == articles


def test_a_denial_names_the_claim_that_it_answers(filled: Store) -> None:
    denial, accusation = filled.claims(stance="deny")[0], filled.claims(stance="accuse")[0]
    assert denial["responds_to"] == accusation["id"].partition(".")[2]


def test_confidence_filters_and_what_was_corrected_passes(filled: Store) -> None:
    claims = filled.claims()
    sure = [row["id"] for row in claims if (row["confidence"] or 0) >= 0.7]
    assert filled.claims(min_confidence=0.7).column("id") == sure


@pytest.mark.parametrize(
    "conditions",
    [
        {"type": "VISIT!"}, {"status": "maybe"}, {"stance": "shout"}, {"since": "jana"}, {"min_confidence": 2},
        {"actor": "a"}, {"place": "··"},
    ],
)  # fmt: skip
def test_impossible_questions_are_refused(sqlite_store: Store, conditions: dict[str, Any]) -> None:
    with pytest.raises(QuestionError):
        sqlite_store.events(**conditions)


def test_a_timeline_has_both_directions_the_oldest_first(store: Store, make_article: Make) -> None:
    store.add(
        make_article(
            "Ukraine yashambulia Urusi\nJeshi la Ukraine liliishambulia Urusi Jumanne.", "/h/4", date(2024, 9, 5)
        )
    )
    both = store.timeline("RUS", "UKR")
    assert {"RUS", "UKR"} <= set(both.column("actor_countries"))
    assert both.column("day") == sorted(both.column("day"))
    assert len(set(both.column("id"))) == len(both)
    assert store.timeline("RUS", "UKR", limit=1)[0]["day"] == both[-1]["day"]
    assert set(both.column("id")) <= set(store.timeline("RUS").column("id"))


def test_relations_sum_scores_by_month(store: Store, make_article: Make) -> None:
    store.add(
        make_article(
            "Ukraine yashambulia Urusi\nJeshi la Ukraine liliishambulia Urusi Jumanne.", "/h/4", date(2024, 9, 5)
        )
    )
    months = store.relations("RUS", "UKR")
    assert months.column("month") == sorted(set(months.column("month")))
    for month in months:
        parts = month["score_forth"], month["score_back"], month["score_together"]
        assert month["score"] == pytest.approx(sum(parts))
    september = months[-1]
    assert september["month"] == "2024-09"
    assert september["score_back"] < 0 and september["score_forth"] == 0
    mirrored = store.relations("UKR", "RUS")
    assert mirrored.column("score_forth") == months.column("score_back")
    actual = [row for row in store.timeline("RUS", "UKR") if row["status"] == "actual"]
    assert sum(months.column("events")) == len(actual)


def test_what_two_do_together_is_between_them(store: Store, make_article: Make) -> None:
    store.add(make_article("Rais wa Urusi alikutana na rais wa Korea Kaskazini jana.", "/h/4", date(2024, 9, 5)))
    (month,) = store.relations("PRK", "RUS")
    assert (month["month"], month["events"]) == ("2024-09", 1)
    assert month["score"] == month["score_forth"] + month["score_back"] + month["score_together"] > 0
    assert store.timeline("RUS", "PRK").column("article_id") == [4]


@pytest.mark.parametrize(
    "query, articles",
    [
        ("kutembelea", [1]),
        ("tembelea", [1]),
        ("wanatembelea", [1]),
        ("shambulio", [2]),
        ("kyiv", [2]),
        ("msaada silaha", [3]),
        ("Ukraine", [2, 3]),
        ("Ukraine -silaha", [2]),
        ("«rais wa Kenya»", [1]),
        ('"Kenya wa rais"', []),
        ("serikali ya Kenya", [1]),
        ("tembo", []),
    ],
)
def test_search_is_by_lemma(filled: Store, query: str, articles: list[int]) -> None:
    assert sorted(filled.search(query).column("id")) == articles


def test_snippets_mark_the_words_that_were_asked_for(filled: Store) -> None:
    (row,) = filled.search("kutembelea Uganda")
    assert "«alimtembelea»" in row["snippet"]
    assert "«Uganda»" in row["snippet"]
    assert row["snippet"].replace("«", "").replace("»", "") in filled.record(1)["text"]


def test_of_a_phrase_only_its_words_in_a_row_are_marked(store: Store, make_article: Make) -> None:
    text = "Habari za Kisumu\nWaziri alisema jana kwamba waziri wa afya wa Kenya atazuru Kisumu."
    store.add(make_article(text, "/h/4"))
    (row,) = store.search("«waziri wa afya»")
    assert row["snippet"] == "Waziri alisema jana kwamba «waziri» «wa» «afya» wa Kenya atazuru Kisumu."


def test_what_an_older_version_indexed_is_marked_too(store: Store) -> None:
    before = store.search("kutembelea Uganda").values
    with writing(store.engine) as connection:
        connection.execute(update(VERSIONS).values(starts=None))
    assert store.search("kutembelea Uganda").values == before


@given(st.text(alphabet="Rais waziri ng'o, .«»\n-12Á𝒜", max_size=300))
def test_each_lemma_of_the_index_has_its_place_in_the_text(text: str) -> None:
    tokens, starts = placed(text)
    assert len(tokens.split()) == len(starts)
    assert unpacked(packed(starts)) == starts == sorted(starts)
    assert all(text[start].strip() for start in starts)


def test_a_title_counts_more_and_dates_and_publishers_filter(store: Store, make_article: Make) -> None:
    store.add(make_article("Habari\nMaafisa walisema kwamba Kampala ni mji mkubwa sana nchini humo.", "/h/4", None))
    assert store.search("Kampala").column("id") == [1, 4]
    assert store.search("Ukraine", since="2024-07-15").column("id") == [3]
    assert store.search("Kampala", publisher="Habari za Mfano").column("id") == [1]


@pytest.mark.parametrize("query", ["", "-vita", "!!", '""'])
def test_a_search_without_words_is_refused(sqlite_store: Store, query: str) -> None:
    with pytest.raises(QuestionError):
        sqlite_store.search(query)


@pytest.mark.parametrize(
    "query", ["vita AND", "NEAR(a b)", "rais*", "title:rais", "'; DROP TABLE words", 'a"b', "(", "^"]
)
def test_no_query_is_taken_for_the_database_s_own_language(filled: Store, query: str) -> None:
    with suppress(QuestionError):
        filled.search(query)
    assert filled.check() == []


def test_small_words_count_only_in_phrases() -> None:
    assert [term.words for term in terms("ziara ya rais")] == [term.words for term in terms("ziara rais")]
    assert len(terms("«ziara ya rais»")[0].words) == 3
    assert terms("ya")


def test_lemmas_are_letters_and_digits() -> None:
    assert lemmas("Ng'ombe 12 wa Mary-Jane walikula COVID-19!").split()[0] == "ngombe"
    assert all(token.isalnum() for token in lemmas("Rais «alisema»: $5 na 3.5% ya M23, ‘ndiyo’.").split())


@pytest.mark.parametrize(
    "value, day",
    [
        ("2024-06-18", date(2024, 6, 18)),
        ("2024-06-18T14:00", date(2024, 6, 18)),
        ("2024-06", date(2024, 6, 1)),
        ("2024", date(2024, 1, 1)),
        ("2024-W25", date(2024, 6, 17)),
        ("2024-W25-WE", date(2024, 6, 22)),
        ("2024-Q3", date(2024, 7, 1)),
        ("XXXX-06-18", None),
        ("199X", None),
        ("PAST_REF", None),
        ("BC0044", None),
        (None, None),
    ],
)
def test_first_days_of_values(value: str | None, day: date | None) -> None:
    assert first_day(value) == day


def test_rows_go_into_data_frames(sqlite_store: Store) -> None:
    rows = sqlite_store.events()
    assert rows.to_pandas().shape == rows.to_polars().shape == rows.to_arrow().shape == (len(rows), len(rows.columns))
    assert rows.to_polars()["day"].to_list() == rows.to_arrow()["day"].to_pylist() == rows.column("day")
    assert str(rows.to_pandas()["day"].dtype).startswith("datetime64")
    nothing = sqlite_store.events(actor="Xerxes")
    assert (len(nothing), nothing.to_arrow().schema) == (0, rows.to_arrow().schema)
    assert nothing.to_polars().schema == rows.to_polars().schema


def test_rows_are_written(sqlite_store: Store, tmp_path: Path) -> None:
    from pyarrow import parquet

    rows = sqlite_store.events()
    lines, table = io.StringIO(), io.StringIO()
    write_json_lines(rows, lines)
    write_csv(rows, table)
    written = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [row["day"] for row in written] == [str(day) for day in rows.column("day")]
    assert len(table.getvalue().splitlines()) == len(rows) + 1
    write_parquet(rows, str(tmp_path / "matukio.parquet"))
    assert parquet.read_table(tmp_path / "matukio.parquet").to_pylist() == list(rows)


def test_no_cell_is_a_formula() -> None:
    table = io.StringIO()
    write_csv(Rows({"words": str, "score": float}, [('=1+1"', -9.5), ("@x", None)]), table)
    assert table.getvalue() == 'words,score\n"\'=1+1""",-9.5\n\'@x,\n'


def test_a_replaced_article_is_asked_anew(store: Store, articles: tuple[Article, ...]) -> None:
    store.add(replace(articles[1], text=articles[1].text.replace("Kyiv", "Lviv"), title=None))
    assert store.search("Kyiv").column("id") == []
    assert store.search("Lviv").column("id") == [2]
    assert store.events(place="Kyiv").values == []
