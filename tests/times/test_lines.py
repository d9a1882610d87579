"""A string is read line by line, a text whole: both ways tell the same times."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matukio.swahili import analyze
from matukio.times import find_times
from matukio.times.beginnings import may_tell_times
from matukio.times.vocabulary import role_table

PUBLISHED = date(2024, 6, 18)
SIGNS = ["-", "(", ")", ".", ",", ":", "/", "12", "2019", "31", "5.", "Asha", "alisema.", "Jumatao,", "\n", "\t"]
words = st.sampled_from([*sorted(role_table()), *SIGNS])


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(words, max_size=30), st.sampled_from([" ", "  ", ""]), st.one_of(st.none(), st.just(PUBLISHED)))
def test_lines_tell_what_the_whole_text_tells(words: list[str], blank: str, published: date | None) -> None:
    text = blank.join(words)
    assert find_times(text, published) == find_times(analyze(text), published)


def test_what_was_told_is_remembered_over_lines_without_times() -> None:
    text = "Mei 3 walifika.\nMvua ilinyesha.\n\nSiku hiyo waliondoka."
    assert [time.value for time in find_times(text, PUBLISHED)] == ["2024-05-03", "2024-05-03"]


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Walikutana Jumatano.", True),
        ("Walikutana Jumatao.", True),
        ("Asha (23) alishinda.", True),
        ("Hali ni shwari kwa sasa.", True),
        ("Walifika kwa miguu.", False),
        ("Nchi hiyo ina watu wengi.", False),
        ("", False),
    ],
)
def test_lines_in_which_no_rule_begins_are_passed_over(line: str, may: bool) -> None:
    assert may_tell_times([["Jana."], line.split()]) == ([0, 1] if may else [0])


@pytest.mark.shared
def test_lines_of_articles_tell_what_the_whole_text_tells(shared: Path) -> None:
    for part in ("dev", "train"):
        for path in sorted((shared / "gold" / part).glob("*.json")):
            article = json.loads(path.read_text(encoding="utf-8"))
            text, published = article["text"], date.fromisoformat(article["published"])
            assert find_times(text, published) == find_times(analyze(text), published)
