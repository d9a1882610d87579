"""Brings the page's catalogues up to date: new messages are added, and those that are gone are taken out.

    python -m scripts.catalogue [--check]

What is to be translated stays empty in src/matukio/web/locale/sw.po until somebody writes it. With --check nothing is
written; exit 1 when a catalogue would change or a message has no translation.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from scripts.generated import ROOT

WEB = ROOT / "src" / "matukio" / "web"
LANGUAGES = ("en", "sw")
_METHODS = [("**/*.py", "python"), ("**/*.html", "jinja2")]
_OPTIONS = {"**/*.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "say": None}


def main() -> int:
    is_check, troubles = "--check" in sys.argv[1:], []
    template = messages()
    for language in LANGUAGES:
        path = WEB / "locale" / f"{language}.po"
        before = path.read_bytes() if path.exists() else b""
        after = written(path, language, template)
        if after != before:
            troubles.append(f"{path}: not up to date")
            if not is_check:
                path.write_bytes(after)
        troubles += [f"{path}: no translation of {each!r}" for each in untranslated(after, language)]
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if is_check and troubles else 0


def messages() -> Catalog:
    """All messages of the page, without the lines where they stand, which would change with every edit."""
    found = Catalog(project="Matukio", charset="utf-8")
    for _, _, message, comments, context in extract_from_dir(WEB, _METHODS, _OPTIONS, _KEYWORDS, callback=None):
        found.add(message, auto_comments=comments, context=context)
    return found


def written(path: Path, language: str, template: Catalog) -> bytes:
    """The catalogue of a language with the messages of the template, those that it knows translated."""
    known = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    made = Catalog(locale=language, project="Matukio", charset="utf-8", fuzzy=False)
    for message in sorted((each for each in template if each.id), key=lambda each: str(each.id)):
        old = known.get(message.id)
        made.add(message.id, string=old.string if old else str(message.id) if language == "en" else "")
    lines = io.BytesIO()
    write_po(lines, made, width=110, omit_header=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head.encode() + lines.getvalue()


def untranslated(catalogue: bytes, language: str) -> list[str]:
    """The messages that have no translation, or a doubtful one."""
    found = read_po(io.BytesIO(catalogue), locale=language)
    return [str(each.id) for each in found if each.id and (not each.string or each.fuzzy)]


if __name__ == "__main__":
    sys.exit(main())
