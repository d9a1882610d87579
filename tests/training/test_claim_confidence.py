"""Learning how sure a claim is."""

from matukio.claims.confidence import BIAS
from training.claim_confidence import PENALTY, claims_table
from training.confidence import chance, learn


def test_named_speakers_are_surer():
    named = [(frozenset([BIAS, "speaker with a name"]), k % 10 < 8) for k in range(200)]
    others = [(frozenset([BIAS]), k % 10 < 6) for k in range(200)]
    weights = learn(named + others, BIAS, PENALTY)
    assert chance(frozenset([BIAS, "speaker with a name"]), weights) > chance(frozenset([BIAS]), weights)


def test_the_table_compares_chances_with_shares():
    table = claims_table([(0.9, True), (0.85, False), (0.3, False)])
    assert "| 0.8 and more | 2 | 0.88 | 0.50 |" in table
    assert "| confidence | claims of `dev` |" in table
