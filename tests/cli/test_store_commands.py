"""The store's commands as a user meets them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from matukio.cli import app

runner = CliRunner(env={"LANGUAGE": "", "LC_ALL": "C.UTF-8", "COLUMNS": "160", "NO_COLOR": "1"})

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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, and a text that is not Swahili."""
    folder = tmp_path_factory.mktemp("habari")
    (folder / "a-ziara.txt").write_text(VISIT, encoding="utf-8")
    (folder / "b-shambulio.txt").write_text(ATTACK, encoding="utf-8")
    (folder / "c-english.txt").write_text("The ministers met on Monday and agreed to open the border again soon.")
    return folder


@pytest.fixture(scope="module")
def db(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the folder's articles."""
    path = str(tmp_path_factory.mktemp("db") / "habari.db")
    added = runner.invoke(app, ["add", str(folder), "--db", path, "--published", "2024-06-18"])
    assert added.exit_code == 2
    return path


def ask(db: str, *arguments: str) -> Result:
    return runner.invoke(app, [*arguments, "--db", db])


def test_adding_tells_what_became_of_every_source(folder: Path, tmp_path: Path) -> None:
    command = ["add", str(folder), "--db", str(tmp_path / "h.db"), "--errors", str(tmp_path / "errors.tsv")]
    first = runner.invoke(app, command)
    assert first.exit_code == 2
    assert first.stderr.startswith("2 added, 1 failed, ")
    assert "% of the time in the store" in first.stderr
    assert f"matukio: {folder / 'c-english.txt'}: " in first.stderr
    (failed,) = (tmp_path / "errors.tsv").read_text(encoding="utf-8").splitlines()
    assert failed.split("\t")[0] == str(folder / "c-english.txt")
    assert runner.invoke(app, command).stderr.startswith("0 added, 2 already there, 1 failed\n")
    (folder / "c-english.txt").rename(tmp_path / "c")
    good = runner.invoke(app, command)
    (tmp_path / "c").rename(folder / "c-english.txt")
    assert good.exit_code == 0
    assert (tmp_path / "errors.tsv").read_text(encoding="utf-8") == ""


def test_events_as_a_table(db: str) -> None:
    shown = ask(db, "events", "--actor", "KEN", "--type", "CONSULT")
    assert shown.exit_code == 0, shown.output
    assert "Rais wa Kenya William Ruto (KEN·GOV)" in shown.stdout
    assert "Kampala" in shown.stdout and "visit" in shown.stdout
    assert "Urusi" not in shown.stdout
    swahili = ask(db, "events", "--actor", "KEN", "--lang", "sw").stdout
    assert "Nani" in swahili and "ziara" in swahili


def test_answers_in_other_forms(db: str, tmp_path: Path) -> None:
    lines = ask(db, "events", "--format", "jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["article_id"] for row in rows} == {1, 2}
    assert rows[0]["day"] > "2024-06"
    csv = ask(db, "claims", "--stance", "deny", "--format", "csv").stdout.splitlines()
    assert csv[0].startswith("id,day,stance") and len(csv) == 2
    for name in ("a.jsonl", "a.csv", "a.parquet"):
        assert ask(db, "events", "--output", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).stat().st_size > 100
    assert ask(db, "events", "--output", str(tmp_path / "a.xls")).exit_code == 2
    assert ask(db, "events", "--format", "parquet").exit_code == 2


def test_a_limit_is_told(db: str) -> None:
    limited = ask(db, "events", "--limit", "1", "--format", "jsonl")
    assert len(limited.stdout.splitlines()) == 1
    assert "--limit 0 gives all" in limited.stderr
    assert "--limit" not in ask(db, "events", "--limit", "0").stderr


def test_search_relations_timeline_entities(db: str) -> None:
    found = ask(db, "search", "kutembelea")
    assert "«alimtembelea»" in found.stdout and "Kyiv" not in found.stdout
    assert "Nothing found" in ask(db, "search", "wa Kenya rais", "tembo").stdout
    assert "2024-06" in ask(db, "relations", "RUS", "UKR").stdout
    assert "Urusi" in ask(db, "timeline", "RUS").stdout
    assert "Nothing found" in ask(db, "timeline", "RUS", "KEN").stdout
    assert "William Ruto" in ask(db, "entities", "ruto", "--type", "PER").stdout


def test_drawings(db: str, tmp_path: Path) -> None:
    for name in ("a.svg", "b.png", "c.html"):
        assert ask(db, "timeline", "RUS", "--plot", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).stat().st_size > 2000
    assert ask(db, "relations", "RUS", "UKR", "--plot", str(tmp_path / "d.svg")).exit_code == 0
    assert "<svg" in (tmp_path / "d.svg").read_text(encoding="utf-8")
    assert ask(db, "relations", "RUS", "PRK", "--plot", str(tmp_path / "e.svg")).exit_code == 0
    assert ask(db, "timeline", "RUS", "--plot", str(tmp_path / "f.gif")).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["events", "--type", "VITA"],
        ["events", "--from", "jana"],
        ["search", "-vita"],
        ["remove", "99"],
        ["fix", "1.e99", "type=AID"],
        ["fix", "1.e1"],
        ["fix"],
        ["fix", "1.e1", "type"],
        ["fix", "1", "--add", "kitu", "words=ziara"],
        ["db", "backup", "/hayupo/nakala.db"],
    ],
)
def test_mistakes_end_with_one_line_and_2(db: str, arguments: list[str]) -> None:
    result = ask(db, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("matukio: ") or "Usage" in result.stderr
    assert "Traceback" not in result.output


def test_without_a_store_every_question_says_what_to_do(tmp_path: Path) -> None:
    for command in (["events"], ["search", "rais"], ["db", "check"], ["remove", "1"], ["reread"], ["fix", "--list"]):
        result = ask(str(tmp_path / "hayupo.db"), *command)
        assert result.exit_code == 2
        assert "no such store; matukio add fills one" in result.stderr
    assert not (tmp_path / "hayupo.db").exists()


def test_correcting_and_reading_again(folder: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "h.db")
    ask(db, "add", str(folder / "b-shambulio.txt"), "--published", "2024-06-18")
    reference = json.loads(ask(db, "events", "--type", "ASSAULT", "--format", "jsonl").stdout.splitlines()[0])["id"]
    assert ask(db, "fix", reference, "status=alleged", "--note", "kwa mujibu wa Ukraine").exit_code == 0
    assert "[corrected]" in ask(db, "events", "--type", "ASSAULT").stdout
    assert ask(db, "fix", "1", "--add", "claim", "content=kuua watu 12", "stance=say").stdout == "added 1.cx1\n"
    assert "kwa mujibu wa Ukraine" in ask(db, "fix", "--list").stdout
    again = ask(db, "reread", "--all", "--details")
    assert again.stdout.startswith("1 articles read again, 0 of them otherwise than before\n")
    assert "[corrected]" in ask(db, "events", "--type", "ASSAULT").stdout
    assert ask(db, "fix", "--export", str(tmp_path / "gold.jsonl")).exit_code == 0
    gold = json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))
    assert "alleged" in {event["status"] for event in gold["events"]}
    assert ask(db, "fix", "--undo", reference).exit_code == 0
    assert ask(db, "fix", "--reject", reference).exit_code == 0
    assert reference not in ask(db, "events", "--type", "ASSAULT").stdout
    assert ask(db, "db", "check").stdout == "all is well\n"
    assert ask(db, "db", "backup", str(tmp_path / "nakala.db")).exit_code == 0
    assert ask(db, "db", "path").stdout.strip() == db
    assert ask(db, "remove", "1").stdout == "removed article 1\n"
    assert "Nothing found" in ask(db, "events").stdout
