"""The conditions that each question takes, in words: the one home of the command line's options and of an address's.

    @asks("claims", option)
    def claims(limit: int = 50, **conditions: Any): …    → --speaker, --target, --stance … of `matukio claims`

What they mean is in `matukio.store.filters`. Nothing heavy is loaded here, for `matukio --help` needs it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from matukio.tables import read_table

Function = TypeVar("Function", bound=Callable[..., Any])

WHOM = "Country (KEN or Kenya), sector (GOV), both (KEN·GOV), link or name"

_WHEN = ("since", "until")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "articles": ("publisher", *_WHEN),
    "claims": ("speaker", "target", "stance", "about", "answered", *_WHEN, "publisher", "min_confidence"),
    "events": (
        "actor", "recipient", "type", "status", *_WHEN, "place", "source", "publisher", "min_confidence",
        "min_sources", "story",
    ),
    "relations": ("type", "status", *_WHEN, "min_confidence", "min_sources", "all_reports"),
    "search": (*_WHEN, "publisher"),
    "timeline": ("type", "status", *_WHEN, "place", "min_confidence", "min_sources", "story", "all_reports"),
}  # fmt: skip
"""Question → its conditions, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`name` is the keyword of `filters`, `spelt` what a user writes; the kinds are who, many (values of which any will
    do), one, day, share, count, flag and yes (or no)."""

    name: str
    spelt: str
    kind: str
    help: str
    metavar: str | None = None


def asks(question: str, option: Callable[[Condition], Any]) -> Callable[[Function], Function]:
    """Gives a function that takes `**conditions` those of a question as parameters: `option` makes the annotation of
    each, as a command line or a web framework reads it. All are None unless they are given."""

    def with_conditions(function: Function) -> Function:
        signature = inspect.signature(function, eval_str=True)
        kept = [each for each in signature.parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
        given = [
            inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=option(each))
            for each in conditions(question)
        ]
        # Keywords alone, so that the conditions may stand before the limit, where people read them.
        first = next((place for place, each in enumerate(kept) if each.name == "limit"), len(kept))
        order = [*kept[:first], *given, *kept[first:]]
        keywords = [
            each.replace(kind=inspect.Parameter.KEYWORD_ONLY) if place >= first else each
            for place, each in enumerate(order)
        ]
        setattr(function, "__signature__", signature.replace(parameters=keywords))  # noqa: B010
        function.__annotations__ = {each.name: each.annotation for each in keywords}
        return function

    return with_conditions


def conditions(question: str) -> tuple[Condition, ...]:
    """The conditions of a question."""
    return tuple(_all()[name] for name in QUESTIONS[question])


@cache
def _all() -> dict[str, Condition]:
    return {row.name: row for row in read_table(files("matukio.store") / "conditions.tsv", Condition)}
