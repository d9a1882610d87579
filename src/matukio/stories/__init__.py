"""Many articles: who copied whom, which reports tell of the same happening, and which events are one.

    archive = Archive()
    archive.add(record) …
    archive.stories() → Story(«Rais wa Ghana azuru Peru», three reports, two of them independent, one merged event)

What is found depends on the articles alone, never on the order in which they came.
"""

from matukio.stories.archive import Archive, Story
from matukio.stories.index import Copy
from matukio.stories.values import MergedEvent, Report

__all__ = ["Archive", "Copy", "MergedEvent", "Report", "Story"]
