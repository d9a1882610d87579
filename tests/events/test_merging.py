"""One act once, and two acts twice."""

from importlib.resources import files

import pytest

import matukio
from matukio.events.lexicon.acts import ActRow
from matukio.events.lexicon.kinds import Kind, can_be_one
from matukio.events.merging.mentions import Mention
from matukio.record import Evidence, Party, Span
from matukio.tables import read_table


def told(text: str) -> list[list[str]]:
    """The words of each event's mentions."""
    return [[m.text for m in e.mentions] for e in matukio.read(text, published="2024-03-06").events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # demonstrations on two days are two, those that go on since some day one
        (
            "Wanafunzi wa Togo waliandamana Jumatatu. Wanafunzi wa Togo waliandamana tena Alhamisi.",
            [["waliandamana"], ["waliandamana"]],
        ),
        (
            "Wanafunzi wa Togo waliandamana Jumatatu. Maandamano hayo yalianza mwezi Februari.",
            [["waliandamana", "Maandamano"]],
        ),
        (
            "Jeshi la Togo lilifanya mapinduzi. Wanafunzi watatu waliuawa na jeshi la Togo.",
            [["mapinduzi"], ["waliuawa"]],
        ),
        (
            "Waasi wa Togo wanapigana na jeshi la Ghana. Waasi wa Togo waliwaua wavuvi.",
            [["wanapigana"], ["waliwaua"]],
        ),
        ("Waasi wa Togo waliwaua wavuvi. Shambulizi hilo lilifanyika Jumatatu.", [["waliwaua", "Shambulizi"]]),
        ("Waasi wa Togo waliwaua wavuvi. Mauaji hayo yalifanyika Jumatatu.", [["waliwaua", "Mauaji"]]),
    ],
)
def test_acts_of_two_kinds_are_two(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Rais wa Kenya William Ruto alikutana na Rais wa Ghana. Baadaye Ruto alikutana na Waziri wa Togo.",
            [["alikutana"], ["alikutana"]],
        ),
        (
            "Rais wa Kenya William Ruto alikutana na Rais wa Ghana. Viongozi hao pia walizungumza kuhusu mpaka.",
            [["alikutana", "walizungumza"]],
        ),
        (
            "William Ruto na maafisa wa Kenya walimlaani Joe Biden. Raila Odinga alimlaani Joe Biden.",
            [["walimlaani"], ["alimlaani"]],
        ),
    ],
)
def test_who_takes_part_decides(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Mlipuko wa bomu uliwaua watu watano mjini Lomé. Mlipuko mwingine uliwaua watu wawili.",
            [["Mlipuko", "uliwaua"], ["uliwaua"]],
        ),
        (
            "Wavuvi wa Togo waliandamana. Maandamano zaidi yanatarajiwa kesho.",
            [["waliandamana"], ["Maandamano"]],
        ),
        (
            "Jeshi la Togo lilimuua mvuvi mmoja jana. Watu 200 wameuawa na jeshi la Togo tangu Mei.",
            [["lilimuua"], ["wameuawa"]],
        ),
        (
            "Jana polisi wa Togo walisema wamefurahi. Polisi wa Togo wamewakamata wavuvi."
            " Mwaka 2015 polisi wa Togo waliwakamata wavuvi.",
            [["wamewakamata"], ["waliwakamata"]],
        ),
        (
            "Wavuvi waliandamana katika jengo la serikali huko Lomé."
            " Wavuvi waliandamana nje ya jengo la serikali huko Sokodé.",
            [["waliandamana"], ["waliandamana"]],
        ),
        (
            "Waasi wa Togo waliwaua wavuvi kumi. Wiki iliyopita wavuvi watatu waliuawa katika shambulizi jingine.",
            [["waliwaua"], ["waliuawa", "shambulizi"]],
        ),
        (
            "Jeshi la Togo limefanya mapinduzi. Mwaka 2012 jeshi la Togo lilifanya mapinduzi mengine.",
            [["mapinduzi"], ["mapinduzi"]],
        ),
        (
            "Rais wa Togo amemfukuza waziri wa fedha. Waziri wa afya alifukuzwa Jumanne.",
            [["amemfukuza"], ["alifukuzwa"]],
        ),
        ("Rais wa Ghana alihudhuria mkutano wa viongozi wa Afrika mjini Lomé.", [["alihudhuria", "mkutano"]]),
        (
            "Serikali ya Togo ilianza mashambulizi. Waasi wa Togo walishambulia kambi ya jeshi.",
            [["mashambulizi"], ["walishambulia"]],
        ),
        (
            "Viongozi wa chama tawala cha Togo wametaka uchaguzi ufanyike huku wapinzani wa Togo wakitaka uahirishwe.",
            [["wametaka"], ["wakitaka"]],
        ),
        ("Mkutano huo wa viongozi wa Togo na Ghana uliitishwa kujadili mpaka.", [["Mkutano", "kujadili"]]),
        (
            "Polisi wa Togo wamemkamata Kofi Mensah kufuatia uchunguzi juu ya Ghana kuingilia uchaguzi wa Togo.",
            [["wamemkamata"], ["uchunguzi"], ["uchaguzi"]],
        ),
    ],
)
def test_the_words_say_whether_it_is_another(text, events):
    assert told(text) == events


