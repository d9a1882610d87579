"""What the build writes into the modules before it compiles them."""

import ast
from copy import copy
from pathlib import Path

import pytest

pytest.importorskip("hatchling")

from hatch_build import STAGES, compiled, modules_of, with_constructors

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "matukio"
SOURCE = '''
from dataclasses import dataclass, field
from matukio.frozen import quick_init


@dataclass(frozen=True)
class Word:
    first: int
    last: int = 3
    """Where it ends."""
    names: list[str] = field(default_factory=list)

    def length(self) -> int:
        return self.last - self.first


quick_init()  # of Word, were it to be changed here as well
'''


def test_a_constructor_sets_what_the_class_itself_would():
    written = with_constructors(SOURCE.replace("quick_init()", "quick_init(Word)"))
    made = ast.parse(written).body[2]
    assert isinstance(made, ast.ClassDef) and [each.name for each in made.body[-2:]] == ["__init__", "__reduce__"]
    assert written.count("\n") == SOURCE.count("\n")  # what an error names is where it was
    apart: dict = {}
    exec(written.replace("frozen=True", "").replace("quick_init(Word)", ""), apart)
    word = apart["Word"](1)
    assert (word.first, word.last, word.names, word.length()) == (1, 3, [], 2)
    assert apart["Word"](1).names is not word.names
    assert apart["Word"](first=1, last=2) == apart["Word"](1, 2) == copy(apart["Word"](1, 2))


def test_a_class_that_is_not_to_be_quick_is_left_alone():
    assert with_constructors(SOURCE) == SOURCE


def test_every_quick_class_of_the_stages_gets_one():
    for stage in STAGES:
        for path in modules_of(PACKAGE, stage):
            source = path.read_text(encoding="utf-8")
            if "quick_init(" not in source:
                continue
            written = ast.parse(with_constructors(source))
            quick = {
                name.id
                for node in ast.walk(written)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "quick_init"
                for name in node.args
            }
            have = {
                kind.name
                for kind in written.body
                if isinstance(kind, ast.ClassDef)
                for each in kind.body
                if isinstance(each, ast.FunctionDef) and each.name == "__init__"
            }
            assert quick <= have, path


def test_nothing_is_compared_with_an_unpacked_tuple():
    """«word in ("na", *OTHERS)» is fine Python on which the compiler breaks off."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for stage in STAGES
        for path in modules_of(PACKAGE, stage)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(
            isinstance(each, ast.Tuple | ast.List) and any(isinstance(item, ast.Starred) for item in each.elts)
            for each in node.comparators
        )
    ]
    assert not found


def test_swahili_is_compiled_only_with_its_heirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATUKIO_COMPILE_STAGES", "swahili times")
    told = compiled(PACKAGE, tmp_path)
    assert isinstance(told, str) and "entities, references, claims, events" in told
