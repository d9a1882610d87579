"""Small articles and the events in them: who, to whom, whether, where, when and who says so."""

from datetime import date

import pytest

import matukio
from matukio.record import Event

PUBLISHED = date(2024, 6, 18)


def events(text: str) -> tuple[Event, ...]:
    return matukio.read(text, published=PUBLISHED).events


def only(text: str) -> Event:
    found = events(text)
    assert len(found) == 1, [(e.type, [m.text for m in e.mentions]) for e in found]
    return found[0]


def countries(parties) -> list[str | None]:
    return [party.country for party in parties]


class TestParties:
    def test_subject_and_object(self):
        event = only("Jeshi la Chad limewashambulia waasi wa Sudan.")
        assert (event.type, countries(event.actors), countries(event.recipients)) == ("ASSAULT", ["TCD"], ["SDN"])

    def test_passive(self):
        event = only("Waasi wa Sudan walishambuliwa na jeshi la Chad.")
        assert (countries(event.actors), countries(event.recipients)) == (["TCD"], ["SDN"])

    def test_relative_clause(self):
        event = only("Wanajeshi wa Chad waliouawa na waasi wa Sudan walizikwa.")
        assert (event.type, countries(event.actors), countries(event.recipients)) == ("ASSAULT", ["SDN"], ["TCD"])

    def test_two_sides_of_a_meeting_are_actors(self):
        event = only("Rais wa Ghana amekutana na Rais wa Togo.")
        assert sorted(countries(event.actors)) == ["GHA", "TGO"]
        assert event.recipients == ()

    def test_a_visitor_and_the_host(self):
        event = only("Rais wa Ghana amefanya ziara nchini Togo.")
        assert (event.mode, countries(event.actors), countries(event.recipients)) == ("visit", ["GHA"], ["TGO"])
        assert event.place is not None and event.place.country == "TGO"

    def test_what_the_accused_is_said_to_have_done(self):
        accusation, deed = events("Serikali ya Ghana imeishutumu Togo kwa kuwaua wavuvi.")
        assert (accusation.type, countries(accusation.recipients)) == ("ACCUSE", ["TGO"])
        assert (deed.type, deed.status, countries(deed.actors)) == ("ASSAULT", "alleged", ["TGO"])
        assert countries(deed.sources) == ["GHA"]

    def test_sides_after_kati_ya(self):
        event = only("Mapigano kati ya jeshi la Chad na waasi wa Sudan yameanza.")
        assert sorted(countries(event.actors)) == ["SDN", "TCD"]


class TestStatus:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Rais wa Ghana amezuru Togo.", "actual"),
            ("Rais wa Ghana atazuru Togo.", "planned"),
            ("Rais wa Ghana anatarajiwa kuzuru Togo.", "planned"),
            ("Jeshi la Togo halikuwashambulia wavuvi wa Ghana.", "negated"),
            ("Huenda Togo ikaishambulia Ghana.", "hypothetical"),
            ("Polisi wa Togo wanatuhumiwa kuwaua wavuvi wa Ghana.", "alleged"),
        ],
    )
    def test_status(self, text, status):
        assert status in {event.status for event in events(text) if event.type != "ACCUSE"}

    def test_what_is_only_asked_for_is_no_event(self):
        event = only("Ghana imeitaka Togo kuwaachilia wavuvi.")
        assert (event.type, event.mode) == ("REQUEST", "yield")


class TestOnceEach:
    def test_an_act_told_again(self):
        text = "Waasi wa Sudan walishambulia kambi ya Chad. Shambulizi hilo liliwaua askari 12."
        event = only(text)
        assert len(event.mentions) >= 2
        assert event.size.dead == 12

    def test_different_days_are_different_acts(self):
        text = "Waasi walishambulia Kampala Jumatatu wiki iliyopita. Jeshi la Uganda lilishambulia waasi jana."
        assert len(events(text)) == 2


class TestWhereAndWhen:
    def test_two_men_of_one_government_are_not_one(self):
        found = events(
            "Mahakama imemhukumu Paul Kagame miaka mitano jela. Mahakama imemhukumu Édouard Ngirente mwaka jana."
        )
        assert len([e for e in found if e.type == "SANCTION"]) == 2

    def test_a_place_without_a_name_is_no_other_place(self):
        text = "Waasi wa Sudan walishambulia kambi mjini Goz Beida. Shambulio la waasi nchini humo liliwaua askari 12."
        assert len([e for e in events(text) if e.type == "ASSAULT"]) == 1

    def test_criticism_and_charge_are_two(self):
        found = events("Rais wa Ghana ameikosoa Togo. Rais wa Ghana ameishtaki Togo mahakamani.")
        assert {(e.type, e.mode) for e in found} == {("ACCUSE", "disapprove"), ("ACCUSE", "allege")}

    def test_meetings_in_two_towns(self):
        text = (
            "Rais wa Kenya alikutana na Rais wa Togo mjini Lomé. Rais wa Kenya alikutana na Rais wa Togo mjini Nairobi."
        )
        assert [e.place.text for e in events(text)] == ["Lomé", "Nairobi"]

    def test_date(self):
        event = only("Rais wa Ghana amekutana na Rais wa Togo jana.")
        assert event.date is not None and event.date.value == "2024-06-17"

    def test_no_date_from_another_act(self):
        text = "Rais wa Ghana alizuru Togo jana. Jeshi la Chad limewashambulia waasi wa Sudan."
        visit, assault = events(text)
        assert visit.date is not None
        assert assault.date is None


