"""Stories of a folder are those that a store makes of the same articles."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet
import pytest
from sqlalchemy import text

import matukio
from matukio.scale import Settings, code, stories
from matukio.scale.tables import STORY_SCHEMAS
from matukio.store.connection import reading

FIRST = "Mlipuko muliwaua watu tisa katika soko la Kibuye mjini Kisumu siku ya Jumatatu, polisi wa Kenya walisema."
SECOND = (
    "Kamanda wa polisi Otieno Barasa alisema kwamba wapelelezi wa Nairobi wanachunguza kilichosababisha mlipuko huo."
)
THIRD = "Serikali ya Kenya imeishutumu Uganda kwa kuwapa silaha wapiganaji walioshambulia soko hilo mjini Kisumu."
OTHER = "Waziri wa afya wa Zambia Sylvia Masebo alizindua kampeni ya chanjo ya surua mjini Ndola kwa ajili ya watoto."
ARTICLES = [
    (17, "Gazeti la Bonde", "a", f"{FIRST}\n{SECOND}\n{THIRD}"),
    # The same two days later, one sentence more; then word for word by another paper, and without a day.
    (18, "Redio Kilele", "b", f"{FIRST} Watu wengi walikimbia.\n{SECOND}"),
    (18, "Mwambao Leo", "c", f"{FIRST}\n{SECOND}\n{THIRD}"),
    (18, "Sauti ya Ziwa", "d", "Uganda imekanusha kuhusika na mlipuko uliowaua watu tisa katika soko la Kibuye mjini "
     "Kisumu nchini Kenya."),
    (18, "Sauti ya Ziwa", None, OTHER),
    (None, "Mwambao Leo", "f", f"{OTHER}\nHabari hii haina siku."),
    (30, "Gazeti la Bonde", "g", "Timu ya Yanga iliifunga Simba mabao mawili kwa moja mjini Dar es Salaam Jumapili."),
]  # fmt: skip
TABLES = ("stories", "copies", "tellings", "answers")


def lines() -> Iterator[str]:
    for day, publisher, name, told in ARTICLES:
        row = {"text": told, "publisher": publisher, "published": f"2024-06-{day}" if day else None}
        yield json.dumps({**row, "url": f"https://gazeti.example/{name}"} if name else row) + "\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "habari.jsonl"
    path.write_text("".join(lines()), encoding="utf-8")
    return path


def table(folder: Path, name: str) -> list[dict[str, object]]:
    return pyarrow.parquet.read_table(folder / name).to_pylist() if (folder / name).exists() else []


def of_folder(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Stories, copies, tellings and answers; articles go by where they stand, as in `of_store`."""
    names = {row["article_id"]: row["url"] or Path(str(row["source"])).name for row in table(folder, "articles")}

    def name(reference: object) -> tuple[object, ...] | None:
        return (names[str(reference)[:16]], str(reference)[17:]) if reference else None

    reports: dict[object, list[object]] = {}
    for row in table(folder, "reports"):
        reports.setdefault(row["story_id"], []).append((str(names[row["article_id"]]), row["group"]))
    return {
        "stories": sorted(
            (str(names[str(row["story_id"])[1:]]), row["title"], row["first_day"], row["last_day"], row["reports"],
             row["independent"], sorted(map(str, reports[row["story_id"]])))
            for row in table(folder, "stories")
        ),
        "copies": sorted(
            (str(names[row["article_id"]]), row["paragraph"], row["start"], row["end"], row["share"],
             names[row["original_id"]])
            for row in table(folder, "copies")
        ),
        "tellings": sorted(
            (str(names[row["article_id"]]), row["event_id"], name(row["happening"]), row["reports"],
             row["independent"], row["rule"], tuple(row["shared"] or ()), name(row["copy_of"]))  # type: ignore[call-overload]
            for row in table(folder, "tellings")
        ),
        "answers": sorted(
            (str(names[row["article_id"]]), row["claim_id"], names[row["answered_article_id"]],
             row["answered_claim_id"], row["rule"])
            for row in table(folder, "answers")
        ),
    }  # fmt: skip


def of_store(store: "matukio.store.Store") -> dict[str, list[tuple[object, ...]]]:
    with reading(store.engine) as connection:
        names = {
            row.id: row.url or Path(row.source).name
            for row in connection.execute(text("SELECT id, url, source FROM articles"))
        }
        copies = [
            (names[row.article_id], row.paragraph, row.start, row.end, row.share, names[row.original_id])
            for row in connection.execute(text("SELECT * FROM copies"))
        ]
        keys = {
            (row.article_id, row.number): row.key
            for row in connection.execute(text("SELECT article_id, number, key FROM events"))
        }
        tellings = [
            (names[row.article_id], keys[row.article_id, row.number],
             (names[row.first_article], keys[row.first_article, row.first_number]), row.reports, row.independent,
             row.rule, tuple(json.loads(row.shared)) if row.shared else (),
             (names[row.copy_article], keys[row.copy_article, row.copy_number]) if row.copy_article else None)
            for row in connection.execute(text("SELECT * FROM tellings"))
        ]  # fmt: skip
    found = store.stories()
    whole = [(line, found.story(line.id)) for line in found.lines()]
    return {
        "stories": sorted(
            (names[int(line.id[1:])], line.title, line.first_day, line.last_day, line.reports, line.independent,
             sorted(str((names[article.number], article.group)) for article in story.articles))
            for line, story in whole
        ),
        "copies": sorted(copies),
        "tellings": sorted(tellings),
        "answers": sorted(
            (names[int(each.article)], each.claim, names[int(each.answered_article)], each.answered_claim, each.rule)
            for _, story in whole
            for each in story.answers
        ),
    }  # fmt: skip


