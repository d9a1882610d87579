"""Verb forms of every paradigm, each read alone: `verb_forms.tsv` says what it is."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matukio.swahili import analyze
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class VerbForm:
    form: str
    tense: str
    lemma: str
    subject: str = ""
    negative: bool = False
    relative: str = ""
    object: str = ""


FORMS = read_table(Path(__file__).parent / "verb_forms.tsv", VerbForm)


@pytest.mark.parametrize("expected", FORMS, ids=lambda each: each.form)
def test_verb_form(expected: VerbForm) -> None:
    word = analyze(expected.form).word(0)
    verb = word.verb
    assert verb is not None, word.analyses
    found = VerbForm(
        form=expected.form,
        tense=verb.tense,
        lemma=word.lemma,
        subject=verb.subject.prefix if verb.subject else "",
        negative=verb.negative,
        relative=verb.relative.prefix if verb.relative else "",
        object="ji" if verb.reflexive else verb.object.prefix if verb.object else "",
    )
    assert found == expected


def test_there_are_enough_forms() -> None:
    assert len(FORMS) >= 500
