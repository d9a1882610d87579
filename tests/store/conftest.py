"""Stores for the tests: SQLite in a folder, and PostgreSQL in a cluster of the tests' own, where it is installed."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import matukio
from matukio.ingest import Article
from matukio.store import Store

NO_POSTGRES = "needs PostgreSQL's initdb and pg_ctl (on Debian: apt-get install postgresql)"


def article(text: str, source: str, published: date | None = date(2024, 6, 18), **more: str | None) -> Article:
    """An article as ingest gives it: the title is the first line."""
    return replace(Article(text, text.partition("\n")[0], published=published, source=source), **more)


VISIT = (
    "Rais Ruto azuru Kampala\n"
    "Rais wa Kenya William Ruto alimtembelea Rais wa Uganda Yoweri Museveni mjini Kampala siku ya Jumatatu.\n"
    "Serikali ya Kenya ilisema kwamba mkutano huo ulifanikiwa."
)
ATTACK = (
    "Jeshi la Urusi lashambulia Kyiv\n"
    "Jeshi la Urusi liliushambulia mji wa Kyiv nchini Ukraine Jumapili na kuua watu 12.\n"
    "Serikali ya Ukraine imeishutumu Urusi kwa shambulio hilo. Urusi imekanusha shutuma hizo."
)
AID = (
    "Marekani yaipa Ukraine msaada\n"
    "Marekani iliipatia Ukraine msaada wa silaha Alhamisi.\n"
    "Rais wa Marekani Joe Biden alisema kuwa msaada huo utaendelea."
)
ARTICLES = (
    article(VISIT, "/habari/ziara.txt", publisher="Habari za Mfano"),
    article(ATTACK, "/habari/shambulio.txt", date(2024, 7, 2)),
    article(AID, "/habari/msaada.txt", date(2024, 8, 3), url="https://habari.example/msaada"),
)


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """A visit, an attack, and aid: the articles of `store`, numbered from 1."""
    return ARTICLES


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """Makes an article from its text and its source."""
    return article


class Cluster:
    """A PostgreSQL of the tests' own that listens in its folder only; root hands it to the user `postgres`."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="matukio-pg-"))
        self.user: dict[str, object] = {}
        if hasattr(os, "getuid") and os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        self.run("initdb", "--pgdata", str(self.folder / "data"), "--username", "tests", "--auth", "trust", "--no-sync")
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c jit=off"
        log = str(self.folder / "log")
        self.run(
            "pg_ctl", "--pgdata", str(self.folder / "data"), "--log", log, "--options", settings, "--wait", "start"
        )
        self.databases = 0

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self.binaries / program), *arguments],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self.user,
        )

    def address(self, name: str) -> str:
        return f"postgresql://tests@/{name}?host={self.folder}"

    def new_database(self) -> str:
        """The address of an empty database."""
        import psycopg

        self.databases += 1
        name = f"matukio{self.databases}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)

    def stop(self) -> None:
        self.run("pg_ctl", "--pgdata", str(self.folder / "data"), "--mode", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def postgres_binaries() -> Path | None:
    """Debian keeps them out of the PATH, a folder for each version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running PostgreSQL; where there is none the tests skip, or fail when MATUKIO_POSTGRES says that it must be."""
    binaries = postgres_binaries()
    if binaries is None or sys.platform == "win32":
        if os.environ.get("MATUKIO_POSTGRES") == "required":
            pytest.fail(NO_POSTGRES, pytrace=False)
        pytest.skip(NO_POSTGRES)
    running = Cluster(binaries)
    yield running
    running.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store can be made, once in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "habari.db")
    found: str = request.getfixturevalue("cluster").new_database()
    return found


@pytest.fixture
def empty(address: str) -> Iterator[Store]:
    """A store without articles."""
    with matukio.open(address) as opened:
        yield opened


@pytest.fixture
def store(empty: Store) -> Store:
    """A store with the three articles above, numbered from 1."""
    report = empty.add(*ARTICLES)
    assert (report.added, report.failures) == (3, [])
    return empty


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same three articles, once for all tests that change nothing."""
    path = str(tmp_path_factory.mktemp("store") / "habari.db")
    where = path if request.param == "sqlite" else request.getfixturevalue("cluster").new_database()
    with matukio.open(where) as opened:
        opened.add(*ARTICLES)
        yield opened


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """The three articles in a file, for what does not depend on the database."""
    with matukio.open(tmp_path / "faili.db") as opened:
        opened.add(*ARTICLES)
        yield opened


Writer = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    """Writes a text file of the folder `habari` and gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "habari" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
