"""Whom accusations, demands, warnings and praise are aimed at."""

import pytest


@pytest.mark.parametrize(
    ("article", "target"),
    [
        ("Kenya imeilaumu Uganda kwa kufunga mpaka.", "Uganda"),
        ("Umoja wa Afrika umelaani vitendo vya polisi wa Kenya.", "polisi wa Kenya"),
        ("Upinzani umekosoa uamuzi wa serikali ya Kenya.", "serikali ya Kenya"),
        ("Wapinzani wametaka maelezo kutoka kwa serikali ya Kenya.", "serikali ya Kenya"),
        ("Rais Yusufu Bakari ametuhumiwa na wapinzani kwa kufunga magazeti.", "Rais Yusufu Bakari"),
        ("Mbunge Ali Hamisi alisema serikali lazima itangaze matokeo.", "serikali"),
        ("“Nampongeza Asha Mushi kwa ushindi wake,” alisema Rais Yusufu Bakari.", "Asha Mushi"),
        ("Mbunge Ali Hamisi alisema mpango wa serikali ni uonevu.", "serikali"),
        ("Rais Yusufu Bakari alihutubia taifa. Wapinzani wamesema amevunja katiba.", "Rais Yusufu Bakari"),
        ("Waziri Asha Mushi amesema kwamba mvua imechelewa.", None),
        ("Wapinzani wametaka kuondolewa kwa vikwazo ambavyo serikali imeviweka.", None),
    ],
)
def test_targets(article, target, claims):
    found = claims(article)[-1].target
    assert (found and found.text) == target


def test_a_quotation_goes_on_to_the_same(claims):
    article = "Rais Yusufu Bakari alisema: “Nawashukuru wapiga kura wa Kenya. Hongera sana kwa kutulia siku hiyo.”"
    thanks, on = claims(article)
    assert on.stance == "praise"
    assert on.target == thanks.target is not None


def test_nobody_is_the_target_of_his_own_words(claims):
    for claim in claims("Rais Yusufu Bakari ameitaka Uganda kufungua mpaka. Amelaani mauaji hayo."):
        assert claim.target is None or claim.target not in claim.speakers
