"""Things, titles and headings that look like names."""

import pytest

from matukio.entities import find_entities


@pytest.mark.parametrize(
    "sentence",
    [
        "Meli hiyo Zambora Star iliondoka bandarini.",
        "Walisaini mikataba ya Zambora Accords jana.",
        "Alipewa jina la ‘Zamboro’ na wananchi.",
        "WAKAZI WAELEZA WASIWASI WAO\nMkutano umekwisha.",
        "Togo Yajibu\nSerikali ilijibu madai hayo jana.",
    ],
)
def test_a_thing_a_nickname_or_a_heading_is_no_person(sentence: str) -> None:
    assert [name.text for name in find_entities(sentence, weights="voa") if name.link is None] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mlinzi George Hill alizungumza na waandishi.", "George Hill"),
        ("Mwandishi wa riwaya Asha Zamboro alisema hayo.", "Asha Zamboro"),
    ],
)
def test_a_person_may_be_called_like_a_thing(sentence: str, name: str) -> None:
    assert [(n.text, n.type) for n in find_entities(sentence, weights="voa")] == [(name, "PER")]
