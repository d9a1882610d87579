"""From bytes to clean articles: files, folders, web addresses, feeds, archives, tables, standard input.

    read_file("habari.html") → Article(title="Rais azuru Lusaka", published=date(2024, 6, 18), text="Rais azuru …")

Of a page only the article's own words stay: no menus, share buttons, links to other articles. What cannot be read is a
`SourceError` of one line, what is not Swahili a `LanguageError`.
"""

from matukio.ingest.article import Article
from matukio.ingest.reading import Unread, read_bytes
from matukio.ingest.rows import Columns
from matukio.ingest.sources import find_sources, read_file, read_sources, read_url
from matukio.ingest.visiting import Validators, Visitor

__all__ = [
    "Article", "Columns", "Unread", "Validators", "Visitor", "find_sources", "read_bytes", "read_file", "read_sources",
    "read_url",
]  # fmt: skip