@pytest.fixture(scope="module")
def truth(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    store = matukio.open(tmp_path_factory.mktemp("store") / "habari.db")
    assert store.add(str(archive), force=True).added == len(ARTICLES)
    return of_store(store)


def test_the_articles_are_worth_comparing(truth: dict[str, list[tuple[object, ...]]]) -> None:
    assert all(truth[name] for name in TABLES)
    assert any(row[4] != 1 for row in truth["stories"]), "a story of several reports"
    assert any(row[5] == "a copied paragraph" for row in truth["tellings"])


@pytest.mark.parametrize("engine", ["pool", "ray"])
def test_every_engine_finds_what_the_store_finds(
    archive: Path,
    tmp_path: Path,
    truth: dict[str, list[tuple[object, ...]]],
    engine: str,
    start: Callable[[str], None],
) -> None:
    start(engine)
    settings = Settings(workers=2 if engine == "ray" else 1, engine=engine, block=3, given={"force": True})
    report = code([str(archive)], tmp_path / "meza", settings)
    assert not report.set_aside
    found = of_folder(tmp_path / "meza")
    for name in TABLES:
        assert found[name] == truth[name], name
    assert {name: report.rows[name] for name in TABLES} == {name: len(truth[name]) for name in TABLES}
    assert not (tmp_path / "meza" / "_stories").exists(), "the work is taken away"


def test_in_small_pieces_and_in_two_runs(
    archive: Path, tmp_path: Path, truth: dict[str, list[tuple[object, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name, size in (("plan", "PIECE", 2), ("comparing", "PIECE", 2), ("stories", "PIECE", 2),
                               ("telling", "PIECE", 2), ("plan", "KEYED", 3), ("comparing", "FILES", 1),
                               ("comparing", "HELD_PROFILES", 2)):  # fmt: skip
        monkeypatch.setattr(f"matukio.scale.{module}.{name}", size)
    first, second = tmp_path / "kwanza.jsonl", tmp_path / "pili.jsonl"
    rows = list(lines())
    first.write_text("".join(rows[2:]), encoding="utf-8")
    second.write_text("".join(rows[:2]), encoding="utf-8")
    folder, settings = tmp_path / "meza", Settings(block=2, given={"force": True})
    code([str(first)], folder, settings)
    assert len(table(folder, "reports")) == len(ARTICLES) - 2
    code([str(first), str(second)], folder, settings)
    found = of_folder(folder)
    assert [row[:2] for row in found["copies"]] == [row[:2] for row in truth["copies"]]
    assert [row[4:] for row in found["stories"]] != []
    assert len(found["tellings"]) == len(truth["tellings"])
    before = {path: path.stat().st_mtime_ns for path in (folder / "stories").rglob("*.parquet")}
    again = code([str(first), str(second)], folder, settings)
    assert again.comparing_seconds == 0.0, "nothing is new"
    assert before == {path: path.stat().st_mtime_ns for path in (folder / "stories").rglob("*.parquet")}


def test_a_killed_comparison_goes_on(
    archive: Path, tmp_path: Path, truth: dict[str, list[tuple[object, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, settings = tmp_path / "meza", Settings(block=3, given={"force": True})

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(stories, "_group", killed)
        with pytest.raises(KeyboardInterrupt):
            code([str(archive)], folder, settings)
    assert not (folder / "stories").exists(), "nothing of it is there by half"
    (work,) = (folder / "_stories").iterdir()
    done = {path.name for path in work.glob("*.arrow")}
    assert {"articles.arrow", "keys-000000000.arrow", "copies-000000000.arrow"} <= done
    with monkeypatch.context() as patched:
        patched.setattr(stories, "compare", killed)
        report = code([str(archive)], folder, settings)
    assert report.resumed == 3
    assert of_folder(folder)["tellings"] == truth["tellings"]


def test_without_stories(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "meza"
    code([str(archive)], folder, Settings(stories=False, given={"force": True}))
    assert not any((folder / name).exists() for name in STORY_SCHEMAS)
    report = code([str(archive)], folder, Settings(given={"force": True}))
    assert (report.articles, report.rows["reports"]) == (0, len(ARTICLES)), "they are made later without reading again"
    shutil.rmtree(folder)
