"""Learning how sure an event is."""

from training.confidence import BIAS, chance, learn, reliability


def test_weights_follow_the_shares():
    often = [(frozenset([BIAS, "named"]), k % 10 < 8) for k in range(200)]
    seldom = [(frozenset([BIAS, "vague"]), k % 10 < 2) for k in range(200)]
    weights = learn(often + seldom)
    assert 0.7 < chance(frozenset([BIAS, "named"]), weights) < 0.85
    assert 0.15 < chance(frozenset([BIAS, "vague"]), weights) < 0.3


def test_what_is_rare_gets_no_weight():
    events = [(frozenset([BIAS]), k % 2 == 0) for k in range(40)] + [(frozenset([BIAS, "once"]), True)]
    assert set(learn(events)) == {BIAS}


def test_reliability_compares_chances_with_shares():
    table = reliability([(0.9, True), (0.7, True), (0.6, False), (0.1, False)])
    assert "| 0.5 and more | 3 | 0.73 | 0.67 |" in table
    assert "| below 0.2 | 1 | 0.10 | 0.00 |" in table
