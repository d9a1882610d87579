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

    def new_database(self, template: str = "template1") -> str:
        """The address of a database that is empty, or like another one at its address."""
        import psycopg

        self.databases += 1
        name = f"matukio{self.databases}"
        like = template.partition("?")[0].rpartition("/")[2]
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
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


class Templates:
    """Stores that are made once, and copied for every test that wants one."""

    def __init__(self, request: pytest.FixtureRequest, folder: Path) -> None:
        self.request, self.folder = request, folder
        self.made: dict[tuple[str, bool], str] = {}

    def new(self, database: str, path: Path, *, filled: bool) -> str:
        """The address of a new store in one of the databases, with the articles above or without any."""
        cluster = self.request.getfixturevalue("cluster") if database == "postgresql" else None
        if (database, filled) not in self.made:
            made = cluster.new_database() if cluster else str(self.folder / f"{filled}.db")
            with matukio.open(made) as store:
                report = store.add(*ARTICLES if filled else ())
                assert (report.added, report.failures) == (3 if filled else 0, [])
            self.made[database, filled] = made
        template = self.made[database, filled]
        if cluster:
            return str(cluster.new_database(template))
        shutil.copy(template, path)
        return str(path)


@pytest.fixture(scope="session")
def templates(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Makes stores quickly."""
    return Templates(request, tmp_path_factory.mktemp("templates"))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made, once in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "habari.db")
    found: str = request.getfixturevalue("cluster").new_database()
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Store]:
    """A store without articles, once in each database."""
    with matukio.open(templates.new(request.param, tmp_path / "habari.db", filled=False)) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[Store]:
    """A store with the three articles above, numbered from 1, once in each database."""
    with matukio.open(templates.new(request.param, tmp_path / "habari.db", filled=True)) as opened:
        yield opened


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The same, once for all tests that change nothing."""
    path = tmp_path_factory.mktemp("store") / "habari.db"
    with matukio.open(templates.new(request.param, path, filled=True)) as opened:
        yield opened


@pytest.fixture
def sqlite_store(templates: Templates, tmp_path: Path) -> Iterator[Store]:
    """The three articles in a file, for what does not depend on the database."""
    with matukio.open(templates.new("sqlite", tmp_path / "faili.db", filled=True)) as opened:
        yield opened
