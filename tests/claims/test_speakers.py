"""Who speaks: by the words before and after the verb, by what earlier sentences say."""

import pytest


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Wakulima wa Kenya walikutana jana. Baadhi yao walisema kwamba mvua imechelewa.", ("Wakulima wa Kenya",)),
        ("Wafanyakazi wa bandari waligoma jana. Wengi wao wanasema mvua imechelewa.", ("Wafanyakazi wa bandari",)),
        ("Wakulima nao wamesema mvua imechelewa.", ("Wakulima",)),
        ("Katika taarifa, UNICEF imesema mvua imechelewa.", ("UNICEF",)),
        ("Hadi sasa taarifa zinaeleza kuwa mvua imechelewa.", ("taarifa",)),
        ("Kwa mujibu wa taarifa zilizotolewa Ijumaa na chama hicho mvua imechelewa.", ("chama hicho",)),
        ("Ofisi ya sheriff wa kaunti hiyo imesema mvua imechelewa.", ("Ofisi ya sheriff wa kaunti hiyo",)),
        ("Mvua imechelewa mwaka huu, ilisema taarifa ya polisi.", ("polisi",)),
        (
            "Asha Mushi muandishi wa kitabu cha “Siku ya Kwanza” anasema mvua imechelewa.",
            ("Asha Mushi muandishi wa kitabu",),
        ),
        (
            "“Mvua imechelewa sana mwaka huu,” aliandika katika ukurasa wake wa Twitter, msanii Asha Mushi.",
            ("msanii Asha Mushi",),
        ),
    ],
)
def test_speaker(text, speakers, said):
    assert said(text)[0][1] == speakers


def test_an_official_told_with_the_same_noun_is_meant_before_a_president_named_after_him(said):
    article = (
        "Afisa wa Umoja wa Ulaya amesema mafunzo yamesitishwa kwa sababu Rais Yusufu Bakari aliondolewa."
        " Afisa huyo amesema mawaziri watakutana kesho."
    )
    assert said(article)[1][1] == ("Afisa wa Umoja wa Ulaya",)


def test_who_is_only_reported_to_have_spoken_is_not_the_last_speaker(said):
    article = "Seneta Asha Mushi alisema kwamba Rais Juma Ali aliliarifu bunge kwamba vita vimekwisha."
    article += " Alisema hali ni shwari."
    assert said(article)[-1] == ("say", ("Seneta Asha Mushi",), "hali ni shwari")


@pytest.mark.parametrize(
    ("text", "claims_found"),
    [
        (
            "Marekani imelaani shambulizi hilo na Uingereza imesema itatuma msaada.",
            [("condemn", ("Marekani",), "shambulizi hilo"), ("promise", ("Uingereza",), "itatuma msaada")],
        ),
        (
            "Kenya na Uganda zimesema barabara itafunguliwa na Tanzania imekaribisha hatua hiyo.",
            [
                ("promise", ("Kenya", "Uganda"), "barabara itafunguliwa"),
                ("praise", ("Tanzania",), "hatua hiyo"),
            ],
        ),
    ],
)
def test_a_country_after_na_begins_a_clause_of_its_own(text, claims_found, said):
    assert said(text) == claims_found


@pytest.mark.parametrize(
    "text",
    [
        "“Tumechoka na vita,” amesema Asha Mushi, “na watoto wetu wana njaa.”",
        "“Tumechoka na vita,” Asha Mushi, amesema, “na watoto wetu wana njaa.”",
        "“Tumechoka na vita,” Asha Mushi, waziri wa afya, amesema, “na watoto wetu wana njaa.”",
    ],
)
def test_a_verb_between_two_quotations(text, claims):
    [claim] = claims(text)
    assert (claim.content.text, claim.quote) == (text.removesuffix("."), "mixed")
    assert claim.speakers[0].text.startswith("Asha Mushi")


def test_words_that_two_speakers_share(said):
    assert said("Asha Mushi na Juma Ali walisema: “Tumechoka na vita. Watoto wetu wana njaa.”") == [
        ("say", ("Asha Mushi", "Juma Ali"), "“Tumechoka na vita."),
        ("say", ("Asha Mushi", "Juma Ali"), "Watoto wetu wana njaa.”"),
    ]


