"""Counts how many of the names of the news the knowledge tables know.

    python -m scripts.known_names [--shared ../shared] [--articles 3] [--unknown 20]

A name counts when it stands in at least so many articles of one broadcaster, and is known when at least half of its
mentions are linked to an entry. Found with the weights that the package ships.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from matukio.entities import find_entities
from scripts.generated import ROOT


@dataclass(slots=True)
class Name:
    """How a name stands in the news."""

    articles: set[str] = field(default_factory=set)
    mentions: int = 0
    linked: int = 0


def count(articles: Iterable[tuple[str, str]]) -> dict[str, Name]:
    """Each name, in lower case, of articles given by id and text."""
    names: defaultdict[str, Name] = defaultdict(Name)
    for article, text in articles:
        for entity in find_entities(text, weights="voa"):
            name = names[entity.text.replace("–", "-").lower()]
            name.articles.add(article)
            name.mentions += 1
            name.linked += entity.link is not None
    return names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=3, help="in how many articles a name must stand")
    parser.add_argument("--unknown", type=int, default=0, help="how many of the unknown names to print")
    arguments = parser.parse_args()
    lines = (arguments.shared / "data" / "voa" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    read = map(json.loads, lines)
    names = count((each["id"], f"{each['title']}\n{each['text']}") for each in read)
    frequent = {name: told for name, told in names.items() if len(told.articles) >= arguments.articles}
    known = Counter(told.linked * 2 >= told.mentions for told in frequent.values())
    mentions = sum(told.mentions for told in frequent.values())
    linked = sum(told.linked for told in frequent.values())
    print(f"{len(frequent)} names in {arguments.articles} or more of {len(lines)} articles")
    print(f"known: {known[True]} ({known[True] / len(frequent):.3f}); mentions linked: {linked / mentions:.3f}")
    unknown = sorted(
        (n for n, told in frequent.items() if told.linked * 2 < told.mentions), key=lambda n: -names[n].mentions
    )
    for name in unknown[: arguments.unknown]:
        print(f"{len(names[name].articles)}\t{name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
