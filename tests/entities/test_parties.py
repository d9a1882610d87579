"""Country and sector of a noun phrase, as the codebook has them."""

import json
from datetime import date

import pytest

from matukio.entities import describe, find_entities
from matukio.entities.homes import Homes
from matukio.swahili import analyze


def description(phrase, home="TZA"):
    text = analyze(phrase)
    return describe(text, 0, len(text), find_entities(text), home)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Rais wa Russia Vladimir Putin", "RUS", "GOV"),
        ("maafisa wa Kremlin", "RUS", "GOV"),
        ("msemaji wa jeshi la Uganda", "UGA", "MIL"),
        ("wabunge wa upinzani nchini Kenya", "KEN", "LEG"),
        ("waandamanaji", "TZA", "CVL"),
        ("baadhi ya waandamanaji hao", "TZA", "CVL"),
        ("vikosi vya usalama", "TZA", "COP"),
        ("watu 16", "TZA", "CVL"),
        ("Umoja wa Mataifa", "UNO", "IGO"),
        ("Tume ya Umoja wa Afrika", "IGO", "IGO"),
        ("Nairobi", "KEN", "GOV"),
        ("Wapalestina", "PSE", "CVL"),
        ("mahakama ya juu ya Kenya", "KEN", "JUD"),
        ("Reuters", "GBR", "JRN"),
        ("rais wa zamani Park", "KOR", "ELI"),
        ("wapiganaji wa al-Shabaab", "SOM", "REB"),
        ("waasi wa Kihouthi", "YEM", "REB"),
        ("jumuiya ya kimataifa", None, None),
        ("viongozi wa nchi nyingine", None, "GOV"),
        ("viongozi wa Afrika Magharibi", None, "GOV"),
        ("viongozi 37", None, "GOV"),
        ("watu kote duniani", None, "CVL"),
        ("Wizara ya Mambo ya Nchi za Nje", "TZA", "GOV"),
        ("makampuni makubwa ya kimataifa", "MNC", "BUS"),
        ("chama kikuu cha wauguzi", "TZA", "LAB"),
        ("umoja wa wauguzi", "TZA", "LAB"),
        ("chama cha wanasayansi", "TZA", "SOC"),
        ("chama cha wachimbaji madini", "TZA", "BUS"),
        ("umoja wa vijana", "TZA", "SOC"),
        ("mwenyekiti wa baraza la vijana wa Chadema", "TZA", "OPP"),
        ("viongozi Wademokrat", "USA", "PTY"),
        ("wale wa jeshi la Uganda", "UGA", "MIL"),
        ("mwenzake wa Uganda", "UGA", "GOV"),
        ("Rais Juma Adomako wa Togo", "TGO", "GOV"),
        ("wanamgambo wa kikosi cha raia", "TZA", "PRM"),
        ("mataifa ya Magharibi", None, "GOV"),
        ("mkurugenzi wa kampuni ya Apple", "USA", "BUS"),
        ("katibu mkuu wa Umoja wa Mataifa", "UNO", "IGO"),
        ("kikundi cha kupigania uhuru wa habari", "TZA", "SOC"),
        ("mtandao wa kimataifa wa kutetea wakulima", "NGO", "SOC"),
        ("viongozi wa ASEAN", "IGO", "GOV"),
        ("wafanyakazi wa Umoja wa Mataifa", "UNO", "IGO"),
        ("viongozi wa dunia", None, "GOV"),
        ("mabalozi wa nchi jirani", None, "GOV"),
        ("wasafiri wa Rwanda", "RWA", "CVL"),
        ("mbunge wa Langata Zamboro Kitwana", "KEN", "LEG"),
        ("Wizara ya Ulinzi ya Malawi", "MWI", "GOV"),
        ("wanachama wa ECOWAS", "IGO", "GOV"),
        ("wanasiasa wakuu wa upinzani wa Malawi", "MWI", "OPP"),
        ("wanajeshi wa vyama tawala vya zamani vya Malawi", "MWI", "MIL"),
        ("wanajeshi wa zamani wa Malawi", "MWI", "ELI"),
    ],
)
def test_country_and_sector(phrase, country, sector):
    found = description(phrase)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("before", "phrase", "country", "sector"),
    [
        ("Hamas ilikubali pendekezo hilo. ", "Msemaji wa kundi hilo", "PSE", "REB"),
        ("Chadema imewasilisha malalamiko. ", "wafuasi wa chama hicho", "TZA", "OPP"),
        ("Wabunge walikutana Zambia. ", "Serikali ya nchi hiyo", "ZMB", "GOV"),
        ("Polisi wa Malawi walifika. Waziri wa Zambia aliondoka. ", "Polisi", "MWI", "COP"),
        ("Mahakama ya Kimataifa ya Uhalifu (ICC) ilianza kikao. ", "Jaji", "IGO", "JUD"),
        ("Msemaji wa polisi Ally Zuberi alisema hayo. ", "Zuberi", "TZA", "COP"),
        ("Mwanahabari Neema Zuberi aliuliza swali. ", "Zuberi", "TZA", "JRN"),
        ("Seneta Kamala Harris alizungumza mjini Chicago. ", "Harris", "USA", "LEG"),
    ],
)
def test_what_was_told_before(before, phrase, country, sector):
    text = analyze(before + phrase + " alisema mazungumzo yataendelea.")
    first = text.index_at(len(before))
    last = first + len(phrase.split())
    found = describe(text, first, last, find_entities(text), "TZA")
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("year", "name", "sector"),
    [(2020, "Jakaya Kikwete", "ELI"), (2010, "Jakaya Kikwete", "GOV"), (2020, "Julius Nyerere", "GOV")],
)
def test_who_has_left_office_is_a_notable_and_the_dead_act_in_history(year, name, sector):
    assert find_entities(f"{name} alihutubia mkutano.", date(year, 6, 1))[0].sector == sector


