"""Words of the lexicon in a sense that is no act, and acts that keep theirs."""

import pytest

import matukio


def types(text: str) -> list[str]:
    return [event.type for event in matukio.read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Baada ya Mensah kukamata hatamu za uongozi, uchumi wa Togo ulikua.",
        "Rais wa Ghana alikubali kuwa amechoka.",
        "Shehena hiyo ya Ghana iliwasili Togo Jumatatu.",
        "Rais wa Togo anapaswa kujiuzulu.",
        "Hakuna dalili yoyote kwamba serikali ya Togo itawaachia wafungwa.",
        "Mhubiri huyo wa Togo aliwaomba watu watubu dhambi zao.",
        "Mwalimu huyo wa Togo alifunga ndoa na mwanafunzi wake.",
        "Mahakama ya Togo iliamuru kwamba wavuvi hao walioana kisheria.",
        "Afisa wa Togo hakutaka Ghana ijiuzulu.",
        "Jeshi la Togo lina droni za mashambulizi.",
        "Magazeti ya Ghana yaliwachunguza mawaziri wa Togo.",
        "Utafiti huo wa Ghana uliwataka watu kujaza dodoso.",
        "Ghana inasambaza chanjo kwa watu wake.",
        "Uamuzi wa mahakama ya Togo uliungwa mkono na majaji wengi.",
        "Askari wa Togo waliojeruhiwa hawakupata matibabu.",
        "Rais wa Ghana alizungumzia safari yake ya kisiasa.",
        "Rais wa Togo anapokutana na Rais wa Ghana huwa anatabasamu.",
        "Wanawake wa Togo wanaishi katika mazingira ya ukatili.",
        "Umoja wa Mataifa kwa kushirikiana na serikali ya Togo umejenga shule.",
        "Rais wa Ghana ni kiongozi mwenye ulinzi mkali.",
        "Mume wake alimtaka baba yake azungumze naye mjini Lomé.",
        "Polisi wa Togo wana wasiwasi juu ya machafuko yanayoweza kutokea.",
        "Mikutano ya chama cha upinzani cha Togo huvutia watu wengi.",
        "Masoko ya hisa ya Ghana yamefungwa kwa ajili ya sikukuu ya Pasaka.",
        "Katika soko la dunia mafuta ya Ghana yanauzwa kwa dola arobaini kwa pipa.",
        "Rais alisema huu si wakati wa kunyoosheana vidole nchini Ghana.",
        "Nadhani ni bora kuwa na sera ya mazungumzo, alisema rais wa Togo.",
        "Serikali ya Togo imesaini barua ya pongezi.",
        "Rais wa Togo, Kossi Macron, alisema akizungumza bungeni kwamba bajeti imekamilika.",
        "Wapinzani wa Togo wanadai uteuzi huo ni wa kuvutia wawekezaji.",
        "Uamuzi huo ni muhimu katika kuwazuia wavuvi wa Togo kuandamana.",
        "Rais wa Ghana hana matumaini makubwa ya kukutana na Rais wa Togo.",
        "Mlipuko wa Ebola umeua watu kumi nchini Togo.",
        "Polisi wa Ghana hawajatoa tamko lolote kuhusu madai hayo.",
        "Rais wa Ghana amesema amesikitishwa na msiba huo.",
        "Mvuvi mmoja wa Togo aliomba jina lake lisitajwe.",
        "Sheria hiyo inapiga marufuku uvuvi nchini Togo.",
        "Watu elfu kumi waliopatiwa chanjo nchini Togo wamepona.",
        "Ghana inaimarisha juhudi za hapo awali za kuwaachilia wavuvi wa Togo.",
        "Mwanasiasa wa Togo alijaribu kujiua.",
        "Tujenge hoja, siyo kupinga serikali ya Togo, alisema mwandishi huyo.",
        "Rais wa Togo alifanya haraka ili kufikia makubaliano.",
        "Rais wa Togo alimshukuru Mungu kwa mavuno mema.",
        "Malaika aliwashambulia wavuvi wa Togo.",
        "Mechi ya jana mjini Lomé ilikuwa ni vita.",
        "Mwanafunzi huyo wa Togo aliwasili mjini Accra.",
        "Watu kumi wanaoomba hifadhi wamefika Togo.",
        "Waziri wa Togo alisema katika mkutano huko Accra kwamba hali ni ngumu.",
        "Askofu wa Togo amejiweka karantini.",
        "Usalama ni muhimu ili kulinda amani na kuzuia maandamano nchini Togo.",
        "Rais wa Togo anaweza kuomba nini zaidi?",
        "Mwanasiasa wa Togo ametangaza kukata uhusiano na mke wake.",
        "Nyani walivamia kijiji cha Togo.",
        "Waziri wa Togo alikutana na mume wake chuoni.",
        "Mkulima mmoja wa Togo aliuawa na mamba.",
        "Takwimu za unyanyasaji wa wanawake nchini Togo zinatisha.",
        "Mapambano bado yanaendelea.",
        "Jeshi la Togo limeshindwa kudhibiti hali hiyo.",
        "Jopo la majaji wa Togo lilifikia makubaliano kwamba rais hana uwezo huo.",
        "Mapambano ya kisheria ya mfanyabiashara huyo wa Togo yamemchosha.",
        "Rais wa Togo amewatakia wananchi wawe na amani.",
        "Serikali haiko tayari kuvumilia ufisadi, amesema Waziri Mkuu wa Togo.",
        "Rais wa Togo ameunda kamati itakayowaomba waasi kuweka chini silaha.",
        "Je, Ghana itaishambulia Togo?",
        "Waumini hutembelea mji mtakatifu wa Togo kila mwaka.",
        "Katiba ya Togo inasema mwenyekiti anapaswa kuwa jaji.",
        "Watu wanapaswa kula mboga, alisema mpishi wa Togo.",
        "Kampuni hizo mbili za Togo zimesaini mkataba wa biashara.",
        "Mchezaji huyo wa Togo amesusia mashindano ya tenisi.",
        "Mara nyingi mashambulizi dhidi ya wanajeshi wa Togo hufanywa na waasi.",
        "Waasi wa Togo hutumia msitu huo kufanya mashambulizi dhidi ya wanajeshi wa Ghana.",
        "Serikali ya Togo imeanzisha vita dhidi ya ufisadi.",
        "Togo imekuwa na marais watatu tangu mapinduzi ya mwaka 1990.",
        "Rais wa Togo alijisifia kwa kujenga uchumi bora.",
        "Wahudumu wa afya wa Togo walianza kupewa chanjo.",
        "Watafiti wa Togo wanachunguza ripoti hiyo.",
        "Mradi huo utaiweka Togo karibu na kambi ya kijeshi ya Ghana.",
        "Daktari wa Togo aliwakaripia waandishi wa habari.",
        "Wagonjwa wa Togo wanalalamikia homa na uchovu.",
        "Shirika la ndege la Togo limewataka abiria wasubiri.",
        "Mashabiki wa Togo wanaunga mkono timu zao.",
        "Ni maandamano gani mengine yanapangwa nchini Togo?",
        "Mpenzi huyo wa Togo alikuwa na huzuni, na alitaka kuwa peke yake.",
        "Katika hotuba hiyo Rais wa Togo ametoa salamu, akimtakia mafanikio mrithi wake.",
        "Hakuna msaada wowote kwa waathiriwa nchini Togo.",
        "Kuandaa makubaliano itakuwa kazi ndefu, alisema waziri wa Togo.",
        "Muungano wa Benki za Togo katika mkutano wa Accra.",
        "Wanaharakati wa Togo wana shaka na sheria yoyote inayoweza kumfunga mama huyo.",
        "Waziri wa Togo amekubali kwa mara ya kwanza kwamba makosa mengi yalifanyika.",
        "Vyombo vya habari vya Togo vimewasilisha maombi ya vibali kwa wizara ya habari.",
        "Rais wa Togo alisema: “Nataka niwaambie wabunge wa Togo kwamba mvua itanyesha.”",
        "Waziri wa Togo alisema: “Tunataka tuonyeshe wabunge ukweli.”",
        "Dawa hiyo ya Togo inaua seli za saratani.",
        "Mwimbaji huyo wa Togo aliteka hisia za watu.",
        "Viongozi wa Togo watahukumiwa na historia.",
        "Wanawake wa Togo wanalalama kwa maumivu.",
        "Katika miaka mitatu hakuna hata shambulio moja lililotokea Togo.",
        "Makundi ya chama tawala cha Togo yalianza mapambano ya ndani.",
        "Makasisi wa Togo waliusukuma umati huo na kumpa maji.",
        "Viongozi wa dini wa Togo wameikubali imani hiyo.",
        "Benki Kuu ya Togo ilichukua hatua kuzuia kuanguka kwa bei ya kahawa.",
        "Wavuvi wa Togo wanazipa kisogo mila na desturi.",
        "Jamii hiyo ya Togo inadai asili ya Kiyahudi.",
        "Wanafunzi wa Togo walisifia ujumbe uliotumika.",
        "Waziri wa Togo hupokea ujumbe ulio na matusi katika mitandao ya kijamii.",
        "Kanisa hilo la Togo limefunguliwa tena kuwapokea waumini.",
        "Shirika hilo la Togo linakabiliana na unyanyasaji dhidi ya wazee.",
        "Rais wa Togo aliwaombea waathiriwa wa tetemeko hilo.",
        "Rais wa Togo alisema tunahitaji kuwa na uwezo wa kuilinda Ghana.",
        "Waendesha mashtaka wa Togo wanashirikiana na polisi wa Togo.",
        "Hali hiyo imewalazimisha maafisa wa Togo kukaa nyumbani.",
        "Maafisa wa Ghana wameingilia kati siasa za ndani za Togo.",
        "Mikutano ya kila wiki ya mawaziri wa Togo imeanza.",
        "Wapiga kura wa Togo wameshamua nani watampigia kura.",
        "Rais wa Togo amemaliza matibabu na atafanyiwa uchunguzi mwingine wa kiafya.",
        "Rais wa Togo ametupilia mbali ripoti ya gazeti hilo.",
        "Wauguzi wa Togo walifika kwa wakati muafaka na dawa za Ghana.",
        "Madiwani wa Togo wanasema ushuru huo ni ishara ya kuwatisha wachuuzi na kuzima migomo.",
        "Polisi wa Togo wanasema wavuvi hao wako katika hali ya hatari.",
    ],
)
def test_no_act(text):
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Ziara ya rais wa Ghana nchini Togo imeahirishwa.", "REJECT"),
        ("Maduka yote yatafungwa nchini Togo kuanzia kesho.", "COERCE"),
        ("Waziri wa Togo alipongezwa kwa uamuzi wake.", "SUPPORT"),
        ("Operesheni ya wanajeshi wa Togo ya kuwaokoa wakazi imeanza.", "AID"),
        ("Mbunge wa Togo alipinga matokeo hayo kwa madai kuwa kura ziliibiwa.", "REJECT"),
        ("SADC imeidhinisha kupelekwa kikosi cha dharura nchini Togo.", "MOBILIZE"),
        ("Rais wa Togo amembadilisha mkuu wa jeshi.", "SANCTION"),
        ("ECOWAS imewapa viongozi wa kijeshi wa Togo hadi Jumatatu kuondoka.", "REQUEST"),
        ("Ghana imeonya kwamba itaiwekea Togo vikwazo.", "THREATEN"),
        ("Shule nyingi zimeharibiwa na waasi nchini Togo.", "ASSAULT"),
        ("Wanajeshi wa Togo waliua kama watu ishirini mjini Sokode.", "ASSAULT"),
        ("Mwanajeshi wa Togo alimshambulia afisa wa Ghana, akisema amechoka.", "ASSAULT"),
        ("Waasi wa Togo na wanajeshi wa Ghana wameshambuliana juu ya ardhi.", "ASSAULT"),
        ("Wagombea wa Togo wameshambuliana kwa visu katika mdahalo.", "ASSAULT"),
        ("Ghana ilipeleka bidhaa za msaada nchini Togo.", "AID"),
        ("Hali ya hatari imeanza kutumika nchini Togo.", "COERCE"),
        ("Ghana ilipeleka bidhaa za dola milioni mbili nchini Togo, hasa dawa.", "COOPERATE"),
        ("Waasi wa Togo waliwaua wahandisi wa kampuni ya nishati.", "ASSAULT"),
        ("Serikali ya Togo imekubali pendekezo la viongozi wa dini.", "AGREE"),
        ("Umoja wa Afrika umeingilia kati mgogoro wa ndani wa Togo.", "CONSULT"),
        ("Umoja wa Mataifa umefikisha chakula kwa jumla ya familia mia tatu.", "AID"),
        ("Mwanasiasa huyo wa Togo amefikishwa mbele ya mahakama.", "ACCUSE"),
        ("Rais wa Ghana amekubali kujiuzulu.", "AGREE"),
        ("Rais wa Togo amewataka wabunge wasisite kuikosoa serikali yake.", "REQUEST"),
        ("Msemaji wa Togo alitoa wito kwa Ghana kuwaachia wafungwa wote.", "REQUEST"),
        ("Serikali ya Togo haiko tayari kuzungumza na waasi.", "REJECT"),
        ("Bunge la Togo limeanza mashtaka ya kumwondoa madarakani rais.", "SANCTION"),
        ("Mahakama ya Togo imetoa amri ya kuzuia maandamano.", "COERCE"),
        ("Rais wa Togo ametoa amri ya kutengua marufuku ya mikutano.", "CONCEDE"),
        ("Kamati ya bunge la Togo imependekeza kuundwa kwa tume mpya.", "REQUEST"),
        ("Chama tawala cha Togo kimempendekeza waziri huyo kugombea urais.", "SUPPORT"),
        ("Roketi zilizofyatuliwa kutoka Togo zilianguka shambani.", "ASSAULT"),
        ("Kwa nini polisi wa Togo waliwakamata wavuvi?", "COERCE"),
        ("Wanasiasa wa upinzani wa Togo walitishiwa maisha.", "THREATEN"),
        ("Upinzani wa Togo ulidai kuwepo udanganyifu katika uchaguzi.", "ACCUSE"),
        ("Ghana imepeleka ujumbe nchini Togo.", "CONSULT"),
        ("Rais wa Ghana amepokea ujumbe wa wawekezaji kutoka Togo.", "CONSULT"),
        ("Ujumbe wa Ghana umeitaka Togo kuwaachia wavuvi.", "REQUEST"),
        ("Ghana ilipeleka bidhaa za dola milioni kumi nchini Togo.", "COOPERATE"),
        ("Wafanyabiashara wa Togo wanaagiza mitumba kutoka Ghana.", "COOPERATE"),
        ("Mwanasiasa huyo wa Togo alifungwa miaka mitano.", "SANCTION"),
        ("Serikali ya Ghana haikuwaruhusu wafanyabiashara wa Togo kuingia.", "REJECT"),
        ("Serikali ya Ghana imefunga soko la mifugo.", "COERCE"),
        ("Ghana imeiuzia Togo mafuta.", "COOPERATE"),
        ("Wapinzani wameinyooshea kidole serikali ya Ghana.", "ACCUSE"),
        ("Rais wa Togo alisema: “Ni lazima mapigano yasitishwe mara moja.”", "REQUEST"),
        ("Rais wa Togo ameapa kuwatia mbaroni wezi wote.", "COERCE"),
        ("Rais wa Togo hakusita kuwashukuru viongozi wa dini.", "SUPPORT"),
        ("Alimkaribisha waziri wa Ghana kwa mazungumzo.", "CONSULT"),
        ("Rais wa Togo ameahidi kushirikiana na upinzani.", "AGREE"),
        ("Togo inapanga kutuma ujumbe rasmi kwa Ghana wiki ijayo.", "CONSULT"),
        ("Rais wa Togo amepuuza madai ya Ghana kwamba aliiba kura.", "ACCUSE"),
        ("Serikali ya Togo haikuwaruhusu waandishi wa habari kuingia.", "COERCE"),
        ("Jeshi la Togo linatafuta njia ili kumaliza vita vya Togo.", "ASSAULT"),
        ("Polisi wapatao elfu kumi wamepelekwa mjini Lomé.", "MOBILIZE"),
        ("Sheria ya Togo imepitishwa na serikali imepiga marufuku uvuvi.", "COERCE"),
        ("Wagombea wa Togo wameshambuliana vikali juu ya uchumi.", "ACCUSE"),
    ],
)
def test_act(text, type):
    assert type in types(text)