def test_a_quotation_whose_speaker_the_next_one_names(said):
    article = "“Tumechoka na vita.” “Hatutaki tena,” amesema Asha Mushi, “na watoto wetu wana njaa.”"
    assert {speakers for _, speakers, _ in said(article)} == {("Asha Mushi",)}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Anakula kiasi kidogo cha majani kila siku,” alisema Bw. Mushi.", [("Bw. Mushi",)]),
        (
            "Wapiganaji wamewaua watu kaskazini mwa Kenya Jumapili, afisa wa usalama na maafisa wa mji wameiambia BBC.",
            [("afisa wa usalama", "maafisa wa mji")],
        ),
        (
            "Chama hicho kilisema kwamba kura ziliibwa, hata hivyo serikali imesema kwamba uchaguzi ulikuwa huru.",
            [("Chama hicho",), ("serikali",)],
        ),
        (
            "“Hali ni nzuri sana nchini. Tuna fursa kubwa” –Asha wa Blogu ya Tanga.",
            [("Asha wa Blogu ya Tanga",), ("Asha wa Blogu ya Tanga",)],
        ),
    ],
)
def test_speakers_of_each(text, speakers, said):
    assert [parties for _, parties, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Waliona samaki wengi ziwani. Walibaini kuwa maji yamechafuka.", ()),
        ("Wapiganaji waliidungua ndege ya jeshi japo walikanusha ripoti hizo.", ("Wapiganaji",)),
        ("Polisi wamekuja baada ya maandamano ya usiku kumtaka kiongozi huyo ajiuzulu.", ()),
        ("Hali ilibadilika baada ya wafanyakazi kulalamikia mishahara.", ("wafanyakazi",)),
        ("Wapo ambao hudhani kwamba ni kisiwa.", ()),
        ("Kuna wanaosema kwamba uteuzi huo umechelewa.", ()),
        ("Togo na Ghana, ambazo zote zimekanusha madai hayo, hazijasema lolote.", ("Togo", "Ghana")),
        ("Mamlaka hiyo imesema kuwa maji yatakatwa.", ("Mamlaka hiyo",)),
        ("Kwa mfano Asha Mushi, ambaye ni mkulima, anaamini kuwa mvua itanyesha.", ("Asha Mushi",)),
        ("Watu wengi hawajaandikishwa, uchunguzi wa gazeti hilo umebaini.", ("uchunguzi wa gazeti hilo",)),
        ("Ofisi ya Waziri Asha Mushi imesema mvua imechelewa.", ("Ofisi ya Waziri Asha Mushi",)),
    ],
)
def test_only_somebody_or_what_is_read_speaks(text, speakers, said):
    assert said(text)[0][1] == speakers


def test_those_who_ask_for_asylum_ask_nothing(said):
    assert said("Idadi kubwa ya waomba hifadhi imeongezeka.") == []


def test_what_somebody_is_able_to_find_is_not_said(said):
    assert said("Madaktari hao wana uwezo wa kubaini kwamba mtu ameambukizwa.") == []


def test_after_a_quotation_a_promise_of_ones_own(said):
    article = "Asha aliahidi baraza ambalo “litafanana na nchi yote,” akiahidi kuwateua wanawake."
    assert ("promise", ("Asha",), "kuwateua wanawake") in said(article)


