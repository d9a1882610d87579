"""Messages: «walisifia ujumbe huo». A delegation, «ujumbe wa Ghana», is called by the same word."""

from __future__ import annotations

from typing import Final

from matukio.record import Party

SENT: Final = frozenset("facebook maandishi simu twitter video whatsapp".split())
"""What a message is of that is no delegation."""


def is_message(party: Party) -> bool:
    """«ujumbe», «ujumbe wangu», «ujumbe wa video»: of whom a delegation would be is not told."""
    words = party.text.lower().split()
    if words[0] != "ujumbe" or party.name is not None:
        return False
    return "wa" not in words or not SENT.isdisjoint(words)
