"""The stages together: records are valid whatever the text, and the seed article tells what it must."""

import gc
import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import matukio
from matukio import forgetting
from matukio.schema import schema
from matukio.swahili.vocabulary import FORGETFUL, VOCABULARY
from matukio.times.vocabulary import ROLES
from matukio.validation import problems

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = jsonschema.Draft202012Validator(schema())


def check(record: matukio.Record) -> None:
    plain = record.to_dict()
    assert not list(SCHEMA.iter_errors(plain))
    assert problems(record) == []
    json.dumps(plain)


def test_a_small_article():
    record = matukio.read(
        "Rais wa Kenya aliwasili Kampala Jumatatu kwa mazungumzo na Rais wa Uganda, kulingana na maafisa wa Nairobi.",
        published=date(2024, 6, 18),
    )
    check(record)
    visit = record.events[0]
    assert visit.type == "CONSULT"
    assert visit.actors[0].country == "KEN"
    assert visit.date is not None and visit.date.value == "2024-06-17"


def test_the_text_is_kept_exactly():
    text = "  Habari.\r\n\r\nSoma zaidi\nRais alisema.  "
    assert matukio.read(text).text == text


def test_nothing_that_was_read_waits_for_the_garbage_collector():
    text = "Rais wa Togo alizuru Ghana. Nchi hizo mbili zilitia saini makubaliano. “Tumefurahi,” alisema rais huyo."
    matukio.read(text)
    gc.collect()
    gc.disable()
    try:
        matukio.read(text)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_is_known_of_rare_forms_is_forgotten_and_found_again(monkeypatch):
    texts = [
        "Rais wa Kenya aliwasili Kampala Jumatatu kwa mazungumzo na Rais wa Uganda, kulingana na maafisa wa Nairobi.",
        "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki. Ghana imekanusha shutuma hizo.",
    ]
    monkeypatch.setattr(forgetting, "_forms", forgetting._Forms(common=20, most=10**9))
    before = [matukio.read(text, published="2024-06-18") for text in texts]
    numbers = dict(VOCABULARY.ids)
    forgetting.forget_rare_forms()
    assert 0 < len(VOCABULARY.readings) <= 20
    assert len(ROLES) <= 20
    assert [matukio.read(text, published="2024-06-18") for text in texts] == before
    assert dict(VOCABULARY.ids) == numbers, "a form keeps its number, by which a Text names it"


def test_whatever_fills_itself_can_forget():
    matukio.read("Rais wa Togo aliwasili Accra jana, kulingana na waziri Kofi Adomako.", published="2024-06-18")
    filled = [
        each
        for each in gc.get_objects()
        if isinstance(each, dict)
        and hasattr(type(each), "__missing__")
        and type(each).__module__.startswith("matukio.")
    ]
    known = {id(each) for each in (VOCABULARY.ids, *FORGETFUL)}
    assert [type(each).__name__ for each in filled if id(each) not in known] == []


# A process of its own: the forms of all texts that other tests keep lose their numbers.
ANEW = """
import matukio
import matukio.pipeline
from matukio import forgetting
from matukio.rules import REGISTRY
from matukio.swahili.vocabulary import VOCABULARY

texts = [text for rule in REGISTRY.values() for text in (*rule.examples, *rule.never)]
read = lambda text: matukio.read(text, published="2024-06-18")
before = {text: read(text) for text in texts}
most = len(VOCABULARY.strings)
forgetting.settle(common=50, last=200)
held = []
for text in reversed(texts):
    assert read(text) == before[text], text
    held.append(len(VOCABULARY.strings))
print(most, max(held), sum(now < earlier for earlier, now in zip(held, held[1:])))
"""


