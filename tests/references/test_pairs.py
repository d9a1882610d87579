"""Two who met, taken up together."""

import pytest

import matukio


def actors(text, type):
    return [sorted(p.country for p in e.actors) for e in matukio.read(text).events if e.type == type]


@pytest.mark.parametrize(
    ("before", "countries"),
    [
        ("Rais Kofi Adomako wa Ghana amekutana na Rais Edem Dosso wa Togo mjini Accra.", ["GHA", "TGO"]),
        ("Rais Kofi Adomako wa Ghana na Rais Edem Dosso wa Togo walizungumza mjini Accra.", ["GHA", "TGO"]),
        ("Viongozi wa Umoja wa Afrika walikutana na Rais Edem Dosso wa Togo.", ["IGO"]),
    ],
)
def test_those_leaders_are_the_two_who_met(before, countries):
    assert actors(f"{before} Viongozi hao wamelaani mapinduzi ya Mali.", "ACCUSE") == [countries]
