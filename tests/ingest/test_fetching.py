"""Pages from a real server on this machine, and servers that mean harm."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from datetime import date
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from matukio.errors import LanguageError, SourceError
from matukio.ingest import read_url
from matukio.ingest.fetching import MOST_BYTES, fetch, unpack

PAGE = b"""<html lang="sw"><head><meta charset="utf-8"><title>Nigeria yafunga mpaka na Benin</title>
<meta property="article:published_time" content="2023-08-10"></head><body><nav><a href="/">Mwanzo</a></nav><article>
<h1>Nigeria yafunga mpaka na Benin</h1>
<p>Serikali ya Nigeria imefunga mpaka wake na Benin kwa muda wa siku thelathini kuanzia Alhamisi.</p>
<p>Msemaji wa forodha alisema kwamba hatua hiyo inalenga kuzuia magendo ya mafuta na mchele.</p>
</article></body></html>"""


def refused(address: str, message: str, **options: Any) -> SourceError:
    with pytest.raises(SourceError, match=message) as raised:
        fetch(address, **{"allow_private": True, **options})
    assert str(raised.value).startswith(f"{address}: ")
    assert "\n" not in str(raised.value)
    return raised.value


def test_a_page(web: Any) -> None:
    address = web.page("/mpaka", PAGE)
    article = read_url(address, allow_private=True)
    assert article.title == "Nigeria yafunga mpaka na Benin"
    assert len(article.paragraphs()) == 3
    assert (article.published, article.url, article.source) == (date(2023, 8, 10), address, address)


def test_plain_text_and_pdf(web: Any, article: str, make_pdf: Any) -> None:
    text = read_url(web.page("/a", article.encode(), "text/plain"), allow_private=True)
    assert text.title == "Wabunge wa Malawi wapitisha bajeti ya dharura"
    assert text.url == web.address + "/a"
    pdf = read_url(web.page("/b", make_pdf(article.splitlines()), "application/pdf"), allow_private=True)
    assert pdf.title == text.title


def test_the_encoding_that_the_header_names(web: Any) -> None:
    data = "Rais alisema “hapana”, kwamba hali hiyo imetulia.".encode("cp1252")
    address = web.page("/c", data, "text/plain; charset=windows-1252")
    assert "“hapana”" in read_url(address, allow_private=True).text


def test_a_redirect_ends_at_the_articles_own_address(web: Any) -> None:
    web.page("/mpya", PAGE)
    address = web.page("/kale", b"", status=301, Location="/mpya")
    assert read_url(address, allow_private=True).url == web.address + "/mpya"


def test_a_page_in_another_language(web: Any) -> None:
    body = b"The minister said on Thursday that the border with the neighbouring country would be closed for a month."
    with pytest.raises(LanguageError, match="English"):
        read_url(web.page("/en", body, "text/plain"), allow_private=True)


def test_this_machine_is_refused_unless_allowed(web: Any) -> None:
    address = web.page("/siri", PAGE)
    refused(address, "not a public address.*--allow-private", allow_private=False)
    refused(address.replace("127.0.0.1", "localhost"), "not a public address", allow_private=False)
    assert web.asked == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"])
def test_other_spellings_of_private_addresses(host: str) -> None:
    with pytest.raises(SourceError):
        fetch(f"http://{host}:9/", seconds=2)


def test_a_name_that_stands_for_a_private_address(web: Any) -> None:
    port = web.address.rpartition(":")[2]
    refused(
        f"http://gazeti.example:{port}/", r"gazeti.example \(127.0.0.1\)", allow_private=False,
        resolver=lambda host, port: ["127.0.0.1"],
    )  # fmt: skip


def test_a_name_is_resolved_once_and_that_address_is_connected_to(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says «public» to the check and «private» to the connection gets no second question."""
    web.page("/siri", PAGE)
    port = int(web.address.rpartition(":")[2])
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    connected = []

    def connect(address: tuple[str, int], *rest: Any, **options: Any) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    refused(
        f"http://gazeti.example:{port}/siri", "cannot be reached", allow_private=False,
        resolver=lambda host, port: next(answers),
    )  # fmt: skip
    assert connected == [("8.8.8.8", port)]


