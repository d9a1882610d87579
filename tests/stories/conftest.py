"""Small articles of our own for the tests of `stories`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import matukio
from matukio.record import Record

Make = Callable[..., Record]


@pytest.fixture(scope="session")
def article() -> Make:
    """Reads a text as an article with an id, a day and a publisher."""

    def make(id: str, text: str, published: str | None = "2024-06-18", publisher: str | None = None) -> Record:
        return matukio.read(text, id=id, published=published, publisher=publisher)

    return make
