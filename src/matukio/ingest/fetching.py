"""A page from the web: «https://…» → its bytes, with limits that a hostile server cannot pass.

At most ten redirects, each to a judged address (addresses.py); at most 10 MiB, counted as they unpack, so that a small
gzip answer cannot fill the memory; at most `seconds` from first to last byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

import httpcore
import httpx

from matukio.errors import SourceError
from matukio.ingest.addresses import CheckedBackend, PrivateAddressError, Resolver, resolve
from matukio.ingest.answers import AnswerError, Fetched
from matukio.ingest.article import MOST_BYTES

MOST_REDIRECTS = 10
SECONDS = 30.0
HEADERS = {
    "User-Agent": "Matukio (reads one article for one person)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1",
    "Accept-Language": "sw, en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
    headers: Mapping[str, str] | None = None,
    resolver: Resolver = resolve,
) -> Fetched:
    """The bytes at a web address; `headers` add to the usual ones (If-None-Match, If-Modified-Since).

    Raises SourceError with one line when it cannot or must not be read, AnswerError when the server refuses.
    """
    backend = CheckedBackend(allow_private=allow_private, seconds=seconds, resolver=resolver)
    try:
        with httpx.Client(transport=_Transport(backend), headers=HEADERS, timeout=seconds, trust_env=False) as client:
            request = client.build_request("GET", address, headers=headers)
            return _follow(client, request, address, most_bytes)
    except PrivateAddressError as error:
        raise SourceError(
            f"{address}: leads to {error}, which is not a public address; --allow-private reads it all the same"
        ) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol):
        raise SourceError(f"{address}: leads to no http or https address") from None
    except (httpx.TimeoutException, httpcore.TimeoutException):
        raise SourceError(f"{address}: no whole answer within {seconds:g} seconds; try again later") from None
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError) as error:
        raise SourceError(
            f"{address}: cannot be reached ({' '.join(str(error).split()) or type(error).__name__})"
        ) from None


def _follow(client: httpx.Client, request: httpx.Request, address: str, most_bytes: int) -> Fetched:
    """Go from redirect to redirect; their bodies are not read, for they have no limit of their own in httpx."""
    for _ in range(MOST_REDIRECTS + 1):
        if request.url.scheme not in ("http", "https") or not request.url.host:
            raise httpx.UnsupportedProtocol(str(request.url))
        response = client.send(request, stream=True)
        try:
            if response.next_request is None:
                return _fetched(response, address, most_bytes)
            request = response.next_request
        finally:
            response.close()
    raise SourceError(f"{address}: redirects more than {MOST_REDIRECTS} times; give the address it should end at")


def _fetched(response: httpx.Response, address: str, most_bytes: int) -> Fetched:
    status = response.status_code
    if not response.is_success and status != 304:
        reason = f"{status} {response.reason_phrase}".strip()
        wait = response.headers.get("retry-after", "")
        hint = "try again later" if status >= 500 or status == 429 else "check the address"
        seconds = float(wait) if wait.isdecimal() else None
        raise AnswerError(f"{address}: the server answers {reason}; {hint}", status, seconds)
    try:
        packed = response.headers.get("content-encoding", "").strip().casefold()
        data = unpack(response.iter_raw(), packed, most_bytes)
    except ValueError as error:
        raise SourceError(f"{address}: {error}") from None
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().casefold()
    return Fetched(
        data,
        str(response.url),
        media_type or None,
        response.charset_encoding,
        status,
        response.headers.get("etag"),
        response.headers.get("last-modified"),
    )


def unpack(chunks: Iterable[bytes], encoding: str, most_bytes: int) -> bytes:
    """The body of an answer, decoded; raises ValueError once it is larger than `most_bytes`.

    httpx would decode a whole chunk, and encodings within encodings, before anybody can count.
    """
    if encoding in ("", "identity"):
        parts: Iterable[bytes] = chunks
    elif encoding in ("gzip", "x-gzip", "deflate"):
        parts = _inflate(chunks, most_bytes)
    else:
        raise ValueError(f"sent as «{encoding}», which was not asked for; save the page and read the file")
    data = bytearray()
    for part in parts:
        data += part
        if len(data) > most_bytes:
            raise ValueError(f"larger than {most_bytes / 2**20:g} MiB; save the article alone and read the file")
    return bytes(data)


def _inflate(chunks: Iterable[bytes], most_bytes: int) -> Iterator[bytes]:
    """gzip or zlib, whichever the data begin with; never more than a little over `most_bytes` at once."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            while chunk:
                yield unpacker.decompress(chunk, most_bytes + 1)
                chunk = unpacker.unconsumed_tail
                if unpacker.eof:
                    return
    except zlib.error:
        raise ValueError("its packed answer is damaged; try again later") from None
    raise ValueError("its packed answer breaks off; try again later")


class _Transport(httpx.BaseTransport):
    """httpx over connections that `backend` makes; httpx's own transport takes no backend."""

    def __init__(self, backend: CheckedBackend) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
