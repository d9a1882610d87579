"""Whom a dropped subject, «huyo» and the like mean."""

import pytest

from matukio.entities import find_entities
from matukio.references import Discourse, resolve
from matukio.swahili import analyze


def discourse(string: str) -> Discourse:
    text = analyze(string)
    return resolve(text, find_entities(text))


def subject_of(string: str, verb: str) -> list[str]:
    """The words of whom the verb's subject is."""
    found = discourse(string)
    for number, clauses in enumerate(found.clauses):
        for predicate in clauses.predicates:
            if found.text.word(predicate.main).text == verb:
                return [party.text for party in found.subject(number, predicate).parties]
    raise AssertionError(f"{verb} is no predicate")


def test_nobody_has_anything_face_to_face():
    found = discourse("Waziri Mbando alifika. Watakutana ana kwa ana.")
    verbs = [found.text.word(p.main).text for clauses in found.clauses for p in clauses.predicates]
    assert verbs == ["alifika", "Watakutana"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Rais Samia Suluhu aliwasili Nairobi. Alizungumza na waandishi.", "Alizungumza", ["Rais Samia Suluhu"]),
        ("Marekani imetangaza vikwazo. Imesema vitaanza kesho.", "Imesema", ["Marekani"]),
        ("Waziri Mbando alifika Kampala. Waziri huyo alikutana na wabunge.", "alikutana", ["Waziri Mbando"]),
        ("Waziri Mbando alifika Kampala. Kiongozi huyo wa chama alikutana na wabunge.", "alikutana", ["Waziri Mbando"]),
        (
            "Waziri wa Togo Mbando alifika. Afisa huyo wa Ghana alikutana na wabunge.",
            "alikutana",
            ["Afisa huyo wa Ghana"],
        ),
        ("Umoja wa Ulaya ulikutana. Muungano huo umesema utasaidia.", "umesema", ["Umoja wa Ulaya"]),
        ("Al-Shabaab walishambulia kambi. Kundi hilo limesema litaendelea.", "limesema", ["Al-Shabaab"]),
        ("Kenya ilituma wanajeshi Haiti. Nchi hiyo imesema watarudi.", "imesema", ["Kenya"]),
        (
            "Waziri Mbando alifika Kampala. Neema Kitwana alimpokea. Baadaye waziri huyo alihutubia mkutano.",
            "alihutubia",
            ["Waziri Mbando"],
        ),
        ("Vijana nchini Togo wanasema kwamba nchi hiyo itaendelea.", "itaendelea", ["Togo"]),
        ("Al-Shabaab ilituma ujumbe. Shambulizi hilo limesababisha hofu.", "limesababisha", ["Shambulizi hilo"]),
        ("Waziri Mbando alifika Kampala. Mwanahabari huyo alikamatwa.", "alikamatwa", ["Mwanahabari huyo"]),
        ("Rais wa Malawi anatarajiwa kusaini mkataba.", "kusaini", ["Rais wa Malawi"]),
        ("Waziri Mbando alimkaribisha Neema Kitwana. Kisha aliondoka.", "aliondoka", ["Waziri Mbando"]),
        ("Mbando alifika Kampala. Makondaro amekuwa maarufu.", "amekuwa", ["Makondaro"]),
        ("Waziri Mbando alifika Kampala. Imetayarishwa na Neema Kitwana.", "Imetayarishwa", []),
        ("Kenya ilituma wanajeshi Haiti. Itakuwa kazi bure.", "Itakuwa", []),
        ("Waziri Mbando alifika. “Mungu ni mwema,” alisema.", "alisema", ["Waziri Mbando"]),
        ("Wabunge walifika. Walioshuhudia wanasema watu waliumia.", "wanasema", []),
        ("Kenya ilituma wanajeshi Haiti. Ijumaa iliweka rekodi.", "iliweka", []),
        ("Waziri Mbando alifika. Iwapo atachaguliwa, Neema Kitwana atarudi.", "atachaguliwa", ["Neema Kitwana"]),
        ("Waziri Mbando alifika. Alipofika Kampala, Neema Kitwana aliugua.", "Alipofika", ["Neema Kitwana"]),
        ("Waziri Mbando alifika. Alipofika Kampala, Neema Kitwana alimpokea.", "Alipofika", ["Waziri Mbando"]),
        ("Waziri Mbando alisema Italia walichelewa.", "walichelewa", []),
        ("Waziri Mbando alifika. Alisema Waeritrea waliahidi msaada.", "waliahidi", ["Waeritrea"]),
        ("“Baba yangu ni mgonjwa. Atarudi kesho,” waziri Mbando alisema. “Amelala,” aliongeza.", "Amelala", []),
        ("Serikali ya Togo iliondoa marufuku. Mamlaka ya anga, imesema ni salama.", "imesema", ["Mamlaka ya anga"]),
        (
            "Rais Neema Kitwana, profesa wa sheria, anaeleza mengi. Anaongeza kwamba …",
            "Anaongeza",
            ["Rais Neema Kitwana, profesa wa sheria"],
        ),
        ("Neema Kitwana alikuwa waziri wa Togo. Aliondoka.", "Aliondoka", ["Neema Kitwana"]),
        (
            "Kenya inahifadhi wakimbizi kutoka nchini Togo, na nchi hiyo imeomba msaada.",
            "imeomba",
            ["Kenya"],
        ),
        ("Polisi walifika. Hawa wanajeshi walikimbia.", "walikimbia", ["wanajeshi"]),
        (
            "Kenya, Uganda na Rwanda zilikutana. Baadaye nchi hizo tatu zilikubaliana.",
            "zilikubaliana",
            ["Kenya", "Uganda", "Rwanda"],
        ),
        ("Kenya na Uganda zilikutana. Baadaye nchi hizo tatu zilikubaliana.", "zilikubaliana", ["nchi hizo tatu"]),
        ("Polisi wamemtaja afisa Neema Kitwana. Alikuwa hodari.", "Alikuwa", ["afisa Neema Kitwana"]),
        ("Wabunge walifika. Waziri Mbando amesema kwamba hawajui lolote.", "hawajui", ["Waziri Mbando"]),
        ("Waziri Mbando alifika. “Wabunge watafika,” alisema.", "alisema", ["Waziri Mbando"]),
        ("Rais Mbando alifika. Taarifa ya Neema Kitwana aliyoitoa jana ilisambaa.", "aliyoitoa", ["Neema Kitwana"]),
        ("Rais Mbando alifika. Ni salama kama alivyoeleza Neema Kitwana.", "alivyoeleza", ["Neema Kitwana"]),
        ("Rais Mbando alifika. Kwa upande wa Neema Kitwana, ameandika barua.", "ameandika", ["Neema Kitwana"]),
        ("Waziri Mbando alifika. Akihutubia taifa, Rais Neema Kitwana alilia.", "Akihutubia", ["Rais Neema Kitwana"]),
        (
            "Kenya na Uganda zilikutana mjini Nairobi, ambapo nchi hizo zilikubaliana.",
            "zilikubaliana",
            ["Kenya", "Uganda"],
        ),
        ("Waziri Mbando alifika. Alisema watu watarudi. Aliongeza kwamba ni salama.", "Aliongeza", ["Waziri Mbando"]),
        ("Raia walipiga kura. Hao ambao waliiba kura wataadhibiwa.", "wataadhibiwa", ["Hao"]),
        (
            "Afisa wa afya wa Togo alifika. Neema Kitwana alimpokea. Afisa huyo wa afya alikanusha.",
            "alikanusha",
            ["Afisa wa afya wa Togo"],
        ),
        (
            "Rais Mbando alifika. Mbando alimsifu Neema Kitwana. Baadaye Mbando alimtaja kiongozi huyo.",
            "alifika",
            ["Rais Mbando"],
        ),
        ("Uganda na Rwanda zilikutana. Zilikubaliana kufungua mpaka.", "Zilikubaliana", ["Uganda", "Rwanda"]),
        ("Waziri Mbando alifika. “Tutashinda vita.” amesema Neema Kitwana.", "amesema", ["Neema Kitwana"]),
        ("Daktari Mbando alifika. Na mfamasia mmoja alikamatwa.", "alikamatwa", ["mfamasia mmoja"]),
        ("Polisi walifika. Ikinukuu maafisa, gazeti la Mbando liliripoti.", "Ikinukuu", []),
        ("Mbando alifika. Kupitia mitandao ya kijamii Neema Kitwana alilaani.", "alilaani", ["Neema Kitwana"]),
        ("Rais Mbando alifika. Akitaja rafiki (Neema Kitwana). Amesema amepona.", "Amesema", ["Rais Mbando"]),
        ("Neema Kitwana, kocha wa LA Clippers asema timu iko tayari.", "asema", ["Neema Kitwana"]),
        ("Waziri Mbando alikosoa kauli ya Neema Kitwana kwamba atarudi.", "atarudi", ["Neema Kitwana"]),
        ("Waziri Mbando alisema vita havitaisha hadi Neema Kitwana aondoke.", "aondoke", ["Neema Kitwana"]),
        ("Polisi walifika. Mbando alisema wabunge katika kamati walikataa.", "walikataa", ["wabunge"]),
        (
            "Polisi walifika. Baada ya kukamatwa kwa Neema Kitwana, wafuasi wake waliandamana.",
            "waliandamana",
            ["wafuasi wake"],
        ),
    ],
)
def test_subject(text, verb, subject):
    assert subject_of(text, verb) == subject