class TestLeftOut:
    @pytest.mark.parametrize(
        "text",
        [
            "Mafuriko yameua watu kumi nchini Kenya.",
            "Waziri wa afya alipiga simu nyumbani.",
            "Ndege ya Togo ilisafiri kwenda Accra.",
            "Ni kosa kumkamata mpiga kura nchini Togo.",
            "Kwa makusudi kumzuia mtu yeyote nchini Togo kupiga kura.",
            "Klabu ya soka ilishinda fainali ya ligi baada ya kocha wake kuwashambulia wachezaji wa timu ya Kenya.",
            "Basi liligongana na lori nchini Togo na watu kumi walijeruhiwa.",
            "Watafiti wa Togo wanaipongeza teknolojia hiyo.",
            "Maelfu ya wananchi wa Togo walimlaki kiongozi wa upinzani.",
            "Serikali ya Togo imezungumzia msimu wa uchaguzi wenye ghasia.",
            "Rais wa Togo amewasili Lomé akitokea Ghana.",
            "Jenerali huyo wa Togo ameonyesha nia ya kuwa rais.",
        ],
    )
    def test_no_event(self, text):
        assert events(text) == ()


def test_every_field_says_where_it_comes_from():
    event = only(
        "Jumatatu jeshi la Chad liliwashambulia waasi wa Sudan karibu na Abeche, kwa mujibu wa maafisa wa Chad."
    )
    assert {"type", "status", "actors", "recipients", "date", "sources"} <= event.evidence.keys()


class TestWords:
    """Criticism and demands whose only verb is one of saying."""

    def test_criticism(self):
        event = only("Rais wa Ghana alisema “hatua ya Togo ni ya kikatili na ya aibu”.")
        assert (event.type, event.mode) == ("ACCUSE", "disapprove")
        assert (countries(event.actors), countries(event.recipients)) == (["GHA"], ["TGO"])
        assert [mention.text for mention in event.mentions] == ["kikatili"]

    def test_a_plain_statement_is_none(self):
        assert events("Rais wa Ghana alisema “hatua ya Togo imeanza”.") == ()


class TestModes:
    def test_gas_that_is_sold_is_no_weapon(self):
        event = only("Waasi wa Togo walikishambulia kijiji cha Ghana kilicho karibu na visima vya gesi.")
        assert (event.type, event.mode) == ("ASSAULT", None)

    @pytest.mark.parametrize("weapon", ["gesi ya machozi", "mabomu ya gesi"])
    def test_gas_of_the_police(self, weapon):
        assert only(f"Polisi wa Togo waliwajeruhi waandamanaji kwa {weapon}.").mode == "crowd-control"


def test_a_crisis_that_threatens_is_no_threat():
    assert events("Rais wa Togo amesema mgogoro huo unatishia nchi yake.") == ()
    assert only("Togo imetishia kuiwekea Ghana vikwazo.").type == "THREATEN"


def test_a_curfew_is_no_chance_though_the_news_is_of_disease():
    text = "Maambukizi ya virusi vya corona yaongezeka. Watu wamepigwa marufuku kutoka nje usiku."
    assert "COERCE" in {event.type for event in events(text)}


def test_a_male_written_as_one_word_asks_for_nothing():
    assert events("Afisa mmoja wa serikali ya Togo alisema wavulana hao wakiume walikuwa na afya nzuri.") == ()


def test_what_is_asked_for_is_no_verb_that_tells_something():
    text = "Rais wa Togo ametoa wito wa kusitisha mapigano, alipokutana na wabunge wa Togo."
    asked = next(e for e in matukio.read(text).events if e.type == "REQUEST")
    assert asked.mode == "yield"
    text = "Rais wa Togo amepinga matokeo, akisema alikutana na tume ya Togo."
    rejected = next(e for e in matukio.read(text).events if e.type == "REJECT")
    assert rejected.mode is None


def test_what_else_is_done_or_meant_gives_no_mode():
    text = "Waasi wa Togo wanashutumiwa na Ghana kwa mauaji, kuwanajisi wasichana na wizi wa mifugo."
    assert [(e.type, e.mode) for e in matukio.read(text).events if e.type == "ASSAULT"] == [
        ("ASSAULT", None),
        ("ASSAULT", "sexual"),
    ]
    text = "Wapinzani wa Togo wametoa wito kwa raia kuandamana ili kuokoa maisha ya mfungwa huyo."
    assert [(e.type, e.mode) for e in matukio.read(text).events] == [("REQUEST", "change")]
