"""Every row of cues.tsv reads its own example."""

import pytest

from matukio.claims.sentences.cues import CueRow, cue_rows


@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.lemma)
def test_example(row, claims):
    [claim] = claims(row.example)
    assert claim.stance == row.stance
    assert claim.cue is not None


def test_the_table_is_sorted_and_each_row_told_once():
    keys = [(row.lemma, row.pos) for row in cue_rows()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pos": "adverb"},
        {"stance": "shout"},
        {"frame": ("clause", "song")},
        {"speaker": "object"},
    ],
)
def test_a_row_must_use_known_words(wrong):
    row = {"lemma": "sema", "pos": "verb", "stance": "say", "frame": ("clause",), "speaker": "subject"}
    with pytest.raises(ValueError):
        CueRow(**{**row, **wrong})


@pytest.mark.parametrize(
    "untold",
    [
        "Waziri Asha Mushi hakusema kwamba mvua imechelewa.",
        "Waziri Asha Mushi atasema kwamba mvua imechelewa.",
        "Waziri Asha Mushi aseme kwamba mvua imechelewa.",
        "Waziri Asha Mushi alionekana sokoni.",
        "Waziri Asha Mushi anataka kusafiri.",
    ],
)
def test_what_was_not_said_is_no_claim(untold, claims):
    assert claims(untold) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kanisa limetoa rasmi wito kwa wakulima kupanda miti.", ["demand"]),
        ("Wabunge walitoa tena onyo kwamba barabara itafungwa.", ["warn"]),
        ("Kuna hofu kwamba mvua itachelewa.", []),
        ("Wakulima wana hofu kwamba mvua itachelewa.", ["say"]),
    ],
)
def test_a_noun_that_belongs_to_its_verb(text, found, said):
    assert [stance for stance, _, _ in said(text)] == found
