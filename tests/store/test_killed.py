"""A program that is killed while it adds loses nothing: each article is there once, none half."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

import matukio
from matukio.store.connection import reading, writing
from matukio.store.layout import ARTICLES as ARTICLES_TABLE
from matukio.store.layout import VERSIONS
from matukio.store.writing import count, known, remove

# The long run is for machines with time: .ci/run asks for 50.
KILLS = int(os.environ.get("MATUKIO_KILLS", "6"))
ARTICLES = 30

# A start takes longer than the work: what is killed is a process forked off one that has loaded and read everything.
PROGRAM = """
import os, signal, sys, time
import matukio
from matukio.ingest import Article
from matukio.store import adding, preparing, readers

articles = [
    Article(f"Rais wa Kenya alizuru mji wa {number} siku ya Jumatatu. Waziri alisema kwamba ziara hiyo ni muhimu.",
            source=f"/habari/{number}.txt")
    for number in range(int(sys.argv[2]))
]
known = {article.source: preparing.prepare(article) for article in articles}
readers.prepare = lambda article: known[article.source]
adding.BATCH = 3
print("ready", flush=True)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        with matukio.open(sys.argv[1]) as store:
            store.add(*articles)
        os._exit(0)
    if line.strip():
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Adder:
    """A program that adds the articles in a new process as often as it is told to."""

    def __init__(self, address: str) -> None:
        command = [sys.executable, "-c", PROGRAM, address, str(ARTICLES)]
        self.program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.program.stdout and self.program.stdin
        self.told, self.tell = self.program.stdout, self.program.stdin
        assert self.told.readline() == "ready\n"

    def add(self, killed_after: float | None = None) -> bool:
        """Add all articles, or kill the process after so many seconds; whether it came to its end."""
        print("" if killed_after is None else killed_after, file=self.tell, flush=True)
        return int(self.told.readline()) == 0

    def close(self) -> None:
        self.tell.close()
        self.program.wait()
        self.told.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals and processes of POSIX")
def test_killed_at_any_moment_and_started_again_each_article_is_there_once(address: str) -> None:
    chance = random.Random(7)
    adder = Adder(address)
    matukio.open(address).close()
    begun = time.monotonic()
    assert adder.add()
    whole = time.monotonic() - begun
    every, killed = sorted(f"/habari/{number}.txt" for number in range(ARTICLES)), 0
    while killed < KILLS:
        gone = [f"/habari/{number}.txt" for number in chance.sample(range(ARTICLES), chance.randint(5, ARTICLES))]
        with matukio.open(address) as store, writing(store.engine) as connection:
            for article in known(connection, gone).values():
                remove(connection, article.id)
        killed += not adder.add(chance.uniform(0, whole))
        with matukio.open(address) as store:
            assert store.check() == []
        assert adder.add()
        with matukio.open(address) as store, reading(store.engine) as connection:
            assert sorted(connection.execute(select(ARTICLES_TABLE.c.source)).scalars()) == every
            assert count(connection, VERSIONS) == {"versions": ARTICLES}
    with matukio.open(address) as store:
        assert store.check() == []
    adder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals and processes of POSIX")
def test_the_workers_of_a_killed_program_end_too(tmp_path: Path) -> None:
    for number in range(40):
        text = f"Rais wa Kenya alizuru mji namba {number} siku ya Jumatatu kwa mwaliko wa serikali."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    program = [sys.executable, "-c", "from matukio.cli import main; main()"]
    command = [*program, "add", str(tmp_path), "--workers", "2", "--db", str(tmp_path / "h.db")]
    children: list[int] = []
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        while len(children) < 3 and running.poll() is None:  # two workers, and the one that keeps their locks
            children = children_of(running.pid)
            time.sleep(0.02)
        assert children, "no worker was started"
        running.kill()
    deadline = time.monotonic() + 60
    while any(is_running(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if is_running(child)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    with matukio.open(tmp_path / "h.db") as store:
        assert len(store.search("kuzuru", limit=100)) == 40
        assert store.check() == []


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, encoding="utf-8").stdout
    pairs = [line.split() for line in listed.splitlines()]
    return [int(child) for child, parent in pairs if int(parent) == pid]


def is_running(pid: int) -> bool:
    """Whether a process is there and not only waits to be noticed as ended."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, encoding="utf-8").stdout.strip()
    return bool(state) and not state.startswith("Z")
