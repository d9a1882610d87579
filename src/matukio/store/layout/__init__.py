"""The tables of the store, as docs/store.md tells them to other programs.

«Rais wa Kenya alizuru Kampala» → a row in `events`, one in `parties` for the actor, one in `facets` for «actor KEN».

`versions.record` is the truth, the JSON of the whole record; all other tables are made from it and from `corrections`,
and can be made again. Numbers count from 0 inside an article, in the order of its record.
"""

from matukio.store.layout.articles import (
    ARTICLES,
    CLAIMS,
    CORRECTIONS,
    ENTITIES,
    EVENTS,
    FACETS,
    MENTIONS,
    OF_AN_ARTICLE,
    PARTIES,
    TIMES,
    VERSIONS,
)
from matukio.store.layout.columns import METADATA
from matukio.store.layout.stories import ALIKE, BONDS, COMPARED, COPIES, REPORTS, SHINGLES, STORIES, TELLINGS
from matukio.store.layout.watching import ALERTS, DELIVERIES, PAGES, SEARCHES

__all__ = [
    "ALERTS", "ALIKE", "ARTICLES", "BONDS", "CLAIMS", "COMPARED", "COPIES", "CORRECTIONS", "DELIVERIES", "ENTITIES",
    "EVENTS", "FACETS", "MENTIONS", "METADATA", "OF_AN_ARTICLE", "PAGES", "PARTIES", "REPORTS", "SEARCHES",
    "SHINGLES", "STORIES", "TELLINGS", "TIMES", "VERSIONS",
]  # fmt: skip
