"""How often a claim found in the same way was right: confidence.tsv, measured on annotated articles.

«Waziri alisema kwamba …» is right more often than a quotation that no cue introduces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.record import Claim
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class Calibration:
    """A row of confidence.tsv: of claims whose content the rule found, whose stance was told so and whose speaker stood
    so, the share that was right in content, stance and speaker. `scripts/confidence.py` writes the table."""

    rule: str
    stance: str
    speaker: str
    share: float


@cache
def _shares() -> dict[tuple[str, str, str], float]:
    rows = read_table(files(__package__) / "confidence.tsv", Calibration)
    return {(row.rule, row.stance, row.speaker): row.share for row in rows}


ANY = "any"


def kind_of(claim: Claim) -> tuple[str, str, str]:
    """The rule that found the content; whether cue, content or nothing told the stance; whether the speaker stands in
    the words as they are (`told`), was found elsewhere (`resolved`) or is `none`."""
    rule = claim.evidence["content"][0].rule.removeprefix("claim: ") if claim.evidence.get("content") else ANY
    decided = claim.evidence.get("stance", ())
    by = decided[0].rule.partition(":")[0] if decided else ""
    stance = {"stance": "content", "cue": "cue"}.get(by, "none")
    speaker = "none" if not claim.speakers else "resolved" if claim.evidence.get("speakers") else "told"
    return rule, stance, speaker


def confidence(claim: Claim) -> float | None:
    """The share for the claim's kind, for its rule where that was too rare, None where nothing was measured."""
    rule, stance, speaker = kind_of(claim)
    for key in ((rule, stance, speaker), (rule, ANY, ANY), (ANY, ANY, ANY)):
        if key in _shares():
            return _shares()[key]
    return None
