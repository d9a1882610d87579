"""`matukio db check` sees what is wrong, whichever table it is in."""

import re

import pytest
from sqlalchemy import text

from matukio.store import Store
from matukio.store.connection import writing


@pytest.mark.parametrize(
    "damage, told",
    [
        ("DELETE FROM parties WHERE article_id = 1 AND role = 'actor'", r"article 1: has \d+ rows in parties"),
        ("DELETE FROM facets WHERE article_id = 2", "article 2: has 0 rows in facets"),
        ("DELETE FROM words", "article 3: is missing in the index of words"),
        (
            "UPDATE entities SET articles = articles + 1 WHERE name = 'Ukraine'",
            "entity Ukraine: its number of articles",
        ),
        ("UPDATE articles SET version = 2 WHERE id = 1", "article 1: is at version 2 but 1 are kept"),
        (
            "UPDATE versions SET record = replace(record, 'alimtembelea', 'aliwatembelea') WHERE article_id = 1",
            "article 1: .* is not the text from",
        ),
    ],
)
def test_damage_is_told(store: Store, damage: str, told: str) -> None:
    with writing(store.engine) as connection:
        connection.execute(text(damage))
    assert [line for line in store.check() if re.match(told, line)], store.check()


def test_sqlite_rows_without_their_article_are_told(sqlite_store: Store) -> None:
    with writing(sqlite_store.engine) as connection:
        connection.execute(text("INSERT INTO facets VALUES ('actor', 'KEN', '', 1, 99)"))
    assert "article 1: has" in sqlite_store.check()[0]
