"""Damaged texts and pages are read without exception: the short version of `scripts.mutated`."""

from scripts import mutated


def test_nothing_damaged_raises():
    seeds = mutated.find_seeds()
    report = mutated.Report()
    failures = [failure for number in range(1, 250) for failure in mutated.run(number, seeds, report)]
    assert [failure for failure in failures if failure["kind"] != "slow"] == []
    assert report.read + report.refused == 249


def test_a_case_follows_from_its_number_alone():
    seeds = mutated.find_seeds()
    cases = [mutated.text(mutated.Chance(7), seeds) for _ in range(2)]
    assert cases[0] == cases[1]