def test_the_police_and_their_commander_are_two_sources():
    text = (
        "Polisi wa Togo wamesema kwamba waasi waliwaua wavuvi."
        " Kamanda Kofi Mensah alisema kwamba waasi waliwaua wavuvi."
    )
    (event,) = matukio.read(text, published="2024-03-06").events
    assert len(event.sources) == 2


def test_any_kind_goes_with_itself():
    assert can_be_one("power", "power")
    assert can_be_one("", "kill")
    assert not can_be_one("fight", "kill")
    assert not can_be_one("power", "")


def test_kinds_are_of_acts_that_the_lexicon_has():
    folder = files("matukio.events.lexicon")
    acts = {row.lemma for row in read_table(folder / "acts.tsv", ActRow) if row.type == "ASSAULT"}
    assert {row.act for row in read_table(folder / "violence.tsv", Kind)} <= acts


BETWEEN = " ".join(["Bei ya mahindi imepanda mjini Lomé."] * 6)


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        # far from each other, other words of other people tell another act
        ("Waasi wa Togo wameuteka mji wa Kara.", "Mapigano yanaendelea nchini.", 2),
        ("Waasi wa Togo waliwaua wavuvi watano.", "Wavuvi hao waliuawa usiku.", 1),
        ("Waasi wa Togo waliwaua wavuvi watano.", "Mauaji hayo yamelaaniwa na Ghana.", 1),
        ("Polisi wa Togo wamewakamata wavuvi.", "Polisi wa Togo walimkamata mwanahabari.", 2),
    ],
)
def test_an_act_is_taken_up_from_far_by_its_own_words(before, after, number):
    record = matukio.read(f"{before} {BETWEEN} {after}", published="2024-03-06")
    assert sum(e.type in ("ASSAULT", "COERCE") for e in record.events) == number


def test_two_ministers_by_name_do_two_acts():
    text = "Waziri wa Fedha Koffi Mensah ameilaani Togo. Waziri wa Afya Kwame Adjei ameilaani Togo."
    assert told(text) == [["ameilaani"], ["ameilaani"]]


def test_a_telling_that_is_set_in_circumstances_keeps_the_rest():
    trigger, party, evidence = Span("kuua", 7, 11), Party("Togo", 0, 4), {"type": (Evidence("act: lexicon", 7, 11),)}
    told = Mention(
        3, "ASSAULT", "beat", "actual", trigger, (party,), (party,), None, None, (party,), noun=True, refers=True,
        also=True, another=True, since=True, past=True, known=True, belongs=trigger, dead=1, injured=2, arrested=3,
        contexts=("terrorism",), kind="attack", lemma="ua", evidence=evidence,
    )  # fmt: skip
    assert told.set_in(told.actors, told.recipients, told.place, told.date, told.evidence) == told
