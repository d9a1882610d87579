"""What the prefixes of a verb form say, before its stem is looked up, and the pieces that they are.

«wasiowa-» of wasiowatembelea: subject wa-, negative -si-, relative -o-, object -wa-.
"""

from __future__ import annotations

from typing import NamedTuple

from matukio.swahili.analysis import Agreement, Segment


class Parse(NamedTuple):
    """What the prefixes of a form say."""

    tense: str
    final: str
    """The vowel that the mood puts at the end of a Bantu stem: a, e or i; «ae» either of two."""
    shown: str = ""
    """The subject prefix as written."""
    subject: Agreement | None = None
    negative: bool = False
    marker: str = ""
    relative: Agreement | None = None
    relative_last: bool = False
    shown_relative: str = ""
    """The relative as written, where it is not the prefix itself."""
    object: Agreement | None = None
    ku: str = ""
    """The infinitive's ku- before the stem: only stems of one syllable keep it."""
    plural: str = ""
    """The -ni of a command to several people."""
    before: str = ""
    """A word that is written together with the verb."""
    opening: tuple[Segment, ...] = ()
    """The pieces before the stem."""
    closing: tuple[Segment, ...] = ()
    """The pieces after it."""


def spelled(parse: Parse) -> Parse:
    """The parse with its pieces in order; with the stem between them they spell the form."""
    pieces: list[Segment] = [Segment(parse.before, "joined")] if parse.before else []
    subject = parse.subject
    if subject is not None and parse.shown:
        negated = ".negative" if parse.negative and (subject.prefix[0] == "h" or subject.prefix == "si") else ""
        pieces.append(Segment(parse.shown, f"{_who(subject)}.subject{negated}"))
    if parse.marker:
        pieces.append(Segment(parse.marker, parse.tense + (".negative" if parse.marker.startswith("si") else "")))
    relative: list[Segment] = []
    if parse.relative is not None:
        shown = parse.shown_relative or parse.relative.prefix
        relative.append(Segment(shown, f"{_who(parse.relative)}.relative"))
    if not parse.relative_last:
        pieces += relative
    if parse.object is not None:
        reflexive = parse.object.prefix == "ji"
        pieces.append(Segment(parse.object.prefix, "reflexive" if reflexive else f"{_who(parse.object)}.object"))
    if parse.ku:
        pieces.append(Segment(parse.ku, "infinitive"))
    closing = relative if parse.relative_last else []
    if parse.plural:
        closing.append(Segment(parse.plural, "plural"))
    return parse._replace(opening=tuple(pieces), closing=tuple(closing))


def _who(agreement: Agreement) -> str:
    """«1.person», or the classes: «4/9»."""
    return f"{agreement.person}.person" if agreement.person < 3 else "/".join(map(str, sorted(agreement.classes)))
