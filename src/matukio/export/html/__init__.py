"""One web page with everything that was found: the article with its words marked, and the tables beside it.

    «Rais wa Ghana atafanya ziara …» → … <a id="a1-s43" href="#a1-e1">ziara</a><sup>e1</sup> …

The page loads nothing from anywhere. A word leads to its row and a row back to its words by ordinary links; the script
only lights up what belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from matukio.export.html.tables import View, claims_list, events_table, names_table, times_table
from matukio.export.html.text import marked_text
from matukio.export.labels import Labels, labels
from matukio.export.wording import one_line
from matukio.record import Record

__all__ = ["legend", "origin", "page"]

_LEGEND = ("event", "party", "place", "time", "claim", "cue", "name")


def page(records: Sequence[Record], language: str = "en") -> str:
    """A self-contained HTML page of the records, its labels in «en» or «sw»."""
    words = labels(language)
    single = len(records) == 1
    title = one_line((records[0].title if single else None) or words["message.page"])
    views = [View(f"a{n}", record, words, 1 if single else 2) for n, record in enumerate(records, 1)]
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" \
content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>
{_resource("page.css")}</style>
</head>
<body>
<a class="skip" href="#a1-tables">{escape(words["message.skip_to_tables"])}</a>
{"" if single else _contents(views, words)}{legend(words)}
<main>
{"".join(_article(view) for view in views)}</main>
<script>
{_resource("page.js")}</script>
</body>
</html>
"""


def _resource(name: str) -> str:
    return (files("matukio") / "export" / "html" / name).read_text(encoding="utf-8")


def _contents(views: Sequence[View], words: Labels) -> str:
    links = "".join(f'<li><a href="#{view.key}">{_title(view)}</a></li>' for view in views)
    return (
        f"<h1>{escape(words['message.page'])}</h1>\n"
        f'<nav aria-label="{escape(words["section.articles"])}"><ol>{links}</ol></nav>\n'
    )


def legend(words: Labels) -> str:
    """What each marking means; unticking a box takes that marking off the text, without a script."""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{kind}" checked> <span class="{kind}">{escape(words[f"mark.{kind}"])}'
        "</span></label>\n"
        for kind in _LEGEND
    )
    return f'<fieldset class="legend"><legend>{escape(words["message.legend"])}</legend>\n{boxes}</fieldset>'


def _article(view: View) -> str:
    """The article at one side, its tables at the other."""
    key, level, language = view.key, view.level, escape(view.record.language)
    return f"""<article id="{key}" aria-labelledby="{key}-title">
<header><h{level} id="{key}-title">{_title(view)}</h{level}>{origin(view.record)}</header>
<div class="text" lang="{language}">
{marked_text(view.record, key)}
</div>
<div class="tables" id="{key}-tables" tabindex="0" role="region" aria-label="{escape(view.words["section.tables"])}">
{events_table(view)}
{claims_list(view)}
{times_table(view)}
{names_table(view)}
</div>
</article>
"""


def _title(view: View) -> str:
    if view.record.title:
        return f'<span lang="{escape(view.record.language)}">{escape(one_line(view.record.title))}</span>'
    return escape(view.words["message.no_title"])


def origin(record: Record) -> str:
    """Who published it, when and where."""
    facts = [escape(one_line(record.publisher))] if record.publisher else []
    if record.published:
        facts.append(f'<time datetime="{record.published}">{record.published}</time>')
    # Only addresses of the web become links: a page could call itself «javascript:…».
    if record.url and record.url.lower().startswith(("https://", "http://")):
        facts.append(f'<a href="{escape(record.url)}" rel="noreferrer">{escape(record.url)}</a>')
    return f"<p>{' · '.join(facts)}</p>" if facts else ""
