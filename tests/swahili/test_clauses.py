"""Subjects, objects and what governs what."""

import pytest

from matukio.swahili import Predicate, Text, analyze, parse, phrase_at
from matukio.swahili.joined_nouns import JoinedNoun
from matukio.tables import files, read_table


def predicates(string: str) -> tuple[Text, list[Predicate]]:
    text = analyze(string)
    return text, [predicate for sentence in text.sentences for predicate in parse(sentence).predicates]


def words(text: Text, phrases) -> list[str]:
    return [text.span(phrase.first, phrase.last).text for phrase in phrases]


def test_joined_subjects_and_governed_infinitive():
    text, (accuse, give) = predicates(
        "Maafisa wa Kenya na Uganda wameishtumu Kigali kwa kuipatia M23 silaha za kivita."
    )
    assert words(text, accuse.subjects) == ["Maafisa wa Kenya", "Uganda"]
    assert words(text, accuse.objects) == ["Kigali"]
    assert give.governor == 0 and give.link == "kwa"
    assert words(text, give.objects) == ["M23", "silaha za kivita"]


def test_title_and_name_are_one_phrase():
    text, (expect, arrive, *_) = predicates(
        "Rais wa Zambia Hakainde Hichilema anatarajiwa kuwasili mjini Lusaka kesho."
    )
    assert words(text, expect.subjects) == ["Rais wa Zambia Hakainde Hichilema"]
    assert arrive.governor == 0


def test_passive_agent_is_no_subject_of_the_next_verb():
    text, (killed, were) = predicates("Wanajeshi waliouawa na waasi walikuwa wakisafiri.")
    assert killed.subject_is_head
    assert words(text, killed.relative_head and [killed.relative_head]) == ["Wanajeshi"]
    assert words(text, [oblique.phrase for oblique in killed.obliques]) == ["waasi"]
    assert words(text, were.subjects) == ["Wanajeshi"]


def test_subject_after_a_quotation():
    text, found = predicates("“Hali ni shwari,” alisema Juma.")
    assert words(text, found[-1].subjects) == ["Juma"]
    assert found[-1].inverted


def test_auxiliary_and_verb_are_one_group():
    text, (group,) = predicates("Serikali ilikuwa imetangaza vikwazo vipya.")
    assert text.span(group.first, group.last).text == "ilikuwa imetangaza"
    assert group.outer.tense == "past" and group.verb.stem == "tangaza"


def test_prepositions_of_two_words():
    text, (launch,) = predicates("Jeshi lilianzisha operesheni dhidi ya waasi katika mkoa wa Ituri.")
    assert [(o.preposition, words(text, [o.phrase])[0]) for o in launch.obliques] == [
        ("dhidi ya", "waasi"),
        ("katika", "mkoa wa Ituri"),
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Rais wa Ghana Kofi Adomako alikutana na wavuvi.", "Rais wa Ghana Kofi Adomako"),
        ("Rais Kofi Adomako alikutana na wavuvi.", "Rais Kofi Adomako"),
        ("Alikutana na Rais wa Peru Rosa Quispe mjini Lima.", "Rais wa Peru Rosa Quispe"),
        ("Alimpokea balozi Rosa Quispe nchini Ghana.", "balozi Rosa Quispe"),
        ("Walimsikia msemaji wa jeshi nchini Ghana.", "msemaji wa jeshi nchini Ghana"),
    ],
)
def test_an_office_takes_the_name_after_it_and_no_place_after_the_name(sentence: str, phrase: str) -> None:
    text = analyze(sentence)
    first = text.index_at(sentence.index(phrase))
    found = phrase_at(text, first, len(text))
    assert found is not None and text.span(found.first, found.last).text == phrase


@pytest.mark.parametrize(
    ("sentence", "number", "subjects"),
    [
        ("Wiki iliopita serikali iliwafukuza mabalozi.", 1, ["serikali"]),  # for iliyopita
        ("Maandamano yaliofanyika Lomé yamelaaniwa.", 0, ["Maandamano"]),
        ("Rais wa Togo tayari amejiuzulu.", 0, ["Rais wa Togo"]),
        ("Wakulima nao wanataka bei ipande.", 0, ["Wakulima"]),
        ("Hatua hiyo iliwaudhi Wakenya kwenye mitandao, ambao walimkosoa waziri.", 1, ["Wakenya"]),
        ("Waandamanaji wa Togo, wengi wao wakiwa vijana, walivamia ofisi.", 1, ["Waandamanaji wa Togo"]),
    ],
)
def test_subjects_past_what_stands_between(sentence: str, number: int, subjects: list[str]) -> None:
    text, found = predicates(sentence)
    assert words(text, found[number].subjects) == subjects