def test_a_capital_acts_for_its_country():
    found = description("Nairobi")
    assert (found.name, found.link) == ("Kenya", "cty:KEN")


def test_home_is_the_most_named_country():
    text = analyze("Polisi nchini Uganda walikamata watu. Mjini Kampala hali ni shwari. Kenya ilitoa taarifa.")
    assert Homes(text, find_entities(text)).of_article() == "UGA"
    assert Homes(analyze("Watu walikusanyika."), ()).of_article() is None


def test_a_state_told_beside_its_own_territory_only_says_whose_that_is():
    text = analyze("China imeonya tena. Hong Kong imekumbwa na maandamano. Waandamanaji wa Hong Kong walikusanyika.")
    assert Homes(text, find_entities(text)).of_article() == "HKG"


def test_whose_report_it_is_gives_a_person_no_office():
    text = analyze("Nchini Togo polisi walimkamata Esi Agbeko. Ripoti za Agbeko zilihusu Ghana.")
    person = next(name for name in find_entities(text) if name.text == "Esi Agbeko")
    assert (person.country, person.sector) == ("TGO", None)


@pytest.mark.shared
def test_parties_of_the_training_articles(shared):
    """A floor under the share of parties, given their words, whose country and sector are right."""
    right = total = 0
    for path in sorted((shared / "gold" / "train").glob("voa-train-1-*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        text = analyze(article["text"])
        names = find_entities(text)
        home = Homes(text, names).of_article()
        for party in (p for event in article["events"] for p in event["actors"]):
            found = describe(text, text.index_at(party["start"]), text.index_at(party["end"] - 1) + 1, names, home)
            right += (found.country, found.sector) == (party["country"], party["sector"])
            total += 1
    assert right / total > 0.7


@pytest.mark.parametrize(
    ("phrase", "link"),
    [
        ("rais wa zamani Barack Obama", "per:barack-obama"),
        ("mke wa rais wa zamani Barack Obama", None),
        ("wakili wa Rais Donald Trump", None),
    ],
)
def test_only_the_name_itself_is_linked(phrase, link):
    assert description(phrase).link == link
