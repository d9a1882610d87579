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


class Rule(partial[R], Generic[P, R]):
    """A named function with the Swahili that it must read (`examples`) and must not (`never`).

    Calling it calls the function at once, as `partial` does: a method between them cost more than most rules, of which
    some fifty are tried for every sentence.
    """

    name: str
    examples: tuple[str, ...]
    never: tuple[str, ...]

    def __new__(
        cls, name: str, function: Callable[P, R], examples: tuple[str, ...], never: tuple[str, ...]
    ) -> Rule[P, R]:
        made = super().__new__(cls, function)
        made.name, made.examples, made.never = name, examples, never
        return made

    @property
    def function(self) -> Callable[P, R]:
        return self.func

    if TYPE_CHECKING:

        def __call__(self, /, *args: P.args, **kwargs: P.kwargs) -> R: ...


def rule(name: str, *examples: str, never: str | tuple[str, ...] = ()) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Register a function as the rule `name`; raises ValueError without an example or when the name is taken."""
    if not examples:
        raise ValueError(f"rule {name!r} has no example")
    if name in REGISTRY:
        raise ValueError(f"two rules are called {name!r}")

    def register(function: Callable[P, R]) -> Rule[P, R]:
        made = Rule(name, function, examples, (never,) if isinstance(never, str) else never)
        REGISTRY[name] = made
        return made

    return register
