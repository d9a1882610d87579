"""Swahili itself: text to sentences, words, morphology and clauses.

>>> [word.lemma for word in analyze("Walitembelea Nairobi.")]
"""

from matukio.swahili.analysis import Agreement, Analysis, Segment, Verb
from matukio.swahili.categories import category
from matukio.swahili.chunks import Oblique
from matukio.swahili.clauses import parse
from matukio.swahili.phrases import NounPhrase, phrase_at
from matukio.swahili.predicates import Clauses, Predicate
from matukio.swahili.sentences import split as analyze
from matukio.swahili.text import Sentence, Text, Word, analyze_tokens

__all__ = [
    "Agreement", "Analysis", "Clauses", "NounPhrase", "Oblique", "Predicate", "Segment", "Sentence", "Text", "Verb",
    "Word", "analyze", "analyze_tokens", "category", "parse", "phrase_at",
]  # fmt: skip
