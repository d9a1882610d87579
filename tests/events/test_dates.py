"""Which of the times of a sentence is that of an act."""

import pytest

import matukio

PUBLISHED = "2024-03-06"  # a Wednesday


def dates(text: str) -> dict[str, str | None]:
    """Type of each event → value of its date."""
    return {e.type: e.date and e.date.value for e in matukio.read(text, published=PUBLISHED).events}


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        # an act has the time told with its own verb
        ("Waasi wa Togo waliwaua wavuvi wanane Jumatatu.", "ASSAULT", "2024-03-04"),
        ("Jumatatu waasi wa Togo waliwaua wavuvi wanane.", "ASSAULT", "2024-03-04"),
        ("Togo imeshuhudia mapinduzi mara nne tangu ilipopata uhuru mwaka 1960.", "ASSAULT", None),
        ("Waasi wa Togo waliwaua wavuvi katika vijiji vilivyoko karibu na ziwa Jumatatu.", "ASSAULT", "2024-03-04"),
        (
            "Wavuvi walishambuliwa na waasi wa Togo wakati walipokuwa wakirejea nyumbani Jumatatu.",
            "ASSAULT",
            "2024-03-04",
        ),
        # a noun its complement or the time of its relative verb
        ("Ghana imelaani mashambulizi ya waasi wa Togo yaliyofanyika Jumatatu.", "ASSAULT", "2024-03-04"),
        ("Ghana imelaani mauaji ya wavuvi ya Jumatatu.", "ASSAULT", "2024-03-04"),
        ("Wiki iliyopita kulikuwa na maandamano mjini Lomé.", "PROTEST", "2024-W09"),
        # one after another in the sentence that the time opens, and what a clause with «-po-» before it dates
        (
            "Mwezi Machi 2019, serikali ya Togo ilipiga marufuku redio ya Ghana, wavuvi nao walikamatwa.",
            "COERCE",
            "2019-03",
        ),
        ("Mkopo ulipotangazwa mwaka 2015 Benki ya Dunia ilisitisha msaada wake kwa Togo.", "SANCTION", "2015"),
        ("Polisi wa Togo walimkamata Kofi mapema Jumatatu baada ya jaji kusema kuwa ana kesi.", "COERCE", "2024-03-04"),
        ("Kukamatwa kwa wavuvi wa Togo kulitokea Jumamosi.", "COERCE", "2024-03-02"),
        ("Kura ya Togo ilifanyika mwaka 2007 ambapo wavuvi 12 waliuawa.", "ASSAULT", "2007"),
        ("Kufuatia kura ya mwaka 2007 wavuvi 12 wa Togo waliuawa.", "ASSAULT", "2007"),
        (
            "Akihutubia bunge Jumatatu, Rais wa Togo aliishutumu Ghana kwa kuwaua wavuvi.",
            "ACCUSE",
            "2024-03-04",
        ),
        ("Inaripotiwa wavuvi walilia baada ya shambulizi la Ijumaa la waasi wa Togo.", "ASSAULT", "2024-03-01"),
        ("Polisi wa Togo waliwakamata wavuvi. Kukamatwa kwao kulitokea Jumamosi.", "COERCE", "2024-03-02"),
        ("Polisi wa Togo waliwakamata wavuvi. Kukamatwa huko kulifanyika Jumamosi.", "COERCE", "2024-03-02"),
        ("Waziri wa Togo anakabiliwa na mashtaka ya kumuua mkewe mwaka 2017.", "ACCUSE", None),
        # what went on meanwhile, and what was done by saying so
        ("Mvuvi wa Togo alikamatwa na polisi akiwa amesimama nje ya nyumba yao Jumatatu.", "COERCE", "2024-03-04"),
        ("Wavuvi walikusanyika Jumatatu wakati Rais wa Ghana alipomtembelea Rais wa Togo.", "CONSULT", "2024-03-04"),
        ("Wavuvi wa Togo walikusanyika Jumatatu huku polisi wakiwafyatulia risasi.", "ASSAULT", "2024-03-04"),
        ("Rais wa Togo alitangaza Jumatatu hatua za kufunga mpaka na Ghana.", "COERCE", "2024-03-04"),
        ("Rais wa Togo alitangaza Jumatatu kwamba atafunga mpaka na Ghana.", "COERCE", None),
        ("Mwaka 2016 bunge la Togo lilipitisha sheria ambayo ilishutumiwa na wavuvi.", "ACCUSE", None),
        ("Ghana imekubali mwaliko wa Togo, na wiki iliyopita rais wake alikwenda shambani.", "AGREE", None),
        ("Ghana imelaani hatua ya jana ya Togo ya kuwafukuza wanadiplomasia.", "SANCTION", "2024-03-05"),
        ("Waasi wa Togo wameua wavuvi 100 tangu Novemba.", "ASSAULT", "2023-11"),
        ("Waasi wa Togo walifanya shambulizi lililosababisha vifo Jumatatu.", "ASSAULT", "2024-03-04"),
        # never that of the words about it, of another act, of what only bounds it
        ("Kasisi huyo wa Ghana amewataka waumini kwenda kanisani Jumapili ijayo.", "REQUEST", None),
        ("Polisi wa Togo walisema Jumanne kwamba waasi waliwaua wavuvi wanane.", "ASSAULT", None),
        ("Rais wa Ghana alitangaza Jumatatu kwamba atazuru Togo.", "CONSULT", None),
        ("Polisi wa Togo wamewakamata wavuvi baada ya uchaguzi wa Januari.", "COERCE", None),
        ("Polisi wa Togo wamewakamata wavuvi tangu wakati vita vilipozuka mwaka 2003.", "COERCE", None),
        # words happen when they are said
        ("Rais wa Ghana alisema Jumatatu kwamba anaitaka Togo iwaachilie wavuvi.", "REQUEST", "2024-03-04"),
        ("“Tunaitaka Togo iwaachilie wavuvi,” alisema Rais wa Ghana Jumatatu.", "REQUEST", "2024-03-04"),
        # between a lasting clause and its main verb, past where travellers come from, before «baada ya»
        ("Chama kinachotawala nchini Togo Jumatatu kilimteua Kofi Mensah kugombea urais.", "SUPPORT", "2024-03-04"),
        ("Ghana imepiga marufuku wavuvi kutoka Togo na Mali kuvua samaki kuanzia leo.", "COERCE", "2024-03-06"),
        (
            "Wavuvi wa Togo waliwasili mjini Lomé, Jumatatu baada ya safari, huku wengine wameuawa na waasi.",
            "ASSAULT",
            None,
        ),
        ("Ghana imeiarifu Togo ifikapo Juni 2027 itafunga kambi za wakimbizi.", "COERCE", "2027-06"),
        ("Rais wa Togo alishinda uchaguzi Jumapili, huku wakosoaji wa Togo wakimtuhumu kuiba kura.", "ACCUSE", None),
    ],
)
def test_date_of_an_act(text, type_, value):
    found = dates(text)
    assert type_ in found
    assert found[type_] == value


def test_a_range_dates_by_its_beginning():
    text = "Rais wa Ghana atazuru Togo kati ya Machi 12 na Machi 15."
    assert dates(text) == {"CONSULT": "2024-03-12"}


def test_a_later_sentence_tells_when():
    text = "Serikali ya Ghana imewafukuza wavuvi wa Togo. Hatua hiyo ilichukuliwa Jumatatu."
    assert dates(text) == {"SANCTION": "2024-03-04"}


def test_what_somebody_goes_on_to_say_was_said_at_the_same_time():
    text = (
        "Rais wa Ghana Ama Mensah alisema Jumatatu kwamba hali ni ngumu. "
        "Rais Mensah alisema kwamba anaitaka Togo iwaachilie wavuvi."
    )
    assert dates(text)["REQUEST"] == "2024-03-04"


def test_without_a_day_of_publication_a_weekday_is_more_exact_than_a_year():
    text = "Waasi wa Togo waliwaua wavuvi mwaka 2023. Wavuvi hao waliuawa Jumatatu na waasi wa Togo."
    (event,) = matukio.read(text).events
    assert event.date is not None
    assert event.date.text == "Jumatatu"
