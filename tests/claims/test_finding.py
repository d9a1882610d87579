"""Claims of small articles: what is said, by whom and how."""

import json

import pytest

ASHA = ("Waziri Asha Mushi",)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Waziri Asha Mushi alisema kwamba mvua imechelewa.", "mvua imechelewa"),
        ("Waziri Asha Mushi alisema ya kwamba mvua imechelewa.", "mvua imechelewa"),
        ("Waziri Asha Mushi alisema Jumatatu katika mkutano huo kuwa mvua imechelewa.", "mvua imechelewa"),
        ("Waziri Asha Mushi alisema mvua imechelewa.", "mvua imechelewa"),
        ("Waziri Asha Mushi aliwaambia waandishi wa habari kwamba mvua imechelewa.", "mvua imechelewa"),
        ("Mvua imechelewa mwaka huu, Waziri Asha Mushi alisema.", "Mvua imechelewa mwaka huu"),
        ("Mvua imechelewa mwaka huu, alisema Waziri Asha Mushi.", "Mvua imechelewa mwaka huu"),
        ("Mvua imechelewa mwaka huu, kwa mujibu wa Waziri Asha Mushi.", "Mvua imechelewa mwaka huu"),
        ("Kwa mujibu wa Waziri Asha Mushi, mvua imechelewa.", "mvua imechelewa"),
        ("“Mvua imechelewa sana,” alisema Waziri Asha Mushi.", "“Mvua imechelewa sana,”"),
        ("Waziri Asha Mushi alisema: «Mvua imechelewa sana.»", "«Mvua imechelewa sana.»"),
        (
            "“Mvua,” Waziri Asha Mushi alisema, “imechelewa sana.”",
            "“Mvua,” Waziri Asha Mushi alisema, “imechelewa sana.”",
        ),  # fmt: skip
    ],
)
def test_content(text, content, said):
    assert ("say", ASHA, content) in said(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Uganda imekanusha madai hayo.", ("deny", ("Uganda",), "madai hayo")),
        ("Japan imeahidi kuisaidia Kenya.", ("promise", ("Japan",), "kuisaidia Kenya")),
        ("Kenya imeilaumu Uganda kwa kufunga mpaka.", ("accuse", ("Kenya",), "kufunga mpaka")),
        ("Marekani imeitaka Rwanda kuondoa majeshi.", ("demand", ("Marekani",), "kuondoa majeshi")),
        ("Marekani imetaka Rwanda iondoe majeshi.", ("demand", ("Marekani",), "Rwanda iondoe majeshi")),
        ("Umoja wa Afrika umelaani mapinduzi hayo.", ("condemn", ("Umoja wa Afrika",), "mapinduzi hayo")),
        ("China imeipongeza Kenya kwa kufungua bandari.", ("praise", ("China",), "kufungua bandari")),
        ("Inadaiwa kwamba fedha hizo ziliibwa.", ("accuse", (), "fedha hizo ziliibwa")),
        ("Uganda imeshutumiwa na Kenya kwa kufunga mpaka.", ("accuse", ("Kenya",), "kufunga mpaka")),
    ],
)
def test_frames(text, claim, said):
    assert said(text) == [claim]


def test_target(claims):
    [claim] = claims("Kenya imeilaumu Uganda kwa kufunga mpaka.")
    assert claim.target is not None
    assert claim.target.country == "UGA"


def test_two_speakers_joined_make_one_claim(said):
    assert said("Kenya na Uganda zimesema kwamba mpaka umefungwa.") == [("say", ("Kenya", "Uganda"), "mpaka umefungwa")]


def test_a_speaker_told_by_the_prefix_is_who_spoke_last(said):
    article = "Waziri Asha Mushi alisema kwamba mvua imechelewa. Aliongeza kuwa bei ya mahindi imepanda."
    assert said(article)[1] == ("say", ASHA, "bei ya mahindi imepanda")


def test_a_report_ends_where_the_next_begins(said):
    article = "Waziri Asha Mushi alisema kwamba mvua imechelewa, akiongeza kuwa bei ya mahindi imepanda."
    assert said(article) == [("say", ASHA, "mvua imechelewa"), ("say", ASHA, "bei ya mahindi imepanda")]