def test_a_claim_whose_speaker_is_told_stands_for_the_same_words_of_nobody(said):
    article = "Asha alilazwa “kwa karibu saa moja nzima usiku”, alisema daktari wa rais."
    assert [speakers for _, speakers, _ in said(article)] == [("daktari wa rais",)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Polisi walikuwa wakilinda maeneo hayo, Reuters na AFP ziliripoti.", [("Reuters", "AFP")]),
        ('Tunataka nchi iwe salama na huru " Asha Mushi alisema baada ya mkutano.', [("Asha Mushi",)]),
        ("Dangote amesema kiwanda hicho kitafunguliwa mwezi ujao.", [("Dangote",)]),
        (
            "Rais Ali Hamisi alisema mvua imechelewa. Waziri Asha Mushi alikamatwa jana. Alisema hakuiba.",
            [("Rais Ali Hamisi",), ("Waziri Asha Mushi",)],
        ),
        (
            "Rais Ali Hamisi alisema mvua imechelewa. Mvua ya mwisho ilinyesha Machi. Alisema pia bei imepanda.",
            [("Rais Ali Hamisi",), ("Rais Ali Hamisi",)],
        ),
        (
            "Rais Ali Hamisi alisema hali ni nzuri. Mkulima Asha Mushi alizungumza na BBC. “Hatuna mvua ya kutosha.”",
            [("Rais Ali Hamisi",), ("Mkulima Asha Mushi",)],
        ),
    ],
)
def test_who_is_told_nearest(text, speakers, said):
    assert [parties for _, parties, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tume ya uchaguzi imepiga marufuku kampeni katika miji kadhaa ikisema kwamba miji hiyo ina homa.",
            ("say", ("Tume ya uchaguzi",), "miji hiyo ina homa"),
        ),
        (
            "Wakulima wamepinga kura hiyo wakiitaja kuwa ulaghai.",
            ("accuse", ("Wakulima",), "ulaghai"),
        ),
        (
            "Asha Mushi ni mmoja wa washirika wa rais na aliagiza polisi kuchunguza madai hayo.",
            ("demand", ("Asha Mushi",), "polisi kuchunguza madai hayo"),
        ),
        (
            "Idadi ya wagonjwa, alisema Asha Mushi. Idadi ya vifo, aliongeza, imepanda mara mbili.",
            ("say", ("Asha Mushi",), "Idadi ya vifo, aliongeza, imepanda mara mbili"),
        ),
        (
            "Lengo ni kuwatisha wapiga kura, imesema ripoti ya taasisi kituo cha habari - Centre for News.",
            ("say", ("ripoti ya taasisi",), "Lengo ni kuwatisha wapiga kura"),
        ),
        (
            "Ali Hamisi alimalizia ujumbe wake kwa kusema “Tutashinda vita hivi vyote.”",
            ("promise", ("Ali Hamisi",), "“Tutashinda vita hivi vyote.”"),
        ),
    ],
)
def test_last_of_its_claims(text, found, said):
    assert said(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Watu tisa wameuawa katika mlipuko huo, mashahidi na maafisa wa usalama wamesema.",
            ("say", ("mashahidi", "maafisa wa usalama"), "Watu tisa wameuawa katika mlipuko huo"),
        ),
        (
            "Asha Mushi alisema kwamba hakuna mtu aliyekamatwa, akielezea kwamba polisi wanaweka ulinzi.",
            ("say", ("Asha Mushi",), "polisi wanaweka ulinzi"),
        ),
        (
            "Wale ambao wanaamini kwamba walinyimwa haki, huzihamishia hasira zao kwa majirani.",
            ("say", ("Wale",), "walinyimwa haki"),
        ),
        (
            "Waziri Asha Mushi anatoa wito wa majadiliano kuanza tena.",
            ("demand", ("Waziri Asha Mushi",), "majadiliano kuanza tena"),
        ),
        (
            "“Walinzi walipiga bunduki,” Asha Mushi afisa wa polisi kati ya watu wa kwanza kufika ameiambia BBC.",
            ("say", ("Asha Mushi",), "“Walinzi walipiga bunduki,”"),
        ),
        (
            "Vyanzo vya habari katika hospitali hizo wamethibitisha kuwa watu 20 wamejeruhiwa.",
            ("confirm", ("Vyanzo vya habari",), "watu 20 wamejeruhiwa"),
        ),
    ],
)
def test_last_of_its_claims_too(text, found, said):
    assert said(text)[-1] == found


def test_an_office_told_again_is_of_its_country(claims):
    article = "Katibu mkuu wa Umoja wa Mataifa, Antonio Guterres, amesema hali ni mbaya."
    article += " Katibu mkuu anasema vita vinaendelea nchini Libya."
    assert [(party.country, party.sector) for claim in claims(article) for party in claim.speakers] == [
        ("UNO", "IGO")
    ] * 2


def test_how_somebody_does_is_nobody(said):
    article = "Asha Mushi alishinda uchaguzi. Akizungumza jinsi anavyohangaika na deni hilo, alisema mvua imechelewa."
    assert said(article) == [("say", ("Asha Mushi",), "mvua imechelewa")]


