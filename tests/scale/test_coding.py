"""From articles to tables, resumed and whole."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner

import matukio
from matukio.cli import app
from matukio.scale import Settings, code
from matukio.scale.blocks import Block
from matukio.scale.coding import ScaleError
from matukio.scale.engines import ENGINES
from matukio.scale.tables import SCHEMAS, STORY_SCHEMAS
from matukio.scale.writing import Place
from matukio.store.workers import WorkerError

TEXTS = [
    "Rais wa Kenya William Ruto alikutana na Rais wa Uganda Yoweri Museveni mjini Kampala Jumatatu.",
    "Polisi wa Zambia waliwakamata waandamanaji kumi mjini Lusaka, msemaji wa polisi alisema.",
    "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki. Ghana imekanusha shutuma hizo.",
    "Waziri wa fedha wa Malawi alisema jana kwamba bajeti itasomwa bungeni.",
    "Jeshi la Mali limewaua wapiganaji saba katika shambulizi la anga.",
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five articles of two months, and a line that is broken."""
    rows = [
        {"text": text, "title": None, "published": f"2024-0{6 + number % 2}-18", "publisher": "Gazeti"}
        for number, text in enumerate(TEXTS)
    ]
    path = tmp_path / "habari.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{\n", encoding="utf-8")
    return path


def table(folder: Path, name: str) -> list[dict[str, object]]:
    return pyarrow.parquet.read_table(folder / name).to_pylist()