def test_a_report_within_a_report_is_a_claim_of_each(said):
    article = "Shirika la Reuters linaripoti kwamba wizara ya afya ilisema kuwa watu watano wamefariki."
    assert said(article) == [
        ("say", ("Shirika la Reuters",), "wizara ya afya ilisema kuwa watu watano wamefariki"),
        ("say", ("wizara ya afya",), "watu watano wamefariki"),
    ]


def test_each_sentence_of_a_quotation_is_a_claim_and_the_later_ones_have_no_cue(claims):
    first, second = claims("Waziri Asha Mushi alisema: “Mvua imechelewa sana. Bei ya mahindi imepanda.”")
    assert (first.content.text, first.cue.text, first.quote) == ("“Mvua imechelewa sana.", "alisema", "direct")
    assert (second.content.text, second.cue, second.quote) == ("Bei ya mahindi imepanda.”", None, "direct")
    assert first.speakers == second.speakers


def test_a_name_and_a_colon(said):
    assert said("Dkt Asha Mushi: “Mvua imechelewa sana mwaka huu.”") == [
        ("say", ("Dkt Asha Mushi",), "“Mvua imechelewa sana mwaka huu.”")
    ]


def test_partly_quoted_is_mixed(claims):
    [claim] = claims("Waziri Asha Mushi alisema kwamba mvua “imechelewa sana” mwaka huu.")
    assert claim.quote == "mixed"


def test_every_claim_says_where_it_comes_from(claims):
    [claim] = claims("Waziri Asha Mushi alisema kwamba mvua imechelewa.")
    assert set(claim.evidence) >= {"content", "stance"}


@pytest.mark.parametrize("text", ["", ".", "“", "” alisema", '"""', "alisema", "kwa mujibu wa", "“Ndiyo,” na “hapana”"])
def test_scraps_of_text_do_not_raise(text, claims):
    assert isinstance(claims(text), tuple)


def test_a_headline_ends_in_its_speaker(said):
    article = "Bei ya mahindi imepanda mno - Waziri Asha Mushi\nBei ya mahindi imepanda mwaka huu."
    assert said(article) == [("say", ASHA, "Bei ya mahindi imepanda mno")]


@pytest.mark.parametrize(
    "aside",
    [
        "Waziri Asha Mushi aliulizwa maswali mengi.",
        "Rais anatarajiwa kuwasili kesho.",
        "Kesi hiyo itasikilizwa kulingana na umri wa washtakiwa.",
        "Hali hii inashinikiza mabadiliko.",
        "Waziri Asha Mushi aliyasema hayo wakati wa ziara yake.",
    ],
)
def test_no_claim(aside, claims):
    assert claims(aside) == ()


@pytest.mark.shared
def test_every_span_is_the_slice_it_names(claims, shared):
    with (shared / "data/voa/articles.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:60]
    for text in texts:
        found = claims(text)
        ids = {claim.id for claim in found}
        for claim in found:
            assert claim.responds_to is None or claim.responds_to in ids
            for span in (claim.content, claim.cue, claim.target, *claim.speakers):
                assert span is None or text[span.start : span.end] == span.text


def test_a_named_speaker_beside_the_cue_is_surer_than_one_found_elsewhere(claims):
    article = (
        "Waziri Asha Mushi alisema kwamba mvua imechelewa. Walidai kuwa “hali ni mbaya”, ingawa hakuna aliyeuliza."
    )
    named, vague = claims(article)
    assert named.confidence is not None and vague.confidence is not None
    assert 0 < vague.confidence < named.confidence < 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Katika hotuba yake Asha Mushi alisema kwamba mvua imechelewa.", "Asha Mushi"),
        ("Asha Mushi, ambaye ni wakili wa zamani, alisema kwamba mvua imechelewa.", "Asha Mushi"),
        (
            "Wakulima walisubiri baada ya waziri wa Kenya, Asha Mushi, kutangaza kwamba mvua imechelewa.",
            "waziri wa Kenya, Asha Mushi",
        ),
        ("Watu walikimbilia Uganda Maafisa wa Kenya walisema kwamba mvua imechelewa.", "Maafisa wa Kenya"),
        ("Akisisitiza kwamba mvua imechelewa, Asha Mushi alirejea nyumbani.", "Asha Mushi"),
        ("Tanzania inakanusha ripoti hiyo ikisema kwamba mvua imechelewa.", "Tanzania"),
        ("Mamlaka zinasema mvua imechelewa.", "Mamlaka"),
        ("Watu huamini kwamba mvua imechelewa.", "Watu"),
        ("Serikali za Vietnam na Zambia zimesema kwamba mvua imechelewa.", "Serikali za Vietnam"),
        (
            "Mkurugenzi wa shule hiyo, Asha Mushi, alisema kwamba mvua imechelewa.",
            "Mkurugenzi wa shule hiyo, Asha Mushi",
        ),
        ("Kwa mujibu wa meya wa mji huo, Asha Mushi, mvua imechelewa.", "meya wa mji huo, Asha Mushi"),
        ("Kwa mujibu wa polisi, watu wawili wamekamatwa, ikiongeza kwamba mvua imechelewa.", "polisi"),
    ],
)
def test_a_speaker_away_from_the_verb(text, speaker, said):
    assert [party[0] for _, party, content in said(text) if content.startswith("mvua imechelewa")] == [speaker]


