"""Names of places and persons that are forms of verbs or nouns as well."""

import pytest

from matukio.swahili import analyze


@pytest.mark.parametrize(
    ("text", "name"),
    [("Hanoi", "Hanoi"), ("Haiti na Kenya ni nchi.", "Haiti"), ("Walifika Malindi jana.", "Malindi")],
)
def test_a_known_name_with_a_capital_is_no_verb(text: str, name: str):
    assert next(word.upos for sentence in analyze(text).sentences for word in sentence if word.text == name) == "PROPN"


def test_without_a_capital_it_is_the_word():
    assert analyze("Mvulana hanoi visu.").word(1).upos == "VERB"
