"""Names of persons, places and organisations, with what is known of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.entities import coordinates, find_entities


def found(text, published=None):
    return [(e.text, e.type, e.link) for e in find_entities(text, published)]


def test_known_names():
    assert found("Rais Vladimir Putin aliwasili Pyongyang baada ya mkutano wa Umoja wa Mataifa.") == [
        ("Vladimir Putin", "PER", "per:vladimir-putin"),
        ("Pyongyang", "LOC", "plc:pyongyang-prk"),
        ("Umoja wa Mataifa", "ORG", "org:united-nations"),
    ]


@pytest.mark.parametrize("spelling", ["al-Shabaab", "Al-Shabab", "al –Shabaab", "al Shabaab"])
def test_spellings_of_one_group(spelling):
    assert found(f"Wapiganaji wa {spelling} walikimbia.") == [(spelling, "ORG", "org:al-shabaab")]


def test_a_surname_is_the_person_told_before():
    text = "Rais Kim Jong Un alimkumbuka Kim Jong Il. Baadaye Kim aliondoka."
    assert found(text)[-1] == ("Kim", "PER", "per:kim-jong-un")


def test_a_surname_of_somebody_else():
    assert found("Mwalimu Michael Johnson alifika.") == [("Michael Johnson", "PER", None)]


def test_a_first_name_is_the_known_person_where_the_article_tells_of_the_country():
    assert found("Viongozi wa Sudan walizungumzia utawala wa Bashir.")[1] == ("Bashir", "PER", "per:omar-al-bashir")
    assert found("Viongozi wa Fiji walizungumzia familia ya Bashir.")[1] == ("Bashir", "PER", None)


def test_a_body_of_the_state_has_the_country_told_after_it_or_that_of_the_article():
    texts = (
        "Alifika katika Mahakama Kuu nchini Togo.",
        "Rais wa Togo aliondoka. Jana Wizara ya Afya ilitoa takwimu.",
    )
    for text in texts:
        body = next(each for each in find_entities(text) if each.type == "ORG")
        assert body.country == "TGO"


def test_ordinary_words_with_a_capital_are_no_names():
    assert found("Mali yake iliibiwa. Hadi sasa polisi hawajasema lolote.")[1:] == []
    assert found("Umoja ni nguvu. Tunda hili ni tamu.") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mapigano yalizuka katika kijiji cha Mbalizo jana.", "Mbalizo", "LOC"),
        ("Wapiganaji wa kundi la Zambora walikimbia.", "Zambora", "ORG"),
        ("Msemaji wa polisi Neema Kitwana alithibitisha.", "Neema Kitwana", "PER"),
        ("Aliongoza Wizara ya Mambo ya Nje ya Sudan mwaka jana.", "Wizara ya Mambo ya Nje ya Sudan", "ORG"),
    ],
)
def test_names_that_no_table_knows(text, name, kind):
    assert [(e.text, e.type) for e in find_entities(text)] == [(name, kind)]


def test_the_office_of_an_unlisted_person_is_kept():
    first, second = find_entities("Msemaji wa polisi Neema Kitwana alifika. Kitwana aliongea na Wakenya.")
    assert (first.sector, second.sector) == ("COP", "COP")


def test_the_office_of_a_person_is_not_that_of_the_namesake():
    names = find_entities("Jaji Neema Kitwana alifika. Amina Kitwana alimpokea. Neema alishukuru.")
    assert [name.sector for name in names] == ["JUD", None, "JUD"]


def test_offices_by_date():
    (then,) = find_entities("Uhuru Kenyatta alihutubia mkutano.", date(2016, 3, 1))
    (now,) = find_entities("Uhuru Kenyatta alihutubia mkutano.", date(2024, 3, 1))
    assert (then.sector, now.sector) == ("GOV", "ELI")


def test_coordinates_of_a_place():
    (place,) = find_entities("Walikutana mjini Mombasa.")
    latitude, longitude = coordinates(place)
    assert (round(latitude), round(longitude)) == (-4, 40)


def test_ids_and_evidence():
    text = "Marekani na China zilikutana mjini Geneva."
    names = find_entities(text)
    assert [n.id for n in names] == ["n1", "n2", "n3"]
    assert all(text[n.start : n.end] == n.text and n.evidence["type"] for n in names)


@given(st.text(alphabet="AaBKk wy.,-'«»\n\t0Ééñ(", max_size=80))
def test_any_text(text):
    names = find_entities(text)
    assert all(text[n.start : n.end] == n.text for n in names)
    assert all(a.end <= b.start for a, b in zip(names, names[1:], strict=False))


def known(text: str, name: str) -> tuple[str | None, str | None]:
    """Country and sector of a name's last mention."""
    return next((e.country, e.sector) for e in reversed(find_entities(text)) if e.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Rais wa zamani wa Marekani Donald Trump alifika.", "Donald Trump", "USA", "ELI"),
        ("Alikuwa makamu wa rais wa Vladimir Putin.", "Vladimir Putin", "RUS", "GOV"),
        ("Mshindani wake ni aliyekuwa rais Mbando Kitwana wa Togo.", "Mbando Kitwana", "TGO", "ELI"),
        (
            "Majaji hao, Prof Juma Zuberi, Neema Kitwana na Asha Mbando, walikuwa nchini Kenya.",
            "Asha Mbando",
            "KEN",
            "JUD",
        ),
        ("Wakosoaji wa Rais Juma Mbando walikamatwa nchini Togo.", "Juma Mbando", "TGO", "GOV"),
        ("Afisa wa soka Juma Mbando alifika nchini Togo.", "Juma Mbando", "TGO", None),
        ("Mkuu wa vipindi katika kituo cha redio Juma Mbando alifika nchini Togo.", "Juma Mbando", "TGO", "JRN"),
        ("Jenerali Juma Mbando, kamanda wa majeshi ya Marekani nchini Togo, alifika.", "Juma Mbando", "USA", "MIL"),
        ("Asha Mbando ni msemaji wa mahakama nchini Togo.", "Asha Mbando", "TGO", "JUD"),
        ("Alifika Asha Mbando, ambaye ndiye waziri wa fedha wa Togo.", "Asha Mbando", "TGO", "GOV"),
        ("Asha Mbando ni mwanamke wa kwanza kuwa waziri wa fedha wa Togo.", "Asha Mbando", "TGO", "GOV"),
        ("Rais wa Togo amemteua Asha Mbando kuwa jaji wa mahakama kuu.", "Asha Mbando", "TGO", "JUD"),
        ("Alichukua nafasi ya Asha Mbando kutoka Togo.", "Asha Mbando", "TGO", None),
        ("Wengine ni Maj. Gen. Juma Mbando wa Togo.", "Juma Mbando", "TGO", "MIL"),
        ("Mjumbe wa Umoja wa Mataifa kwa ajili ya Togo, Asha Mbando, alifika.", "Asha Mbando", "UNO", "IGO"),
        ("Wakili wa Bw. Juma Mbando alifika mahakamani nchini Togo.", "Juma Mbando", "TGO", None),
        ("Alipambana na waasi nchini Chad, Kanali Juma Mbando wa Togo.", "Juma Mbando", "TGO", "MIL"),
        ("Afisa Mbando apewa tuzo\nMaafisa wa Togo walimpongeza jaji Asha Mbando.", "Mbando", "TGO", "JUD"),
        (
            "Balozi Asha Mbando aliongea nchini Chad. Balozi Asha Mbando, mratibu wa Togo, alirudi.",
            "Asha Mbando",
            "TGO",
            "GOV",
        ),
        ("Waliokamatwa Tanzania ni Tundu Lissu, Neema Kitwana na Freeman Mbowe.", "Neema Kitwana", "TZA", "OPP"),
        ("Mawaziri wa Ghana na Togo walikutana na Asha Mbando.", "Asha Mbando", None, None),
        ("Mvua ilinyesha nchini Togo.\nImetayarishwa na Asha Mbando", "Asha Mbando", None, "JRN"),
        ("Rais Felix Tshisekedi alirudi Kinshasa. Wananchi wa Congo walifurahi.", "Congo", "COD", "GOV"),
        ("Rais Denis Sassou Nguesso alirudi Brazzaville. Wananchi wa Congo walifurahi.", "Congo", "COG", "GOV"),
    ],
)
def test_country_and_sector(text, name, country, sector):
    assert known(text, name) == (country, sector)


def test_a_slip_of_one_letter_is_the_listed_person():
    text = "Rais Abdelmadjid Tebboune alifika. Baadaye Rais Tabboune aliondoka."
    assert found(text)[-1] == ("Tabboune", "PER", "per:abdelmadjid-tebboune")


def test_headings_in_capitals_and_units_are_no_names():
    assert found("WASICHANA WABADILISHA DHANA\nJoto lilifika nyuzi 40 Celsius.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Meli ya Asha Mbando ilikwama bandarini.",
        "Alisema kwamba, Nina matumaini makubwa.",
        "Kimbunga Juma kilipiga pwani.",
    ],
)
def test_ships_storms_and_verbs_are_nobody(text):
    assert [name.text for name in find_entities(text, weights="voa") if name.type == "PER"] == []
