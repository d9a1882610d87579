"""Fixtures for all tests, and the one place where tests marked `shared` skip."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without the folder, tests marked `shared` skip, all with the same line; where it must be there they fail."""
    wants_shared = item.get_closest_marker("shared") or "shared" in getattr(item, "fixturenames", ())
    if wants_shared and not SHARED.is_dir():
        if os.environ.get("MATUKIO_SHARED") == "required":
            pytest.fail(f"{SHARED} is missing, and MATUKIO_SHARED=required says that it must be there", pytrace=False)
        pytest.skip("needs ../shared, the corpora beside the project's own checkout")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold articles beside the checkout; tests that use it are marked `shared`."""
    return SHARED
