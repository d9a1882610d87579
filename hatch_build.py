"""Compiles the reading stages and the record with mypyc when a wheel is built, if MATUKIO_COMPILE=1 asks for it.

The sources stay plain Python and are packed as well: without the compiled modules the package reads the same, slower.
Compiling takes minutes and wants a C compiler, so that an installation from the sources does without unless it is asked
for; wheels to be given away are built with it. An editable installation is never compiled. MATUKIO_COMPILE_STAGES names
the stages, «times events» (swahili only with all after it), by default all with the record, and MATUKIO_COMPILE_LEVEL
how hard the C compiler tries, by default 2.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STAGES = ("record", "swahili", "times", "entities", "references", "claims", "events")
"""Folders, and the one module whose objects they all make."""
INTERPRETED = frozenset({"__init__", "pretrained"})
"""Modules left as they are: those that only name others, and one that is all calls into libraries."""
COMPILER = ("mypy==2.4.1", "setuptools>=65")
PROGRAM = """
import os, sys
from multiprocessing.pool import ThreadPool

from mypyc.build import mypycify
from setuptools import setup
from setuptools._distutils.ccompiler import CCompiler


def compile(self, sources, output_dir=None, macros=None, include_dirs=None, debug=0, extra_preargs=None,
            extra_postargs=None, depends=None):
    # As setuptools does it, but all processors at once: the files are one extension, made one after the other.
    macros, objects, extra, pp, build = self._setup_compile(
        output_dir, macros, include_dirs, sources, depends, extra_postargs
    )
    given = self._get_cc_args(pp, debug, extra_preargs)
    with ThreadPool(os.cpu_count()) as pool:
        pool.map(lambda name: self._compile(name, *build[name], given, extra, pp), list(build))
    return objects


CCompiler.compile = compile
extensions = mypycify(
    ["--ignore-missing-imports", "--follow-imports=silent", *sys.argv.pop(1).split()],
    opt_level=sys.argv.pop(1), debug_level="0", multi_file=True, group_name="matukio",
)
setup(name="matukio", packages=[], ext_modules=extensions)
"""


class CompiledStages(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules to the wheel where they are asked for; the build fails where it cannot have them."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What a build needs besides hatchling."""
        return list(COMPILER) if self.target_name == "wheel" and _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a folder of its own; nothing is left in the sources."""
        if version == "editable" or self.target_name != "wheel" or not _wanted():
            return
        folder = Path(tempfile.mkdtemp(prefix="matukio-build-"))
        built = compiled(Path(self.root) / "src" / "matukio", folder)
        if isinstance(built, str):
            shutil.rmtree(folder, ignore_errors=True)
            raise RuntimeError(f"Matukio could not be compiled: {built}")
        self._folder = folder
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(path): str(path.relative_to(folder)) for path in built})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Nothing is left behind."""
        if hasattr(self, "_folder"):
            shutil.rmtree(self._folder, ignore_errors=True)


def _lacking() -> str:
    """What a compilation needs and is not there, before minutes are spent; "" when it can begin."""
    if os.name != "posix":
        return ""  # there the compiler is found by setuptools alone
    program = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(program) is None and shutil.which("cc") is None:
        return f"no C compiler ({program}) is installed"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "Python's own headers are not installed (on Debian: python3-dev)"
    return ""


def _wanted() -> bool:
    return os.environ.get("MATUKIO_COMPILE", "0") not in ("", "0")


def compiled(package: Path, folder: Path) -> list[Path] | str:
    """Puts the package into the folder and the extension modules of its stages beside their sources; returns these, or
    why there are none."""
    if lacking := _lacking():
        return lacking
    sources = folder / "matukio"
    shutil.copytree(package, sources, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
    # The package's own __init__ names every part of it: with it the compiler would read the libraries of all.
    (sources / "__init__.py").write_text("", encoding="utf-8")
    stages = os.environ.get("MATUKIO_COMPILE_STAGES", "").split() or list(STAGES)
    if "swahili" in stages and (heirs := [each for each in STAGES[2:] if each not in stages]):
        return f"classes of swahili have heirs that must be compiled with it: name {', '.join(heirs)} as well"
    modules = [path.relative_to(folder).as_posix() for stage in stages for path in modules_of(sources, stage)]
    for module in modules:
        path = folder / module
        path.write_text(with_constructors(path.read_text(encoding="utf-8")), encoding="utf-8")
    level = os.environ.get("MATUKIO_COMPILE_LEVEL", "2")
    command = [sys.executable, "-c", PROGRAM, " ".join(modules), level, "build_ext", "--inplace"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    if done.returncode:
        log = Path(tempfile.gettempdir()) / "matukio-build.log"
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        return f"compiling failed; what was said is in {log}"
    shutil.copy(package / "__init__.py", sources)
    shutil.rmtree(folder / "build", ignore_errors=True)
    return sorted(path for path in folder.rglob("*") if path.suffix in (".so", ".pyd"))


def modules_of(package: Path, stage: str) -> list[Path]:
    """What is compiled of a stage."""
    alone = (package / stage).with_suffix(".py")
    paths = [alone] if alone.exists() else sorted((package / stage).rglob("*.py"))
    return [path for path in paths if path.stem not in INTERPRETED]


def with_constructors(source: str) -> str:
    """The source of a module to be compiled, its frozen dataclasses with their `__init__` and `__reduce__` written out.

    The `__init__` that `dataclass` makes is never compiled and takes 10 times as long; without a `__reduce__` an object
    of a compiled class can neither be copied nor sent to another process. Written out are the classes handed to
    `frozen.quick_init`, on the empty lines after the class, so that all others keep their numbers.
    """
    tree, lines = ast.parse(source), source.split("\n")
    quick = {
        name.id
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "quick_init"
        for name in each.args
        if isinstance(name, ast.Name)
    }
    for each in tree.body:
        if isinstance(each, ast.ClassDef) and each.name in quick and (methods := _methods(each)):
            end = each.end_lineno
            assert end is not None and not "".join(lines[end : end + 2]).strip(), f"no empty lines after {each.name}"
            lines[end : end + 2] = [f"    {method}" for method in methods]
    return "\n".join(lines)


def _methods(kind: ast.ClassDef) -> list[str]:
    """`__init__` and `__reduce__`, each on one line; none for a class that has an `__init__`, or whose fields need more
    than to be set."""
    given, settings = ["self"], []
    for each in kind.body:
        if isinstance(each, ast.FunctionDef) and each.name in ("__init__", "__post_init__"):
            return []
        if not isinstance(each, ast.AnnAssign) or not isinstance(each.target, ast.Name):
            continue
        name, type_, value, default = each.target.id, ast.unparse(each.annotation), each.target.id, each.value
        if isinstance(default, ast.Call) and isinstance(default.func, ast.Name) and default.func.id == "field":
            factory = {keyword.arg: ast.unparse(keyword.value) for keyword in default.keywords}.get("default_factory")
            if factory is None or len(default.keywords) > 1:
                return []
            type_, value, default = f"{type_} | None", f"{factory}() if {name} is None else {name}", ast.Constant(None)
        given.append(f"{name}: {type_}" + (f" = {ast.unparse(default)}" if default is not None else ""))
        settings.append(f"self.{name} = {value}")
    if not settings:
        return []
    values = ", ".join(f"self.{setting[5:].partition(' ')[0]}" for setting in settings)
    return [
        f"def __init__({', '.join(given)}) -> None: {'; '.join(settings)}  # type: ignore[misc]",
        f"def __reduce__(self): return {kind.name}, ({values},)  # a field may have the name of a type",
    ]
