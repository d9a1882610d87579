"""Names that several entries of the tables have: each has a rule that chooses, and no list is left to its order."""

from collections import defaultdict

from matukio.entities.knowledge import Entry, fold, known_names


def ambiguous() -> dict[str, list[Entry]]:
    """Spelling → the different entries that have it."""
    found: dict[str, dict[tuple[str | None, str], Entry]] = defaultdict(dict)
    for name, entry in known_names():
        found[fold(name)].setdefault((entry.link, entry.type), entry)
    return {name: list(entries.values()) for name, entries in found.items() if len(entries) > 1}


def rule_for(entries: list[Entry]) -> str | None:
    """The rule of `finding` that tells such entries apart; None where none does."""
    types = {entry.type for entry in entries}
    if len(types) > 1:
        return "the words before tell the type; without any the usual one"
    if types == {"LOC"}:
        countries = [entry.country for entry in entries]
        one_country = len(set(countries)) == 1 or sum(entry.country is None for entry in entries) == 1
        return (
            "the country that the article names most" if one_country or len(set(countries)) == len(countries) else None
        )
    if types == {"ORG"}:
        countries = [entry.country for entry in entries]
        return "the country that the article tells of" if len(set(countries)) == len(countries) else None
    if types == {"PER"}:
        return "told in full before; else the usual one" if not all(entry.full for entry in entries) else None
    return None


def test_every_ambiguous_name_has_a_rule():
    left = {name: [entry.link for entry in entries] for name, entries in ambiguous().items() if not rule_for(entries)}
    assert left == {}
