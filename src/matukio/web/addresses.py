"""What a form sends as it is pressed: every field, filled or not. Empty ones ask for nothing, and are taken out.

/events?actor=KEN&type=&from= → /events?actor=KEN
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class WithoutBlanks:
    """Hands on the query string without fields that are empty."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope.get("query_string"):
            await self.app(scope, receive, send)
            return
        try:
            pairs = parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=MOST_FIELDS)
        except ValueError:
            await PlainTextResponse("Too many fields.", 400)(scope, receive, send)
            return
        # No database takes the character NUL, and no article has it.
        filled = [(name, told) for name, value in pairs if (told := value.replace("\0", "").strip())]
        await self.app({**scope, "query_string": urlencode(filled).encode()}, receive, send)