def test_an_envoy_recalled_is_of_the_state_that_sent_him():
    record = matukio.read("Japani imemwita nyumbani balozi wake wa Ghana. Balozi huyo aliikosoa serikali ya Ghana.")
    actors = [p for e in record.events if e.type == "ACCUSE" for p in e.actors]
    assert [p.country for p in actors] == ["JPN"]


def test_a_serving_minister_is_of_the_government_whatever_the_table_says():
    record = matukio.read("Waziri wa mambo ya nje wa Israel Yair Lapid amezuru Ghana.")
    assert [(p.country, p.sector) for e in record.events for p in e.actors] == [("ISR", "GOV")]


def test_pengine_is_no_part_of_whom_it_befell():
    record = matukio.read("Pengine watu watatu wameuawa na polisi mjini Lome.")
    assert [p.text for e in record.events for p in e.recipients] == ["watu watatu"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wapinzani wa Togo walifanya maandamano ya kupinga uamuzi wa serikali.", ["PROTEST"]),
        ("Upinzani wa Togo umefungua kesi mahakamani kupinga matokeo hayo.", ["ACCUSE"]),
        ("Serikali ya Togo imekataa kuwaachilia wavuvi wa Ghana.", ["REJECT"]),
        ("Wabunge wa upinzani wa Togo wamepinga mswada huo.", ["REJECT"]),
        ("Mahakama ya Togo imempa waziri huyo siku tano kujisalimisha.", ["REQUEST"]),
        ("Serikali ya Togo imewakataza raia kuandamana.", ["COERCE"]),
        ("Rais wa Togo alipiga marufuku majaji kujiunga na chama cha upinzani.", ["COERCE"]),
        ("Serikali ya Togo imekataa kuwaruhusu mawakili kuzungumza na wavuvi.", ["REJECT"]),
        ("Togo imefanya mazungumzo na Ghana juu ya kuwaachilia wavuvi.", ["CONSULT"]),
        ("Mazungumzo kati ya Togo na Ghana kuhusu uhusiano uliovunjika yamekamilika.", ["CONSULT"]),
    ],
)
def test_what_an_act_is_for_or_refuses_is_no_second_act(text, expected):
    assert types(text) == expected