def test_a_verb_in_the_first_person_waits_for_its_speaker():
    assert subject_of("Rais alifika. “Tutashinda vita hivi.”", "Tutashinda") == []


def test_what_is_resolved_says_by_which_rule():
    found = discourse("Rais Samia Suluhu aliwasili Nairobi. Alizungumza na waandishi.")
    resolved = found.subject(1, found.clauses[1].predicates[0])
    assert [evidence.rule for evidence in resolved.evidence] == ["reference: dropped subject"]


def test_a_party_has_country_and_sector():
    found = discourse("Msemaji wa jeshi la Uganda alisema hivyo.")
    phrase = found.clauses[0].predicates[0].subjects[0]
    [party] = found.resolve(phrase).parties
    assert (party.country, party.sector) == ("UGA", "MIL")


@pytest.mark.parametrize(
    ("before", "pair"),
    [
        ("Rais wa Kenya alikutana na Rais wa Uganda.", ["Kenya", "Uganda"]),
        ("Kenya na Uganda zilikutana na balozi wa Ufaransa.", ["Kenya", "Uganda"]),
        ("Waziri wa Marekani amewasili China. Mvua ilinyesha.", ["Marekani", "China"]),
        ("Kenya imefunga mpaka wa Uganda. Kenya ilituma askari. Ufaransa imewapokea wakimbizi.", ["Kenya", "Uganda"]),
    ],
)
def test_two_countries(before, pair):
    assert subject_of(f"{before} Nchi hizo mbili zilikubaliana kufungua mpaka.", "zilikubaliana") == pair


