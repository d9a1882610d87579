"""Work in other processes: results in order, and what a process that ends takes with it."""

import os
from operator import neg

import pytest

from matukio.errors import SourceError
from matukio.ingest import Article, Unread
from matukio.ingest.pieces import Piece
from matukio.store.readers import take_out, taken_out
from matukio.store.workers import Pool, WorkerError


def ready() -> None:
    """Nothing is to be loaded."""


def half(number: int) -> float:
    """Ends its process for 7, as want of memory would, and fails for 9."""
    if number == 7:
        os._exit(1)
    if number == 9:
        raise ValueError("tisa")
    return number / 2


def test_two_kinds_of_work_share_the_processes_and_each_failure_is_its_own() -> None:
    with Pool(2, ready) as pool:
        negated = (outcome for _, outcome in pool.map(neg, range(0, -12, -1)))
        found = dict(pool.map(half, (number for number in negated if isinstance(number, int))))
    assert list(found) == list(range(12))
    assert isinstance(found.pop(7), WorkerError)
    assert repr(found.pop(9)) == "ValueError('tisa')"
    assert found == {number: number / 2 for number in range(12) if number not in (7, 9)}


@pytest.mark.parametrize("workers", [1, 2])
def test_little_work_is_done_in_this_process(workers: int) -> None:
    with Pool(workers, ready, few=3) as pool:
        assert list(pool.map(os.fsdecode, [b"a", b"b"])) == [(b"a", "a"), (b"b", "b")]
        assert [outcome for _, outcome in pool.map(lambda number: number + 1, [1, 2])] == [2, 3]


def test_articles_are_taken_out_of_their_pages_in_order() -> None:
    page = b"<html><body><article><p>%s</p></article></body></html>"
    words = b"Waziri wa afya alisema Jumanne kwamba hospitali mpya itafunguliwa mjini Kisumu mwezi ujao."
    sources = [
        Unread(Piece(page % words, "moja.html")),
        SourceError("picha.png: binary, no text"),
        Article("Rais aliwasili Lusaka.", source="mbili"),
        Unread(Piece(b"<html><body></body></html>", "tupu.html")),
    ]
    with Pool(2, ready) as pool:
        first, second, third, fourth = taken_out(pool, sources)
    assert isinstance(first, Article) and first.text == words.decode()
    assert str(second) == "picha.png: binary, no text"
    assert third == sources[2]
    assert isinstance(fourth, SourceError) and str(fourth).startswith("tupu.html: ")


def test_a_page_that_breaks_its_reader_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("matukio.ingest.pages.read_page", broken)
    found = take_out(Unread(Piece(b"<html><body><p>Rais</p></body></html>", "ajabu.html")))
    assert isinstance(found, SourceError)
    assert str(found) == "ajabu.html: no article could be taken out of it (RecursionError: deep)"
