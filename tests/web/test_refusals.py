"""Reasons of the store and of the reading, in the reader's language."""

import re
from pathlib import Path

import pytest

import matukio
from matukio.errors import MatukioError
from matukio.web.refusals import SENTENCES, in_speech
from matukio.web.speaking import speech

SWAHILI, ENGLISH = speech("sw"), speech("en")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("12.e3: article 12 has no such event or claim", "12.e3: makala 12 haina tukio wala kauli hiyo"),
        (
            "mode=arrest: the modes of AID are none; mode= takes it away",
            "mode=arrest: namna za AID ni none; mode= huiondoa",
        ),
        ("a new claim needs stance=…", "kauli mpya inahitaji stance=…"),
        ("empty", "tupu"),
        ("", ""),
        ("kitu kisichojulikana", "kitu kisichojulikana"),
    ],
)
def test_reasons_are_told_in_swahili_and_stay_in_english(reason, told):
    assert in_speech(reason, SWAHILI) == told
    assert in_speech(reason, ENGLISH) == reason


def test_every_sentence_has_a_translation_with_the_same_words_in_it():
    for sentence in SENTENCES:
        told = SWAHILI.gettext(sentence)
        assert told != sentence
        assert sorted(re.findall(r"%\(\w+\)s", told)) == sorted(re.findall(r"%\(\w+\)s", sentence))


def test_what_the_store_refuses_is_known(tmp_path: Path):
    with matukio.open(tmp_path / "habari.db") as store:
        questions = (
            lambda: store.record(7),
            lambda: store.events(actor="?"),
            lambda: store.events(since="juzi"),
            lambda: store.events(min_confidence=3),
            lambda: store.search("  "),
            lambda: store.stories().story("s7"),
            lambda: store.stories().event("7.e1"),
            lambda: store.fix("7.e1", {"type": "AID"}),
            lambda: store.fix("saba", {"type": "AID"}),
        )
        for ask in questions:
            with pytest.raises(MatukioError) as refused:
                ask()
            assert in_speech(str(refused.value), SWAHILI) != str(refused.value), str(refused.value)


@pytest.mark.parametrize("text", [" \n ", "The president of Togo met the prime minister of Ghana on Monday in Accra."])
def test_what_the_reading_refuses_is_known(tmp_path: Path, text):
    (tmp_path / "habari.txt").write_text(text)
    with pytest.raises(MatukioError) as refused:
        matukio.read_file(tmp_path / "habari.txt")
    assert in_speech(str(refused.value), SWAHILI) != str(refused.value)
