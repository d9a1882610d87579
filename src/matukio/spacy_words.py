"""Words and names in a spaCy pipeline: `nlp.add_pipe("matukio_words")`, `nlp.add_pipe("matukio_names")`.

«Serikali imezitaka nchi hizi.» gets `token.lemma_` («taka»), `token.pos_`, `token.morph`
(NounClass[obj]=Bantu10) and `doc.sents` from the first, `doc.ents` from the second.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from matukio.entities import find_entities
from matukio.swahili import Text, analyze, analyze_tokens
from matukio.times.calendar import day_of_publication


@Language.component("matukio_words", assigns=["token.lemma", "token.pos", "token.morph", "token.is_sent_start"])
def matukio_words(doc: Doc) -> Doc:
    """Lemma, part of speech, features and beginnings of sentences, for the tokens that spaCy made."""
    sentence: list[Token] = []
    starts = _sentence_starts(doc.text)
    next_start = 0
    for token in doc:
        end = token.idx + len(token)
        # a token may hold the beginning of a sentence inside it: «zake.Rais»
        begins = token.i == 0 or next_start < len(starts) and starts[next_start] < end
        while next_start < len(starts) and starts[next_start] < end:
            next_start += 1
        token.is_sent_start = begins
        if begins and sentence:
            _annotate(sentence)
            sentence = []
        sentence.append(token)
    _annotate(sentence)
    return doc


def _sentence_starts(text: str) -> list[int]:
    return [sentence.start for sentence in analyze(text).sentences]


def _annotate(tokens: list[Token]) -> None:
    shown = [token for token in tokens if not token.is_space]
    for token, word in zip(shown, analyze_tokens([token.text for token in shown]), strict=True):
        token.lemma_ = word.lemma
        token.pos_ = word.upos
        token.set_morph(word.feats)  # type: ignore[attr-defined]
    for token in tokens:
        if token.is_space:
            token.lemma_, token.pos_ = token.text, "SPACE"


@Language.component("matukio_names", assigns=["doc.ents"])
def matukio_names(doc: Doc) -> Doc:
    """People, places and bodies in `doc.ents`; `ent.kb_id_` is the id in the knowledge tables, where there is one."""
    text: Text = analyze(doc.text)
    published = getattr(doc._, "published", None) if Doc.has_extension("published") else None
    spans = []
    for entity in find_entities(text, day_of_publication(published)):
        span = doc.char_span(entity.start, entity.end, entity.type, kb_id=entity.link or "", alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.ents = filter_spans([*doc.ents, *spans])
    return doc
