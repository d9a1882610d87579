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


@pytest.mark.parametrize(
    ("before", "countries"),
    [
        ("Mazungumzo kati ya serikali ya Ghana na serikali ya Togo yameanza.", ["GHA", "TGO"]),
        ("Jeshi la Togo na waasi wa Mali walipigana mpakani.", ["MLI", "TGO"]),
        ("Rais wa Ghana alikutana na Rais wa Togo.", ["GHA", "TGO"]),
    ],
)
def test_both_sides_are_the_two_told_before(before, countries):
    assert actors(f"{before} Pande zote mbili zimekubaliana kusitisha mapigano.", "AGREE") == [countries]


def test_a_border_lies_between_two_but_is_no_matter_of_two_sides():
    text = "Rais wa Mali ameufunga mpaka kati ya Ghana na Togo. Pande zote mbili zimekubaliana kufungua barabara."
    assert actors(text, "AGREE") != [["GHA", "TGO"]]
