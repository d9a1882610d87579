"""Times in a spaCy pipeline, found by its entry points."""

from datetime import date

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from matukio.times import find_times

PUBLISHED = "2024-06-18"


def pipeline(language: str = "sw", **config: str) -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("matukio_times", config=config)
    return nlp


def read(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span._.timex_value) for span in doc.spans["times"]]


def test_times_are_spans_with_type_and_value() -> None:
    doc = pipeline(published=PUBLISHED)("Walikutana Jumatano iliyopita kwa saa tatu; watarejea kesho asubuhi.")
    assert read(doc) == [
        ("Jumatano iliyopita", "DATE", "2024-06-12"),
        ("saa tatu", "DURATION", "PT3H"),
        ("kesho asubuhi", "TIME", "2024-06-19TMO"),
    ]


def test_a_document_can_tell_its_own_day_of_publication() -> None:
    nlp = pipeline(published=PUBLISHED)
    for published in ("2020-01-02", date(2020, 1, 2)):
        doc = nlp.make_doc("Walifika jana.")
        doc._.published = published
        assert read(nlp(doc)) == [("jana", "DATE", "2020-01-01")]
    assert read(pipeline()("Walifika jana.")) == [("jana", "DATE", "XXXX-XX-XX")]


def test_swahili_words_stay_whole_and_ranges_come_apart() -> None:
    doc = pipeline()("Ng'ombe wa Ng’wanamalundi walihesabiwa 2013-2016, na tena 2018/19.")
    assert [token.text for token in doc[:3]] == ["Ng'ombe", "wa", "Ng’wanamalundi"]
    assert [(text, value) for text, _, value in read(doc)] == [
        ("2013", "2013"),
        ("2016", "2016"),
        ("2018", "2018"),
        ("19", "2019"),
    ]


def test_two_times_in_one_token_keep_their_values() -> None:
    doc = Doc(spacy.blank("xx").vocab, ["mwaka", "2013-2016"])
    spacy.blank("xx").add_pipe("matukio_times")(doc)
    assert read(doc) == [("mwaka 2013-2016", "DATE", "2013"), ("2013-2016", "DATE", "2016")]


def test_a_saved_pipeline_and_document_keep_everything() -> None:
    nlp = pipeline(published=PUBLISHED, spans_key="nyakati")
    again = spacy.util.load_model_from_config(nlp.config)
    doc = Doc(nlp.vocab).from_bytes(again("Walifika jana.").to_bytes())
    assert [(span.text, span._.timex_value) for span in doc.spans["nyakati"]] == [("jana", "2024-06-17")]


NLP = pipeline(published=PUBLISHED)


@given(st.text().map(lambda text: f"Jana {text} leo"))
def test_spans_cover_the_times_of_any_text(text: str) -> None:
    doc, times = NLP(text), find_times(text, date.fromisoformat(PUBLISHED))
    spans = doc.spans["times"]
    assert len(spans) == len(times)
    for span, time in zip(spans, times, strict=True):
        assert span.start_char <= time.start < time.end <= span.end_char
        assert time.text in span.text
        assert span._.timex_value == time.value
