"""The words of time: two tables name the months, since reading a dateline comes before Swahili is known."""

from matukio.ingest.datelines import Word
from matukio.tables import read_table
from matukio.times.vocabulary import role_table


def test_datelines_and_times_agree_on_months_and_weekdays() -> None:
    from importlib.resources import files

    words = read_table(files("matukio.ingest") / "dateline_words.tsv", Word)
    months = {row.word: row.value for row in words if row.kind == "month"}
    assert len(set(months.values())) == 12
    assert months == {word: role_table()[word]["month"] for word in months}
    assert all("weekday" in role_table()[row.word] for row in words if row.kind == "weekday")