@pytest.mark.parametrize(
    ("subject", "sector"),
    [
        ("Viongozi wa nchi hizo mbili", "GOV"),
        ("Marais wa nchi zote mbili", "GOV"),
        ("Mawaziri wa ulinzi wa nchi hizo jirani", "GOV"),
        ("Wanajeshi wa mataifa hayo mawili", "MIL"),
    ],
)
def test_people_of_two_countries(subject, sector):
    found = discourse(f"Kenya na Uganda zilirejesha uhusiano. {subject} walikutana mjini Eldoret.")
    parties = found.subject(1, found.clauses[1].predicates[0]).parties
    assert [(party.country, party.sector) for party in parties] == [("KEN", sector), ("UGA", sector)]


def test_one_person_is_of_one_country():
    found = discourse("Kenya na Uganda zilirejesha uhusiano. Mpatanishi wa nchi hizo mbili aliwasili.")
    assert len(found.subject(1, found.clauses[1].predicates[0]).parties) == 1


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rais wa Tanzania Samia Suluhu alifika Kigali. Serikali yake itafungua mpaka.", "TZA"),
        ("Kenya imefunga ubalozi wa Ufaransa. Balozi wake amerudi.", "KEN"),
    ],
)
def test_what_is_theirs_is_of_their_country(text, country):
    found = discourse(text)
    [party] = found.subject(1, found.clauses[1].predicates[0]).parties
    assert party.country == country