def test_both_speakers_of_one_phrase(claims):
    [claim] = claims("Serikali za Vietnam na Zambia zimesema kwamba mvua imechelewa.")
    assert [party.country for party in claim.speakers] == ["VNM", "ZMB"]


def test_nobody_speaks_who_is_only_spoken_of(said):
    article = "Asha Mushi alifika Tanga. “Kenya ilinipa chakula kingi na Uganda ilinipa nyumba,” alisema."
    assert [parties for _, parties, _ in said(article)] == [("Asha Mushi",)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“Mvua imechelewa, alisema Waziri Asha Mushi, na hatuna chakula.”",
            ["“Mvua imechelewa, alisema Waziri Asha Mushi, na hatuna chakula.”"],
        ),
        (
            "“Mvua imechelewa sana. Hatuna chakula,\nalisema Waziri Asha Mushi, na mifugo inakufa.”",
            ["“Mvua imechelewa sana.", "Hatuna chakula,", "na mifugo inakufa.”"],
        ),
        ("“Mvua imechelewa sana,\nalisema Waziri Asha Mushi. “Tuna njaa.”", ["“Mvua imechelewa sana,", "“Tuna njaa.”"]),
    ],
)
def test_a_speaker_told_within_a_quotation_that_no_mark_interrupts(text, contents, said):
    found = said(text)
    assert [content for _, _, content in found] == contents
    assert {parties for _, parties, _ in found} <= {ASHA}


def test_a_report_ends_where_a_sentence_begins_without_a_stop(said):
    article = (
        "Waziri Asha Mushi alisema serikali itapeleka askari kwenye mpaka huo"
        " Rais Yusufu Bakari alitangaza Jumapili hali ya hatari."
    )
    assert said(article)[0][1:] == (ASHA, "serikali itapeleka askari kwenye mpaka huo")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Akizungumza Jumatano Bekele Daniel amesema kwamba mvua imechelewa.", "Bekele Daniel"),
        ("Asha Mushi mwenye umri wa miaka 39 na ambaye ni mweusi anasema kwamba mvua imechelewa.", "Asha Mushi"),
    ],
)
def test_what_stands_before_the_verb_need_not_speak(text, speaker, claims):
    [claim] = claims(text)
    assert claim.speakers[0].text.startswith(speaker)