def test_a_settled_process_gives_the_numbers_of_forms_anew_and_reads_the_same():
    done = subprocess.run([sys.executable, "-c", ANEW], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    before, most, times = map(int, done.stdout.split())
    assert times > 2
    assert most < 300 < before


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
@example("FEAST phrase unit-D month")
def test_no_text_raises(text):
    check(matukio.read(text, published="2024-06-18"))


@pytest.mark.parametrize(
    "text",
    [
        "Mbunge huyo alidai kwamba mahakama hazina mamlaka ya kumhukumu kwa sababu ya uraia wa nchi jirani.",
        "Waziri wa Kenya alisema atalaani shambulizi hilo ikiwa ni kweli kwamba jeshi la Togo liliua raia mjini Lomé.",
        "“Tutajibu,” alisema msemaji wa jeshi, akiongeza kuwa wanajeshi wa Ghana waliondoka kutoka Togo jana.",
        "Mahakama imemuamuru mwanahabari kumlipa fidia wakili huyo, na chama kilitoa wito wa mazungumzo kuanza.",
    ],
)
def test_a_text_may_end_after_any_word(text):
    ends = [position for position, letter in enumerate(text) if letter == " "]
    for end in ends:
        check(matukio.read(text[:end], published="2024-06-18"))


@pytest.mark.parametrize(
    "text",
    [
        "WAZIRI WA MAJI WA TOGO KOFI ADOMAKO ANASEMA NCHI YAKE ITAENDELEA NA MPANGO HUO JAMBO AMBALO LINASHANGAZA",
        "Inamuweka papa Francis \u0301 katikati ya mjadala.",
        "Wangalizi wa Umoja wa Mataifa na Umoja",
        "Polisi waliwatawanya watu. Maandamano waandamanaji",
        "Kesho hadi 20 watu watakuja.",
        "Waziri mkuu amesema, “Tunawashukuru",
        "Mkutano ulifanyika Addis Ababa ´ Jumatatu.",
        "Juma Musa ameshambuliwa mjini Nakuru baada ya mkutano. Tukio hilo lilitokea",
        "Idadi ya " + "wakazi wa sehemu ya " * 40 + "mji huo ni ndogo.",  # each «ya» doubled the time once
    ],
)
def test_what_damaged_texts_showed_raises_nothing(text):
    check(matukio.read(text + "\nAnasema mpango huo utaendelea."))
    check(matukio.read(text))


WORDS = [
    "Rais",
    "wa",
    "Kenya",
    "alisema",
    "kwamba",
    "jeshi",
    "la",
    "Uganda",
    "limeua",
    "watu",
    "10",
    "“hapana,”",
    "alikanusha",
    "Jumatatu",
    "na",
    ".",
    ",",
    "kwa",
    "dhidi",
    "ya",
    "(",
    ")",
    "hilo",
    "huyo",
    "Putin",
    "ambaye",
    "kuwashambulia",
    "waliouawa",
    "iwapo",
] + ["\n"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_order_of_words_raises(words):
    check(matukio.read(" ".join(words), published="2024-06-18"))


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["voa", "bbc"])
def test_every_article_of_the_corpora_is_valid(shared, corpus):
    for line in (shared / "data" / corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        title = article["title"].strip()
        check(matukio.read(f"{title}\n{article['text']}", published="2021-06-18", title=title, id=article["id"]))


@pytest.fixture(scope="module")
def seed(shared) -> matukio.Record:
    return matukio.read_file(shared / "data" / "seed-article.txt", published=date(2024, 6, 18))


@pytest.mark.shared
class TestSeedArticle:
    """The first article that Matukio must read right."""

    def test_sentences(self, seed):
        assert len(seed.sentences) == 14

    def test_visit(self, seed):
        [visit] = [
            e for e in seed.events
            if e.type == "CONSULT" and e.mode == "visit" and e.status == "planned"
            and {a.country for a in e.actors} == {"RUS"} and {r.country for r in e.recipients} == {"PRK"}
        ]  # fmt: skip
        assert visit.date is not None and visit.date.value == "2024-06-18"
        assert [(s.country, s.sector) for s in visit.sources] == [("RUS", "GOV")]
        assert "Kremlin" in visit.sources[0].text

    def test_meeting(self, seed):
        meetings = [e for e in seed.events if e.type == "CONSULT" and {a.country for a in e.actors} == {"RUS", "PRK"}]
        assert "2023-09-13" in [e.date.value for e in meetings if e.date]

    def test_accusation_and_denial(self, seed):
        [accusation] = [e for e in seed.events if e.type == "ACCUSE"]
        assert {a.country for a in accusation.actors} == {"USA", "KOR"}
        assert {r.country for r in accusation.recipients} == {"PRK"}
        [accused] = [c for c in seed.claims if c.stance == "accuse"]
        [denial] = [c for c in seed.claims if c.stance == "deny"]
        assert {s.country for s in denial.speakers} == {"PRK", "RUS"}
        assert denial.responds_to == accused.id
