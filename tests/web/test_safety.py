"""Nothing that an article says becomes part of the page, and nobody asks but whom the page is for."""

from base64 import b64encode
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from matukio.store import Store
from matukio.web import application
from matukio.web.safety import is_loopback

HERE = "http://127.0.0.1:8060"

PAGES = (
    "/", "/articles/4", "/search?q=mafuta", "/events", "/claims", "/timeline?first=KEN", "/entities", "/stories",
    "/relations", "/who?who=%22%3E%3Cscript%3E", "/add", "/relations?first=KEN",
    "/stories/s4", "/relations?first=KEN&second=UGA",
    "/events?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=%22%3E%3Cimg+src=x+onerror=alert(1)%3E",
    "/timeline?first=%3Cscript%3E&second=%27%22%3E%3Cb%3E", "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/events?type=%3Cscript%3E", "/events?from=%3Cscript%3E", "/?lang=%22%3E%3Cscript%3E",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_no_text_becomes_part_of_the_page(visitor: TestClient, page: str, check_page: Callable[[str], None]) -> None:
    check_page(visitor.get(page).text)


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
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
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


FORM = {"record": "e1", "do": "reject"}


def test_nothing_changes_without_cookie_and_token(store: Store) -> None:
    application_ = application(store)
    visitor, other = (TestClient(application_, base_url=HERE) for _ in range(2))
    token = visitor.get("/add").text.partition('name="token" value="')[2].partition('"')[0]
    cookie = visitor.get("/add").headers.get("set-cookie") or next(iter(visitor.cookies.jar))
    assert token and cookie
    foreign = other.get("/add").text.partition('name="token" value="')[2].partition('"')[0]
    for place in ("/articles/1/fix", "/add"):
        for given in ({}, {"token": ""}, {"token": foreign}, {"token": token[:-1]}, {"token": "é"}):
            assert visitor.post(place, data={**FORM, **given}).status_code == 403
        without = TestClient(application_, base_url=HERE)
        assert without.post(place, data={**FORM, "token": token}).status_code == 403
    assert store.corrections() == []


def test_the_cookie_stays_at_home(visitor: TestClient, store: Store) -> None:
    cookie = TestClient(application(store), base_url=HERE).get("/").headers["set-cookie"]
    assert "SameSite=Strict" in cookie
    assert "HttpOnly" in cookie
    assert "set-cookie" not in TestClient(application(store), base_url=HERE).get("/events.json").headers


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_of_another_site_is_refused(visitor: TestClient, headers: dict[str, str]) -> None:
    token = visitor.get("/add").text.partition('name="token" value="')[2].partition('"')[0]
    assert visitor.post("/articles/1/fix", data={**FORM, "token": token}, headers=headers).status_code == 403


def test_what_is_too_large_is_refused(visitor: TestClient) -> None:
    assert visitor.post("/add", headers={"content-length": str(10**12)}).status_code == 413
    assert visitor.post("/add", headers={"content-length": "x"}).status_code in (400, 413)


@pytest.mark.parametrize("body", [b"", b"--x", b"\0\xff" * 100, b"{}"])
@pytest.mark.parametrize("kind", ["", "multipart/form-data", "multipart/form-data; boundary=x", "application/json"])
def test_what_is_no_form_is_refused(visitor: TestClient, body: bytes, kind: str) -> None:
    answer = visitor.post("/add", content=body, headers={"content-type": kind})
    assert answer.status_code in (400, 403)
