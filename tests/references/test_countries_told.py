"""Which country «nchi hiyo» takes up where others are told beside it."""

import pytest

import matukio.references as references
from matukio.entities import find_entities
from matukio.references.antecedents import takes_up
from matukio.swahili import analyze


def meant(string: str) -> list[str | None]:
    text = analyze(string)
    discourse = references.resolve(text, find_entities(text))
    phrases = [phrase for clauses in discourse.clauses for phrase in clauses.phrases if takes_up(text, phrase)]
    return [party.country for phrase in phrases for party in discourse.resolve(phrase).parties]


@pytest.mark.parametrize(
    ("string", "country"),
    [
        ("Marekani na Kenya zilikutana. Taifa hilo la Afrika Mashariki limesema litalipa.", "KEN"),
        (
            "Ujerumani imefikia makubaliano na Namibia. Ni wakati taifa hilo likiwa chini ya utawala wa Ujerumani.",
            "NAM",
        ),
        ("Ni ziara ya Rais wa Ufaransa nchini Rwanda tangu Sarkozy alipoitembelea nchi hiyo mwaka 2010.", "RWA"),
        (
            "Mbunge wa Somalia Juma Hashi alisema Kenya inaiacha Somalia. Hashi alisema kwamba nchi hiyo haina pesa.",
            "SOM",
        ),
    ],
)
def test_not_the_other_country(string, country):
    assert meant(string) == [country]


def test_head_of_state_is_no_relative():
    string = "Rais Trump alifika. Bi Asha Zuberi, ndugu wa familia, alilia. Rais huyo alicheka."
    assert meant(string) == ["USA"]


def test_several_are_not_one():
    text = analyze("Msemaji wa polisi Juma Zuberi alisema hayo. Lakini polisi hao walikataa.")
    discourse = references.resolve(text, find_entities(text))
    phrase = next(p for clauses in discourse.clauses for p in clauses.phrases if takes_up(text, p))
    assert [party.text for party in discourse.resolve(phrase).parties] == ["polisi hao"]
