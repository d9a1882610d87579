"""A store of our own articles, one of them hostile, and a visitor of its page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

import matukio
from matukio.ingest import Article
from matukio.store import Store
from matukio.web import application

HERE = "http://127.0.0.1:8060"


def article(text: str, source: str, published: date | None, **more: str | None) -> Article:
    return replace(Article(text, text.partition("\n")[0], published=published, source=source), **more)


VISIT = (
    "Rais Ruto azuru Kampala\n"
    "Rais wa Kenya William Ruto alimtembelea Rais wa Uganda Yoweri Museveni mjini Kampala siku ya Jumatatu. "
    "Walizungumzia reli mpya ya bandari ya Mombasa na bei ya mafuta."
)
AGAIN = (
    "Reli ya Mombasa yajadiliwa Kampala\n"
    "Bei ya mafuta na reli ya Mombasa ni kati ya mambo ambayo William Ruto wa Kenya alijadili alipomtembelea Rais wa "
    "Uganda Yoweri Museveni mjini Kampala."
)
ATTACK = (
    "Jeshi la Urusi lashambulia Kyiv\n"
    "Jeshi la Urusi liliushambulia mji wa Kyiv nchini Ukraine Jumapili na kuua watu 12.\n"
    "Serikali ya Ukraine imeishutumu Urusi kwa shambulio hilo. Urusi imekanusha shutuma hizo."
)
# Marks of direction, quotation marks, a script; also inside what the program takes for names and claims.
HOSTILE = (
    "<script>alert('kichwa')</script> \u202eRais\u202c \"onyo\"\n"
    "Rais wa Kenya <img src=x onerror=alert(1)> aliishutumu Uganda kwa \u2066kuiba\u2069 mafuta Jumanne.\n"
    'Msemaji wa "><svg onload=alert(2)> Uganda alikanusha: “Hatukuiba </span></a><script>alert(3)</script> mafuta.”'
)
ARTICLES = (
    article(VISIT, "/habari/1.txt", date(2024, 6, 18), publisher="Gazeti", url="https://habari.example/1"),
    article(AGAIN, "/habari/2.txt", date(2024, 6, 19), publisher="Redio"),
    article(ATTACK, "/habari/3.txt", date(2024, 6, 20), publisher="Gazeti"),
    article(
        HOSTILE, "/habari/4.txt", date(2024, 6, 21),
        publisher="\"><script>alert('p')</script>\u202e", url="javascript:alert('u')",
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """The articles of the store."""
    return ARTICLES


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two reports of a visit, an attack, and the hostile article, numbered from 1."""
    with matukio.open(tmp_path_factory.mktemp("web") / "habari.db") as opened:
        report = opened.add(*ARTICLES)
        assert (report.added, report.failures) == (4, [])
        yield opened


@pytest.fixture(scope="session")
def visitor(store: Store) -> TestClient:
    """A browser, as far as the server can tell."""
    return TestClient(application(store, "en"), base_url=HERE)


ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "nav", "form", "input", "button", "main", "footer",
    "h1", "h2", "h3", "p", "ol", "ul", "li", "small", "bdi", "time", "label", "span", "select", "option", "div",
    "table", "thead", "tbody", "tr", "th", "td", "fieldset", "legend", "article", "section", "sup", "b", "br", "abbr",
    "details", "summary", "dl", "dt", "dd", "strong", "img", "script", "noscript", "textarea", "em", "q", "caption",
}  # fmt: skip


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}))


TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.fixture(scope="session")
def check_page() -> Callable[[str], None]:
    """Whether a page has only elements and attributes of ours, and leads nowhere but where we lead."""

    def check(page: str) -> None:
        assert "</html>" in page
        assert not TURNS & set(page)
        for tag, attributes in Elements(page).found:
            assert tag in ALLOWED
            assert tag != "script" or attributes == {"src": "/static/script.js", "defer": ""}
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            for name in ("href", "src", "action"):
                value = attributes.get(name, "/")
                # Where an article says that it stands, which a browser follows only when it is told to.
                origin = ("https://",) if tag == "a" and attributes.get("rel") == "noreferrer" else ()
                assert value.startswith(("/", "#", "data:,", *origin)), value
                assert not value.startswith("//")

    return check
