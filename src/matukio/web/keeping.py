"""Answers that take long to make are kept, and made anew beside the readers: nobody waits for them twice.

kept = Kept(lambda key: …); kept.of(("relations", None))
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")

FRESH_SECONDS = 30.0
"""An answer that is older is made anew when it is asked for; who asks still gets the old one."""
SHARE = 20.0
"""What takes long is made seldom: no sooner than after so many times what it took."""


@dataclass(slots=True)
class _Answer(Generic[Found]):
    value: Found
    made: float
    took: float
    stamp: Hashable

    def is_old(self, fresh_seconds: float) -> bool:
        return time.monotonic() - self.made > max(fresh_seconds, SHARE * self.took)


@dataclass(slots=True)
class Kept(Generic[Key, Found]):
    """The last `most` answers of a function; `stamp` tells whether what they were made from has changed."""

    make: Callable[[Key], Found]
    stamp: Callable[[], Hashable] = field(default=lambda: 0)
    most: int = 64
    fresh_seconds: float = FRESH_SECONDS
    _answers: OrderedDict[Key, _Answer[Found]] = field(default_factory=OrderedDict)
    _making: set[Key] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def of(self, key: Key) -> Found:
        """The answer; made now where there is none, beside the reader where it may be stale."""
        with self._lock:
            known = self._answers.get(key)
            if known is not None:
                self._answers.move_to_end(key)
                if known.is_old(self.fresh_seconds) and key not in self._making:
                    self._making.add(key)
                    Thread(target=self._renew, args=(key, known.stamp), daemon=True).start()
        return known.value if known is not None else self._made(key)

    def _renew(self, key: Key, stamp: Hashable) -> None:
        try:
            if self.stamp() == stamp:
                with self._lock:
                    self._answers[key].made = time.monotonic()
            else:
                self._made(key)
        finally:
            self._making.discard(key)

    def _made(self, key: Key) -> Found:
        begun, stamp = time.monotonic(), self.stamp()
        value = self.make(key)
        with self._lock:
            self._answers[key] = _Answer(value, time.monotonic(), time.monotonic() - begun, stamp)
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)
        return value