def test_what_depends_on_something_is_not_foreseen(said):
    assert said("Asha Mushi anasema makundi hayo yanategemea msaada wa nje.")[0][0] == "say"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Asha Mushi alisema kwamba polisi wamemwambia kwamba kesi imefutwa. “Nilirudi nyumbani usiku. Nimechoka.”",
            "Asha Mushi",
        ),
        ("Shirika la Reuters linaripoti kwamba Asha Mushi alisema mvua imechelewa. “Nimechoka sana.”", "Asha Mushi"),
        (
            "“Niliwauliza wakulima na wakasema mvua imechelewa,” alisema Asha Mushi. “Tumechoka na njaa hii.”",
            "Asha Mushi",
        ),
        ("Rais Juma Ali alisema hali ni shwari. “Tumechoka sana na njaa hii.” Asha Mushi aliongeza.", "Asha Mushi"),
    ],
)
def test_a_quotation_goes_on_with_who_speaks_not_with_whom_he_reports(text, speaker, said):
    assert said(text)[-1][1] == (speaker,)


def test_a_quotation_is_spoken_by_who_spoke_last_before_it_even_after_long_quotations(said):
    article = (
        "“Hatuna chakula nyumbani,” alisema Asha Mushi. “Watoto wanalia sana usiku. Hatujui la kufanya.”"
        " Daktari Juma Ali alisema kwamba hali ni mbaya. “Tunahitaji dawa nyingi haraka.”"
    )
    assert said(article)[-1][1] == ("Daktari Juma Ali",)


def test_an_infinitive_after_na_is_said_by_the_subject_of_its_verb_who_goes_on_speaking(said):
    article = "Rais Asha Mushi alirejea na kuwaambia wabunge kwamba mtu mmoja alipigwa risasi. Alisema hali ni shwari."
    assert said(article)[-1][1] == ("Rais Asha Mushi",)


@pytest.mark.parametrize(
    ("text", "claims_found"),
    [
        ("Wizara ya elimu na utamaduni imesema mvua imechelewa.", [("say", "Wizara ya elimu na utamaduni")]),
        (
            "Mkuu wa kituo cha mafuriko na vimbunga nchini Togo amesema mvua imechelewa.",
            [("say", "Mkuu wa kituo cha mafuriko na vimbunga nchini Togo")],
        ),
        (
            "Kituo cha Malawi cha kudhibiti na kuzuia magonjwa (KAM) kimesema kwamba mvua imechelewa.",
            [("say", "Kituo cha Malawi cha kudhibiti na kuzuia magonjwa (KAM)")],
        ),
        (
            "Kundi hilo la kulinda haki za wazee linasema mvua imechelewa.",
            [("say", "Kundi hilo la kulinda haki za wazee")],
        ),
        ("Waziri wa afya na Gavana Asha Mushi wamesema mvua imechelewa.", [("say", "Waziri wa afya")]),
        (
            "Mpango huu unajiri wanaharakati wanaoendelea kushinikiza serikali kufungua shule.",
            [("demand", "wanaharakati")],
        ),
        ("Mungu alimtokea na akamwambia ajenge kanisa.", []),
        ("“Ninamshukuru Mungu kwa mvua hii,” alisema Asha Mushi.", [("praise", "Asha Mushi")]),
        ("Waasi hao wanadai kutohusika na shambulizi hilo.", [("deny", "Waasi hao")]),
    ],
)
def test_speakers_with_their_field_and_who_is_none(text, claims_found, claims):
    assert [(claim.stance, claim.speakers[0].text) for claim in claims(text)] == claims_found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asha Mushi anasema kwamba wapiganaji walifika mjini na kutishia kumuua.", "wapiganaji"),
        ("Asha Mushi alisema kwamba tume haijapokea malalamiko na kuwataka wakazi kutulia.", "Asha Mushi"),
        (
            "Chama cha wakulima kimesema bei ni mbaya. Juma Ali analima mahindi. Shamba lake ni dogo."
            " “Ninalima peke yangu na sina mbolea.”",
            "Juma Ali",
        ),
        (
            "Chama cha wakulima kimesema bei ni mbaya. Juma Ali analima mahindi. “Bei ya mahindi imeshuka sana.”",
            "Chama cha wakulima",
        ),
    ],
)
def test_who_says_the_last_thing(text, speaker, claims):
    assert claims(text)[-1].speakers[0].text == speaker


def test_who_stands_after_a_verb_of_manner_is_not_asked_for(said):
    assert said("Uchaguzi utafanyika mapema namna walivyoomba wakaazi wa mji huo.") == []
