"""Words of the lexicon in a sense that is no act, and acts that keep theirs."""

import pytest

import matukio


def types(text: str) -> list[str]:
    return [event.type for event in matukio.read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Baada ya Mensah kukamata hatamu za uongozi, uchumi wa Togo ulikua.",
        "Rais wa Ghana alikubali kuwa amechoka.",
        "Masoko ya hisa ya Ghana yamefungwa kwa ajili ya sikukuu ya Pasaka.",
        "Katika soko la dunia mafuta ya Ghana yanauzwa kwa dola arobaini kwa pipa.",
        "Rais alisema huu si wakati wa kunyoosheana vidole nchini Ghana.",
        "Nadhani ni bora kuwa na sera ya mazungumzo, alisema rais wa Togo.",
        "Serikali ya Togo imesaini barua ya pongezi.",
    ],
)
def test_no_act(text):
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Rais wa Ghana amekubali kujiuzulu.", "AGREE"),
        ("Serikali ya Ghana imefunga soko la mifugo.", "COERCE"),
        ("Ghana imeiuzia Togo mafuta.", "COOPERATE"),
        ("Wapinzani wameinyooshea kidole serikali ya Ghana.", "ACCUSE"),
        ("Rais wa Togo alisema: “Ni lazima mapigano yasitishwe mara moja.”", "REQUEST"),
    ],
)
def test_act(text, type):
    assert type in types(text)


def test_an_envoy_recalled_is_of_the_state_that_sent_him():
    record = matukio.read("Japani imemwita nyumbani balozi wake wa Ghana. Balozi huyo aliikosoa serikali ya Ghana.")
    actors = [p for e in record.events if e.type == "ACCUSE" for p in e.actors]
    assert [p.country for p in actors] == ["JPN"]


def test_a_serving_minister_is_of_the_government_whatever_the_table_says():
    record = matukio.read("Waziri wa mambo ya nje wa Israel Yair Lapid amezuru Ghana.")
    assert [(p.country, p.sector) for e in record.events for p in e.actors] == [("ISR", "GOV")]


def test_pengine_is_no_part_of_whom_it_befell():
    record = matukio.read("Pengine watu watatu wameuawa na polisi mjini Lome.")
    assert [p.text for e in record.events for p in e.recipients] == ["watu watatu"]
