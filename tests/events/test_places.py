"""Which of the places of a text is that of an act."""

import pytest

import matukio


def places(text: str) -> dict[str, tuple[str, str | None] | None]:
    """Type of each event → the words of its place and the country."""
    events = matukio.read(text, published="2024-03-06").events
    return {e.type: (e.place.text, e.place.country) if e.place else None for e in events}


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        # with the verb or the noun of the act
        ("Watu 12 waliuawa katika mji mkuu wa Togo, Lomé.", "ASSAULT", ("mji mkuu wa Togo, Lomé", "TGO")),
        ("Rais wa Ghana alikutana na mwenzake wa Togo Ikulu ya Lomé.", "CONSULT", ("Ikulu ya Lomé", "TGO")),
        (
            "Waasi wa Togo walifanya shambulizi lililosababisha vifo mjini Accra Jumatatu.",
            "ASSAULT",
            ("Accra", "GHA"),
        ),
        ("Watu 12 waliuawa usiku wa kuamkia Jumapili mjini Lomé.", "ASSAULT", ("Lomé", "TGO")),
        ("Kundi hilo lilihusika na mauaji nje ya mipaka ya Togo.", "ASSAULT", None),
        ("Waasi wa Togo waliwaua wavuvi karibu na mji wa Lomé.", "ASSAULT", ("mji wa Lomé", "TGO")),
        ("Rais wa Ghana amezuru Togo.", "CONSULT", ("Togo", "TGO")),
        ("Wavuvi wanane wa Togo waliuawa Accra Jumatatu.", "ASSAULT", ("Accra", "GHA")),
        ("Rais wa Ghana alikutana Jumatano White House na Rais wa Marekani.", "CONSULT", ("White House", "USA")),
        ("Ghana imelaani mashambulizi ya waasi yaliyofanyika Lomé.", "ASSAULT", ("Lomé", "TGO")),
        ("Viongozi hao walizungumzia mkutano wa Berlin.", "CONSULT", ("Berlin", "DEU")),
        ("Waasi wa Togo walishambulia kambi katika mji mkuu, Lomé.", "ASSAULT", ("mji mkuu, Lomé", "TGO")),
        ("Ghana imelaani uvamizi wa mji wa Goma.", "ASSAULT", ("mji wa Goma", "COD")),
        ("Waasi wa Togo waliwaua wavuvi kusini mwa Ghana.", "ASSAULT", ("kusini mwa Ghana", "GHA")),
        ("Wanafunzi wa Togo waliandamana mbele ya bunge.", "PROTEST", ("bunge", "TGO")),
        (
            "Waasi walishambulia kinu cha mafuta. Shambulizi la ubalozi wa Ghana mjini Lomé lilishtua wengi.",
            "ASSAULT",
            ("ubalozi wa Ghana mjini Lomé", "TGO"),
        ),
        ("Wavuvi wa Togo waliuawa wakiandamana katika mji wa Lomé.", "ASSAULT", ("mji wa Lomé", "TGO")),
        # where those are who do it or suffer it
        ("Wavuvi wa Togo walikamatwa wakiwa uwanja wa ndege wa Lomé.", "COERCE", ("uwanja wa ndege wa Lomé", "TGO")),
        ("Rais wa Ghana yuko Lomé akihudhuria mkutano wa kimataifa.", "CONSULT", ("Lomé", "TGO")),
        ("Rais wa Ghana amewasili Lomé kwa ajili ya mkutano.", "CONSULT", ("Lomé", "TGO")),
        ("Maandamano yamezuka Lomé, Kara na Sokodé.", "PROTEST", ("Lomé", "TGO")),
        ("Wavuvi wa Togo wameandamana kote nchini.", "PROTEST", ("kote nchini", "TGO")),
        ("Serikali ya Togo itatoa msaada kutoka katika ofisi yake.", "AID", None),
        ("Serikali ya Ghana imemzuia mwanahabari kuingia katika mji wa Accra.", "REJECT", ("mji wa Accra", "GHA")),
        ("Mahakama ya Hakimu Mkazi, Lomé imemhukumu mvuvi kifungo cha miaka saba.", "SANCTION", ("Lomé", "TGO")),
        (
            "Togo ilikuwa kimya. Polisi wamewakamata wavuvi katika taifa hilo la Afrika Magharibi.",
            "COERCE",
            ("taifa hilo la Afrika Magharibi", "TGO"),
        ),
        # a town with its state, a border with both countries, where a missile is fired
        ("Rais wa Togo alikutana na Rais wa Ghana mjini Accra, Ghana.", "CONSULT", ("Accra, Ghana", "GHA")),
        ("Wavuvi wa Togo waliuawa katika mpaka wa Rwanda na Kongo.", "ASSAULT", ("mpaka wa Rwanda na Kongo", None)),
        ("Waasi walishambulia kambi mpakani mwa Kenya.", "ASSAULT", ("mpakani mwa Kenya", "KEN")),
        ("Korea Kaskazini ilirusha kombora kutoka mji wa Wonsan.", "MOBILIZE", ("mji wa Wonsan", "PRK")),
        # what is closed, where a guest is, and a region that others fight in
        ("Serikali ya Togo imefunga uwanja wa ndege wa Lomé.", "COERCE", ("uwanja wa ndege wa Lomé", "TGO")),
        ("Rais wa Ghana amekutana na Rais wa Togo, ambaye yuko Accra.", "CONSULT", ("Accra", "GHA")),
        ("Ghana imelaani mapigano ya Darfur.", "ASSAULT", ("Darfur", "SDN")),
        ("Ghana imelaani mashambulizi ya Israel.", "ASSAULT", None),
        # an embassy stands abroad, and who was arrested may have gone on
        ("Wavuvi wa Togo walikusanyika nje ya ubalozi wa Ghana.", "PROTEST", ("ubalozi wa Ghana", "TGO")),
        (
            "Wavuvi walikusanyika nje ya ubalozi wa Ghana mjini Lomé.",
            "PROTEST",
            ("ubalozi wa Ghana mjini Lomé", "TGO"),
        ),
        ("Wapinzani waliokamatwa na polisi wa Togo waliingia nchini Kenya.", "COERCE", None),
        ("Mshukiwa wa mauaji nchini Rwanda ameomba Togo imwachilie.", "REQUEST", None),
        ("Mwandishi alikamatwa baada ya makala juu ya mfumo mbovu wa afya nchini Togo.", "COERCE", ("Togo", "TGO")),
        ("Rais wa Ghana atazuru Miami, Florida siku ya Jumatatu.", "CONSULT", ("Miami, Florida", "USA")),
        # a seat is where somebody speaks, the police where it happens
        ("Umoja wa Mataifa mjini Geneva umesema wavuvi 20 waliuawa.", "ASSAULT", None),
        ("Waziri wa Togo alisema mjini Lomé kwamba wavuvi wawili waliuawa.", "ASSAULT", None),
        ("Polisi mjini Lomé wamesema wavuvi wawili waliuawa.", "ASSAULT", ("Lomé", "TGO")),
        # that of the people who do it, or what the sentence opens with
        ("Wanafunzi katika mji wa Lomé waliamua kuandamana.", "PROTEST", ("mji wa Lomé", "TGO")),
        ("Polisi mjini Lomé wamewakamata wavuvi.", "COERCE", ("Lomé", "TGO")),
        ("Nchini Togo polisi wamewakamata wavuvi.", "COERCE", ("Togo", "TGO")),
        ("Nchini Togo polisi wako macho. Wamewakamata wavuvi wanane.", "COERCE", ("Togo", "TGO")),
        # never where others are or come from, or what only looks like a place
        ("Mahakama ya Togo imemhukumu mkuu wa zamani wa ofisi ya Ghana kifungo jela.", "SANCTION", None),
        ("Kwa mujibu wa ripoti iliyotolewa mjini Accra, Rais wa Togo alikutana na wavuvi.", "CONSULT", None),
        ("Mahakama ya Togo imemhukumu waziri kifungo cha maisha gerezani.", "SANCTION", None),
        ("Wavuvi wa Togo waliuawa na washambuliaji, ambao walikimbilia nchini Ghana.", "ASSAULT", None),
        ("Mahakama ya Togo imemhukumu Kofi Mensah aliyekuwa mkuu wa ofisi katika Ikulu ya Ghana.", "SANCTION", None),
        ("Ghana inachunguza ripoti juu ya Togo.", "ACCUSE", None),
        ("Ghana imewaua wavuvi wenye makazi yao kusini mwa Togo.", "ASSAULT", None),
        ("Hayo ni mauaji makubwa katika historia ya Togo.", "ASSAULT", None),
        ("Mwanasiasa huyo alipigwa risasi mwaka 2017 na anaishi nchini Ghana.", "ASSAULT", None),
        ("Mwanasiasa huyo alipigwa risasi mwaka 2017 na amekuwa akipokea matibabu nchini Ghana.", "ASSAULT", None),
        ("Wavuvi wa Togo waliwasili mjini Accra baada ya kuokolewa na jeshi.", "AID", None),
        ("Viongozi wa Togo na Mali wanakutana ana kwa ana nchini Ghana.", "CONSULT", ("Ghana", "GHA")),
    ],
)
def test_place_of_an_act(text, type_, place):
    found = places(text)
    assert type_ in found, found
    assert found[type_] == place


