"""From bytes to a clean article: files, folders, web addresses, standard input.

    read_file("habari.html") → Article(title="Rais azuru Lusaka", published=date(2024, 6, 18), text="Rais azuru …")

Of a page only the article's own words stay: no menus, share buttons, links to other articles. What cannot be read is a
`SourceError` of one line, what is not Swahili a `LanguageError`.
"""

from matukio.ingest.article import Article
from matukio.ingest.sources import read_bytes, read_file, read_sources, read_url

__all__ = ["Article", "read_bytes", "read_file", "read_sources", "read_url"]
