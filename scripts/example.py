"""Puts a real event record into docs/record.md: one sentence, read by Matukio.

python -m scripts.example
"""

from __future__ import annotations

import json
import sys
from datetime import date

import matukio
from scripts.generated import ROOT, replace_block

SENTENCE = "Rais wa Zambia atazuru Vietnam kesho, kwa mujibu wa maafisa wa ikulu."
PUBLISHED = date(2024, 5, 14)
LINE = 116


def main() -> int:
    event = matukio.read(SENTENCE, published=PUBLISHED).to_dict()["events"][0]
    introduction = f"«{SENTENCE}», published on {PUBLISHED}. Its event:"
    replace_block(ROOT / "docs" / "record.md", "example", f"{introduction}\n\n```json\n{pretty(event)}\n```")
    return 0


def pretty(value: object, indent: str = "") -> str:
    """JSON as a person writes it: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= LINE or not isinstance(value, dict | list):
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(key)}: {pretty(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"


if __name__ == "__main__":
    sys.exit(main())
