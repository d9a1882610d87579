"""The lexicon of acts: its tables load, its senses are in order, and every example names its act."""

from importlib.resources import files

import pytest

import matukio
from matukio.events.lexicon.acts import ActRow, acts, namings
from matukio.events.lexicon.ontology import ontology, plover_type
from matukio.record import EVENT_TYPES
from matukio.swahili import analyze
from matukio.tables import read_table


def first(word: str):
    return namings(analyze(word).types[0])


def test_a_phrase_is_tried_before_its_verb():
    senses = acts()["tia", True]
    assert [len(act.rest) for act in senses] == sorted((len(act.rest) for act in senses), reverse=True)


def test_extensions_that_leave_the_act_are_dropped():
    [naming, *_] = first("walishambuliwa")
    assert naming.verb and naming.step == 1
    assert "ASSAULT" in {act.type for act in naming.acts}


def test_a_noun_names_an_act_in_either_number():
    assert first("shambulizi")[0].acts == first("mashambulizi")[0].acts != ()


def test_other_words_name_none():
    assert first("meza") == ()


def test_every_type_and_mode_is_in_the_ontology():
    rows = {(row.type, row.mode) for row in ontology()}
    assert rows == {(t, mode) for t, modes in EVENT_TYPES.items() for mode in ("", *modes)}


@pytest.mark.parametrize(
    ("type", "status", "expected"),
    [("CONSULT", "planned", "AGREE"), ("RETREAT", "planned", "CONCEDE"), ("ASSAULT", "planned", "ASSAULT"),
     ("CONSULT", "actual", "CONSULT")],
)  # fmt: skip
def test_plover_counts_cooperation_to_come_as_agreement(type, status, expected):
    assert plover_type(type, status) == expected


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(event.type, event.mode) for event in matukio.read(text, published="2024-03-06").events]


def test_every_example_names_its_act():
    rows = read_table(files("matukio.events.lexicon") / "acts.tsv", ActRow)
    assert [row.example for row in rows if row.type not in {type for type, _ in kinds(row.example)}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wananchi wa Togo wamepiga kura.", []),
        ("Rais wa Ghana amempigia simu Rais wa Togo.", [("CONSULT", "phone")]),
        ("Serikali ya Togo imepiga marufuku filamu hiyo.", [("COERCE", "censor")]),
        ("Rais wa Ghana alimshambulia kwa maneno Rais wa Togo.", [("ACCUSE", "disapprove")]),
        ("Serikali ya Togo inapambana na ufisadi.", []),
        ("Rais wa Ghana alifanya mkutano na Rais wa Togo.", [("CONSULT", None)]),
        ("Rais wa Togo alihutubia mkutano wa hadhara mjini Lomé.", []),
        ("Serikali ya Togo imeivunja mahakama hiyo.", [("COERCE", "restrict")]),
        ("Maafisa wa Togo hawakuwa tayari kujibu simu.", []),
        ("Huenda kukawa na vita vikuu dhidi ya ukatili.", []),
        ("Serikali ya Togo ilikanusha madai hayo.", []),
        ("Serikali inayotambuliwa na Ghana imeanguka.", []),
        ("Rais atakaye mrithi Rais wa Togo ni huyo.", []),
        ("Rais wa Togo akiandamana na mkewe aliwasalimu wageni.", []),
        ("Waasi wa Togo walikamata mji wa Sokode.", [("ASSAULT", None)]),
        ("Makamanda wa Togo waliwataka waasi waache mapigano.", [("REQUEST", "yield")]),
        ("Wanamgambo wa Togo wanashika doria nje ya mji.", [("MOBILIZE", "militia")]),
        ("Polisi wa Togo wanashika doria nje ya mji.", [("MOBILIZE", "police")]),
        ("Mbunge wa Togo aliwekewa marufuku ya kusafiri wakati wa vita vya Togo.", [("COERCE", "restrict")]),
    ],
)
def test_an_entry_names_the_sense_and_not_the_word(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Waziri wa Ghana amesema jeshi la Togo lazima liondoke.", "Waziri wa Ghana", "jeshi la Togo"),
        ("Waziri wa Ghana amesema jeshi la Togo linapaswa kuondoka.", "Waziri wa Ghana", "jeshi la Togo"),
        ("Wapinzani wa Togo wanataka uchaguzi uahirishwe.", "Wapinzani wa Togo", None),
        ("Wakulima wa Togo wanadai fidia.", "Wakulima wa Togo", None),
    ],
)
def test_a_demand_can_be_stated(text, actor, recipient):
    [event] = matukio.read(text, published="2024-03-06").events
    assert event.type == "REQUEST"
    assert [party.text for party in event.actors] == [actor]
    assert [party.text for party in event.recipients] == ([recipient] if recipient else [])
