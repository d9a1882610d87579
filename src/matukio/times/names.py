"""Names that look like times: «Bi Mei», «Januari Makamba», «Super Tuesday», «Barabara ya Machi 10»."""

from __future__ import annotations

from matukio.times.reader import Reader


def is_name(reader: Reader, at: int) -> bool:
    """A capitalised word that is no word of time and does not begin the sentence."""
    return reader.form(at)[:1].isupper() and at > reader.first and not reader.roles(at)


def is_guessed_name(reader: Reader, at: int) -> bool:
    """A capitalised word that no list knows: a surname, not «Rais» or «Bunge»."""
    if not reader.form(at)[:1].isupper() or reader.roles(at):
        return False
    return reader.reading(at).upos == "PROPN"


def is_named_after(reader: Reader, index: int) -> bool:
    """«Barabara ya Machi 10», «vuguvugu la Mei 4» are no dates."""
    return reader.has(index - 1, "of") and reader.has(index - 2, "namesake")


def names_a_person(reader: Reader, at: int) -> bool:
    """«Bi Mei», «Theresa May», «Januari Makamba», «Mei alisema»: names of people where a name can stand."""
    if reader.has(at - 1, "title") or is_guessed_name(reader, at + 1):
        return reader.has(at, "personal")
    if not reader.has(at, "weak"):
        return False
    if is_name(reader, at - 1) or at + 1 >= reader.limit:
        return False
    verb = reader.reading(at + 1).verb
    return bool(verb and verb.subject and verb.subject.prefix in ("a", "ha", "yu") and verb.relative is None)