def test_a_continent_is_in_no_country():
    assert places("Wanadiplomasia wa Urusi wamefukuzwa kote Ulaya.")["SANCTION"] == ("Ulaya", None)


def test_a_town_says_more_than_its_country():
    text = "Waasi waliwaua wavuvi wanane nchini Togo. Mauaji hayo yalifanyika mjini Lomé."
    assert places(text) == {"ASSAULT": ("Lomé", "TGO")}


def test_where_somebody_speaks_of_it_is_not_where_it_was():
    text = "Rais wa Togo alizungumza mjini Lomé. Waziri nchini {} amesema polisi waliwaua wavuvi."
    assert places(text.format("Ghana"))["ASSAULT"] is None
    assert places(text.format("Togo"))["ASSAULT"] == ("Togo", "TGO")


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Waasi waliwaua watu wawili katika soko karibu na Lomé.", "ASSAULT", ("soko karibu na Lomé", "TGO")),
        ("Waasi wameuteka mji wa Goma, mashariki mwa Kongo.", "ASSAULT", ("mji wa Goma, mashariki mwa Kongo", "COD")),
        ("Maandamano yalifanyika nchini Iraq, Syria na Lebanon.", "PROTEST", ("Iraq, Syria na Lebanon", None)),
        ("Rais wa Ghana anafanya ziara katika miji ya Goma na Bukavu.", "CONSULT", ("miji ya Goma na Bukavu", "COD")),
        ("Mazungumzo yalifanyika nchini Misri na Israel imekubali masharti.", "CONSULT", ("Misri", "EGY")),
        ("Mashambulizi yalifanyika nchini Ivory coast.", "ASSAULT", ("Ivory coast", "CIV")),
        ("Mji wa Goma umetekwa na waasi.", "ASSAULT", ("Mji wa Goma", "COD")),
        ("Kongamano la viongozi lilifanyika jijini Lomé.", "CONSULT", ("Lomé", "TGO")),
        ("Polisi waliwakamata wavuvi visiwani Zanzibar.", "COERCE", ("Zanzibar", "TZA")),
        ("Polisi waliwakamata wavuvi hapa Lomé.", "COERCE", ("Lomé", "TGO")),
        ("Watu kumi waliuawa katika shambulizi linaloihusisha Sudan.", "ASSAULT", None),
    ],
)
def test_a_place_is_told_whole(text, type_, place):
    assert places(text)[type_] == place


