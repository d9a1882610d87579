"""What a run did, in numbers: versions, counts, rates, errors by kind. `_report.json` beside the tables has it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import matukio


@dataclass(slots=True)
class Report:
    """Counts of one run; blocks that were done before count as `resumed`."""

    articles: int = 0
    blocks: int = 0
    resumed: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    """What could not be read, by kind of reason."""
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Each source that could not be read, and why."""
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    """Blocks that failed every time, and why; another run tries them again."""
    seconds: float = 0.0
    comparing_seconds: float = 0.0
    step: str = ""
    """What is done after the reading, with how much of it."""
    workers: int = 1
    engine: str = "pool"

    def fail(self, source: str, reason: str) -> None:
        """Count something that could not be read."""
        self.failures.append((source, reason))
        self.errors[kind(reason)] += 1

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds if self.seconds else 0.0

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "matukio": matukio.__version__, "engine": self.engine, "workers": self.workers, "articles": self.articles,
            "blocks": self.blocks, "blocks_done_before": self.resumed, "rows": dict(self.rows),
            "seconds": round(self.seconds, 1),
            "comparing_seconds": round(self.comparing_seconds, 1), "articles_per_second": round(self.rate, 1),
            "errors": dict(self.errors.most_common()), "failures": self.failures, "set_aside": self.set_aside,
        }  # fmt: skip


def kind(reason: str) -> str:
    """A reason without what belongs to one source: «larger than 10 MiB» is the same for all."""
    return re.sub(r"\s+", " ", re.sub(r"[«\"'(].*|\d+", "", reason.split(";")[0])).strip() or "other"
