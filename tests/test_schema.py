"""The schema takes every record that the classes can hold and refuses what is outside the closed lists."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from matukio.record import Record
from matukio.schema import schema

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)

Change = Callable[[dict[str, Any]], Any]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_record_is_valid(record: Record) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(record.to_dict())] == []


def test_more_keys_may_be_added(record: Record) -> None:
    plain = record.to_dict()
    plain["collection"] = "magazeti"
    plain["events"][0]["story"] = 7
    assert VALIDATOR.is_valid(plain)


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.pop("claims"),
        lambda r: r["events"][0].pop("place"),
        lambda r: r.update(published="18 Juni 2024"),
        lambda r: r.update(published="2024-13-18"),
        lambda r: r["events"][0].update(type="VISIT"),
        lambda r: r["events"][0].update(mode="riot"),
        lambda r: r["events"][2].update(mode="visit"),
        lambda r: r["events"][0].update(status="possible"),
        lambda r: r["events"][0].update(mentions=[]),
        lambda r: r["events"][0]["actors"][0].update(country="Ghana"),
        lambda r: r["events"][0]["actors"][0].update(country="XXX"),
        lambda r: r["events"][0]["actors"][0].update(sector="PRESIDENT"),
        lambda r: r["events"][0]["actors"][0].update(start=-1),
        lambda r: r["events"][0]["place"].update(latitude=120),
        lambda r: r["claims"][0].update(stance="hint"),
        lambda r: r["claims"][0].update(content=None),
        lambda r: r["claims"][0].update(responds_to=1),
        lambda r: r["times"][0].update(type="WHEN"),
        lambda r: r["times"][0].update(value="kesho"),
        lambda r: r["times"][0].update(value="P3D"),
        lambda r: r["entities"][0].update(type="DATE"),
    ],
)
def test_broken_record_is_refused(record: Record, change: Change) -> None:
    plain = copy.deepcopy(record.to_dict())
    change(plain)
    assert not VALIDATOR.is_valid(plain)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("DATE", "2023-09-13 2023-09 2000 199X 20XX 2024-W25 2024-W25-WE XXXX-WXX-3 XXXX-XX-XX XXXX 2024-Q1 2018-H2"),
        ("DATE", "PRESENT_REF PAST_REF FUTURE_REF 2024-SU"),
        ("TIME", "2024-06-18T14:00 2024-06-17TMO TNI T15:00 XXXX-XX-XXTEV 2024-06-XXTNI"),
        ("DURATION", "P24Y P3D PT2H PT2H30M PXM P1DE P5Y6M"),
        ("SET", "P1D P1W P1Y"),
    ],
)
def test_time_values_of_the_codebook(record: Record, kind: str, values: str) -> None:
    plain = copy.deepcopy(record.to_dict())
    for value in values.split():
        plain["times"][0].update(type=kind, value=value)
        assert VALIDATOR.is_valid(plain), value


@pytest.mark.parametrize(
    ("kind", "value"), [("DURATION", "P"), ("DURATION", "PT"), ("DATE", "2024-6-18"), ("TIME", "2024-06-18T9:00")]
)
def test_time_values_in_another_form_are_refused(record: Record, kind: str, value: str) -> None:
    plain = copy.deepcopy(record.to_dict())
    plain["times"][0].update(type=kind, value=value)
    assert not VALIDATOR.is_valid(plain)


@pytest.mark.shared
def test_example_of_the_record_form_is_valid(shared: Path) -> None:
    block = re.search(r"```json\n(.*?)```", (shared / "SCHEMA.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(block[1]))] == []
