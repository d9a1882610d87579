"""When two tellings are one event, and what they say where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matukio.record import Claim, Event, Party, Place, Record, Size, Span, When
from matukio.stories.agreement import same_event
from matukio.stories.answers import answers
from matukio.stories.independence import Telling, groups
from matukio.stories.merging import Bound, Happening, merge
from matukio.stories.told import Told, told
from matukio.stories.values import Report, by_value, values

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
        # Nobody bans the same thing twice.
        (event(mode="censor", actors=(KENYA,), recipients=()),) * 2,
        (event("CONSULT", None, actors=(KENYA, UGANDA), recipients=()),
         event("CONSULT", None, actors=(UGANDA, KENYA), recipients=(), date=when("2024-06-18"), place=NAIROBI)),
    ],
)  # fmt: skip
def test_one_act(one: Event, other: Event) -> None:
    if one.type == "CONSULT":
        one = replace(one, date=other.date)
    found = same_event(told("a", one), told("b", other))
    assert found == same_event(told("b", other), told("a", one))
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
        (event(mode="restrict", actors=(KENYA,), recipients=()),) * 2,
        (event(actors=(), recipients=()), event(actors=(), recipients=())),
    ],
)  # fmt: skip
def test_two_acts(one: Event, other: Event) -> None:
    assert same_event(told("a", one), told("b", other)) is None


def record(id: str, day: int, *events: Event, publisher: str | None = None, claims: tuple[Claim, ...] = ()) -> Record:
    numbered = tuple(replace(each, id=f"e{n}") for n, each in enumerate(events, 1))
    published = date(2024, 6, day)
    return Record(id, None, publisher, None, published, "sw", "x", (), events=numbered, claims=claims)


def merged(*records: Record, bounds: tuple[Bound, ...] = ()) -> list[Happening]:
    return merge([[told(record.id, each) for each in record.events] for record in records], bounds)


def test_every_value_stays_with_who_says_so() -> None:
    monday = record("a", 17, event("ASSAULT", None, size=Size(dead=10), place=NAIROBI))
    tuesday = record("b", 18, event("ASSAULT", None, size=Size(dead=12), date=when("2024-06-16")))
    (found,) = merged(monday, tuesday)
    assert [each.article for each in found.told] == ["a", "b"]
    assert len(found.reasons) == 1
    given = by_value((Report(r.id, "e1"), values(r.events[0])) for r in (monday, tuesday))
    assert {count: [r.article for r in reports] for count, reports in given["dead"].items()} == {
        "10": ["a"],
        "12": ["b"],
    }
    assert list(given["place"]) == ["Nairobi"]


def test_two_events_of_one_article_stay_two() -> None:
    same = event()
    found = merged(record("a", 17, same, same), record("b", 18, same))
    assert sorted(len(each.told) for each in found) == [1, 2]


def test_a_chain_makes_no_one_event_of_two() -> None:
    vague = event("ASSAULT", None, recipients=())
    towns = (event("ASSAULT", None, place=NAIROBI), event("ASSAULT", None, place=MOMBASA))
    assert len(merged(record("a", 17, towns[0]), record("b", 18, vague), record("c", 19, towns[1]))) >= 2


def test_what_somebody_said_of_two_events_counts_more() -> None:
    records = record("a", 17, event()), record("b", 18, event()), record("c", 19, event(recipients=(BEDA,)))
    assert [len(each.told) for each in merged(*records)] == [2, 1]
    apart = Bound(("a", "e1"), ("b", "e1"), False)
    assert [len(each.told) for each in merged(*records, bounds=(apart,))] == [1, 1, 1]
    together = Bound(("c", "e1"), ("a", "e1"), True)
    (all_three,) = merged(*records, bounds=(together,))
    assert [rule for rule, _ in all_three.reasons][-1] == "joined by hand"


def test_a_copied_paragraph_tells_what_its_original_tells() -> None:
    original = told("a", event())
    copy = replace(told("b", event(actors=(), recipients=())), copied=("a", "e1"))
    (found,) = merge([[original], [copy]])
    assert found.reasons == [("a copied paragraph", ())]
    assert isinstance(found.told[1], Told)


def said(stance: str, speaker: Party, target: Party | None = None, **given: object) -> Claim:
    return replace(Claim("c1", stance, "indirect", (speaker,), None, Span("x", 0, 1), target), **given)  # type: ignore[arg-type]


def test_reports_depend_on_each_other_by_copies_publishers_and_agencies() -> None:
    found = groups([
        Telling("a", "gazeti", None), Telling("b", "gazeti", None), Telling("c", "redio", None),
        Telling("d", None, "org:reuters"), Telling("e", None, "org:reuters"), Telling("f", None, None, ("c",)),
        Telling("g", None, None, ("elsewhere",)), Telling("h", "blogu", None, ("elsewhere",)),
    ])  # fmt: skip
    assert found["a"] == found["b"]
    assert found["c"] == found["f"]
    assert found["d"] == found["e"]
    assert found["g"] == found["h"]
    assert len(set(found.values())) == 4


def test_a_page_that_joins_two_reports_leaves_them_independent() -> None:
    found = groups([Telling("a", "gazeti", None), Telling("b", "redio", None), Telling("c", "blogu", None, ("b", "a"))])
    assert found["a"] != found["b"]
    assert found["c"] == found["a"]


def test_a_denial_finds_the_accusation_of_the_day_before() -> None:
    accusation = record("a", 17, claims=(said("accuse", UGANDA, KENYA),))
    other = record("b", 17, claims=(said("accuse", KENYA, UGANDA),))
    denial = record("c", 18, claims=(said("deny", KENYA),))
    (found,) = answers([accusation, other, denial])
    assert (found.article, found.answered_article) == ("c", "a")
    at_home = record("c", 18, claims=(said("deny", KENYA, responds_to="c0"),))
    assert list(answers([accusation, at_home])) == []
    before = record("c", 16, claims=(said("deny", KENYA),))
    assert list(answers([before, accusation])) == []
