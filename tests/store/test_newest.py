"""The newest articles, and how the store says that it has changed."""

from collections.abc import Callable
from datetime import date

from matukio.ingest import Article
from matukio.store import Store
from matukio.store.connection import reading
from matukio.store.filters import filters
from matukio.store.newest import count, last_day, stamp


def test_the_newest_articles_come_first(filled: Store) -> None:
    rows = filled.articles()
    assert rows.column("id") == [3, 2, 1]
    assert rows[2]["title"] == "Rais Ruto azuru Kampala"
    assert rows[2]["events"] == len([row for row in filled.events() if row["article_id"] == 1])
    assert rows[2]["claims"] == len([row for row in filled.claims() if row["article_id"] == 1])
    assert filled.articles(limit=1).column("id") == [3]


def test_days_and_publishers_choose_articles(filled: Store) -> None:
    assert filled.articles(since="2024-07-01").column("id") == [3, 2]
    assert filled.articles(until="2024-07-02").column("id") == [2, 1]
    assert filled.articles(publisher="Habari za Mfano").column("id") == [1]
    with reading(filled.engine) as connection:
        assert count(connection, filters(since="2024-07-01")) == 2
        assert last_day(connection, date(2024, 7, 31)) == date(2024, 7, 2)


def test_an_article_without_a_day_comes_last(store: Store, make_article: Callable[..., Article]) -> None:
    store.add(make_article("Bila siku\nRais wa Kenya alifika Kampala.", "/habari/bila.txt", None))
    assert store.articles().column("id") == [3, 2, 1, 4]


def test_the_stamp_is_another_after_every_change(store: Store) -> None:
    def now() -> tuple[object, ...]:
        with reading(store.engine) as connection:
            return stamp(connection)

    seen = [now()]
    assert now() == seen[0]
    for change in (
        lambda: store.fix("1.e1", {"status": "planned"}),
        lambda: store.undo("1.e1"),
        lambda: store.remove(3),
    ):
        change()
        assert now() != seen[-1]
        seen.append(now())
