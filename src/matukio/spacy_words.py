"""Words and names in a spaCy pipeline: `nlp.add_pipe("matukio_words")`, `nlp.add_pipe("matukio_names")`.

«Serikali imezitaka nchi hizi.» gets `token.lemma_` («taka»), `token.pos_`, `token.morph`
(NounClass[obj]=Bantu10) and `doc.sents` from the first, `doc.ents` with their `kb_id_` from the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from matukio.entities import find_entities
from matukio.swahili import analyze, analyze_tokens
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


@dataclass(frozen=True, slots=True)
class NamesComponent:
    """Puts people, places and bodies into `doc.ents`.

    `ent.kb_id_` is the id of the row in the knowledge tables, «per:vladimir-putin», «org:united-nations»,
    «plc:goma-cod», or for a country «cty:» and its ISO 3166 code; "" where no table knows the name. Offices are
    reckoned for `doc._.published`, else `published`; `weights` as in `matukio.entities.find_entities`.
    """

    published: date | None
    weights: str | None

    def __call__(self, doc: Doc) -> Doc:
        told = doc._.published if Doc.has_extension("published") else None
        spans = []
        for entity in find_entities(doc.text, day_of_publication(told) or self.published, self.weights):
            span = doc.char_span(
                entity.start, entity.end, entity.type, kb_id=entity.link or "", alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
        doc.ents = filter_spans([*doc.ents, *spans])
        return doc


@Language.factory("matukio_names", assigns=["doc.ents"], default_config={"published": None, "weights": None})
def matukio_names(nlp: Language, name: str, published: str | None, weights: str | None) -> NamesComponent:
    """The component, for a pipeline's configuration."""
    return NamesComponent(day_of_publication(published), weights)