def test_a_verb_that_leaves_a_thing_says_nothing_of_the_next_verb():
    text = "Mbunge wa Togo amekiacha chama hicho na kujiunga na chama cha upinzani."
    [event] = matukio.read(text).events
    assert (event.type, event.status) == ("SUPPORT", "actual")


def test_what_may_come_about_is_no_fact():
    [event] = matukio.read("Polisi wa Togo walisema wanajiandaa endapo kutatokea vurugu za wafuasi wa upinzani.").events
    assert (event.type, event.status) == ("PROTEST", "hypothetical")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Viongozi wa Ghana wamekubali kupeleka wanajeshi nchini Togo.", "planned"),
        ("Viongozi wa Ghana wamepeleka wanajeshi nchini Togo.", "actual"),
    ],
)
def test_what_is_agreed_to_is_planned(text, status):
    assert [e.status for e in matukio.read(text).events if e.type == "MOBILIZE"] == [status]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Vikwazo dhidi ya Togo vimeondolewa na Ghana.", "CONCEDE"),
        ("Mashtaka dhidi ya waziri wa Togo yamefutwa.", "CONCEDE"),
        ("Misaada kwa Togo imesitishwa na Ghana.", "SANCTION"),
        ("Silaha zimesalimishwa na waasi wa Togo.", "RETREAT"),
        ("Ulinzi umeimarishwa mjini Lomé.", "MOBILIZE"),
        ("Matokeo ya uchaguzi wa Togo yamefutwa na mahakama.", "REJECT"),
    ],
)
def test_a_phrase_in_the_passive(text, type):
    """«ondoa vikwazo» with its noun as the subject."""
    assert type in types(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Waandamanaji wa Togo walirusha mabomu ya petroli.", "PROTEST"),
        ("Waasi wa Togo walirusha bomu.", "ASSAULT"),
        ("Mbunge wa Togo amejiondoa kwenye CUF.", "SANCTION"),
        ("Vikosi vya Togo vimejiondoa mjini Accra.", "RETREAT"),
        ("Pande zote zimekubaliana kusitisha vita.", "AGREE"),
        ("Bunge la Togo lilipiga kura ya kumuondoa waziri mkuu madarakani.", "SANCTION"),
        ("Ghana imekataa ombi la Togo.", "REQUEST"),
        ("Waandamanaji wa Togo walipiga kelele wakitaka kuundwa kwa serikali mpya.", "REQUEST"),
        ("Mfanyabiashara Kossi Mensah alikamatwa mjini Lomé.", "COERCE"),
        ("Wakazi wa Lomé wanasema serikali ya Togo inaficha ukweli.", "ACCUSE"),
        ("Umoja wa Afrika unatafuta suluhisho la mgogoro wa Togo.", "CONSULT"),
        ("Mwanaharakati wa Togo anasema anazuiliwa na polisi kwa kuandamana.", "PROTEST"),
        ("Serikali ya Togo imesema haitatoa fedha zaidi kwa shirika hilo.", "REJECT"),
        ("Rais wa Ghana amesema nchi yake ina nia ya kushirikiana na Togo.", "AGREE"),
        ("Kundi hilo la waasi wa Togo linashukiwa kuhusika na mauaji hayo.", "ACCUSE"),
        ("Waziri wa Togo amesema uchunguzi wa mauaji hayo unaendelea.", "ACCUSE"),
    ],
)
def test_what_decides_the_sense(text, type):
    assert type in types(text)