def test_a_redirect_into_the_private_network(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; the host it redirects to does not."""
    web.page("/siri", PAGE)
    port = web.address.rpartition(":")[2]
    web.page("/nje", b"", status=302, Location=f"http://ndani.example:{port}/siri")
    monkeypatch.setattr("matukio.ingest.addresses.is_public", lambda address: address == "127.0.0.1")
    hosts = {"nje.example": ["127.0.0.1"], "ndani.example": ["10.0.0.7"]}
    address = f"http://nje.example:{port}/nje"
    refused(
        address, r"ndani.example \(10.0.0.7\)", allow_private=False, resolver=lambda host, port: hosts[host]
    )  # fmt: skip
    assert [path for path, _ in web.asked] == ["/nje"]
    assert web.asked[0][1]["Host"] == f"nje.example:{port}"


def test_of_several_addresses_only_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = []

    def connect(address: tuple[str, int], *rest: Any, **options: Any) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch("http://gazeti.example/", resolver=lambda host, port: ["10.0.0.1", "8.8.8.8", "::1", "1.1.1.1"])
    assert connected == ["8.8.8.8", "1.1.1.1"]


def test_tls_asks_for_the_name_and_not_for_the_address() -> None:
    """The name in the first TLS message (SNI) is the one whose certificate is then checked."""
    hello = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                hello.extend(connection.recv(4096))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        refused(f"https://gazeti.example:{port}/", "cannot be reached", resolver=lambda host, port: ["127.0.0.1"])
        thread.join(5)
    assert b"gazeti.example" in hello


def test_proxies_of_the_environment_are_not_asked(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(web.page("/a", PAGE), allow_private=True).data == PAGE


def test_redirects_in_a_circle(web: Any) -> None:
    web.page("/a", b"", status=302, Location="/b")
    web.page("/b", b"", status=302, Location="/a")
    refused(web.address + "/a", "redirects more than 10 times")


@pytest.mark.parametrize(
    "target", ["file:///etc/hosts", "ftp://gazeti.example/a", "javascript:alert(1)", "http://", "http:///a"]
)
def test_redirects_to_something_else(web: Any, target: str) -> None:
    refused(web.page("/a", b"", status=302, Location=target), "no http or https|cannot be reached|127.0.0.1")


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_an_error_of_the_server(web: Any, status: int) -> None:
    refused(web.page("/a", b"hakuna", status=status), f"answers {status}")


def test_a_body_that_is_too_large(web: Any) -> None:
    refused(web.page("/a", b"a" * (MOST_BYTES + 1)), "larger than 10 MiB")
    assert len(fetch(web.page("/b", b"a" * MOST_BYTES), allow_private=True).data) == MOST_BYTES


def test_a_small_body_that_unpacks_too_large(web: Any) -> None:
    bomb = gzip.compress(bytes(200 * 2**20), compresslevel=9)
    assert len(bomb) < 2**20
    refused(web.page("/a", bomb, Content_Encoding="gzip"), "larger than 10 MiB")
    nested = gzip.compress(bomb)
    refused(web.page("/b", nested, Content_Encoding="gzip, gzip"), "which was not asked for")


def test_a_redirect_with_an_endless_body_is_not_read(web: Any) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", "/mwisho")
        handler.end_headers()
        while True:
            handler.wfile.write(b"a" * 65536)

    web.pages["/a"] = endless
    web.page("/mwisho", PAGE)
    assert fetch(web.address + "/a", allow_private=True, seconds=5).data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_packed_answers(web: Any, encoding: str) -> None:
    packed = zlib.compress(PAGE) if encoding == "deflate" else gzip.compress(PAGE)
    assert fetch(web.page("/a", packed, Content_Encoding=encoding), allow_private=True).data == PAGE


def test_packed_answers_that_are_damaged(web: Any) -> None:
    refused(web.page("/a", gzip.compress(PAGE)[:-20], Content_Encoding="gzip"), "breaks off")
    refused(web.page("/b", PAGE, Content_Encoding="gzip"), "damaged")


def test_unpacking_never_holds_more_than_it_may() -> None:
    with pytest.raises(ValueError, match="larger"):
        unpack(iter([gzip.compress(bytes(10**6))]), "gzip", 1000)
    assert unpack(iter([gzip.compress(bytes(1000))]), "gzip", 1000) == bytes(1000)


def test_a_server_that_says_nothing(web: Any) -> None:
    web.pages["/a"] = lambda handler: time.sleep(2)
    started = time.monotonic()
    refused(web.address + "/a", "within 0.3 seconds", seconds=0.3)
    assert time.monotonic() - started < 1.5


def test_a_server_that_drips(web: Any) -> None:
    """Each byte comes in time, the whole never does."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"a")
            time.sleep(0.05)

    web.pages["/a"] = drip
    started = time.monotonic()
    refused(web.address + "/a", "within 0.4 seconds", seconds=0.4)
    assert time.monotonic() - started < 2


def test_a_server_that_hangs_up(web: Any) -> None:
    def hang_up(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"Rais")

    web.pages["/a"] = hang_up
    refused(web.address + "/a", "cannot be reached")


def test_nobody_listens_and_nobody_is_called_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    refused(f"http://127.0.0.1:{port}/", "cannot be reached")

    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror("Name or service not known")

    refused("http://gazeti.example/", "no such host: gazeti.example", resolver=unknown)


@pytest.mark.parametrize("address", ["ftp://gazeti.example/a", "file:///etc/hosts", "gazeti.example/a"])
def test_only_the_web(address: str) -> None:
    with pytest.raises(SourceError, match="only http"):
        read_url(address)


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://gazeti.example:99999/", "http://a b/", "http://" + "a" * 300]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(SourceError):
        read_url(address)