@pytest.mark.parametrize(
    ("sentence", "agent", "place"),
    [
        ("Waasi waliuawa na wanajeshi wa Togo kaskazini mwa Mali.", "wanajeshi wa Togo", "kaskazini mwa Mali"),
        ("Waasi waliuawa na wanajeshi kusini mashariki mwa Mali.", "wanajeshi", "kusini mashariki mwa Mali"),
    ],
)
def test_side_of_a_country_tells_where_without_a_preposition(sentence, agent, place):
    text, (killed,) = predicates(sentence)
    assert [(o.sense, *words(text, [o.phrase])) for o in killed.obliques] == [("na", agent), ("at", place)]
    assert not killed.objects


@pytest.mark.parametrize("people", ["watu kumi na wawili", "watu mia mbili na tatu", "wakimbizi elfu tano na mia sita"])
def test_number_in_words_is_one_phrase_with_what_it_counts(people):
    text, (killed,) = predicates(f"Waasi waliwaua {people}.")
    assert words(text, killed.objects) == [people]


def test_a_comma_may_stand_before_pamoja_na():
    text, (arrested,) = predicates("Waziri mkuu wa Togo, Juma Ali, pamoja na mkewe, wamekamatwa.")
    assert words(text, arrested.subjects) == ["Waziri mkuu wa Togo, Juma Ali", "mkewe"]


@pytest.mark.parametrize("people", ["Waandamanaji wapatao 1,000", "Watu wasiopungua kumi", "Raia wasiozidi 200"])
def test_a_number_that_is_only_near_is_one_phrase_with_what_it_counts(people):
    text, (marched,) = predicates(f"{people} waliandamana mjini Lomé.")
    assert words(text, marched.subjects) == [people]


@pytest.mark.parametrize(
    "somebody", ["Asha Juma, mbunge wa Lindi na mwanasheria", "Meja Baraka Ouma, kamanda wa jeshi"]
)
def test_titles_after_a_comma_belong_to_the_name_before_it(somebody):
    text, (caught,) = predicates(f"{somebody}, alikamatwa.")
    assert words(text, caught.subjects) == [somebody]


def test_several_people_are_not_titles_of_the_first():
    text, (met,) = predicates("Meja Baraka Ouma, waziri wa ulinzi na mkuu wa jeshi walikutana.")
    assert words(text, met.subjects) == ["Meja Baraka Ouma", "waziri wa ulinzi", "mkuu wa jeshi"]


def test_a_list_ends_with_its_last_member_after_na():
    text, found = predicates(
        "Viongozi wa Togo, wakiwemo wabunge na mawaziri, vyombo vya habari vimeripoti, walikutana mjini Lomé."
    )
    report = next(p for p in found if text.span(p.first, p.last).text == "vimeripoti")
    assert words(text, report.subjects) == ["vyombo vya habari"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Mgombea mwenza wa Raila Odinga",
        "Madaktari bingwa wa ngozi",
        "Makamu mwenyekiti wa chama cha wakulima",
        "Naibu spika wa bunge",
        "Afisa habari wa wilaya",
        "Wafanyakazi wanawake wa kiwanda",
        "Maafisa waandamizi wa jeshi",
        "Mtu huyo kwa jina Juma Moussa",
        "Asha Moussa binti yake Rais Juma Moussa",
        "Moussa mkurugenzi wa shule",
        "Jumuiya ya wanahabari, taasisi ya Togo,",
    ],
)
def test_a_phrase_with_what_says_what_it_is(phrase: str):
    text = analyze(f"{phrase} alisema hivyo.")
    found = phrase_at(text, 0, len(text))
    assert found is not None and words(text, [found]) == [phrase.rstrip(",")]


def test_nouns_joined_without_a_connective_are_one_phrase():
    for row in read_table(files("matukio.swahili") / "joined_nouns.tsv", JoinedNoun):
        text = analyze(f"{row.example.capitalize()} alisema hivyo.")
        found = phrase_at(text, 0, len(text))
        assert found is not None and words(text, [found]) == [row.example.capitalize()], row.example


def test_two_nouns_beside_each_other_are_not_always_one():
    text, found = predicates("Aliwaambia wabunge walimu wamefika.")
    assert words(text, found[-1].subjects) == ["walimu"]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Moussa alisema Juma na “kundi lake” wamekataa.", ["Juma", "kundi lake"]),
        ("Alitoa wito watu waondoke.", ["watu"]),
        ("Alisema yeye pamoja na naibu wake, Juma Moussa, walikataa.", ["yeye", "naibu wake, Juma Moussa"]),
        ("Kundi linalojulikana kama Simba lilikataa.", ["Kundi"]),
    ],
)
def test_subject_of_the_last_verb(sentence: str, subjects: list[str]):
    text, found = predicates(sentence)
    assert words(text, found[-1].subjects) == subjects
