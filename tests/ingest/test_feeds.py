"""Feeds and sitemaps, from files and from a server."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matukio.errors import SourceError
from matukio.ingest import Article, Visitor, read_sources

BODY = "Waziri wa fedha wa Malawi alisema kwamba bajeti ya mwaka huu itasomwa bungeni wiki ijayo. " * 12
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>" + BODY + "</p></article></body></html>"


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/'
        'content/"><channel><title>Gazeti la Mfano</title>' + "".join(items) + "</channel></rss>"
    ).encode()


def item(title: str, link: str = "", content: str = "") -> str:
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    link = f"<link>{link}</link>" if link else ""
    when = "<pubDate>Tue, 18 Jun 2024 22:30:00 GMT</pubDate>"
    return f"<item><title>{title}</title>{link}{when}<description>Kwa kifupi</description>{body}</item>"


def fast() -> Visitor:
    return Visitor(allow_private=True, sleep=lambda seconds: None)


def test_a_feed_that_carries_its_articles_is_read_without_a_visit(tmp_path: Path) -> None:
    path = tmp_path / "mlisho.xml"
    path.write_bytes(rss(item("Bajeti kusomwa", "https://gazeti.example/1", f"<p>{BODY}</p><script>x()</script>")))
    (article,) = read_sources(path)
    assert isinstance(article, Article)
    assert (article.title, article.url, article.publisher) == (
        "Bajeti kusomwa", "https://gazeti.example/1", "Gazeti la Mfano",
    )  # fmt: skip
    assert article.published == date(2024, 6, 19), "the day in East Africa"
    assert "x()" not in article.text


def test_an_atom_feed(tmp_path: Path) -> None:
    path = tmp_path / "mlisho.atom"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mfano</title><entry><title>Bajeti</title>'
        f'<published>2024-06-18T08:00:00Z</published><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content>'
        "</entry></feed>",
        encoding="utf-8",
    )
    (article,) = read_sources(path)
    assert isinstance(article, Article)
    assert (article.title, article.published) == ("Bajeti", date(2024, 6, 18))


def test_entries_without_their_article_are_fetched(web: Any) -> None:
    first = web.page("/1", PAGE.format("Bajeti kusomwa").encode())
    address = web.page("/rss", rss(item("Bajeti", first), item("Hakuna", f"{web.address}/2"), item("Bila")), "text/xml")
    found = list(read_sources(address, visitor=fast()))
    assert isinstance(found[0], Article)
    assert (found[0].title, found[0].published) == ("Bajeti kusomwa", date(2024, 6, 19)), "the day is the feed's"
    assert "404" in str(found[1])
    assert "neither" in str(found[2])


@pytest.mark.parametrize("data", [b"<rss><channel></channel></rss>", b"<rss><channel><item><title>a</b></rss>"])
def test_feeds_that_hold_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mlisho.xml"
    path.write_bytes(data)
    (error,) = read_sources(path)
    assert isinstance(error, SourceError)


def sitemap(root: str, entry: str, *addresses: str) -> bytes:
    entries = "".join(f"<{entry}><loc>{address}</loc></{entry}>" for address in addresses)
    return f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{root}>'.encode()


def test_a_sitemap_and_an_index_of_sitemaps(web: Any) -> None:
    first = web.page("/1", PAGE.format("Bajeti kusomwa").encode())
    inner = web.page("/ramani-1.xml", sitemap("urlset", "url", first), "application/xml")
    outer = web.page("/ramani.xml", sitemap("sitemapindex", "sitemap", inner), "application/xml")
    (article,) = read_sources(outer, visitor=fast())
    assert isinstance(article, Article)
    assert article.title == "Bajeti kusomwa"


def test_a_circle_of_sitemaps_ends(web: Any) -> None:
    circle = web.page("/ramani.xml", sitemap("sitemapindex", "sitemap", f"{web.address}/ramani.xml"), "application/xml")
    (error,) = read_sources(circle, visitor=fast())
    assert "collection where an article should stand" in str(error)


def test_a_sitemap_reads_no_file_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "siri.txt"
    secret.write_text("https://siri.example/")
    path = tmp_path / "ramani.xml"
    path.write_text(
        f'<!DOCTYPE urlset [<!ENTITY siri SYSTEM "{secret.as_uri()}">]><urlset><url><loc>&siri;</loc></url></urlset>'
    )
    assert not list(read_sources(path)), "the entity is no address, and nothing is fetched"
