"""What all tables of the store share: how their constraints are called, and the article that a row is of."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData

METADATA = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    }
)

# SQLite gives rows a number of themselves only when the key is an INTEGER.
ID = BigInteger().with_variant(Integer, "sqlite")


def of_article(primary_key: bool = True) -> Column[int]:
    """The article that a row is of, with which it goes."""
    return Column(
        "article_id", ID, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False
    )
