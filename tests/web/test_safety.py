"""Nothing that an article says becomes part of the page, and nobody asks but whom the page is for."""

from base64 import b64encode
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from matukio.store import Store
from matukio.web import application
from matukio.web.safety import is_loopback

HERE = "http://127.0.0.1:8060"

PAGES = (
    "/", "/articles/4", "/search?q=mafuta", "/events", "/claims", "/timeline?first=KEN", "/entities", "/stories",
    "/stories/s4", "/relations?first=KEN&second=UGA",
    "/events?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=%22%3E%3Cimg+src=x+onerror=alert(1)%3E",
    "/timeline?first=%3Cscript%3E&second=%27%22%3E%3Cb%3E", "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/events?type=%3Cscript%3E", "/events?from=%3Cscript%3E", "/?lang=%22%3E%3Cscript%3E",
)  # fmt: skip
ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "nav", "form", "input", "button", "main", "footer",
    "h1", "h2", "h3", "p", "ol", "ul", "li", "small", "bdi", "time", "label", "span", "select", "option", "div",
    "table", "thead", "tbody", "tr", "th", "td", "fieldset", "legend", "article", "section", "sup", "b", "br", "abbr",
    "details", "summary", "dl", "dt", "dd", "strong", "img",
}  # fmt: skip


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}))


@pytest.mark.parametrize("page", PAGES)
def test_no_text_becomes_part_of_the_page(visitor: TestClient, page: str) -> None:
    text = visitor.get(page).text
    assert "</html>" in text
    for tag, attributes in Elements(text).found:
        assert tag in ALLOWED
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            value = attributes.get(name, "/")
            assert value.startswith(("/", "#", "https://habari.example/", "data:,")), value
            assert not value.startswith("//")
    assert not set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)


def test_the_hostile_article_is_shown_as_it_is(visitor: TestClient) -> None:
    page = visitor.get("/articles/4").text
    assert "&lt;script&gt;alert(" in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "address", ["/", "/articles/1", "/events.json", "/events.csv", "/static/style.css", "/nowhere", "/openapi.json"]
)
def test_every_answer_has_the_policy(visitor: TestClient, address: str) -> None:
    for answer in (visitor.get(address), visitor.head(address), visitor.post(address)):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script" not in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in answer.headers


def test_a_mistake_of_the_program_tells_nothing_and_has_the_policy(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("siri")

    visitor = TestClient(application(store), base_url=HERE, raise_server_exceptions=False)
    monkeypatch.setattr(store, "events", broken)
    answer = visitor.get("/events")
    assert answer.status_code == 500
    assert "siri" not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_changed(visitor: TestClient, method: str) -> None:
    assert visitor.request(method, "/articles/1").status_code == 405


@pytest.mark.parametrize("name", ["127.0.0.1:8060", "localhost", "LOCALHOST:8060", "[::1]:8060", "habari.example"])
def test_the_page_answers_to_its_names(store: Store, name: str) -> None:
    visitor = TestClient(application(store, host="habari.example"), base_url=HERE)
    assert visitor.get("/", headers={"host": name}).status_code == 200


@pytest.mark.parametrize(
    "name", ["evil.example", "localhost.evil.example", "evil.example:8060", "", "127.0.0.1.evil", "10.0.0.7"]
)
def test_the_page_answers_to_no_other_name(visitor: TestClient, name: str) -> None:
    answer = visitor.get("/", headers={"host": name})
    assert answer.status_code == 421
    assert "content-security-policy" in answer.headers


def test_a_page_for_all_interfaces_answers_to_addresses_in_numbers(store: Store) -> None:
    visitor = TestClient(application(store, host="0.0.0.0", password="siri"), base_url=HERE)
    visitor.headers["authorization"] = f"Basic {basic('siri')}"
    assert visitor.get("/", headers={"host": "10.0.0.7:8060"}).status_code == 200
    assert visitor.get("/", headers={"host": "evil.example"}).status_code == 421


def test_the_password(store: Store) -> None:
    visitor = TestClient(application(store, password="nywila ndefu é"), base_url=HERE)
    refused = visitor.get("/")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic")
    for wrong in ("", "Basic", "Basic ###", "Basic é", f"Bearer {basic('nywila ndefu é')}", f"Basic {basic('nywila')}"):
        assert visitor.get("/events.json", headers={"authorization": wrong.encode()}).status_code == 401
    right = visitor.get("/", headers={"authorization": f"Basic {basic('nywila ndefu é')}"})
    assert right.status_code == 200
    assert right.headers["cache-control"] == "private, no-store"


def basic(password: str) -> str:
    return b64encode(f"mtu:{password}".encode()).decode()


def test_too_many_fields_are_refused(visitor: TestClient) -> None:
    assert visitor.get("/events?" + "&".join(["actor=KEN"] * 300)).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.5", "::1"])
def test_hosts_that_only_this_machine_reaches(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "habari.example", ""])
def test_hosts_that_others_reach(host: str) -> None:
    assert not is_loopback(host)
