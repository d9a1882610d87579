"""A bare verb of saying takes its stance from what is said."""

import pytest


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("mvua imechelewa", "say"),
        ("anaishukuru Japan kwa msaada wake", "praise"),
        ("madai hayo si ya kweli", "deny"),
        ("taarifa hiyo haikuwa sahihi", "deny"),
        ("atajenga shule mpya", "promise"),
        ("serikali yake itajenga shule mpya", "promise"),
        ("mvua itachelewa", "say"),
        ("wafanyabiashara lazima wapunguze bei", "demand"),
        ("amesikitishwa na uamuzi huo", "condemn"),
        ("iwapo mvua haitanyesha mifugo itakufa", "warn"),
        ("sheria hiyo ni uonevu", "condemn"),
        ("sheria hiyo si uonevu", "say"),
        ("polisi wanawanyanyasa wakulima", "accuse"),
        ("bei ya mahindi itapanda", "predict"),
        ("alisoma Tanga na kwamba atajenga shule huko", "promise"),
        ("taarifa ya gazeti hilo haikuwa sahihi", "deny"),
        ("wakulima wanaamini kwamba sheria hiyo ni uonevu", "say"),
    ],
)
def test_by_content(content, stance, claims):
    claim = claims(f"Waziri Asha Mushi alisema kwamba {content}.")[0]
    assert claim.stance == stance


def test_a_cue_with_a_stance_of_its_own_keeps_it(claims):
    [claim] = claims("Waziri Asha Mushi alionya kwamba atajenga ukuta.")
    assert claim.stance == "warn"


def test_kudai_kuhusika_owns_up(claims):
    [claim] = claims("Kundi la waasi limedai kuhusika katika shambulizi hilo.")
    assert claim.stance == "confirm"
