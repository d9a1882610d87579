"""What holds for the project as a whole: examples, tables, documentation, the order of the stages, a light import."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "matukio"
TABLES = sorted(PACKAGE.rglob("*.tsv"))

STAGES = (
    "ingest", "swahili", "times", "entities", "references", "claims", "events", "stories", "store", "export", "scale",
)  # fmt: skip
SHARED_BY_ALL = ("record", "frozen", "rules", "tables", "errors")
# What comes after the reading of an article calls the line of stages as a whole.
AFTER_READING = ("store", "export", "scale")
THE_WHOLE = ("__version__", "forgetting", "pipeline", "schema", "validation")

PARTS = {
    "claims": (
        "attribution", "confidence", "statements", "sentences", "speakers", "stances", "contents", "targets", "drafts",
        "continued", "answers", "finding", "__init__",
    ),
    "events": (
        "lexicon", "clauses", "places", "parties", "senses", "status", "dates", "no_deed", "relevance",
        "circumstances", "crediting", "sizes", "confidence", "merging", "spoken", "finding", "__init__",
    ),
}  # fmt: skip

NEVER_AT_IMPORT = (
    "alembic", "fastapi", "hijridate", "httpx", "jinja2", "lxml", "numpy", "py3langid", "pypdf", "rich", "spacy",
    "sqlalchemy", "trafilatura", "typer", "uvicorn",
)  # fmt: skip


def run_python(program: str, *arguments: str) -> str:
    """What a new Python prints that runs the program."""
    command = [sys.executable, "-X", "utf8", "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_matukio_loads_no_heavy_library_and_no_table() -> None:
    loaded = json.loads(run_python("import matukio, sys, json; print(json.dumps(sorted(sys.modules)))"))
    assert not set(NEVER_AT_IMPORT) & set(loaded)
    assert "matukio.tables" not in loaded


def test_reading_a_text_loads_no_library_for_pages_or_terminals() -> None:
    program = (
        "import matukio, sys, json; matukio.read('Rais aliwasili Lusaka jana.'); print(json.dumps(sorted(sys.modules)))"
    )
    assert not set(NEVER_AT_IMPORT) & set(json.loads(run_python(program)))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_from_the_stages_before_it(stage: str) -> None:
    allowed = {*STAGES[: STAGES.index(stage) + 1], *SHARED_BY_ALL, *(THE_WHOLE if stage in AFTER_READING else ())}
    for module in sorted((PACKAGE / stage).rglob("*.py")):
        for name in matukio_imports(module):
            assert name in allowed, f"{module.relative_to(ROOT)} imports matukio.{name}"


@pytest.mark.parametrize("stage", PARTS)
def test_a_part_of_a_stage_imports_only_from_those_before_it(stage: str) -> None:
    folder, order = PACKAGE / stage, PARTS[stage]
    part_of = {module: module.relative_to(folder).parts[0].removesuffix(".py") for module in folder.rglob("*.py")}
    assert set(part_of.values()) == set(order)
    for module, part in part_of.items():
        for name in matukio_imports(module, f"matukio.{stage}"):
            assert name in order[: order.index(part) + 1], f"{module.relative_to(ROOT)} imports matukio.{stage}.{name}"


def matukio_imports(module: Path, package: str = "matukio") -> set[str]:
    """The folders and modules of the package that a module imports from, whether at its top or in a function."""
    imported = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == package else [node.module]
        else:
            continue
        below = [name.removeprefix(f"{package}.") for name in names if name and name.startswith(f"{package}.")]
        imported |= {name.partition(".")[0] for name in below}
    return imported


@pytest.mark.parametrize("table", TABLES, ids=[str(table.relative_to(PACKAGE)) for table in TABLES])
def test_a_table_is_sorted_by_its_first_column_and_has_no_row_twice(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    header, *rows = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(set(header.split("\t"))) == len(header.split("\t"))
    keys = [row.split("\t")[0] for row in rows]
    assert keys == sorted(keys)
    assert len(set(rows)) == len(rows)


def test_every_table_is_one_that_reading_and_showing_load() -> None:
    program = """
import contextlib, io, sys, tempfile
from pathlib import Path
import matukio.tables

loaded = set()

def noting(read):
    def noted(path, *row):
        loaded.add(str(path))
        return read(path, *row)
    return noted

matukio.tables.read_table = noting(matukio.tables.read_table)
matukio.tables.read_words = noting(matukio.tables.read_words)
from matukio.cli import main

folder = Path(tempfile.mkdtemp())
page, english, more = folder / "page.html", folder / "english.txt", folder / "zaidi.txt"
english.write_text("The ministers met on Monday. They agreed to open the border again before the end of the year.")
# Some tables are for words that the examples lack.
more.write_text(
    "Kundi lililaani kelele hizo. Waziri alisema kwamba kelele zitakoma kesho. Itakuwa vigumu.", encoding="utf-8"
)
for options in (["--html", str(page)], ["--lang", "sw", "--show", "events,claims,times,names", "--explain"]):
    sys.argv = ["matukio", "read", "examples", str(more), str(english), *options]
    quiet = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with quiet[0], quiet[1], contextlib.suppress(SystemExit):
        main()
