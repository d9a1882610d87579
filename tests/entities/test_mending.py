"""Names that their words and neighbours show to be something else."""

import pytest

from matukio.entities import find_entities


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Walizuru wilaya za North Zamboro na Mbandu.", "North Zamboro", "LOC"),
        ("Msemaji wa Wizara ya Mambo ya nje alisema hayo.", "Wizara ya Mambo ya nje", "ORG"),
        ("-Imetayarishwa na Patriq Mbanduo, Lusaka", "Patriq Mbanduo", "PER"),
        ("Jirani yake ametokea Zambora na mumewe.", "Zambora", "LOC"),
    ],
)
def test_a_name_is_what_its_words_say(sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in [(n.text, n.type) for n in find_entities(sentence, weights="voa")]
