"""When two tellings are one event, and what they say where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matukio.record import Claim, Event, Party, Place, Record, Size, Span, When
from matukio.stories.answers import answers
from matukio.stories.independence import groups
from matukio.stories.merging import merge, same_event

KENYA = Party("Kenya", 0, 5, link="cty:KEN", country="KEN", sector="GOV")
UGANDA = Party("Uganda", 0, 6, link="cty:UGA", country="UGA", sector="GOV")
POLICE = Party("polisi wa Kenya", 0, 15, country="KEN", sector="COP")
ASHA = Party("Asha Zuberi", 0, 11, name="Asha Zuberi", link="per:asha-zuberi", country="KEN", sector="OPP")
BEDA = Party("Beda Otieno", 0, 11, name="Beda Otieno", link="per:beda-otieno", country="KEN", sector="OPP")
NAIROBI = Place("Nairobi", 0, 7, "KEN", -1.28, 36.82)
MOMBASA = Place("Mombasa", 0, 7, "KEN", -4.05, 39.67)


def event(type: str = "COERCE", mode: str | None = "arrest", status: str = "actual", **given: object) -> Event:
    base = Event("e1", type, mode, status, (Span("x", 0, 1),), (POLICE,), (ASHA,), None, None, ())
    return replace(base, **given)  # type: ignore[arg-type]


def when(value: str) -> When:
    return When("x", 0, 1, value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event(), event()),
        (event(mode=None), event()),
        (event(actors=()), event()),
        (event(status="planned"), event()),
        (event(status="alleged"), event()),
        (event(date=when("2024-06")), event(date=when("2024-06-18"))),
        (event(date=when("2024-06-18TMO")), event(date=when("2024-06-18"))),
        (event(place=NAIROBI), event(place=Place("Kenya", 0, 5, "KEN"))),
        (event(recipients=(ASHA, BEDA)), event(recipients=(BEDA,))),
        (event("CONSULT", None, actors=(KENYA, UGANDA), recipients=()),
         event("CONSULT", None, actors=(UGANDA, KENYA), recipients=(), date=when("2024-06-18"), place=NAIROBI)),
    ],
)  # fmt: skip
def test_one_act(one: Event, other: Event) -> None:
    if one.type == "CONSULT":
        one = replace(one, date=other.date)
    found = same_event(one, other)
    assert found == same_event(other, one)
    assert found
    strength, rule, shared = found
    assert strength > 0
    assert rule
    assert shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event(), event("ACCUSE", "allege")),
        (event(mode="arrest"), event(mode="deport")),
        (event(status="negated"), event()),
        (event(date=when("2024-06-17")), event(date=when("2024-06-18"))),
        (event(place=NAIROBI), event(place=MOMBASA)),
        (event(place=NAIROBI), event(place=Place("Kampala", 0, 7, "UGA", 0.32, 32.58))),
        (event(recipients=(ASHA,)), event(recipients=(BEDA,), actors=())),
        (event(actors=(KENYA,)), event(actors=(UGANDA,))),
        (event(date=when("XXXX-WXX-6")), event(date=when("XXXX-WXX-7"))),
        # A leader asks every day, and activists are many.
        (event("REQUEST", "change", actors=(ASHA,), recipients=()),) * 2,
        (event(recipients=(replace(ASHA, name=None, link=None),)),) * 2,
        (event(recipients=()), event(recipients=())),
        (event(actors=(), recipients=()), event(actors=(), recipients=())),
    ],
)  # fmt: skip
def test_two_acts(one: Event, other: Event) -> None:
    assert same_event(one, other) is None


def record(id: str, day: int, *events: Event, publisher: str | None = None, claims: tuple[Claim, ...] = ()) -> Record:
    numbered = tuple(replace(each, id=f"e{n}") for n, each in enumerate(events, 1))
    published = date(2024, 6, day)
    return Record(id, None, publisher, None, published, "sw", "x", (), events=numbered, claims=claims)


def test_every_value_stays_with_who_says_so() -> None:
    monday = record("a", 17, event("ASSAULT", None, size=Size(dead=10), place=NAIROBI))
    tuesday = record("b", 18, event("ASSAULT", None, size=Size(dead=12), date=when("2024-06-16")))
    (merged,) = merge([tuesday, monday], {"a": 0, "b": 1})
    assert [report.article for report in merged.reports] == ["a", "b"]
    assert {count: [r.article for r in told] for count, told in merged.values["dead"].items()} == {
        "10": ["a"],
        "12": ["b"],
    }
    assert list(merged.values["place"]) == ["Nairobi"]
    assert merged.independent == 2
    assert [reason.report.article for reason in merged.reasons] == ["b"]


def test_two_events_of_one_article_stay_two() -> None:
    same = event()
    merged = merge([record("a", 17, same, same), record("b", 18, same)], {"a": 0, "b": 1})
    assert sorted(len(each.reports) for each in merged) == [1, 2]


def test_a_chain_makes_no_one_event_of_two() -> None:
    vague = event("ASSAULT", None, recipients=())
    towns = (event("ASSAULT", None, place=NAIROBI), event("ASSAULT", None, place=MOMBASA))
    merged = merge(
        [record("a", 17, towns[0]), record("b", 18, vague), record("c", 19, towns[1])], {"a": 0, "b": 1, "c": 2}
    )
    assert len(merged) >= 2


def said(stance: str, speaker: Party, target: Party | None = None, **given: object) -> Claim:
    return replace(Claim("c1", stance, "indirect", (speaker,), None, Span("x", 0, 1), target), **given)  # type: ignore[arg-type]


def test_reports_depend_on_each_other_by_copies_publishers_and_agencies() -> None:
    agency = Party("Reuters", 0, 7, link="org:reuters", country="GBR", sector="JRN")
    records = [
        record("a", 17, publisher="Gazeti"), record("b", 18, publisher="gazeti"), record("c", 18, publisher="Redio"),
        record("d", 18, claims=(said("say", agency),)), record("e", 19, claims=(said("say", agency),)), record("f", 19),
    ]  # fmt: skip
    found = groups(records, [("c", "f"), ("c", "elsewhere")])
    assert found["a"] == found["b"]
    assert found["c"] == found["f"]
    assert found["d"] == found["e"]
    assert len(set(found.values())) == 3


def test_a_denial_finds_the_accusation_of_the_day_before() -> None:
    accusation = record("a", 17, claims=(said("accuse", UGANDA, KENYA),))
    other = record("b", 17, claims=(said("accuse", KENYA, UGANDA),))
    denial = record("c", 18, claims=(said("deny", KENYA),))
    (found,) = answers([denial, other, accusation])
    assert (found.article, found.answered_article) == ("c", "a")
    at_home = record("c", 18, claims=(said("deny", KENYA, responds_to="c0"),))
    assert list(answers([at_home, accusation])) == []
    before = record("c", 16, claims=(said("deny", KENYA),))
    assert list(answers([before, accusation])) == []
