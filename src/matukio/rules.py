"""Grammar rules that carry their own examples, and the evidence they leave.

    @rule("claim: kwamba clause", "Waziri amesema kwamba hali ni shwari.", never="Waziri alisema ukweli.")
    def kwamba_clause(sentence: Sentence) -> Iterator[Found]: ...

A rule's name is what `evidence` shows in the record and what `matukio read --explain` prints. Its examples are its
tests: `tests/test_rules.py` reads each example through the whole pipeline and wants the rule's name among the evidence
of the record, and reads each `never` and wants it absent. A rule without an example does not register.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

REGISTRY: dict[str, Rule[..., Any]] = {}


if TYPE_CHECKING:

    class Rule(Generic[P, R]):
        """A named function (`func`) with the Swahili that it must read (`examples`) and must not (`never`)."""

        name: str
        examples: tuple[str, ...]
        never: tuple[str, ...]
        func: Callable[P, R]

        def __init__(self, function: Callable[P, R]) -> None: ...

        def __call__(self, /, *args: P.args, **kwargs: P.kwargs) -> R: ...

else:
    # Even a class that adds nothing to `partial` is called by a longer way than `partial` itself, which hands its
    # arguments on as they lie. That cost more than most rules, of which some fifty are tried for a sentence.
    Rule = partial


def rule(name: str, *examples: str, never: str | tuple[str, ...] = ()) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Register a function as the rule `name`; raises ValueError without an example or when the name is taken."""
    if not examples:
        raise ValueError(f"rule {name!r} has no example")
    if name in REGISTRY:
        raise ValueError(f"two rules are called {name!r}")

    def register(function: Callable[P, R]) -> Rule[P, R]:
        made = Rule(function)
        made.name, made.examples, made.never = name, examples, (never,) if isinstance(never, str) else never
        REGISTRY[name] = made
        return made

    return register