from matukio.stories import Archive
Archive().add(matukio.read("Kundi lililaani kelele hizo."))
# Asked for by readings that two short articles do not come to.
from matukio.references.countries import regions
from matukio.references.impersonals import impersonal
from matukio.stories import agreement
from matukio.web.drawing import shapes
impersonal(), regions(), agreement._once(), shapes()
# Which reading a word has where it stands is asked for by those who show words.
sys.argv = ["matukio", "words", "Ikiwa hivyo ndivyo, basi hata hapo."]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main()
print("\\n".join(loaded))
"""
    loaded = {Path(line).resolve() for line in run_python(program).splitlines()}
    assert [str(table.relative_to(PACKAGE)) for table in TABLES if table not in loaded] == []


def test_the_examples_are_articles_of_all_kinds() -> None:
    articles = sorted(path.name for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".html"))
    listed = re.findall(r"^\| `([^`]+)`", (ROOT / "examples" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert articles == sorted(listed)
    assert len(articles) >= 8
    assert sum(name.endswith(".html") for name in articles) == 2


def test_the_examples_tell_when_they_were_published() -> None:
    import matukio

    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    for name, published in re.findall(r"^\| `([^`]+)` \|.*\| (\d{4}-\d\d-\d\d) \|$", readme, re.MULTILINE):
        record = matukio.read_file(ROOT / "examples" / name)
        assert str(record.published) == published, name
        assert record.title, name
        assert record.events, name
        for word in ("Soma zaidi", "Facebook", "Hakimiliki", "Haki zote", "Nyumbani", "Shiriki"):
            assert word not in record.text, name


def test_the_constraints_pin_versions_and_name_no_host_or_path() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)


def test_the_versions_pinned_run_on_every_python_from_3_11() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        try:
            installed = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        # Debian 12 has Python 3.11.2: a package that asks for a later 3.11 breaks the set-up there.
        wanted = SpecifierSet(installed.metadata["Requires-Python"] or "")
        assert installed.version != version or "3.11.2" in wanted, line


def test_the_documentation_builds_without_warnings_and_loads_nothing_from_outside(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert built.returncode == 0, built.stderr
    assert not re.search(r"^WARNING", built.stderr, re.MULTILINE), built.stderr
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) >= 8
    for page in pages:
        links = Loaded()
        links.feed(page.read_text(encoding="utf-8"))
        assert not [link for link in links.addresses if re.match(r"(https?:)?//", link)], page.name
    assert "http" not in re.sub(r'xmlns="[^"]*"|<!--.*?-->', "", (ROOT / "docs" / "terminal.svg").read_text("utf-8"))


class Loaded(HTMLParser):
    """Addresses of what a page loads by itself: scripts, styles, pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if tag in ("script", "img", "iframe"):
            self.addresses.append(named.get("src") or "")
        if tag == "link" and named.get("rel") in ("stylesheet", "preconnect", "icon", "preload"):
            self.addresses.append(named.get("href") or "")


def test_the_record_in_the_documentation_has_the_form_of_a_real_one() -> None:
    from matukio.record import Event, Party, When

    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    sentence = re.search(r"«(Rais wa Zambia.*?)»", page)
    block = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert sentence and block
    event = json.loads(block[1])
    assert list(event) == list(Event.__dataclass_fields__)
    for party in (*event["actors"], *event["recipients"], *event["sources"]):
        assert list(party) == list(Party.__dataclass_fields__)
    assert list(event["date"]) == list(When.__dataclass_fields__)
    for span in (*event["mentions"], *event["actors"], *event["recipients"], *event["sources"], event["date"]):
        assert sentence[1][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize(
    "page", ["README.md", "docs/quickstart.md", "docs/kuanza.md", "docs/store.md", "docs/times.md"]
)
def test_the_python_of_the_documentation_runs_and_gives_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    if page == "docs/store.md":  # its store is to be nobody's
        monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        names: dict[str, object] = {}
        exec(block, names)
        for expression, value in re.findall(r'^(\S+) +# (".*")$', block, re.MULTILINE):
            assert eval(expression, names) == ast.literal_eval(value), expression


@pytest.mark.parametrize("page", ["quickstart", "kuanza"])
def test_every_option_of_the_command_is_told(page: str) -> None:
    from typer.main import get_command

    from matukio.cli import app

    read = get_command(app).commands["read"]
    options = {name for parameter in read.params for name in parameter.opts if name.startswith("--")}
    told = set(re.findall(r"--[a-z0-9-]+", (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")))
    assert options <= told


def test_every_option_of_the_store_s_commands_is_told() -> None:
    from typer.main import get_command

    from matukio.cli import app

    told = set(re.findall(r"--[a-z0-9-]+", (ROOT / "docs" / "store.md").read_text(encoding="utf-8")))
    commands = get_command(app).commands
    for name in "add remove events claims timeline relations search entities fix reread watch".split():
        options = {option for parameter in commands[name].params for option in parameter.opts if option[:2] == "--"}
        assert options <= told, name


def test_every_option_of_the_page_is_told() -> None:
    from typer.main import get_command

    from matukio.cli import app

    told = set(re.findall(r"--[a-z0-9-]+", (ROOT / "docs" / "page.md").read_text(encoding="utf-8")))
    serve = get_command(app).commands["serve"]
    assert {option for parameter in serve.params for option in parameter.opts if option[:2] == "--"} <= told


@pytest.mark.parametrize("folder", ["benchmarks", "scripts", "training"])
def test_what_is_not_tested_itself_asks_for_names_that_exist(folder: str) -> None:
    """Benchmarks need libraries that are not here, so that they are read and not run."""
    for module in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "matukio":
                found = importlib.import_module(str(node.module))
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    assert hasattr(found, alias.name) or importlib.util.find_spec(whole), f"{module.name}: {whole}"


@pytest.mark.parametrize("page", ["accuracy", "benchmarks"])
def test_figures_are_measured(page: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert re.search(r"<!-- (\w+): begin -->\s.*\|.*\s<!-- \1: end -->", text, re.DOTALL)
    assert "Not measured" not in text
