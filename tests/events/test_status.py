"""Whether an act happened, is planned, alleged, possible or did not happen."""

import pytest

import matukio


def statuses(text: str) -> dict[str, str]:
    return {e.type: e.status for e in matukio.read(text, published="2024-03-06").events}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        # deciding and declaring is doing; announcing help to come is not
        ("Serikali ya Togo imeamua kuwafukuza wavuvi wa Ghana.", "SANCTION", "actual"),
        ("Serikali ya Togo imetangaza kufunga mpaka na Ghana.", "COERCE", "actual"),
        ("Rais wa Togo alitangaza kuachia madaraka.", "RETREAT", "planned"),
        ("Rais wa Togo alinusurika kifo kwa kupigwa risasi na waasi.", "ASSAULT", "actual"),
        ("Rais wa Togo alinusurika kuuawa na waasi.", "ASSAULT", "negated"),
        # -ki- beside a past main verb tells a circumstance, though something is still to come
        ("Waziri wa Ghana akimaliza ziara yake nchini Togo alisema kazi itaanza kesho.", "CONSULT", "actual"),
        # a noun that its own verb does not do is there whatever becomes of that verb
        ("Viongozi wa Ghana wamekubali kusaidia kudhibiti uasi nchini Togo.", "ASSAULT", "actual"),
        ("Rais wa Togo anatarajiwa kufanya ziara nchini Ghana.", "CONSULT", "planned"),
        # to be able in the past
        ("Jeshi la Togo liliweza kuwaokoa wavuvi wa Ghana.", "AID", "actual"),
        ("Jeshi la Togo linaweza kuwashambulia wavuvi wa Ghana.", "ASSAULT", "hypothetical"),
        # «ikiwa» before a verb is if, before a noun it is being
        ("Ikiwa jeshi la Togo litawakamata wavuvi, Ghana itajibu.", "COERCE", "hypothetical"),
        ("Rais wa Togo alizuru Ghana, ikiwa ni ziara yake ya kwanza.", "CONSULT", "actual"),
        # somebody's word
        ("Ghana imelaani kile ilichokiita mauaji ya wavuvi yaliyofanywa na Togo.", "ASSAULT", "alleged"),
        ("Wanajeshi wa Togo wameshtakiwa kwa mauaji ya wavuvi wa Ghana.", "ASSAULT", "alleged"),
        ("Kuna mpango wa Togo wa kuwafukuza wavuvi wa Ghana.", "SANCTION", "planned"),
        # a subjunctive after «tangu» tells what happened, the complement of a decision what is done
        ("Wananchi wamefurahi tangu jeshi la Togo lichukue madaraka.", "ASSAULT", "actual"),
        ("Uamuzi wa kuwafukuza wavuvi wa Ghana umetangazwa na serikali ya Togo.", "SANCTION", "actual"),
        # what is rejected was asked for
        ("Rais wa Togo amekaidi wito wa Ghana.", "REQUEST", "actual"),
        # an infinitive after «na» goes on from the verb before it, unless this verb speaks of both
        ("Polisi wa Togo walizuia mkutano na kuwakamata wanafunzi.", "COERCE", "actual"),
        ("Waziri wa Togo alikanusha madai hayo na kuwalaumu wapinzani.", "ACCUSE", "actual"),
        ("Rais wa Togo amekataa kujiuzulu na kuwalaumu wapinzani.", "ACCUSE", "actual"),
        ("Waasi wa Togo walishindwa kuingia Lomé na kuwaua wavuvi.", "ASSAULT", "negated"),
        ("Ghana inaishutumu Togo kwa uzembe na kuwatesa wavuvi.", "ASSAULT", "alleged"),
        ("Jeshi la Togo halikuweza kuuteka mji wa Accra.", "ASSAULT", "negated"),
        # a noun after a verb of saying is the subject of the future verb that follows
        ("Waziri wa Togo amesema mkutano kati ya Togo na Ghana utafanyika kesho.", "CONSULT", "planned"),
        ("Waziri wa Togo amesema mazungumzo na Ghana yataanza kesho.", "CONSULT", "planned"),
        ("Mkutano kati ya Togo na Ghana utajadili mpaka.", "CONSULT", "planned"),
        ("Ziara ya Rais wa Togo nchini Ghana itachukua siku tatu.", "CONSULT", "planned"),
        # what will go on is there
        ("Mgomo wa walimu wa Togo utaendelea hadi Ijumaa.", "PROTEST", "actual"),
        ("Rais wa Togo ataendelea na ziara yake nchini Ghana kesho.", "CONSULT", "planned"),
        # what a preposition opens is not governed by the verb before
        ("Rais wa Togo atahutubia baada ya waasi kuwaua wavuvi wa Ghana.", "ASSAULT", "actual"),
        # what somebody threatens is no condition of what he says
        (
            "Akitishia kwamba wavuvi watakamatwa kwa nguvu, Rais wa Togo alisifu jeshi.",
            "THREATEN",
            "actual",
        ),
        ("Waasi wa Togo wamedai kuwaua wanajeshi kumi na kumkamata mmoja.", "COERCE", "actual"),
        ("Mensah wa Togo alipiga marufuku redio, kuwaua wavuvi na kuwakamata wapinzani.", "ASSAULT", "actual"),
        ("Wanasiasa wa Togo wanadai walizuiwa kushiriki uchaguzi.", "COERCE", "alleged"),
        (
            "Waasi wameonya kwamba wataingia Lomé, licha ya serikali ya Togo kutangaza sitisho la mapigano.",
            "CONCEDE",
            "actual",
        ),
    ],
)
def test_status_of_an_act(text, type_, status):
    found = statuses(text)
    assert type_ in found, found
    assert found[type_] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Al-Shabaab wamedai kuwaua wanajeshi kumi wa Togo.", "actual"),
        ("Al-Shabaab limedai kuhusika na shambulizi lililowaua wavuvi wa Togo.", "actual"),
        ("Wavuvi wa Togo wamedai kupigwa na polisi.", "alleged"),
        ("Polisi wa Togo wanadaiwa kuwaua wavuvi.", "alleged"),
    ],
)
def test_who_claims_his_own_attack_is_believed(text, status):
    assert {event.status for event in matukio.read(text).events if event.type == "ASSAULT"} == {status}
