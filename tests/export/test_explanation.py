"""Each field is told with its rule and the words that the rule read."""

from dataclasses import replace

from matukio.export.explanation import explain
from matukio.record import Evidence, Record, Size


def test_event(record: Record) -> None:
    assert explain(record, record.events[0]).splitlines() == [
        "e1 CONSULT visit «kuzuru»",
        "  type: CONSULT ← event noun «ziara»",
        "  mode: visit",
        "  status: planned ← future tense «atafanya»",
        "  mentions: «kuzuru», «ziara»",
        "  actors: Rais wa Ghana (GHA·GOV)",
        "  recipients: Peru (PER·GOV)",
        "  place: Lima (PER)",
        "  date: 2024-06-19 «kesho Jumatano»",
        "  sources: maafisa wa ikulu (GHA·GOV)",
        "  quad: verbal cooperation",
        "  score: 4.0",
        "  plover: AGREE",
    ]


def test_claim_time_and_name(record: Record) -> None:
    assert "  responds_to: c2 ← answer: shutuma hizo «shutuma hizo»" in explain(record, record.claims[2])
    assert explain(record, record.times[0]).splitlines() == [
        "DATE «kesho Jumatano»",
        "  type: DATE",
        "  value: 2024-06-19 ← day with weekday «kesho»",
    ]
    assert explain(record, record.entities[2]).splitlines() == [
        "n3 LOC «Lima»",
        "  type: LOC",
        "  name: Lima",
        "  country: PER",
    ]


def test_field_that_a_rule_left_open_is_told_too(record: Record) -> None:
    event = replace(record.events[1], evidence={"place": (Evidence("no place in the sentence", 0, 4),)})
    assert "  place: null ← no place in the sentence «Rais»" in explain(record, event)


def test_evidence_beside_the_fields_comes_last(record: Record) -> None:
    time = replace(record.times[0], evidence={"anchor": (Evidence("day of publication", 0, 4),)})
    assert explain(record, time).splitlines()[-1] == "  anchor ← day of publication «Rais»"


def test_numbers_of_people(record: Record) -> None:
    event = replace(record.events[1], size=Size(dead=3, arrested=0))
    assert "  size: dead 3, arrested 0" in explain(record, event)
