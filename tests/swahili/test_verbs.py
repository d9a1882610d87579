"""Verb forms taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.swahili import Word, analyze


def word(form: str) -> Word:
    return analyze(form).word(0)


FORMS = [
    # form, subject, tense, negative, relative, object, chain
    ("alisema", "a", "past", False, None, None, ("sema",)),
    ("wameishtumu", "wa", "perfect", False, None, "i", ("shtumu",)),
    ("wasiowatembelea", "wa", "general", True, "o", "wa", ("tembelea", "tembea")),
    ("alipofika", "a", "past", False, "po", None, ("fika",)),
    ("kuipatia", None, "infinitive", False, None, "i", ("patia", "pata")),
    ("anatarajiwa", "a", "present", False, None, None, ("tarajiwa", "tarajia")),
    ("hakusema", "ha", "past", True, None, None, ("sema",)),
    ("hawajafika", "hawa", "not-yet", True, None, None, ("fika",)),
    ("haisemi", "hai", "present", True, None, None, ("sema",)),
    ("waliouawa", "wa", "past", False, "o", None, ("uawa", "ua")),
    ("wanaouawa", "wa", "present", False, "o", None, ("uawa", "ua")),
    ("yatangaza", "ya", "general", False, None, None, ("tangaza",)),
    ("yaafikiana", "ya", "general", False, None, None, None),
    ("anakula", "a", "present", False, None, None, ("la",)),
    ("atakuja", "a", "future", False, None, None, ("ja",)),
    ("kwenda", None, "infinitive", False, None, None, ("enda",)),
    ("amekwisha", "a", "perfect", False, None, None, ("isha",)),
    ("ameshafika", "a", "already", False, None, None, ("fika",)),
    ("alichukuliwa", "a", "past", False, None, None, ("chukuliwa", "chukua")),
    ("wakihukumiwa", "wa", "situational", False, None, None, ("hukumiwa", "hukumu")),
    ("zikafungwa", "zi", "consecutive", False, None, None, ("fungwa", "funga")),
    ("wangefika", "wa", "conditional", False, None, None, ("fika",)),
    ("asipofika", "a", "situational", True, None, None, ("fika",)),
    ("wasemao", "wa", "general", False, "o", None, ("sema",)),
    ("waseme", "wa", "subjunctive", False, None, None, ("sema",)),
    ("wasiseme", "wa", "subjunctive", True, None, None, ("sema",)),
    ("mwambie", None, "imperative", False, None, "mw", ("ambia",)),
    ("husema", None, "habitual", False, None, None, ("sema",)),
    ("kutofanya", None, "infinitive", True, None, None, ("fanya",)),
    ("kilichotangazwa", "ki", "past", False, "cho", None, ("tangazwa", "tangaza")),
    ("kitakachofanyika", "ki", "future", False, "cho", None, None),
    ("walipigana", "wa", "past", False, None, None, ("pigana", "piga")),
]


@pytest.mark.parametrize(("form", "subject", "tense", "negative", "relative", "obj", "chain"), FORMS)
def test_form(form, subject, tense, negative, relative, obj, chain):
    verb = word(form).verb
    assert verb is not None
    assert (verb.subject.prefix if verb.subject else None) == subject
    assert (verb.tense, verb.negative) == (tense, negative)
    assert (verb.relative.prefix if verb.relative else None) == relative
    assert (verb.object.prefix if verb.object else None) == obj
    if chain is not None:
        assert verb.chain[0] == chain[0] and set(chain) <= set(verb.chain)


def test_passive_is_the_outermost_extension():
    assert word("waliuawa").verb.passive
    assert not word("waliua").verb.passive


def test_reflexive_is_no_object_prefix():
    verb = word("wamejiuzulu").verb or word("alijiua").verb
    assert verb is not None and verb.object is None


@pytest.mark.parametrize("form", ["alisema", "wasiowatembelea", "wasemao", "anakula", "hawajafika", "kuuawa", "aliye"])
def test_segments_spell_the_word(form):
    assert "".join(segment.text for segment in word(form).analysis.segments) == form


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("viongozi", "NOUN", "kiongozi"),
        ("majeshi", "NOUN", "jeshi"),
        ("waandishi", "NOUN", "mwandishi"),
        ("wananchi", "NOUN", "mwananchi"),
        ("nyumbani", "NOUN", "nyumba"),
        ("makubwa", "ADJ", "kubwa"),
        ("mpya", "ADJ", "pya"),
        ("wa", "ADP", None),
        ("kwamba", "SCONJ", "kwamba"),
        ("Nairobi", "PROPN", "Nairobi"),
        ("2024", "NUM", "2024"),
        (",", "PUNCT", ","),
    ],
)
def test_word(form, upos, lemma):
    assert word(form).upos == upos
    assert lemma is None or word(form).lemma == lemma


def test_agent_noun_knows_its_verb():
    assert word("msemaji").analysis.source_verb == "sema"


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=20))
def test_any_word_has_a_reading(form):
    for each in analyze(form).sentences[0]:
        assert each.analyses


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "noun_class"),
    [
        ("vidaraja", "kidaraja", "NOUN", 8),
        ("kijikaratasi", "kijikaratasi", "NOUN", 7),
        ("majibwa", "jibwa", "NOUN", 6),
        ("jijini", "jiji", "NOUN", 5),
        ("kwamfano", "mfano", "NOUN", 3),
        ("inamaana", "wa na", "VERB", None),
    ],
)
def test_words_made_as_needed(form: str, lemma: str, upos: str, noun_class: int | None) -> None:
    word = analyze(f"Tena {form}.").word(1)
    assert (word.lemma, word.upos, word.noun_class) == (lemma, upos, noun_class)
