"""Compares articles as they come in: keeps in the store what they are compared by, and tells whose story changed.

    with comparing(connection) as compared:
        compared.add(12, shape)
        compared.remove(7)
    compared.changed → {3, 12}: the stories that an article came into or left, or in which something is a copy now

Articles may come in any order and in any number at a time; the tables are the same in the end.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from matukio.store.holders import Holders, first_holders, holders_of
from matukio.store.statements import Statements
from matukio.stories.grouping import ALIKE, ALIKE_UNDATED, days_around, forget, place, replace
from matukio.stories.index import OLDEST, Bond, Copy, copies_one
from matukio.stories.originals import find_copies, forget_copies
from matukio.stories.profiles import Days
from matukio.stories.shapes import RANK_BITS, Shape, pack_profile, pack_words, unpack_profiles, unpack_words
from matukio.stories.words import Keys, Numbered, keys

# Profiles that a program holds in memory, half a kilobyte each; days that were not asked for lately make room.
MOST_PROFILES = 300_000


@contextmanager
def comparing(connection: Connection) -> Iterator[Comparison]:
    """What compares articles inside a transaction that nobody else writes beside."""
    compared = Comparison(connection)
    yield compared
    compared.close()


class Comparison:
    """The articles of the store, as `matukio.stories` asks for them (`matukio.stories.index.Index`)."""

    def __init__(self, connection: Connection) -> None:
        self.changed: set[int] = set()
        self._store = Statements(connection)
        self._ranks: dict[int, int] = {}
        self._stories: dict[int, int | None] = {}
        self._words: dict[int, Numbered] = {}
        self._held: tuple[bytes, list[Holders]] = (b"", [])
        self._keys: tuple[int, Keys] | None = None
        self._bonds: dict[int, list[Bond]] | None = None
        self._profiles = _profiles_of(connection.engine, self._store.one("SELECT token FROM compared"))
        self._is_changed = False

    def add(self, number: int, shape: Shape) -> None:
        """Compare an article that the store has not compared yet."""
        self._is_changed = True
        self._ranks[number], self._stories[number], self._words[number] = shape.rank, None, shape.words
        self._store.run(
            "INSERT INTO reports (article_id, rank, day, publisher, agency, profile, words) VALUES (?,?,?,?,?,?,?)",
            (
                number, shape.rank, shape.day, shape.publisher, shape.agency, pack_profile(shape.profile),
                pack_words(shape.words),
            ),
        )  # fmt: skip
        self._keys = (number, shape.keys)
        rows = [(key, shape.rank, number) for key in self._keys[1].tolist()]
        self._store.run_for_each("INSERT INTO shingles (key, rank, article_id) VALUES (?,?,?)", rows)
        copiers = find_copies(self, number)
        self._find_alike(number, shape)
        self.changed |= place(self, number)
        self._note(copiers)

    def remove(self, number: int) -> None:
        """Forget an article, before it is taken out of the store or compared anew; does nothing where there is none."""
        row = self._store.first("SELECT day, rank, story FROM reports WHERE article_id = ?", (number,))
        if row is None:
            return
        self._is_changed = True
        day, self._ranks[number], self._stories[number] = row
        gone = [(key, self._ranks[number], number) for key in self.keys(number).tolist()]
        self._store.run_for_each("DELETE FROM shingles WHERE key = ? AND rank = ? AND article_id = ?", gone)
        self._store.run("DELETE FROM alike WHERE article_id = ?", (number,))
        self._store.run("DELETE FROM alike WHERE other_id = ?", (number,))
        self._store.run("DELETE FROM copies WHERE article_id = ?", (number,))
        self._store.run("DELETE FROM reports WHERE article_id = ?", (number,))
        self._profiles.days.drop(day, number)
        copiers = forget_copies(self, number)
        self.changed |= forget(self, number)
        del self._ranks[number], self._stories[number]
        self._words.pop(number, None)
        self._note(copiers - {number})

    def place_again(self, numbers: Sequence[int]) -> None:
        """Put articles anew, of which somebody has said that they belong together or do not."""
        self._bonds = None
        self.changed |= replace(self, list(numbers))
        self._note(numbers)

    def close(self) -> None:
        """Let other programs know that what they hold of the articles is old."""
        if self._is_changed:
            self._profiles.token = secrets.randbits(62)
            self._store.run("UPDATE compared SET token = ?", (self._profiles.token,))
        self._store.close()

    def rank(self, number: int) -> int:
        if number not in self._ranks:
            self._ranks[number] = self._store.one("SELECT rank FROM reports WHERE article_id = ?", (number,))
        return self._ranks[number]

    def words(self, number: int) -> Numbered:
        if number not in self._words:
            if len(self._words) > 2000:
                self._words.clear()
            self._words[number] = unpack_words(
                self._store.one("SELECT words FROM reports WHERE article_id = ?", (number,))
            )
        return self._words[number]

    def keys(self, number: int) -> Keys:
        if self._keys is None or self._keys[0] != number:
            self._keys = (number, keys(self.words(number)))
        return self._keys[1]

    def older(self, keys: Keys, rank: int) -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for key, holders in zip(keys.tolist(), self._holders(keys), strict=True):
            if holders.beyond is not None and holders.beyond[0] <= rank:
                continue
            for ranked, number in holders.oldest[:OLDEST]:
                if ranked < rank:
                    self._ranks[number] = ranked
                    found[number] += 1 + key % 2
        return found

    def newer(self, keys: Keys, rank: int) -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for key, holders in zip(keys.tolist(), self._holders(keys), strict=True):
            is_long = len(holders.oldest) > OLDEST
            if is_long and holders.oldest[OLDEST - 1][0] < rank:
                continue
            for ranked, number in first_holders(self._store, key) if is_long else holders.oldest:
                if ranked > rank:
                    self._ranks[number] = ranked
                    found[number] += 1 + key % 2
        return found

    def pushed_out(self, keys: Keys, rank: int) -> tuple[set[int], set[int]]:
        originals, copiers = set(), set()
        for holders in self._holders(keys):
            if len(holders.oldest) > OLDEST and holders.oldest[OLDEST][0] > rank:
                originals.add(holders.oldest[OLDEST][1])
            if holders.beyond is not None and holders.beyond[0] > rank:
                number = holders.beyond[1]
                if number not in copiers and copies_one(self.copies(number), holders.oldest[:OLDEST]):
                    copiers.add(number)
        return originals, copiers

    def copies(self, number: int) -> tuple[Copy, ...]:
        asked = 'SELECT paragraph, start, "end", share, original_id FROM copies WHERE article_id = ? ORDER BY paragraph'
        return tuple(Copy(*row) for row in self._store.all(asked, (number,)))

    def set_copies(self, number: int, found: tuple[Copy, ...]) -> None:
        self._store.run("DELETE FROM copies WHERE article_id = ?", (number,))
        rows = [(number, c.paragraph, c.start, c.end, c.share, c.original) for c in found]
        written = 'INSERT INTO copies (article_id, paragraph, start, "end", share, original_id) VALUES (?,?,?,?,?,?)'
        self._store.run_for_each(written, rows)

    def copiers(self, number: int) -> Iterable[int]:
        asked = "SELECT DISTINCT article_id FROM copies WHERE original_id = ?"
        return [row[0] for row in self._store.all(asked, (number,))]

    def alike(self, number: int) -> Mapping[int, int]:
        asked = (
            "SELECT a.other_id, a.millionths, r.rank, r.story FROM alike a JOIN reports r ON r.article_id = a.other_id"
            " WHERE a.article_id = ?"
        )
        found = {}
        for other, value, rank, story in self._store.all(asked, (number,)):
            self._ranks[other], self._stories[other] = rank, story
            found[other] = value
        return found

    def story(self, number: int) -> int | None:
        if number not in self._stories:
            self._stories[number] = self._store.one("SELECT story FROM reports WHERE article_id = ?", (number,))
        return self._stories[number]

    def set_story(self, number: int, story: int) -> None:
        self._stories[number] = story
        self._store.run("UPDATE reports SET story = ? WHERE article_id = ?", (story, number))

    def members(self, story: int, first: int, last: int) -> int:
        asked = "SELECT count(*) FROM reports WHERE story = ? AND rank >= ? AND rank < ?"
        return int(self._store.one(asked, (story, first, last)))

    def near_members(self, story: int, first: int, last: int) -> Iterable[int]:
        if self._store.first("SELECT 1 FROM reports WHERE rank >= ? AND rank < ? LIMIT 1", (first, last)) is None:
            return ()
        asked = (
            "SELECT article_id, rank FROM reports WHERE story = ? AND rank >= ? AND rank < ?"
            " UNION SELECT a.other_id, r.rank FROM reports m JOIN alike a ON a.article_id = m.article_id"
            " JOIN reports r ON r.article_id = a.other_id"
            " WHERE m.story = ? AND m.rank >= ? AND r.rank >= ? AND r.rank < ?"
        )
        near = first - (15 << RANK_BITS)
        rows = self._store.all(asked, (story, first, last, story, near, first, last))
        self._ranks |= dict(rows)
        return [number for number, _ in rows]

    def bonds(self, number: int) -> tuple[Bond, ...]:
        if self._bonds is None:
            self._bonds = {}
            asked = "SELECT article_id, other_id, together FROM bonds WHERE event IS NULL ORDER BY id"
            for one, other, together in self._store.all(asked):
                self._bonds.setdefault(one, []).append(Bond(other, bool(together)))
                self._bonds.setdefault(other, []).append(Bond(one, bool(together)))
        return tuple(bond for bond in self._bonds.get(number, ()) if self._is_there(bond.other))

    def _is_there(self, number: int) -> bool:
        return (
            number in self._ranks
            or self._store.first("SELECT 1 FROM reports WHERE article_id = ?", (number,)) is not None
        )

    def _find_alike(self, number: int, shape: Shape) -> None:
        days = days_around(shape.day)
        held = self._profiles.days
        for day in days:
            if day not in held:
                is_it = "day IS NULL" if day is None else f"day = {int(day)}"
                rows = self._store.all(f"SELECT article_id, profile FROM reports WHERE {is_it}")
                others = [row for row in rows if row[0] != number]
                held.put_all(day, [found for found, _ in others], *unpack_profiles([data for _, data in others]))
        found = held.alike(shape.profile, days, ALIKE_UNDATED if shape.day is None else ALIKE)
        held.put(shape.day, {number: shape.profile})
        held.make_room(MOST_PROFILES, days)
        rows = [pair for other, value in found.items() for pair in ((number, other, value), (other, number, value))]
        self._store.run_for_each("INSERT INTO alike (article_id, other_id, millionths) VALUES (?,?,?)", rows)

    def _note(self, numbers: Iterable[int]) -> None:
        """Stories in which something is a copy now, or none any more, changed too."""
        self.changed |= {story for number in numbers if (story := self.story(number)) is not None}

    def _holders(self, keys: Keys) -> list[Holders]:
        name = keys.tobytes()
        if self._held[0] != name:
            self._held = (name, holders_of(self._store, keys))
        return self._held[1]


class _Profiles:
    """The profiles of some days that a program holds, and the token of the store that they are of."""

    def __init__(self, token: int) -> None:
        self.token, self.days = token, Days()


_HELD: WeakKeyDictionary[Engine, _Profiles] = WeakKeyDictionary()


def _profiles_of(engine: Engine, token: int) -> _Profiles:
    """The profiles held for a store, none where another program has changed it since, or a change was taken back."""
    held = _HELD.get(engine)
    if held is None or held.token != token:
        held = _HELD[engine] = _Profiles(token)
    # Until the change is done what is held is of no store.
    held.token = token
    return held
