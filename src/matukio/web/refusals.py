"""Why something could not be done, in the reader's language: reasons of the store and of the reading come in English.

    in_speech("12.e3: article 12 has no such event", speech("sw")) → "12.e3: makala 12 haina tukio hilo"

They are made where nobody knows who will read them, so the page finds the sentence that a reason was made of.
"""

from __future__ import annotations

import re
from functools import cache

from matukio.web.speaking import N_, Speech

# Without what stands before their colon, which says of what they are told; the most particular first.
SENTENCES = (
    N_("no such article in the store; give its number, its address or its file"),
    N_("no such article in the store"),
    N_("article %(article)s has no such event or claim"),
    N_("article %(article)s has no such event"),
    N_("the article has no such claim"),
    N_("no such story; `matukio stories` lists them"),
    N_("no such event among the articles compared"),
    N_("give a country, a code like KEN, KEN·GOV or GOV, or a name"),
    N_("give at least one word that the articles should have"),
    N_("not a date like 2024-06-18"),
    N_("not one of %(values)s"),
    N_("is at least 1"),
    N_("lies between 0 and 1"),
    N_("write it as in the list of stories, s12"),
    N_("say what to change, as FIELD=VALUE; %(kind)s have %(fields)s"),
    N_("a new %(kind)s needs %(fields)s"),
    N_("nothing was corrected there"),
    N_("write article and record as in the tables, 12.e3 or 12.c1"),
    N_("cannot be empty"),
    N_("%(kind)s have the fields %(fields)s"),
    N_("the modes of %(type)s are %(modes)s; mode= takes it away"),
    N_("«%(words)s» does not stand in the article; give its words as they are written there"),
    N_("no code of a country; write it as «%(form)s»"),
    N_("write the words and their value, as «Jumatatu=2024-06-17»"),
    N_("the store cannot be written (%(why)s); what was added is kept"),
    N_("cannot be written (%(why)s)"),
    N_("no article on this page; give the address of one article"),
    N_("no article in it, only blank lines and links"),
    N_("empty"),
    N_("not Swahili, it looks like %(language)s; --force reads it all the same"),
    N_("not Swahili, nor is it clear what it is; --force reads it all the same"),
    N_("binary, not text; save the article as text, HTML or PDF"),
    N_("looks like %(kind)s; save the article as text, HTML or PDF"),
    N_("an office document; save it as text or PDF"),
    N_("no known encoding fits its bytes; save it as UTF-8"),
    N_("its HTML cannot be read (%(why)s); save the article as text"),
    N_("this PDF asks for a password; save a copy without one"),
    N_("this PDF holds pictures, no text; run text recognition (OCR) on it first"),
    N_("damaged PDF (%(why)s); save it anew"),
    N_("larger than %(size)s MiB; an article has a file of its own"),
    N_("larger than %(size)s MiB; save the article alone and read the file"),
    N_("its ZIP archive is broken (%(why)s)"),
    N_("its JSON is broken (%(why)s)"),
    N_("its feed is broken (%(why)s)"),
    N_("its feed holds no articles"),
    N_("leads to %(host)s, which is not a public address; --allow-private reads it all the same"),
    N_("leads to no http or https address"),
    N_("only http:// and https:// addresses are read"),
    N_("cannot be reached (%(why)s)"),
    N_("no whole answer within %(seconds)s seconds; try again later"),
    N_("redirects more than %(count)s times; give the address it should end at"),
    N_("the server answers %(answer)s; check the address"),
    N_("the server answers %(answer)s; try again later"),
    N_("its site's robots.txt asks programs not to read it"),
    N_("it could not be read (%(why)s)"),
    N_("the process that read it ended, perhaps for want of memory"),
)

KINDS = (N_("event"), N_("events"), N_("claim"), N_("claims"))
"""Words that stand in them."""


def in_speech(reason: str, words: Speech) -> str:
    """The reason in the language of the page; as it is where none of the sentences made it."""
    for sentence, pattern in _patterns():
        if (match := pattern.fullmatch(reason)) is not None:
            said = match.groupdict()
            of_what = said.pop("of_what") or ""
            return of_what + words.gettext(sentence) % {name: words.gettext(word) for name, word in said.items()}
    return words.gettext(reason) if reason else ""  # an empty message is the catalogue's own head


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((each, _pattern(each)) for each in SENTENCES)


def _pattern(sentence: str) -> re.Pattern[str]:
    """Of «article %(article)s has …»: any words for what is named, and before them «of what: » or «name=value: »."""
    parts = re.split(r"%\((\w+)\)s", sentence)
    found = "".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile(f"(?P<of_what>.+?: )?{found}", re.DOTALL)