@pytest.mark.parametrize("aside", ["Hakuna aliyedai kuhusika na tukio hilo.", "Rais anapingana na wawaniaji wengine."])
def test_nobody_says_it(aside, claims):
    assert claims(aside) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rais wa klabu hiyo anasema “kila mtu” anataka kumsajili Asha.", "“kila mtu” anataka kumsajili Asha"),
        (
            "Waziri Asha Mushi alijibu kwa kusema timu hiyo ya Kenya “ina imani kamili” na kocha wake.",
            "timu hiyo ya Kenya “ina imani kamili” na kocha wake",
        ),
        ("Waziri Asha Mushi amekanusha mashtaka ya ugaidi na kuzuiliwa gerezani.", "mashtaka ya ugaidi"),
        ("Umoja wa Afrika umelaani mauaji na kuteswa kwa raia.", "mauaji na kuteswa kwa raia"),
        ("Ingawa wanaharakati wanapinga uvuvi huo, uamuzi wa serikali umesifiwa.", "uvuvi huo"),
        ("Uganda ilipata ripoti ambayo inathibitisha madai hayo ya Kenya.", "madai hayo ya Kenya"),
        ("Waasi hao wamejitokeza na kuthibitisha mpango huo.", "mpango huo"),
        ("Rais ametoa amri ya dharura wiki hii kufunga mpaka.", "kufunga mpaka"),
        ("Asha Mushi ametaka walioenguliwa waidhinishwe.", "walioenguliwa waidhinishwe"),
        ("Uchunguzi ulibaini watu hao walikuwa wakikodisha nyumba hiyo.", "watu hao walikuwa wakikodisha nyumba hiyo"),
        ("Waziri Asha Mushi ametuhumiwa kutumia fedha za umma.", "kutumia fedha za umma"),
    ],
)
def test_where_a_content_ends(text, content, said):
    assert [c for _, _, c in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Baada ya michezo mingi, ni salama kusema kuwa timu hizo zinastahili kufika mbali.",
        "Maafisa wanatarajiwa kufika mbele ya wabunge kueleza kile wanachojua.",
        "Chama hicho kimempendekeza Asha Mushi kuwa mgombea wake.",
        "Wanafikiria kumnunua mchezaji huyo.",
        "Serikali ilikuwa haijakiri kwamba ugonjwa huo upo.",
        "Uganda imekubali ombi la kuhakikisha kwamba wasafiri wote wanapimwa.",
    ],
)
def test_nothing_is_said(text, claims):
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "contents"),
    [
        (
            "Mvuvi huyo wa Kenya hufika bandarini kila siku: “Sisi vijana tunajaribu kutafuta kazi na hatuna.”",
            "Mvuvi huyo wa Kenya",
            ["“Sisi vijana tunajaribu kutafuta kazi na hatuna.”"],
        ),
        (
            'Asha Mushi alicheza kamari. "Nilishinda pesa. Huo ulikuwa usiku wangu. "Walinipa chakula," alisema.',
            "Asha Mushi",
            ['"Nilishinda pesa.', "Huo ulikuwa usiku wangu.", '"Walinipa chakula,"'],
        ),
        (
            "Umoja wa Mataifa umetoa wito wa “kurejeshwa kwa haraka kwa umeme na simu”.",
            "Umoja wa Mataifa",
            ["“kurejeshwa kwa haraka kwa umeme na simu”"],
        ),
        (
            'Asha Mushi alieleza hayo. "Watu wachache wanajua historia hii ya visiwa vyetu. "alikumbuka.',
            "Asha Mushi",
            ['"Watu wachache wanajua historia hii ya visiwa vyetu.'],
        ),
    ],
)
def test_quotations_with_little_to_mark_them(text, speaker, contents, said):
    found = said(text)
    assert [content for _, _, content in found] == contents
    assert {parties for _, parties, _ in found} == {(speaker,)}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kenya imelaani uamuzi wa serikali ya Uganda.", "serikali ya Uganda"),
        ("Kenya imelaani mauaji hayo.", None),
        ("Waziri Juma Ali alifika Tanga. Wapinzani wamemtaka ajiuzulu.", "Waziri Juma Ali"),
        ("Wapinzani wamesema serikali imeshindwa kulinda raia.", "serikali"),
    ],
)
def test_whom_it_is_aimed_at(text, target, claims):
    claim = claims(text)[-1]
    assert (claim.target and claim.target.text) == target


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Gazeti la Nipashe limemnukuu Waziri Asha Mushi akisema kwamba mvua imechelewa.",
            ["Gazeti la Nipashe", ASHA[0]],
        ),
        ("Shirika la Reuters limenukuu maafisa wakisema kwamba mvua imechelewa.", ["Shirika la Reuters", "maafisa"]),
        ("Kwa mujibu wa Reuters, waziri alisema kwamba mvua imechelewa.", ["Reuters", "waziri"]),
    ],
)
def test_who_is_quoted_by_whom(text, speakers, claims):
    outer, inner = claims(text)
    assert [outer.speakers[0].text, inner.speakers[0].text] == speakers
    assert inner.content.text == "mvua imechelewa"
    assert outer.content.text.endswith("kwamba mvua imechelewa")


