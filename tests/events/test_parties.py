"""Who acts and whom it befalls in small texts: the words of a party as well as its country and sector."""

from datetime import date

import pytest

import matukio
from matukio.record import Event, Party


def events(text: str) -> tuple[Event, ...]:
    return matukio.read(text, published=date(2024, 6, 18)).events


def one(text: str, type: str) -> Event:
    found = [event for event in events(text) if event.type == type]
    assert len(found) == 1, [(e.type, [m.text for m in e.mentions]) for e in events(text)]
    return found[0]


def told(parties: tuple[Party, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(party.text, party.country, party.sector) for party in parties]


@pytest.mark.parametrize(
    ("text", "type", "actors"),
    [
        ("Waendesha mashtaka wa Togo wamewatuhumu mawaziri.", "ACCUSE", [("Waendesha mashtaka wa Togo", "TGO", "JUD")]),
        (
            "Kundi la waasi linalojulikana kama Boko Haram limewaua wavuvi wa Nigeria.",
            "ASSAULT",
            [("Kundi la waasi linalojulikana kama Boko Haram", "NGA", "REB")],
        ),
        ("Nchini Togo, polisi waliwakamata wavuvi.", "COERCE", [("polisi", "TGO", "COP")]),
        (
            "Umati wa wanafunzi wa Togo uliingia mitaani wakitaka rais ajiuzulu.",
            "REQUEST",
            [("Umati wa wanafunzi wa Togo", "TGO", "EDU")],
        ),
        (
            "Hali ni mbaya kutokana na rais wa Togo kuwapiga wanahabari na kuwakamata wapinzani.",
            "COERCE",
            [("rais wa Togo", "TGO", "GOV")],
        ),
        (
            "Mahakama ya Togo ilimhukumu kamanda huyo kwa makosa ya kuwateka nyara watoto.",
            "ASSAULT",
            [("kamanda huyo", "TGO", "GOV")],
        ),
        (
            "Mambo mengi yamejumuishwa ikiwa ni pamoja na Togo kukubali masharti ya waasi.",
            "AGREE",
            [("Togo", "TGO", "GOV")],
        ),
        (
            "Rais wa Ghana ameomba amani. Wanafunzi katika chuo kikuu cha Lomé wameandamana.",
            "PROTEST",
            [("Wanafunzi", "TGO", "EDU")],
        ),
        ("Ghana imebaki pekee baada ya Togo kujiondoa kwa muungano huo.", "SANCTION", [("Togo", "TGO", "GOV")]),
        (
            "Watu mia moja wenye silaha nzito waliwaua wavuvi wa Togo.",
            "ASSAULT",
            [("Watu mia moja wenye silaha nzito", "TGO", "UAF")],
        ),
        ("Kombora lililorushwa na waasi wa Togo liliwaua wavuvi.", "ASSAULT", [("waasi wa Togo", "TGO", "REB")]),
        ("Waasi wa Togo wanaoungwa mkono na Ghana waliwaua wavuvi.", "ASSAULT", [("Waasi wa Togo", "TGO", "REB")]),
        (
            "Ushirika unaoongozwa na Ghana uliwaua wavuvi wa Togo.",
            "ASSAULT",
            [("Ushirika", "GHA", "GOV")],
        ),
        ("Bwana Kwame mwenye umri wa miaka 40 ameishutumu Togo.", "ACCUSE", [("Bwana Kwame", "TGO", "CVL")]),
        (
            "Naibu katibu wa wizara ya afya ya Togo amezuru Accra.",
            "CONSULT",
            [
                ("Naibu katibu wa wizara ya afya ya Togo", "TGO", "GOV"),
            ],
        ),
        (
            "Kamishna mstaafu wa polisi ameishutumu serikali ya Togo.",
            "ACCUSE",
            [
                ("Kamishna mstaafu wa polisi", "TGO", "ELI"),
            ],
        ),
        (
            "Askari wa kambi ya Sokode nchini Togo wamewaua wavuvi.",
            "ASSAULT",
            [
                ("Askari wa kambi ya Sokode nchini Togo", "TGO", "MIL"),
            ],
        ),
        (
            "Rais wa Togo na mwenzake wa Ghana, Nana Akufo-Addo, walikutana.",
            "CONSULT",
            [("Rais wa Togo", "TGO", "GOV"), ("mwenzake wa Ghana, Nana Akufo-Addo", "GHA", "GOV")],
        ),
        (
            "Wanajeshi wa Togo na Ghana waliwashambulia waasi.",
            "ASSAULT",
            [("Wanajeshi wa Togo", "TGO", "MIL"), ("Ghana", "GHA", "MIL")],
        ),
        # a relative clause, a place, «nae» or a list stands between
        (
            "Viongozi wa maandamano ya mwaka uliopita wamepinga uamuzi wa Togo.",
            "REJECT",
            [("Viongozi wa maandamano ya mwaka", "TGO", "CVL")],
        ),
        (
            "Mapigano yamepungua baada ya viongozi wa kidini wa Togo katika eneo hilo kuwaomba waasi kusitisha vita.",
            "REQUEST",
            [("viongozi wa kidini wa Togo", "TGO", "REL")],
        ),
        (
            "Mkutano huo ulihudhuriwa na Rais wa Ghana, Waziri Mkuu wa Mali na Togo iliwakilishwa na balozi wake.",
            "CONSULT",
            [("Rais wa Ghana", "GHA", "GOV"), ("Waziri Mkuu wa Mali", "MLI", "GOV")],
        ),
        # who is used or made for it
        ("Hoteli mbili za Togo zimetumika kuwaua wavuvi wa Ghana.", "ASSAULT", []),
        (
            "Jeshi la Togo limetumika kuwashikilia wavuvi wa Ghana.",
            "COERCE",
            [("Jeshi la Togo", "TGO", "MIL")],
        ),
        # between two countries told with the object «na» joins
        (
            "Rais wa Togo na Rais wa Ghana walijadili ugomvi wa Mali na Niger.",
            "CONSULT",
            [("Rais wa Togo", "TGO", "GOV"), ("Rais wa Ghana", "GHA", "GOV")],
        ),
        ("Maandamano ya Togo yameendelea mjini Lomé.", "PROTEST", []),
        # «na» may begin a clause of its own, and capitals make a name of what a body is for
        (
            "Rais wa Togo na mkuu wa Shirika la Umoja wa Mataifa la Kuhudumia Wakimbizi (UNHCR) Ingrid Dahl"
            " walikutana Alhamisi mjini Accra na kamati mpya itateuliwa.",
            "CONSULT",
            [
                ("Rais wa Togo", "TGO", "GOV"),
                (
                    "mkuu wa Shirika la Umoja wa Mataifa la Kuhudumia Wakimbizi (UNHCR) Ingrid Dahl",
                    "UNO",
                    "IGO",
                ),
            ],
        ),
        (
            "Ujumbe wa Ghana umewasili mjini Lomé, Togo kumkamata mvuvi wa Mali.",
            "COERCE",
            [("Ujumbe wa Ghana", "GHA", "GOV")],
        ),
        (
            "Wapinzani wa Togo wanaishutumu serikali kwa kutumia amri za COVID-19 kuwakandamiza wakulima.",
            "COERCE",
            [("serikali", "TGO", "GOV")],
        ),
        (
            "Umoja wa Mataifa umekutana. Baraza hilo la jeshi la Togo limefanya mapinduzi.",
            "ASSAULT",
            [("Baraza hilo la jeshi la Togo", "TGO", "MIL")],
        ),
        (
            "Mensah, aliyepiga marufuku redio, kuwakamata wapinzani na kuwaua wavuvi wa Togo, amefariki.",
            "ASSAULT",
            [("Mensah", "TGO", "CVL")],
        ),
        (
            "Mashambulizi ya pande zote kati ya vikosi vya Togo na wanamgambo wa Ghana yanaendelea.",
            "ASSAULT",
            [("vikosi vya Togo", "TGO", "MIL"), ("wanamgambo wa Ghana", "GHA", "REB")],
        ),
        # whoever prevents an attempt does not make it
        ("Rais wa Togo alizuia jaribio la kumwondoa mamlakani.", "SANCTION", []),
        ("Ghana imelaani uvamizi wa hapo awali wa waasi wa Togo.", "ASSAULT", [("waasi wa Togo", "TGO", "REB")]),
        ("Mbunge wa Togo alizuia mpango wa kumwondoa rais wa Ghana madarakani.", "SANCTION", []),
        ("Ghana imepokea mbegu kupitia mpango wa kugawa chakula wa Umoja wa Mataifa.", "AID", []),
    ],
)
def test_who_acts(text, type, actors):
    assert told(one(text, type).actors) == actors


@pytest.mark.parametrize(
    ("text", "type", "recipients"),
    [
        (
            "Askari watano wa Togo waliuawa na wengine sita kujeruhiwa.",
            "ASSAULT",
            ["Askari watano wa Togo", "wengine sita"],
        ),
        ("Polisi wa Togo walitumia nguvu kupita kiasi dhidi ya waandamanaji.", "ASSAULT", ["waandamanaji"]),
        ("Waasi wa Togo waliushambulia mji wa Sokode.", "ASSAULT", []),
        ("Waasi walivamia vijiji vya Sokode, Bafilo na Kara na kuwaua wavuvi wa Togo.", "ASSAULT", ["wavuvi wa Togo"]),
        ("Ripoti hiyo ilitaja ombi lililotumwa na Ghana kwa serikali ya Togo.", "REQUEST", ["serikali ya Togo"]),
        ("Unyanyasaji wa wanawake umelaaniwa nchini Togo.", "ASSAULT", ["wanawake"]),
        ("Polisi wa Togo walitumia mabomu ya machozi kuwatawanya wanafunzi.", "ASSAULT", ["wanafunzi"]),
        ("Togo imekataa ombi la Ghana, na waziri wa Chad amekataa kujiuzulu.", "REJECT", ["Ghana"]),
        ("Rais wa Ghana ameiambia Togo kwamba lazima iwaachie wavuvi.", "REQUEST", ["Togo"]),
        (
            "Kijana na mwanaharakati Asha Mensah wa Togo alikamatwa.",
            "COERCE",
            ["Kijana na mwanaharakati Asha Mensah wa Togo"],
        ),
        (
            "Ghana imezungumzia kukamatwa kwa rais aliyeondolewa madarakani Juma Mensah wa Togo.",
            "COERCE",
            ["rais aliyeondolewa madarakani Juma Mensah"],
        ),
        ("Ghana imepiga marufuku wavuvi kutoka Togo na Mali.", "COERCE", ["wavuvi kutoka Togo", "Mali"]),
        ("Waasi wa Togo walirusha makombora Ghana.", "ASSAULT", ["Ghana"]),
        ("Nchi ambazo wabunge wake wamekataa kuidhinisha mkataba ziko Afrika, alisema Rais wa Togo.", "REJECT", []),
        (
            "Hali imezidi huko Accra inayokaliwa na Togo baada ya mamia ya wavuvi kujeruhiwa.",
            "ASSAULT",
            ["mamia ya wavuvi"],
        ),
        ("Waasi wa Togo walitwaa madaraka kwa msaada wa Ghana.", "ASSAULT", []),
        (
            "Maandamano ya kulaani unyanyasaji wa polisi wa Togo dhidi ya wavuvi yamezuka.",
            "PROTEST",
            ["polisi wa Togo"],
        ),
        (
            "Rais wa Togo Juma Mensah amelazwa. Togo iko kimya. Mensah yuko pamoja na viongozi kama rais wa Brazil na"
            " waziri wa Ghana. Mensah anaitaka nchi hiyo kuandika sheria mpya.",
            "REQUEST",
            ["Togo"],
        ),
        ("Alhamis mbunge wa Togo Kofi Mensah alikamatwa.", "COERCE", ["mbunge wa Togo Kofi Mensah"]),
    ],
)
def test_whom_it_befalls(text, type, recipients):
    found = [event for event in events(text) if event.type == type]
    assert sorted(party.text for event in found for party in event.recipients) == sorted(recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Watu 1,200 waliuawa na 600,000 walikimbia nchini Togo.",
        "Umoja wa Afrika umeshutumiwa na mashirika ya kutetea haki za binadamu.",
    ],
)
def test_numbers_and_rights_are_no_parties(text):
    words = {party.text for event in events(text) for party in (*event.actors, *event.recipients)}
    assert words.isdisjoint({"600,000", "binadamu", "haki za binadamu"})


def test_a_title_cut_off_by_a_full_stop_belongs_to_the_name():
    event = one("Makabiliano kati ya Bw. Kwame na polisi wa Togo yalitokea jana.", "ASSAULT")
    assert [party.text for party in event.actors][0] == "Bw. Kwame"


def test_who_is_described_is_not_the_description():
    event = one("Juma Ali ndiye mshauri wa Rais wa Togo. Analaumiwa kwa kuwaua wavuvi.", "ASSAULT")
    assert [party.text for party in event.actors] == ["Juma Ali"]


def test_of_equally_full_words_those_of_the_report_not_of_its_heading():
    text = "Polisi wa Ghana wawakamata wavuvi wa Togo\n\nPolisi wa Ghana wamewakamata wavuvi wa Togo mjini Accra."
    (actor,) = one(text, "COERCE").actors
    assert actor.start > text.index("\n")
