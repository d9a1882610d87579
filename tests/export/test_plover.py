"""PLOVER's JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matukio.export.plover import plover
from matukio.record import Record, When


def test_the_manuals_fields(record: Record) -> None:
    visit, accusation, arms = plover(record)
    assert (visit["id"], visit["date"], visit["event"], visit["mode"]) == (
        "ziara-e1",
        "2024-06-19",
        ["AGREE"],
        ["visit"],
    )
    assert visit["source"] == [
        {"code": "GHA", "sector": "GOV", "actor_text": "Rais wa Ghana", "identifier_id": "cty:GHA",
         "identifier_text": "Ghana"}
    ]  # fmt: skip
    assert visit["event_loc"] == {"name": "Lima", "latitude": -12.05, "longitude": -77.04, "cc3": "PER"}
    assert (visit["quad_code"], visit["event_scale"], visit["context"]) == (1, 4.0, ["future"])
    sentence = record.text[visit["text_info"]["start"] : visit["text_info"]["end"]]
    assert visit["event_text"][0] in sentence
    assert visit["text_info"]["sequence"] == 1
    assert (visit["matukio_type"], visit["status"]) == ("CONSULT", "planned")
    assert visit["according_to"][0]["actor_text"] == "maafisa wa ikulu"
    assert accusation["recipient"][0]["code"] == "GHA"
    assert arms["status"] == "alleged"
    assert "event_loc" not in arms
    assert arms["date"] is None, "required, and not guessed"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-06-19T10:00", {"date": "2024-06-19", "time": "10:00"}),
        ("2024-02", {"date": "2024-02-01", "enddate": "2024-02-29"}),
        ("2023", {"date": "2023-01-01", "enddate": "2023-12-31"}),
        ("XXXX-XX-XX", {"date": None}),
        ("2024-W25", {"date": None}),
    ],
)
def test_dates(record: Record, value: str, expected: dict[str, str | None]) -> None:
    event = replace(record.events[0], date=When("kesho", 0, 5, value))
    (found,) = plover(replace(record, events=(event,)))
    assert {name: found.get(name) for name in ("date", "time", "enddate") if name in found} == expected
