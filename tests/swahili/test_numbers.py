"""Numbers in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.swahili import analyze
from matukio.swahili.numbers import number_at, read_digits, whole_number_at

UNITS = ["sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa"]
TENS = ["", "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "sitini", "sabini", "themanini", "tisini"]


def in_words(number: int) -> str:
    """The number as a reader would say it: 2556 is «elfu mbili mia tano na hamsini na sita»."""
    for size, name in ((1_000_000, "milioni"), (100_000, "laki"), (1000, "elfu"), (100, "mia")):
        if number >= size:
            rest = number % size
            return f"{name} {in_words(number // size)}" + (f" na {in_words(rest)}" if rest else "")
    ten, unit = divmod(number, 10)
    return UNITS[unit] if not ten else TENS[ten] + (f" na {UNITS[unit]}" if unit else "")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("elfu mbili mia tano na hamsini na sita", 2556),
        ("laki tatu", 300_000),
        ("laki moja elfu ishirini na tano mia sita", 125_600),
        ("milioni mbili laki tatu na elfu hamsini", 2_350_000),
        ("milioni 1.5", 1_500_000),
        ("1,5 milioni", 1_500_000),
        ("milioni moja na nusu", 1_500_000),
        ("bilioni 2 na milioni 30", 2_030_000_000),
        ("elfu kumi na mbili", 12_000),
        ("mia tano hamsini na sita", 556),
        ("kumi na wawili", 12),
        ("darzeni", 12),
        ("dazeni mbili", 24),
        ("nusu", 0.5),
        ("robo tatu", 0.75),
        ("theluthi mbili", 2 / 3),
        ("tatu na nusu", 3.5),
        ("mbili nukta tano", 2.5),
        ("1,250", 1250),
        ("1.250", 1250),
        ("12,345,678", 12_345_678),
        ("2.5", 2.5),
    ],
)
def test_the_whole_phrase_is_one_number(words: str, value: float) -> None:
    text = analyze(words)
    assert number_at(text, 0) == (value, len(text))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("wawili na watatu", 2),
        ("kumi na watoto", 10),
        ("15 na mmoja wao", 15),
        ("moja mbili tatu", 1),
        ("wawili na nusu ya mji", 2),
    ],
)
def test_another_number_or_noun_is_not_added(words: str, value: int) -> None:
    assert number_at(analyze(words), 0) == (value, 1)


@pytest.mark.parametrize("words", ["watu", "na sita", "Rais", "%", "1.2.3"])
def test_no_number(words: str) -> None:
    assert number_at(analyze(words), 0) is None


def test_a_whole_number_leaves_the_half() -> None:
    assert whole_number_at(analyze("mbili na nusu"), 0) == (2, 1)


@given(st.integers(1, 99_999_999).filter(lambda n: n % 1_000_000 < 100_000 or n < 1_000_000))
def test_numbers_said_aloud_are_read_back(number: int) -> None:
    if number < 1000 or number % 1000 == 0:
        text = analyze(in_words(number))
        assert number_at(text, 0) == (number, len(text))


@given(st.integers(0, 999_999_999), st.sampled_from([",", "."]))
def test_figures_with_either_separator(number: int, separator: str) -> None:
    assert read_digits(f"{number:,}".replace(",", separator)) == number
