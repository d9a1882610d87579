"""This process, where it is the command line's own and not that of a program which calls its commands."""

from __future__ import annotations

_own: list[bool] = []


def is_own() -> None:
    """It was started for the command line."""
    _own.append(True)


def only_reads() -> None:
    """Before much is read: where nobody else can keep a `Text`, memory is held down as in a worker."""
    if _own:
        from matukio.forgetting import settle

        settle()
