"""Making the tables, and bringing older ones up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

import matukio
from matukio.errors import StoreError
from matukio.ingest import Article
from matukio.store.connection import address, default_path, reading, shown
from matukio.store.layout import METADATA
from matukio.store.upgrading import LATEST, _revisions, upgrade


def test_the_migrations_make_the_tables_of_the_layout(address: str) -> None:
    with matukio.open(address) as store, reading(store.engine) as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda thing, name, kind, *rest: not (name or "").startswith("words")},
        )
        assert compare_metadata(context, METADATA) == []
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == LATEST
    assert max(_revisions()) == LATEST


def test_an_older_file_is_upgraded_in_place_and_a_copy_kept(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    path = tmp_path / "zamani.db"
    engine = create_engine(f"sqlite:///{path}")
    upgrade(engine, "0001")
    engine.dispose()
    with matukio.open(path) as store:
        store.add(*articles)
        assert store.check() == []
    copies = [file.name for file in tmp_path.iterdir() if "before" in file.name]
    assert copies == ([] if LATEST == "0001" else [f"zamani.db.before-{LATEST}"])


def test_opening_again_changes_nothing(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    path = tmp_path / "habari.db"
    with matukio.open(path) as store:
        store.add(*articles)
    with matukio.open(path) as store:
        assert len(store.events()) > 0
    assert not list(tmp_path.glob("*before*"))


def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "kesho.db"
    matukio.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="a newer Matukio made it"):
        matukio.open(path)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "habari.txt").write_text("Rais aliwasili Lusaka jana.")
    with pytest.raises(StoreError, match="some other file"):
        matukio.open(tmp_path / "habari.txt")
    with pytest.raises(StoreError, match="is a folder"):
        matukio.open(tmp_path)
    with closing(sqlite3.connect(tmp_path / "nyingine.db")) as connection:
        connection.execute("CREATE TABLE nyingine (jina text)")
    with pytest.raises(StoreError, match="tables of another program"):
        matukio.open(tmp_path / "nyingine.db")
    with pytest.raises(StoreError, match="no such store"):
        matukio.open(tmp_path / "hayupo.db", must_exist=True)
    assert not (tmp_path / "hayupo.db").exists()


def test_addresses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert address("postgresql://a:b@host/name") == "postgresql+psycopg://a:b@host/name"
    assert shown(address("postgres://a:siri@host/name")) == "postgresql://a:…@host/name"
    assert address(tmp_path / "a.db") == f"sqlite:///{tmp_path / 'a.db'}"
    monkeypatch.setenv("MATUKIO_DB", str(tmp_path / "b.db"))
    assert address(None) == f"sqlite:///{tmp_path / 'b.db'}"
    monkeypatch.delenv("MATUKIO_DB")
    assert address(None) == f"sqlite:///{default_path().resolve()}"
    with pytest.raises(StoreError):
        address("mysql://host/name")
    with pytest.raises(StoreError, match="cannot be opened"):
        matukio.open("postgresql://nobody@/none?host=/hayupo")


def test_a_backup_is_a_whole_store(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    with matukio.open(tmp_path / "habari.db") as store:
        store.add(*articles)
        copy = store.backup(tmp_path / "nakala.db")
        with pytest.raises(StoreError, match="exists already"):
            store.backup(copy)
        with matukio.open(copy) as second:
            assert second.events().values == store.events().values
            assert second.check() == []


def test_other_programs_read_the_views(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    with matukio.open(tmp_path / "habari.db") as store:
        store.add(*articles)
        expected = store.events(actor="RUS").column("id")
    with closing(sqlite3.connect(f"file:{tmp_path / 'habari.db'}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT id FROM event_rows WHERE actor_countries = 'RUS' ORDER BY day DESC, number")
        assert [row[0] for row in rows] == expected
        assert connection.execute("SELECT count(*) FROM claim_rows WHERE stance = 'deny'").fetchone() == (1,)
