"""What stands before every page: who may ask, by what name, and what a browser may do with the answer.

Articles come from anywhere, so their text is escaped wherever it is shown; should a script slip through all the same,
the policy below keeps every browser from running it, from loading anything from elsewhere and from sending anything
there. A page of somebody else's that gives its own name this machine's address (DNS rebinding) is known by that name,
and one that sends a form here lacks the cookie that browsers keep for this site, and the token that belongs to it.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64decode
from dataclasses import dataclass, field
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import token_bytes, token_urlsafe
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ALL_INTERFACES = ("0.0.0.0", "::")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # With «no-referrer» browsers would not say either that a form comes from here.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

MOST_BYTES = 50 * 2**20
"""A request may bring so much, all files of a form together."""

VISITOR = "matukio_visitor"
"""The cookie that browsers send only when the request comes from a page of this site."""
_VISITOR = re.compile(r"[\w-]{20,64}")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Seal:
    """Makes the tokens of forms: whoever can read a page of this server has one, nobody else."""

    secret: bytes = field(default_factory=lambda: token_bytes(32))

    def token(self, visitor: str) -> str:
        """The token that belongs to a visitor's cookie."""
        return hmac.digest(self.secret, visitor.encode(), "sha256").hex()

    def is_sealed(self, visitor: str, token: str) -> bool:
        """Whether the token belongs to the cookie; compared in a time that tells nothing about it."""
        return bool(visitor) and hmac.compare_digest(self.token(visitor).encode(), token.encode())


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through what asks for `host` or this machine, from a page of its own where it would change something, and
    with the password where there is one."""

    app: ASGIApp
    host: str
    password: str | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # Nothing here speaks over a socket that stays open.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known = _visitor(headers)
        visitor = known or token_urlsafe(24)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    told[name] = value
                if self.password:
                    told["Cache-Control"] = "private, no-store"
                if not known and told.get("content-type", "").startswith("text/html"):
                    told.append("Set-Cookie", f"{VISITOR}={visitor}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refused = self._refused(headers, scope["method"])
        # What a server leaves out of the answer to HEAD, it leaves out by itself.
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        # A visitor without the cookie is new: no token that it could send is good.
        asked = {**scope, "method": method, "matukio.visitor": visitor, "matukio.known": bool(known)}
        await (refused or self.app)(asked, _bounded(receive), guarded)

    def _refused(self, headers: Headers, method: str) -> PlainTextResponse | None:
        if not self._is_ours(headers.get("host", "")):
            return PlainTextResponse("This server goes by another name.", 421)
        if self.password and not _has_password(headers.get("authorization", ""), self.password):
            wanted = {"WWW-Authenticate": 'Basic realm="matukio", charset="UTF-8"'}
            return PlainTextResponse("The password, please; any name will do.", 401, wanted)
        if method in ("GET", "HEAD"):
            return None
        if method != "POST":
            return PlainTextResponse("No such method here.", 405, {"Allow": "GET, HEAD, POST"})
        if not _is_from_here(headers):
            return PlainTextResponse("Only a page of this server can change something here.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return PlainTextResponse(f"Too large: at most {MOST_BYTES // 2**20} MiB at once.", 413)
        return None

    def _is_ours(self, given: str) -> bool:
        """Whether the Host header has a name of ours; an address in numbers is nobody's name."""
        name = given.rpartition("]")[0].removeprefix("[") if given.startswith("[") else given.partition(":")[0]
        if name.lower() in (*LOOPBACK, self.host.lower()):
            return True
        return self.host in ALL_INTERFACES and _is_address(name)


def _visitor(headers: Headers) -> str:
    """The visitor's cookie, empty without one."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(VISITOR)
    except CookieError:
        return ""
    return found.value if found is not None and _VISITOR.fullmatch(found.value) else ""


def _is_from_here(headers: Headers) -> bool:
    """Whether the browser says that a page of this server sent the request; what says nothing needs the token still."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _bounded(receive: Receive) -> Receive:
    """The body up to what is allowed; one that goes on beyond is taken for one that was broken off."""
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        return {"type": "http.disconnect"} if came > MOST_BYTES else message

    return bounded


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _has_password(authorization: str, password: str) -> bool:
    """Whether HTTP Basic gives the password, with any name; compared in a time that tells nothing about it."""
    scheme, _, encoded = authorization.partition(" ")
    try:
        given = b64decode(encoded, validate=True).partition(b":")[2]
    except ValueError:
        return False
    same = hmac.compare_digest(sha256(given).digest(), sha256(password.encode()).digest())
    return scheme.lower() == "basic" and same
