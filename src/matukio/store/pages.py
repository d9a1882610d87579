"""Remembers what servers gave to ask «has it changed?» with, once what they sent is safely in the store.

pages = Pages(engine); Visitor(validators=pages) …; pages.keep(failed=())
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping

from sqlalchemy import Engine, delete, insert, select

from matukio.ingest import Validators
from matukio.store.connection import reading, writing
from matukio.store.layout import ARTICLES, PAGES


class Pages(MutableMapping[str, Validators]):
    """Address → validators. New ones are kept by `keep` only: a program that is killed before must ask anew."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.new: dict[str, Validators] = {}

    def __getitem__(self, address: str) -> Validators:
        if address in self.new:
            return self.new[address]
        with reading(self.engine) as connection:
            row = connection.execute(select(PAGES).where(PAGES.c.address == address)).first()
        if row is None:
            raise KeyError(address)
        return Validators(row.etag, row.modified)

    def __setitem__(self, address: str, validators: Validators) -> None:
        self.new[address] = validators

    def __delitem__(self, address: str) -> None:
        self.new.pop(address, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.new)

    def __len__(self) -> int:
        # Empty or not is asked before a page is: there may always be some in the store.
        return len(self.new) + 1

    def keep(self, failed: Collection[str] = ()) -> None:
        """Write what was learned; pages that failed are asked for in full the next time."""
        kept = {address: validators for address, validators in self.new.items() if address not in failed}
        self.new = {}
        if not kept:
            return
        with writing(self.engine) as connection:
            sources = select(ARTICLES.c.source, ARTICLES.c.id).where(ARTICLES.c.source.in_(list(kept)))
            articles = {row.source: row.id for row in connection.execute(sources)}
            connection.execute(delete(PAGES).where(PAGES.c.address.in_(list(kept))))
            connection.execute(
                insert(PAGES),
                [
                    {
                        "address": address,
                        "etag": validators.etag,
                        "modified": validators.modified,
                        "article_id": articles.get(address),
                    }
                    for address, validators in kept.items()
                ],
            )
