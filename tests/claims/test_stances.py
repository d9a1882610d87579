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
        ("amesikitishwa na vifo vya watu hao", "say"),
        ("napenda kuishukuru Japan kwa msaada wake", "praise"),
        ("kama serikali inapenda amani ni lazima ifanye uchunguzi", "demand"),
        ("huo ni ufisadi", "condemn"),
        ("polisi walifika kwa waathirika wa ukatili", "say"),
        ("mji huo ulikomesha ufisadi miaka mingi iliyopita", "say"),
        ("serikali inazuia udikteta huu", "condemn"),
        ("hali ni mbaya kutokana na ukame", "say"),
        ("watu hawafai kujenga nyumba mtoni", "say"),
        ("serikali haikuzuia ukatili wa polisi", "condemn"),
        ("serikali haitavumilia uzembe", "say"),
        ("serikali inavumilia ukatili wa polisi", "condemn"),
        ("rais huyo hafai", "condemn"),
        ("kama haitoshi bei ya mahindi imepanda", "say"),
        ("shirika hilo liliwaonea huruma wakulima", "say"),
        ("anamtakia rais mpya kila la heri", "say"),
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


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rais wa Kenya alisema kwamba serikali ya Uganda inawafadhili waasi.", "accuse"),
        ("Kiongozi wa upinzani nchini Kenya alisema kwamba polisi wa Kenya waliwaua waandamanaji.", "accuse"),
        ("Msemaji wa Umoja wa Mataifa alisema kwamba raia waliuawa na jeshi la Ethiopia.", "accuse"),
        ("Polisi wa Kenya walisema kwamba majambazi waliwaua raia.", "say"),
        ("Rais wa Kenya alisema kwamba serikali ya Uganda inawasaidia wakulima.", "say"),
        ("Rais wa Kenya alisema kwamba serikali ya Uganda haikuwafadhili waasi.", "say"),
    ],
)
def test_a_wrong_done_by_an_adversary_is_an_accusation(text, stance, claims):
    [claim] = claims(text)
    assert claim.stance == stance


def test_assurance_of_what_is_so_is_no_promise(claims):
    [told] = claims("Waziri Asha Mushi aliwahakikishia wananchi kwamba hali ni shwari.")
    [vowed] = claims("Waziri Asha Mushi aliwahakikishia wananchi kwamba shule zitafunguliwa.")
    assert (told.stance, vowed.stance) == ("say", "promise")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Waziri Asha Mushi amesema nchi wanachama zinapaswa kuharakisha mchakato huo.", "demand"),
        ("Waziri Asha Mushi amesema sheria hiyo inapaswa kubadilishwa.", "demand"),
        ("Waziri Asha Mushi amesema wazee wanapaswa kusindikizwa na ndugu zao.", "say"),
        ("Wachunguzi wamesema wahusika wameendelea kuvunja mkataba huo.", "accuse"),
        ("Wanajeshi wamesema waasi hao wameshindwa nguvu.", "say"),
        ("Wapinzani wamesema serikali imeshindwa kulinda raia.", "condemn"),
        ("Rais Yusufu Bakari amesema polisi wameshindwa na kazi.", "condemn"),
        ("Asha Mushi amesema hukumu hiyo ni hatua dhidi ya ukatili huo.", "say"),
        ("Kiongozi wa upinzani nchini Kenya amesema serikali ya Kenya haijatoa chakula kwa wakimbizi.", "condemn"),
        ("“Tungependa kumkumbusha mkuu wa polisi kwamba amani hutokana na haki,” amesema Asha Mushi.", "say"),
        ("Asha Mushi amesema ripoti hiyo ni muhimu.", "say"),
        ("Asha Mushi amesema ripoti hiyo ni uzushi.", "deny"),
    ],
)
def test_by_deeds_and_duties(text, stance, claims):
    [claim] = claims(text)
    assert claim.stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Hakuna matokeo mazuri katika mpango huu,” alisema Asha Mushi.", "say"),
        ("“Huu ni ufisadi mkubwa,” alisema Asha Mushi.", "condemn"),
        ("Asha Mushi alisema kwamba wabunge hawatajihusisha na ufisadi.", "say"),
        ("“Nilikuwa naona aibu kwenda shule,” alisema Asha Mushi.", "say"),
        ("“Ni aibu kubwa kwa serikali,” alisema Asha Mushi.", "condemn"),
        ("Mgombea Asha Mushi alisema kwamba iwapo atachaguliwa, atajenga shule mpya.", "promise"),
        ("Rais Asha Mushi alisema kwamba iwapo Uturuki itashambulia mji huo, tutajibu vikali.", "warn"),
        ("“Tutakabiliwa na njaa kali,” alisema mkulima Asha Mushi.", "say"),
        ("Mbunge Asha Mushi alihoji kwamba bei ya mbolea ina madhara kwa wakulima.", "say"),
        ("Mbunge Asha Mushi alihoji kwamba fedha zimekwenda wapi.", "condemn"),
    ],
)
def test_what_is_denied_felt_or_undergone(text, stance, said):
    assert said(text)[0][0] == stance
