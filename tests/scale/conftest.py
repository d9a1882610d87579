"""One Ray for the tests that need it, with few processes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from matukio.scale import Settings


@pytest.fixture(scope="session")
def start() -> Iterator[Callable[[str], None]]:
    """Start what an engine needs, once; it ends with the tests."""
    with ExitStack() as running:
        started: set[str] = set()

        def start_once(engine: str) -> None:
            if engine == "ray" and not started:
                from matukio.scale.cluster import RayEngine

                started.add(engine)
                running.enter_context(RayEngine(Settings(workers=2, engine="ray")))

        yield start_once
