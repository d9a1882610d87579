"""Words and names in a spaCy pipeline."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st


def test_words_have_lemma_tag_features_and_sentences() -> None:
    nlp = spacy.blank("sw")
    nlp.add_pipe("matukio_words")
    doc = nlp("Serikali imezitaka nchi hizi kusitisha vita. Hazijajibu.")
    assert [token.lemma_ for token in doc[:6]] == ["serikali", "taka", "nchi", "hizi", "sitisha", "vita"]
    assert [token.pos_ for token in doc[:4]] == ["NOUN", "VERB", "NOUN", "DET"]
    assert doc[2].morph.get("NounClass") == ["Bantu10"]
    assert [sentence.text for sentence in doc.sents] == [
        "Serikali imezitaka nchi hizi kusitisha vita.",
        "Hazijajibu.",
    ]


def test_names_are_entities() -> None:
    nlp = spacy.blank("sw")
    nlp.add_pipe("matukio_names")
    doc = nlp("Rais wa Kenya aliwasili Kampala.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Kenya", "LOC"), ("Kampala", "LOC")]
    assert [entity.kb_id_ for entity in doc.ents] == ["cty:KEN", "plc:kampala-uga"]


def test_a_name_that_no_table_knows_has_no_id() -> None:
    nlp = spacy.blank("sw")
    nlp.add_pipe("matukio_names", config={"published": "2024-03-06", "weights": "voa"})
    doc = nlp("Msemaji Neema Kitwana alimshukuru Vladimir Putin.")
    assert [entity.kb_id_ for entity in doc.ents] == ["", "per:vladimir-putin"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    nlp = spacy.blank("sw")
    nlp.add_pipe("matukio_words")
    nlp.add_pipe("matukio_names")
    assert nlp(text).text == text