@pytest.mark.parametrize(
    ("article", "content"),
    [
        (
            "Mahakama haiwezi kufanya chochote bila kusikiliza kesi hiyo, Jaji Sisi Khampepe alisema.",
            "Mahakama haiwezi kufanya chochote bila kusikiliza kesi hiyo",
        ),
        (
            "Jeshi limegundua kiwanda cha mabomu, msemaji wa jeshi jenerali Ali Hamisi amesema Jumatano.",
            "Jeshi limegundua kiwanda cha mabomu",
        ),
        (
            "Wapinzani wametaka uteuzi huo usubiri mpaka mshindi wa uchaguzi atakapojulikana.",
            "uteuzi huo usubiri mpaka mshindi wa uchaguzi atakapojulikana",
        ),
        (
            "Baada ya upinzani kulalamika kwamba kura zimeibwa, tume imeahirisha matokeo.",
            "kura zimeibwa",
        ),
        (
            "Waziri Asha Mushi amesema kupitia kipindi cha “Siku ya Leo” kwamba mvua imechelewa.",
            "mvua imechelewa",
        ),
        ("Afisa huyo alisema watu wawili wamefariki, lakini hakueleza zaidi.", "watu wawili wamefariki"),
        ("Msemaji wa polisi amekanusha madai hayo Alhamisi.", "madai hayo"),
    ],
)
def test_contents_end_with_what_was_said(article, content, claims):
    assert content in [claim.content.text for claim in claims(article)]


@pytest.mark.parametrize(
    "article",
    [
        "Akitangaza rasmi matokeo hayo, Jaji Asha Mushi alipanda jukwaani.",
        "Watu tisa wamethibitishwa kufariki katika ajali hiyo.",
        "Lengo lao lilikuwa ni kuthibitisha kwamba mbunge huyo alinunua boti.",
        "Utafiti huo haujaweza kuthibitisha kwamba watoto hawaambukizwi kirahisi.",
        "Juhudi za kubaini kwamba kura zimeibwa zimeendelea.",
        "Waziri Asha Mushi alikataa kusema kwamba kura zimeibwa.",
    ],
)
def test_what_nobody_said_is_no_claim(article, claims):
    assert claims(article) == ()


def test_the_years_of_a_complaint_do_not_complain(claims):
    (claim,) = claims("Hii inafuatia miaka sita ya vyama vya upinzani kulalamika kwamba kura zinaibiwa.")
    assert [party.text for party in claim.speakers] == ["vyama vya upinzani"]


@pytest.mark.parametrize(
    ("article", "content"),
    [
        ("Polisi wamewaonya madereva kuchukua tahadhari.", "kuchukua tahadhari"),
        ("Wakazi wameomba serikali kupanua barabara, kama anavyoeleza Asha Mushi.", "serikali kupanua barabara"),
        ("Iran inaituhumu Israel kwa kufunga mpaka, lakini hakuna habari zaidi.", "kufunga mpaka"),
        ("Watu watano wamekufa jana, Asha Mushi, mkuu wa polisi, alisema.", "Watu watano wamekufa jana"),
        ("“Tumechoka, alisema Asha Mushi. Lakini aliongeza kwamba mvua itanyesha. Tunangoja.”", "mvua itanyesha."),
    ],
)
def test_what_is_asked_and_what_the_article_adds(article, content, claims):
    assert content in [claim.content.text for claim in claims(article)]


def test_the_clause_begins_before_its_own_kwamba(said):
    article = "Msemaji Asha Mushi anasema ni muhimu kwamba misaada ifike."
    assert [content for _, _, content in said(article)] == ["ni muhimu kwamba misaada ifike"]


def test_what_goes_on_meanwhile_is_not_what_was_said(claims):
    article = "Wakati tume ikiendelea kutangaza matokeo, Ali Hamisi ametangaza kwamba atakata rufaa."
    assert [claim.content.text for claim in claims(article)] == ["atakata rufaa"]


@pytest.mark.parametrize(
    ("article", "content"),
    [
        ("Afisa mmoja aliyethibitisha shambulizi hilo amesema watu wawili wamefariki.", "shambulizi hilo"),
        ("Televisheni imethibitisha kupungua kwa bei, na hata kukubali kuwa hali ni mbaya.", "kupungua kwa bei"),
        ("Ofisi ya rais imethibitisha habari hizo, ishara ya kwamba ugonjwa unaenea.", "habari hizo"),
        ("Wagombea wamedai kuwepo wizi wa kura lakini madai yao yametupiliwa mbali.", "kuwepo wizi wa kura"),
        (
            "Zoezi hilo la kukabidhi udhibiti limethibitishwa na afisa wa Marekani.",
            "Zoezi hilo la kukabidhi udhibiti",
        ),
    ],
)
def test_what_is_denied_and_confirmed_ends_before_the_next_thing(article, content, claims):
    assert content in [claim.content.text for claim in claims(article)]


