"""Real articles from the corpora beside the checkout, added by the program itself, killed and started again."""

import json
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

import matukio
from matukio.store.connection import reading

EACH = 25
"""So many articles of each publisher are added, for time; there are 1,510 in all."""


@pytest.mark.shared
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_articles_of_the_corpora_are_added_killed_resumed_and_not_added_twice(
    shared: Path, address: str, tmp_path: Path
) -> None:
    expected = 0
    for publisher in ("voa", "bbc"):
        with (shared / "data" / publisher / "articles.jsonl").open(encoding="utf-8") as lines:
            articles = [json.loads(line) for line, _ in zip(lines, range(EACH), strict=False)]
        # The corpora have no dates; these are invented.
        for number, article in enumerate(articles):
            article["published"] = (date(2021, 1, 1) + timedelta(days=number)).isoformat()
        copy = tmp_path / f"{publisher}.jsonl"
        copy.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        expected += len(articles)
    program = [sys.executable, "-c", "from matukio.cli import main; main()", "add", "--db", address, "--force"]
    command = [*program, "--workers", "2", str(tmp_path / "voa.jsonl"), str(tmp_path / "bbc.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None and count(address) < expected // 4:
            time.sleep(0.1)
        running.kill()
    before = count(address)
    assert expected // 4 <= before
    resumed = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert resumed.returncode == 0, resumed.stderr
    assert count(address) == expected
    again = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert again.stderr.startswith(f"0 added, {expected} already there"), again.stderr
    with matukio.open(address) as store:
        assert store.check() == []
        assert len(store.events()) > expected


def count(address: str) -> int:
    """How many articles a store has."""
    with matukio.open(address) as store, reading(store.engine) as connection:
        return int(connection.execute(text("SELECT count(*) FROM articles")).scalar_one())
