"""What stands before every page: who may ask, by what name, and what a browser may do with the answer.

Articles come from anywhere, so their text is escaped wherever it is shown; should a script slip through all the same,
the policy below keeps every browser from running it, from loading anything from elsewhere and from sending anything
there. A page of somebody else's that gives its own name this machine's address (DNS rebinding) is known by that name.
"""

from __future__ import annotations

import hmac
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ALL_INTERFACES = ("0.0.0.0", "::")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through what asks for `host` or this machine, by reading only, and with the password where there is one."""

    app: ASGIApp
    host: str
    password: str | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # Nothing here speaks over a socket that stays open.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self.password:
                    headers["Cache-Control"] = "private, no-store"
            await send(message)

        refused = self._refused(Headers(scope=scope), scope["method"])
        # What a server leaves out of the answer to HEAD, it leaves out by itself.
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await (refused or self.app)(asked, receive, guarded)

    def _refused(self, headers: Headers, method: str) -> PlainTextResponse | None:
        if not self._is_ours(headers.get("host", "")):
            return PlainTextResponse("This server goes by another name.", 421)
        if self.password and not _has_password(headers.get("authorization", ""), self.password):
            wanted = {"WWW-Authenticate": 'Basic realm="matukio", charset="UTF-8"'}
            return PlainTextResponse("The password, please; any name will do.", 401, wanted)
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("Nothing can be changed here.", 405, {"Allow": "GET, HEAD"})
        return None

    def _is_ours(self, given: str) -> bool:
        """Whether the Host header has a name of ours; an address in numbers is nobody's name."""
        name = given.rpartition("]")[0].removeprefix("[") if given.startswith("[") else given.partition(":")[0]
        if name.lower() in (*LOOPBACK, self.host.lower()):
            return True
        return self.host in ALL_INTERFACES and _is_address(name)


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