def test_an_age_is_no_speaker(claims):
    (claim,) = claims("Asha Mushi, 45, alisema kwamba mvua imechelewa.")
    assert [speaker.text for speaker in claim.speakers] == ["Asha Mushi"]


@pytest.mark.parametrize(
    "text",
    [
        "Juma Atito anayefahamika kama “Mzee Kobe” anasema mvua imechelewa.",
        "Juma Atito maarufu “Mzee Kobe” anasema mvua imechelewa.",
        "Juma Atito anayeitwa “Mzee Kobe” anasema mvua imechelewa.",
    ],
)
def test_a_by_name_in_marks_is_not_what_its_bearer_says(text, said):
    assert said(text) == [("say", ("Juma Atito",), "mvua imechelewa")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Waziri Asha Mushi alisema kwa mara ya kwanza mvua imechelewa.", ("say", ASHA, "mvua imechelewa")),
        ("Waziri Asha Mushi alisema hivi sasa hali ni shwari.", ("say", ASHA, "hali ni shwari")),
        ("Waziri Asha Mushi alisema hayo siku moja baada ya picha kuonyesha hali mbaya.", None),
        ("Tume imependekeza kwamba waziri anapaswa kujiuzulu.", ("demand", ("Tume",), "waziri anapaswa kujiuzulu")),
        ("Waziri Asha Mushi alisema kwa ujumla hali ni shwari.", ("say", ASHA, "kwa ujumla hali ni shwari")),
        ("Uganda imekanusha mara kwa mara madai hayo.", ("deny", ("Uganda",), "madai hayo")),
        (
            "Waziri Asha Mushi anatumai kuchaguliwa kuwa mwenyekiti kutasaidia.",
            None,
        ),
    ],
)
def test_how_often_and_on_the_whole(text, claim, said):
    assert said(text) == ([] if claim is None else [claim])


@pytest.mark.parametrize(
    ("text", "claims_found"),
    [
        ("Ikiwa mtu anahisi kwamba ni mgonjwa, anapaswa kumwona daktari.", []),
        ("Tunapaswa kuhisi kwamba tunapendwa.", []),
        ("Mchezaji huyo 'amethibitisha' kwamba anastahili tuzo.", []),
        (
            "Rais Asha Mushi amejitokeza kupinga muungano huo akitoa wito kwa wanachama wote kuukataa.",
            [
                ("condemn", ("Rais Asha Mushi",), "muungano huo"),
                ("demand", ("Rais Asha Mushi",), "kuukataa"),
            ],
        ),
        (
            "Ingawa polisi wanasema kwamba barabara imefunguliwa, wasafiri wamekata tamaa.",
            [("say", ("polisi",), "barabara imefunguliwa")],
        ),
        (
            "Polisi wanasema kwamba barabara imefunguliwa, wasafiri wamekata tamaa.",
            [("say", ("Polisi",), "barabara imefunguliwa, wasafiri wamekata tamaa")],
        ),
        ("Uganda imekanusha taarifa hizo na imekuwa taabu kupata maji.", [("deny", ("Uganda",), "taarifa hizo")]),
        (
            "Polisi walituambia kwamba “maoni ya wakazi kuhusu uchunguzi” wa kesi yalikuwa “mazuri”.",
            [("say", ("Polisi",), "“maoni ya wakazi kuhusu uchunguzi” wa kesi yalikuwa “mazuri”")],
        ),
        (
            "Mkataba huo ulitangazwa jana na Rais Asha Mushi baada ya kuwaarifu wabunge kwamba vita vimekwisha.",
            [("say", ("Rais Asha Mushi",), "vita vimekwisha")],
        ),
        (
            "Mabalozi hao walikwenda mjini Ankara na kuisifu Uturuki kwa sera yake.",
            [("praise", ("Mabalozi hao",), "sera yake")],
        ),
    ],
)
def test_who_says_what_in_clauses_that_depend_on_others(text, claims_found, said):
    assert said(text) == claims_found
