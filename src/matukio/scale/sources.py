"""Inputs as a source of Ray Data: a task for each opens it on the machine that began the run, and gives a row a block.

Sources(inputs).get_read_tasks(1) → tasks whose rows hold a key, the input, and the block, pickled
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as arrow
from ray.data import Datasource, ReadTask
from ray.data.block import BlockMetadata

from matukio.scale.blocks import Block, Inputs
from matukio.scale.cluster import End, row

STANDARD_INPUT = "-"


class Sources(Datasource):
    """The blocks of inputs. Standard input is read at once, for no other process has it."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._read = {source: list(inputs.blocks(source)) for source in inputs.sources if source == STANDARD_INPUT}

    def blocks(self, source: str) -> Iterable[Block | str]:
        """The blocks of one input, opened in this process."""
        return self._read[source] if source in self._read else self._inputs.blocks(source)

    def estimate_inmemory_data_size(self) -> int | None:
        """Nobody knows before an input is read."""
        return None

    def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[ReadTask]:
        """A task for each input, whatever is asked for."""
        nothing = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
        folder = os.getcwd()
        return [
            ReadTask(partial(_rows, self._inputs, source, self._read.get(source), folder), nothing)
            for source in self._inputs.sources
        ]


def _rows(inputs: Inputs, source: str, blocks: Iterable[Block | str] | None, folder: str) -> Iterator[arrow.Table]:
    # Inputs are named as the user named them, from where the user is.
    os.chdir(folder)
    given = passed = 0
    for block in inputs.blocks(source) if blocks is None else blocks:
        if isinstance(block, str):
            passed += 1
        else:
            given += 1
            yield row(block.key, source, block)
    yield row("", source, End(given, passed))
