"""The command line as a user meets it: what it prints where, and how it ends."""

import ast
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from matukio import __version__
from matukio.cli import app
from matukio.record import EVENT_TYPES, Record
from matukio.schema import schema
from matukio.validation import problems

MATUKIO = [sys.executable, "-c", "from matukio.cli import main; main()"]
ENGLISH = {"LANGUAGE": "", "LC_ALL": "C.UTF-8"}

runner = CliRunner(env={**ENGLISH, "COLUMNS": "140", "NO_COLOR": "1"})


@pytest.fixture
def article(record: Record, tmp_path: Path) -> str:
    """A text file whose article tells of a visit, an accusation and a denial, without a day of publication."""
    path = tmp_path / "ziara.txt"
    path.write_text(record.text, encoding="utf-8")
    return str(path)


def run(*arguments: str, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The program itself, its output in pipes."""
    environment = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [*MATUKIO, *arguments], input=given, capture_output=True, env={**environment, **ENGLISH, **variables}
    )


def test_help_names_the_commands() -> None:
    result = runner.invoke(app, ["--help"])
    assert result.exit_code == 0
    assert re.search(r"\bread\b", result.output)
    assert re.search(r"\bschema\b", result.output)


def test_the_ontology_is_printed() -> None:
    shown = runner.invoke(app, ["ontology", "--lang", "sw"]).output
    assert re.search(r"visit +ziara +verbal cooperation +\+2\.9", shown)
    assert re.search(r"election +uchaguzi", shown)
    whole = json.loads(runner.invoke(app, ["ontology", "--json"]).output)
    assert {row["type"] for row in whole["types"]} == set(EVENT_TYPES)
    assert {(row["type"], row["mode"]) for row in whole["types"] if row["mode"]} == {
        (type, mode) for type, modes in EVENT_TYPES.items() for mode in modes
    }
    assert all(row["source"] and -10 <= row["score"] <= 10 for row in whole["types"])


def test_version() -> None:
    assert runner.invoke(app, ["--version"]).output == f"matukio {__version__}\n"


def test_schema_is_printed_as_json() -> None:
    assert json.loads(runner.invoke(app, ["schema"]).output) == schema()


def test_events_and_claims_are_shown(article: str) -> None:
    result = runner.invoke(app, ["read", article, "--published", "2024-06-18"])
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith("Rais wa Ghana kuzuru Peru  2024-06-18\n")
    assert "Events (" in result.stdout
    assert "Claims (" in result.stdout
    assert "Times" not in result.stdout
    assert "planned" in result.stdout
    assert "└ " in result.stdout


def test_sections_are_chosen(article: str) -> None:
    result = runner.invoke(app, ["read", article, "--published", "2024-06-18", "--show", "times, names"])
    assert "kesho Jumatano" in result.stdout
    assert "2024-06-19" in result.stdout
    assert "Events" not in result.stdout


def test_title_and_publisher_are_given(article: str) -> None:
    result = runner.invoke(app, ["read", article, "--title", "Ziara ya Lima", "--publisher", "Habari za Mfano"])
    assert result.stdout.startswith("Ziara ya Lima  Habari za Mfano\n")


def test_labels_follow_the_option_or_the_system(article: str) -> None:
    assert "Matukio (" in runner.invoke(app, ["read", article, "--lang", "sw"]).stdout
    assert "Matukio (" in runner.invoke(app, ["read", article], env={"LC_ALL": "sw_KE.UTF-8"}).stdout
    assert "Events (" in runner.invoke(app, ["read", article], env={"LC_ALL": "sw_TZ", "LANGUAGE": "en"}).stdout


def test_timex3_is_a_time_ml_document(article: str, record: Record) -> None:
    result = runner.invoke(app, ["read", article, "--timex3", "--published", "2024-06-18"])
    document = ElementTree.fromstring(result.stdout.encode())
    assert "".join(document.find("TEXT").itertext()) == record.text
    assert [(time.text, time.get("value")) for time in document.iter("TIMEX3")] == [
        ("2024-06-18", "2024-06-18"),
        ("kesho Jumatano", "2024-06-19"),
    ]


def test_json_is_one_line_for_each_article(article: str, tmp_path: Path) -> None:
    (tmp_path / "nyingine.txt").write_text("Waziri wa Kenya aliwasili mjini Lusaka.\u2028Alikutana na rais.", "utf-8")
    result = runner.invoke(app, ["read", str(tmp_path), "--json", "--published", "2024-06-18"])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) == 2
    assert [record["published"] for record in records] == ["2024-06-18", "2024-06-18"]
    assert [problems(record) for record in records] == [[], []]


def test_page_is_written_in_place_of_the_tables(article: str, tmp_path: Path) -> None:
    result = runner.invoke(app, ["read", article, "--html", str(tmp_path / "ukurasa.html")])
    assert result.stdout == ""
    assert "ukurasa.html" in result.stderr
    assert "<title>Rais wa Ghana kuzuru Peru</title>" in (tmp_path / "ukurasa.html").read_text(encoding="utf-8")
    assert runner.invoke(app, ["read", article, "--html", "-"]).stdout.startswith("<!DOCTYPE html>")


def test_page_that_cannot_be_written(article: str, tmp_path: Path) -> None:
    result = runner.invoke(app, ["read", article, "--html", str(tmp_path / "hakuna" / "ukurasa.html")])
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_explain_names_rules_and_words(article: str) -> None:
    result = runner.invoke(app, ["read", article, "--published", "2024-06-18", "--explain", "--show", "events,times"])
    assert re.search(r"value: 2024-06-19 ← .+ «kesho", result.stdout)
    assert re.search(r"^  e1 [A-Z]+", result.stdout, re.MULTILINE)


def test_note_says_why_times_stay_unresolved(article: str) -> None:
    result = runner.invoke(app, ["read", article])
    assert result.exit_code == 0
    [note] = result.stderr.splitlines()
    assert "no date of publication is known" in note
    assert "«kesho Jumatano»" in note
    assert "--published YYYY-MM-DD" in note


def test_one_note_for_all_articles(article: str) -> None:
    [note] = runner.invoke(app, ["read", article, article, article]).stderr.splitlines()
    assert "ziara.txt and 2 more: " in note


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--published", "18 Juni"], "--published 18 Juni: not a date like 2024-06-18"),
        (["--show", "events,verbs"], "--show verbs: not one of events, summaries, claims, times, names"),
        (["--json", "--html", "-"], "--json and --html - would print into each other"),
        (["--json", "--timex3"], "--json and --timex3 would print into each other"),
    ],
)
def test_option_that_cannot_be_meant(article: str, options: list[str], complaint: str) -> None:
    result = runner.invoke(app, ["read", article, *options])
    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert complaint in line


def test_a_title_belongs_to_one_article(article: str, tmp_path: Path) -> None:
    for sources in ([article, article], [str(tmp_path)]):
        result = runner.invoke(app, ["read", *sources, "--title", "Ziara"])
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1


def test_bad_source_gets_one_line_and_the_others_go_on(article: str, tmp_path: Path) -> None:
    (tmp_path / "tupu.txt").write_bytes(b"")
    (tmp_path / "picha.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "english.txt").write_text("The minister said that talks would go on in the capital on Friday. " * 4)
    bad = [str(tmp_path / name) for name in ("haipo.txt", "tupu.txt", "picha.txt", "english.txt")]
    done = run("read", *bad, article, "--json", "--published", "2024-06-18")
    assert done.returncode == 2
    assert len(done.stdout.decode().splitlines()) == 1
    complaints = done.stderr.decode().splitlines()
    assert len(complaints) == len(bad)
    for path, complaint in zip(bad, complaints, strict=True):
        assert complaint.startswith(f"matukio: {path}: ")


def test_force_reads_what_does_not_look_like_swahili(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("The minister said that talks would go on in the capital on Friday. " * 4)
    assert runner.invoke(app, ["read", str(path)]).exit_code == 2
    assert runner.invoke(app, ["read", str(path), "--force"]).exit_code == 0


def test_standard_input_and_a_pipe(record: Record) -> None:
    done = run("read", "-", "--published", "2024-06-18", given=record.text.encode())
    assert done.returncode == 0, done.stderr
    plain = done.stdout.decode("utf-8")
    assert "«" in plain
    assert "\x1b" not in plain
    assert max(len(line) for line in plain.splitlines()) <= 80


def test_output_is_utf8_whatever_the_system_says(record: Record) -> None:
    done = run("read", "-", "--json", given=record.text.encode(), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert json.loads(done.stdout.decode("utf-8"))["text"] == record.text


def test_colours_can_be_asked_for_and_refused(record: Record) -> None:
    text = record.text.encode()
    coloured = run("read", "-", given=text, FORCE_COLOR="1", TERM="xterm-256color").stdout.decode()
    assert "\x1b[3" in coloured
    refused = run("read", "-", given=text, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout.decode()
    assert not re.search(r"\x1b\[(\d+;)*3\d", refused)


def test_help_loads_nothing_that_only_reading_needs() -> None:
    program = (
        "import sys; from matukio.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    loaded = ast.literal_eval(done.stderr)
    # The options of the questions are a table, shared with the page's addresses.
    options = {"matukio.errors", "matukio.frozen", "matukio.store", "matukio.store.conditions", "matukio.tables"}
    ours = {name for name in loaded if name.startswith("matukio") and not name.startswith("matukio.cli")}
    assert ours - options == {"matukio"}
    assert not {"fastapi", "lxml", "numpy", "pyarrow", "pydantic", "sqlalchemy", "trafilatura"} & set(loaded)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")
@pytest.mark.parametrize("options", [["--json"], []])
def test_closed_pipe_ends_quietly(article: str, options: list[str]) -> None:
    command = [*MATUKIO, "read", *[article] * 20, "--published", "2024-06-18", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout and program.stderr
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")
def test_interrupt_exits_130() -> None:
    with subprocess.Popen([*MATUKIO, "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdin and program.stderr
        time.sleep(1.0)
        program.send_signal(signal.SIGINT)
        assert b"Traceback" not in program.stderr.read()
    assert program.returncode == 130


def test_rows_plover_and_summaries(article: str, tmp_path: Path) -> None:
    rows, table = tmp_path / "matukio.csv", tmp_path / "matukio.parquet"
    written = runner.invoke(app, ["read", article, "--csv", str(rows), "--parquet", str(table)])
    assert written.exit_code == 0
    assert "Event ID" not in written.stdout
    assert rows.read_text(encoding="utf-8").startswith("Event ID,Event Date,")
    assert table.read_bytes().startswith(b"PAR1")
    assert runner.invoke(app, ["read", article, "--csv", "-"]).stdout == rows.read_text(encoding="utf-8")
    lines = runner.invoke(app, ["read", article, "--plover"]).stdout.splitlines()
    assert [json.loads(line)["has_event"] for line in lines] == [True] * len(lines)
    shown = runner.invoke(app, ["read", article, "--show", "summaries", "--lang", "sw"]).stdout
    assert re.search(r"Ghana → Peru: ziara, imepangwa", shown)
    failed = runner.invoke(app, ["read", article, "--csv", str(tmp_path / "hakuna" / "a.csv")])
    assert failed.exit_code == 2
    assert "cannot be written" in failed.stderr


def test_columns_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "habari.csv"
    path.write_text("siku,habari\n2024-06-18,Rais wa Ghana atazuru Peru kesho.\n", encoding="utf-8")
    options = ["--column", "text=habari", "--column", "published=siku", "--json"]
    record = json.loads(runner.invoke(app, ["read", str(path), *options]).stdout)
    assert (record["published"], record["times"][0]["value"]) == ("2024-06-18", "2024-06-19")
    assert "text=COLUMN" in runner.invoke(app, ["read", str(path)]).stderr
    assert runner.invoke(app, ["read", str(path), "--column", "habari"]).exit_code == 2


def test_min_confidence_leaves_out_what_is_less_sure(article: str) -> None:
    def events(*options: str) -> list[dict[str, float]]:
        printed = runner.invoke(app, ["read", article, "--json", *options])
        assert printed.exit_code == 0
        found: list[dict[str, float]] = json.loads(printed.stdout)["events"]
        return found

    everything = events()
    surest = max(event["confidence"] for event in everything)
    assert [e["confidence"] for e in events("--min-confidence", str(surest))] == [surest] * sum(
        e["confidence"] == surest for e in everything
    )
    assert events("--min-confidence", "0") == everything
    refused = runner.invoke(app, ["read", article, "--min-confidence", "2"])
    assert refused.exit_code == 2
    assert "lies between 0 and 1" in refused.stderr


IN_ITS_PROCESS = """
import sys
from matukio import forgetting
from matukio.cli import app, main

sys.argv[1:] = ["code", sys.argv[1], sys.argv[2], "--workers", "1", "--no-stories"]
for run in (lambda: app(sys.argv[1:]), main):
    try:
        run()
    except SystemExit as end:
        assert not end.code, end.code
    print(forgetting._forms.last, file=sys.stderr)
"""


def test_the_command_line_forgets_in_its_own_process_and_not_in_another_program(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "habari.txt").write_text("Rais wa Togo aliwasili Accra jana.", encoding="utf-8")
    command = [sys.executable, "-c", IN_ITS_PROCESS, str(tmp_path / "habari.txt"), str(tmp_path / "meza")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    told = [line for line in done.stderr.splitlines() if line in ("inf", "12000")]
    assert told == ["inf", "12000"], done.stderr