def test_a_country_and_a_town_inside_it_are_one_place():
    text = "Watu ishirini wameuawa nchini Chad. Watu hao ishirini waliuawa mjini Ndjamena."
    assert [e.place and e.place.text for e in matukio.read(text).events] == ["Ndjamena"]


def test_towns_of_one_region_are_two_places():
    text = "Watu waliandamana huko Goma, mashariki mwa Kongo. Watu waliandamana huko Bukavu, mashariki mwa Kongo."
    assert len(matukio.read(text).events) == 2


@pytest.mark.parametrize(
    ("text", "type_", "country"),
    [
        ("Serikali ya Ghana ilipiga marufuku redio ya Uingereza kutangaza nchini humo.", "COERCE", "GHA"),
        ("Togo imepiga marufuku wasafiri kutoka Mali na Ghana kuingia nchini humo.", "COERCE", "TGO"),
        ("Msumbiji inapambana na waasi. Waziri wa Ureno alifanya ziara nchini humo.", "CONSULT", "MOZ"),
        ("Mapigano yanaendelea nchini Sudan. Marekani imetuma misaada nchini humo.", "AID", "SDN"),
        ("Marekani imelaani hatua ya serikali ya Iran kuwakamata waandamanaji nchini humo.", "COERCE", "IRN"),
    ],
)
def test_which_country_is_taken_up(text, type_, country):
    assert places(text)[type_] == ("nchini humo", country)