def test_tables_by_month(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "meza"
    report = code([str(archive)], folder, Settings(block=2))
    assert (report.articles, report.blocks, len(report.failures)) == (5, 3, 1)
    assert {path.name for path in folder.iterdir() if not path.name.startswith("_")} == {
        *SCHEMAS,
        *STORY_SCHEMAS,
    }
    articles = table(folder, "articles")
    assert sorted(str(row["text"]) for row in articles) == sorted(TEXTS)
    assert {row["month"] for row in articles} == {"2024-06", "2024-07"}
    ids = {row["article_id"] for row in articles}
    for name in ("events", "parties", "claims", "times", "entities"):
        assert {row["article_id"] for row in table(folder, name)} <= ids
    record = matukio.read(TEXTS[2], published="2024-06-18")
    (id,) = (row["article_id"] for row in articles if row["text"] == TEXTS[2])
    events = [row for row in table(folder, "events") if row["article_id"] == id]
    assert [(row["event_id"], row["type"], row["status"]) for row in events] == [
        (event.id, event.type, event.status) for event in record.events
    ]
    roles = {(row["of"], row["role"], row["country"]) for row in table(folder, "parties")}
    assert ("e1", "actor", "CHL") in roles
    assert report.rows["events"] == len(table(folder, "events"))
    assert json.loads((folder / "_report.json").read_text())["errors"] == report.errors


def test_a_run_goes_on_where_it_was(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "meza"
    whole = tmp_path / "yote"
    code([str(archive)], whole, Settings(block=2))
    code([str(archive)], folder, Settings(block=2))
    # As if killed before the second block was noted, with a file of it in place and another half written.
    done = sorted((folder / "_done").iterdir())
    done[1].unlink()
    (folder / "_writing" / "x").mkdir(parents=True)
    (folder / "_writing" / "x" / "nusu.parquet").write_bytes(b"PAR1")
    report = code([str(archive)], folder, Settings(block=2))
    assert (report.blocks, report.resumed) == (1, 2)
    assert not (folder / "_writing" / "x").exists()
    for name in SCHEMAS:
        assert sorted(map(str, table(folder, name))) == sorted(map(str, table(whole, name)))
    again = code([str(archive)], folder, Settings(block=2))
    assert (again.articles, again.resumed) == (0, 3)


def test_reposts_word_for_word_stay_apart(tmp_path: Path) -> None:
    rows = [{"text": TEXTS[2], "url": f"https://gazeti.example/{name}", "published": "2024-06-18"} for name in "ab"]
    # Half a character, as broken programs write it, keeps no table from being written.
    rows.append({"text": "Waziri \ud800 alisema.", "title": "\ud800"})
    path = tmp_path / "habari.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = code([str(path)], tmp_path / "meza", Settings(given={"force": True}))
    assert not report.set_aside
    assert len({row["article_id"] for row in table(tmp_path / "meza", "articles")}) == 3
    assert len(table(tmp_path / "meza", "copies")) == 1


def test_a_block_of_articles_of_a_book_s_length(tmp_path: Path) -> None:
    """The articles of a block may be of any length; ten million characters were run once (docs/scale.md)."""
    story = "\n".join(TEXTS) + "\n"
    long = [(story * (60_000 // len(story) + more)).strip() for more in (0, 1)]
    path = tmp_path / "vitabu.jsonl"
    rows = [{"text": text, "title": None, "published": "2024-06-18"} for text in long]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = code([str(path)], tmp_path / "meza", Settings(block=2))
    assert (report.articles, report.failures) == (2, [])
    starts = [row["start"] for row in table(tmp_path / "meza", "entities")]
    assert sorted(str(row["text"]) for row in table(tmp_path / "meza", "articles")) == sorted(long)
    assert max(starts) > 59_000 and len(starts) > 1_000


def test_a_changed_input_is_coded_anew(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "meza"
    code([str(archive)], folder)
    # As if a run had been killed when a second block was written and not yet noted.
    (file,) = (folder / "articles" / "month=2024-06").iterdir()
    shutil.copy(file, file.with_name(file.name.replace("-00000", "-00001")))
    archive.write_text(json.dumps({"text": TEXTS[0]}) + "\n", encoding="utf-8")
    assert code([str(archive)], tmp_path / "meza").articles == 1
    assert [row["text"] for row in table(tmp_path / "meza", "articles")] == [TEXTS[0]]


def test_a_folder_of_others_and_of_other_settings(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "nyingine").mkdir()
    (tmp_path / "nyingine" / "barua.txt").write_text("x")
    with pytest.raises(ScaleError, match="holds other things"):
        code([str(archive)], tmp_path / "nyingine")
    code([str(archive)], tmp_path / "meza", Settings(block=2))
    with pytest.raises(ScaleError, match="was made with"):
        code([str(archive)], tmp_path / "meza", Settings(block=3))


def test_a_disk_that_is_full(archive: Path, tmp_path: Path) -> None:
    small = tmp_path / "dogo"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs leave to mount a small tmpfs")
    try:
        with pytest.raises(ScaleError, match="make room"):
            code([str(archive)], small / "meza", Settings(block=2))
        # What is in place can be read: no file is there by half.
        for path in (small / "meza").rglob("month=*/*.parquet"):
            pyarrow.parquet.read_table(path)
        subprocess.run(["mount", "-o", "remount,size=8m", str(small)], check=True)
        code([str(archive)], small / "meza", Settings(block=2))
        assert len(table(small / "meza", "articles")) == 5
    finally:
        subprocess.run(["umount", str(small)], check=True)


class Fatal:
    """Ends the process that unpacks it, as want of memory would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def block(key: str, *items: object) -> Block:
    return Block(key, "habari", items)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ["pool", "ray"])
def test_a_worker_that_ends_takes_only_its_block_with_it(engine: str, start: Callable[[str], None]) -> None:
    start(engine)
    blocks = [block("a"), block("b"), block("c", Fatal()), block("d"), block("e")]
    with ENGINES[engine](Settings(workers=2)) as workers:
        found = {each.key: outcome for each, outcome in workers.map(attrgetter("key"), blocks)}
    assert isinstance(found.pop("c"), WorkerError)
    assert found == {key: key for key in "abde"}


@pytest.mark.parametrize("engine", ["pool", "ray"])
def test_every_engine_makes_the_same_tables(
    archive: Path, tmp_path: Path, engine: str, start: Callable[[str], None]
) -> None:
    start(engine)
    code([str(archive)], tmp_path / "moja", Settings(block=2))
    report = code([str(archive)], tmp_path / engine, Settings(workers=2, engine=engine, block=2))
    assert report.articles == 5
    assert not report.set_aside
    for name in SCHEMAS:
        assert sorted(map(str, table(tmp_path / engine, name))) == sorted(map(str, table(tmp_path / "moja", name)))


@pytest.mark.parametrize("engine", ["pool", "ray"])
def test_workers_that_do_not_see_the_folder(
    archive: Path, tmp_path: Path, engine: str, start: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    start(engine)
    code([str(archive)], tmp_path / "moja", Settings(block=2))
    elsewhere = tmp_path / "kwingine"
    with monkeypatch.context() as patched:
        # What travels to a worker names a folder that its machine has not, as on a cluster without a common disk.
        patched.setattr(Place, "__reduce__", lambda place: (Place, (elsewhere, place.name)))
        report = code([str(archive)], tmp_path / engine, Settings(workers=2, engine=engine, block=2))
    assert (report.articles, report.set_aside) == (5, [])
    assert not elsewhere.exists()
    for name in (*SCHEMAS, *STORY_SCHEMAS):
        assert sorted(map(str, table(tmp_path / engine, name))) == sorted(map(str, table(tmp_path / "moja", name)))


def test_a_folder_of_another_run_is_not_written_to(tmp_path: Path) -> None:
    # A worker's own machine may have tables of its own under the same name.
    code([], tmp_path / "meza")
    assert not Place(tmp_path / "meza", "another run's").is_here()


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_command(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = CliRunner(env={"LANGUAGE": "", "LC_ALL": "C.UTF-8"})
    folder = str(tmp_path / "meza")
    result = runner.invoke(app, ["code", str(archive), folder, "--workers", "1"])
    assert result.exit_code == 1, "a line could not be read"
    assert "5 articles" in result.stderr
    assert "stories of 5 articles" in result.stderr
    assert f"{archive}:6: no line of JSON" in result.stderr
    with monkeypatch.context() as patched:
        patched.setattr("matukio.scale.coding._run", interrupted)
        stopped = runner.invoke(app, ["code", str(archive), folder, "--workers", "1"])
    assert (stopped.exit_code, "goes on from there" in stopped.stderr) == (130, True)
    assert "name the inputs, then the folder" in runner.invoke(app, ["code", str(archive)]).stderr
