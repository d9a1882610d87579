"""Frozen dataclasses that are made quickly: an article makes some 1,500 of them."""

from __future__ import annotations

import ast
import sys
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, get_type_hints

GUARDS = frozenset({"__setattr__", "__delattr__"})
"""What refuses to change a frozen object."""


def quick_init(*kinds: type[Any]) -> None:
    """Lets objects of these frozen, slotted dataclasses be made in less than half the time.

    Their own `__init__` goes through `object.__setattr__` for each field, in a compiled class too. This one lets the
    object be of a class with the same slots that is not frozen until all are set. The build writes the `__init__` of a
    class out before it compiles it, and such a class is left as it is. Where it could not, the compiled class, whose
    objects can be of no other, gives up its guards instead: what would change a field fails from the sources still.
    Classes without slots are left as they are.
    """
    for kind in kinds:
        made: Any = kind.__init__
        if not isinstance(made, FunctionType):
            continue  # compiled, and written out before
        names: dict[str, Any] = {}
        opening = closing = None
        if hasattr(kind, "__mypyc_attrs__"):
            for guard in GUARDS & kind.__dict__.keys():
                delattr(kind, guard)
        else:
            become = object.__dict__["__class__"].__set__
            unfrozen = type(kind.__name__, (), {"__slots__": tuple(each.name for each in fields(kind))})
            try:
                become(object.__new__(kind), unfrozen)
            except TypeError:  # a class that is not slotted, or has a base with slots of its own
                continue
            names |= {"_become": become, "_open": unfrozen, "_kind": kind}
            opening, closing = "_become(self, _open)", "self.__class__ = _kind"
        given = [each for each in fields(kind) if each.init]
        lines = [opening] if opening else []
        for each in given:
            value = name = each.name
            if each.default_factory is not MISSING:
                names[f"_make_{name}"] = each.default_factory
                value = f"_make_{name}() if {name} is _FACTORY else {name}"
            lines.append(f"self.{name} = {value}")
        for default in made.__defaults__ or ():
            if repr(default) == "<factory>":
                names["_FACTORY"] = default  # what the class itself takes for «call the factory»
        if closing:
            lines.append(closing)
        if hasattr(kind, "__post_init__"):
            lines.append("self.__post_init__()")
        head = ", ".join(["self", *(each.name for each in given)])
        exec(f"def __init__({head}):\n " + "\n ".join(lines), names)
        init: Any = names["__init__"]
        init.__defaults__, init.__annotations__ = made.__defaults__, made.__annotations__
        init.__qualname__, init.__module__ = made.__qualname__, kind.__module__
        kind.__init__ = init


def hints_of(kind: type[Any]) -> dict[str, Any]:
    """What each field of a class may hold. A compiled class has forgotten most of it: there the source beside it is
    asked."""
    if not hasattr(kind, "__mypyc_attrs__"):
        return get_type_hints(kind)
    names = vars(sys.modules[kind.__module__])
    return {
        each.target.id: eval(ast.unparse(each.annotation), names)
        for each in _written(kind.__module__)[kind.__name__].body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    }


def doc_of(kind: type[Any]) -> str:
    """What is said of a class, which a compiled one has forgotten too."""
    if not hasattr(kind, "__mypyc_attrs__"):
        return kind.__doc__ or ""
    return ast.get_docstring(_written(kind.__module__)[kind.__name__]) or ""


@cache
def _written(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a compiled module as they are written, by their names."""
    return {each.name: each for each in ast.parse(source_beside(module)).body if isinstance(each, ast.ClassDef)}


def source_beside(module: str) -> str:
    """What a module that is loaded, compiled or not, was made from."""
    path = Path(str(sys.modules[module].__file__))
    return path.with_name(path.name.partition(".")[0] + ".py").read_text(encoding="utf-8")
