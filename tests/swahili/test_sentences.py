"""Words and sentences with their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.swahili import analyze


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in analyze(text).sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rais aliwasili. Alizungumza na waandishi.", 2),
        ("Dkt. Asha alisema hali ni nzuri.", 1),
        ("“Hapana,” alisema. “Hatutaondoka.” Kisha aliondoka.", 3),
        ("Kichwa bila nukta\nAya ya kwanza.\nAya ya pili.", 3),
        ("Walipata shilingi 1,250.50 jana.", 1),
        ("J. M. Otieno alifika.", 1),
        ("Watu walikimbia.Polisi waliwafuata.", 2),
        ("Je, wataondoka? Haijulikani!", 2),
        ("", 0),
        ("\n\n", 0),
    ],
)
def test_split(text, count):
    assert len(sentences(text)) == count


def test_words_keep_their_marks():
    words = [word.text for word in analyze("Ng'ombe 1,250 wa Kim Jong-un (WHO).").sentences[0]]
    assert words == ["Ng'ombe", "1,250", "wa", "Kim", "Jong", "-", "un", "(", "WHO", ")", "."]


@given(st.text())
def test_every_word_is_its_slice(text):
    analysed = analyze(text)
    for sentence in analysed.sentences:
        for word in sentence:
            assert text[word.start : word.end] == word.text
    covered = "".join(word.text for sentence in analysed.sentences for word in sentence)
    assert covered == "".join(text.split())


def test_sentence_at_finds_the_sentence_of_an_offset():
    analysed = analyze("Moja. Mbili. Tatu.")
    assert analysed.sentence_at(8).text == "Mbili."


def test_halves_of_a_word_are_one_where_neither_is_a_word() -> None:
    text = analyze("Amesema ku kiwa na amani, nchi zikiwe mo zote zitafaidi. Wa kwao watarudi.")
    words = [word.text for word in text.sentences[0]]
    assert words == ["Amesema", "ku kiwa", "na", "amani", ",", "nchi", "zikiwe mo", "zote", "zitafaidi", "."]
    assert [word.lemma for word in text.sentences[0]][1] == "wa"
    assert [word.text for word in text.sentences[1]] == ["Wa", "kwao", "watarudi", "."]
    assert text.string[text.starts[1] : text.ends[1]] == "ku kiwa"


def test_halves_on_two_lines_stay_two_words() -> None:
    text = analyze("Amesema ku \nkiwa na amani.")
    assert [len(sentence) for sentence in text.sentences] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Elimu || Mnamo 1990 alijiunga na chuo cha Kampala.",
        "Maisha ya awali || Katika kijiji hicho wengi walikuwa wavuvi.",
        "Mkutano ulifanyika Kigali || Lakini hakuna aliyetia saini.",
        "“Tutarudi,” alisema Otieno || Hata hivyo wengi hawakumwamini.",
        "Bei ya mafuta imepanda || Alisema hayo alipozungumza na wanahabari.",
        "Vita viliisha miaka mingi iliyopita || Mwaka 1998 vilianza tena.",
        "Daraja lilivunjika (Gazeti la Mto) || Hata hivyo hakuna aliyejeruhiwa.",
        "Chanzo cha picha, Shirika la Mto || Maelezo ya picha, Wavuvi wa Kisumu",
    ],
)
def test_headings_and_lost_full_stops_are_told_by_a_capital(text):
    assert sentences(text.replace(" ||", "")) == text.split(" || ")


def test_a_line_break_that_is_written_out_ends_a_sentence() -> None:
    text = analyze("Mkutano wa Kigali\\n\\nAsha alifika.\\nAlizungumza kwenye C:\\nyumbani.")
    assert [sentence.text for sentence in text.sentences] == [
        "Mkutano wa Kigali\\n\\n", "Asha alifika.\\n", "Alizungumza kwenye C:\\nyumbani.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Kitabu cha Shule Kwa Watoto kitauzwa kesho.",
        "Rais wa Chama Cha Wakulima alifika.",
        "Mikopo Kwa Wakulima wa Kahawa",
        "Akiwa Katika mkutano huo alizungumza na wakulima.",
        "Ofisi ya Kuhusu Uhamiaji itafungwa.",
        "Gazeti la “Sauti Katika Giza” lilifungwa.",
        "Sheikh Aliamini alikamatwa jana.",
        "Mkoa wa Mara umepata gavana mpya.",
    ],
)
def test_capitals_of_names_and_titles_begin_no_sentence(text):
    assert sentences(text) == [text]
