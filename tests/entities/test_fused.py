"""Two names that stand together, and clubs that are called as their towns."""

import pytest

from matukio.entities import find_entities


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(name.text, name.type, name.link) for name in find_entities(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Meneja wa Juventus Pavel Zamboro alikataa.", [("Juventus", "ORG"), ("Pavel Zamboro", "PER")]),
        ("Mkutano ulifanyika mjini Nairobi Kenya jana.", [("Nairobi", "LOC"), ("Kenya", "LOC")]),
        (
            "Mkosoaji wa Paul Kagame Paul Rusesabagina alikamatwa.",
            [("Paul Kagame", "PER"), ("Paul Rusesabagina", "PER")],
        ),
    ],
)
def test_apart(text, names):
    assert [(name, kind) for name, kind, _ in told(text)] == names


def test_one_name_stays_whole():
    assert len(told("Alihutubia Michael Jordan jana.")) == 1


def test_club_where_sport_is_told_of():
    sport = "Kocha wa Liverpool alisema mshambuliaji wa klabu hiyo atacheza mechi ijayo ya ligi."
    assert told(sport)[0] == ("Liverpool", "ORG", "org:liverpool-fc")
    assert told("Kiongozi huyo alizuru mji wa Liverpool jana.")[0][1] == "LOC"


def test_a_ship_is_no_body():
    assert told("Meli ya Ever Given ilikwama jana.") == []


def test_surname_of_a_misspelt_name_is_linked():
    text = "Rais wa Burkina Faso Roch Marc Chrstian Kabore alihutubia taifa. Kabore alisema atagombea."
    assert {link for _, kind, link in told(text) if kind == "PER"} == {"per:roch-marc-christian-kabore"}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Mkurugenzi wa ufundi wa AC Milan Paolo Zamboro alisema klabu itashinda.", None),
        ("Kocha wa timu ya taifa ya Tanzania Juma Zamboro alisema wako tayari.", None),
        ("Mshambuliaji wa Togo Juma Zamboro alijiunga na klabu hiyo.", None),
        ("Rais wa umoja huo Asha Zamboro amesema wauguzi wamechoka.", None),
        ("Katibu wa kamati ya ulinzi katika bunge la Somalia Juma Zamboro alisema hayo.", "LEG"),
        ("Kiongozi wa Kiislamu Juma Zamboro alikamatwa nchini Tanzania.", "REL"),
    ],
)
def test_sector_of_whom_no_table_knows(text, sector):
    assert [name.sector for name in find_entities(text) if name.type == "PER"] == [sector]


def test_left_office_before_a_comma():
    text = "Makamu rais wa zamani wa Marekani, Joe Biden, alikubali uteuzi. Biden alimkosoa Rais Trump."
    assert [name.sector for name in find_entities(text) if name.link == "per:joe-biden"] == ["ELI", "ELI"]
