"""One line for each event, in two languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matukio.export.labels import labels
from matukio.export.summary import summary
from matukio.record import Event, Party, Place, Record, Size, When


def test_who_to_whom_what_where_when_and_who_says_so(record: Record) -> None:
    visit = record.events[0]
    assert summary(visit) == "Ghana → Peru: visit, planned, Lima (Peru), 19 June 2024, according to Ghana"
    assert summary(visit, "sw") == "Ghana → Peru: ziara, imepangwa, Lima (Peru), 19 Juni 2024, kwa mujibu wa Ghana"


def event(**changes: object) -> Event:
    base = Event("e1", "ASSAULT", None, "actual", (), (), (), None, None, ())
    return replace(base, **changes)  # type: ignore[arg-type]


def party(text: str, link: str | None = None, name: str | None = None, **codes: str) -> Party:
    return Party(text, 0, len(text), name=name, link=link, **codes)


@pytest.mark.parametrize(
    ("one", "english", "swahili"),
    [
        (party("polisi", country="KEN", sector="COP"), "Kenya (police)", "Kenya (polisi)"),
        (party("Marekani", "cty:USA", "United States", country="USA", sector="GOV"), "United States", "Marekani"),
        (party("Asha", "per:asha", "Asha Zuberi", country="COD", sector="OPP"),
         "Asha Zuberi (Democratic Republic of the Congo)", "Asha Zuberi (Jamhuri ya Kidemokrasia ya Kongo)"),
        (party("UNHCR", "org:unhcr", "UNHCR", country="UNO", sector="IGO"), "UNHCR", "UNHCR"),
        (party("umoja huo", country="UNO", sector="GOV"), "United Nations", "Umoja wa Mataifa"),
        (party("wanakijiji", sector="CVL"), "civilians", "raia"),
        (party("watu wawili"), "«watu wawili»", "«watu wawili»"),
    ],
)  # fmt: skip
def test_a_party_by_name_or_by_its_codes(one: Party, english: str, swahili: str) -> None:
    attack = event(actors=(one,))
    assert summary(attack) == f"{english}: use violence"
    assert summary(attack, "sw") == f"{swahili}: kutumia vurugu"


def test_many_parties_are_counted() -> None:
    many = tuple(party(f"kundi {letter}") for letter in "abcde")
    assert summary(event(actors=many)).startswith("«kundi a», «kundi b», «kundi c», and 2 more")
    twice = (party("polisi", sector="COP"), party("polisi hao", sector="COP"))
    assert summary(event(actors=twice)) == "police: use violence"


def test_nobody_named_numbers_and_times() -> None:
    victims = party("watu kumi", sector="CVL")
    attack = event(
        recipients=(victims,),
        size=Size(dead=10, injured=3),
        place=Place("Kenya", 0, 5, country="KEN"),
        date=When("mwezi uliopita", 0, 14, value="2024-05"),
    )
    assert summary(attack) == "? → civilians: use violence, 10 dead, 3 injured, Kenya, May 2024"
    assert summary(event(date=When("saa nne", 0, 7, value="2024-06-18T10:00"))) == "use violence, 18 June 2024, 10:00"
    assert summary(event(date=When("kesho", 0, 5, value="XXXX-XX-XX"))) == "use violence, «kesho»"
    assert summary(event(date=When("2024", 0, 4, value="2024"))) == "use violence, 2024"


def test_the_names_of_months_are_those_of_cldr():
    from babel.dates import get_month_names

    for language, locale in (("en", "en_GB"), ("sw", "sw")):
        told = [labels(language)[f"month.{month:02d}"] for month in range(1, 13)]
        assert told == [get_month_names("wide", locale=locale)[month] for month in range(1, 13)]
