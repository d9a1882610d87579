"""The walk of `scripts.browse` in a real browser, and no serious finding of axe-core on any page of it."""

import os
from pathlib import Path

import pytest

import matukio
from scripts import browse

REQUIRED = os.environ.get("MATUKIO_BROWSER") == "required"


def test_the_page_in_a_real_browser(tmp_path: Path) -> None:
    try:
        browse.browser()
    except browse.Problem as problem:
        if REQUIRED:
            raise
        pytest.skip(str(problem))
    axe = browse.axe_source()
    assert axe or not REQUIRED, "axe-core is missing"
    with matukio.open(tmp_path / "habari.db") as store:
        browse.fill(store, tmp_path)
        with browse.served(store) as base:
            assert browse.walk(base, axe, None, tmp_path) == []
