"""Copies of paragraphs, and what only looks like one."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.record import Record, SentenceSpan
from matukio.stories import Archive
from matukio.stories.reposts import Earlier, Later, copied_paragraphs
from matukio.stories.words import keys, numbered, shingles

FIRST = (
    "Waziri wa maji wa Malawi Asha Banda amezindua mradi wa visima arobaini katika wilaya ya Mangochi. "
    "Alisema kila kisima kitahudumia kaya mia tatu zilizokuwa zikitembea saa mbili kutafuta maji safi. "
    "Mradi huo umegharimu dola milioni tisa zilizotolewa na Benki ya Maendeleo ya Afrika."
)
SECOND = (
    "Wakulima wa pamba mkoani Simiyu wamekataa kuuza mavuno yao kwa bei iliyotangazwa na bodi. "
    "Mwenyekiti wao alieleza kwamba gharama za mbolea na dawa zimepanda mara mbili tangu msimu uliopita. "
    "Bodi hiyo imeahidi kukutana nao kabla ya mwisho wa wiki hii."
)


def record(id: str, *paragraphs: str, published: str = "2024-06-18") -> Record:
    """An article with its sentences, which is all that copies are found by."""
    text = "\n".join(paragraphs)
    sentences, start = [], 0
    for place, character in enumerate(text):
        if character in ".\n":
            sentences.append(SentenceSpan(start, place + 1))
            start = place + 1
    if start < len(text):
        sentences.append(SentenceSpan(start, len(text)))
    return Record(id, None, None, None, date.fromisoformat(published), "sw", text, tuple(sentences))


def shared(later: Record, earlier: Record) -> list[int]:
    asked = Later(numbered(later))
    return [paragraph for paragraph, _ in copied_paragraphs(asked, Earlier(numbered(earlier)), asked.sentences)]


def test_the_same_words_in_other_letters() -> None:
    assert shared(record("b", FIRST.upper()), record("a", SECOND, FIRST)) == [0]


def test_a_tenth_of_the_words_changed() -> None:
    generator = random.Random(7)
    for _ in range(40):
        words = FIRST.split(" ")
        for place in generator.sample(range(len(words)), len(words) // 10):
            words[place] = "jambo" + ("." if words[place].endswith(".") else "")
        assert shared(record("b", " ".join(words)), record("a", FIRST)) == [0]


def test_sentences_moved_dropped_and_added() -> None:
    one, two, three = (sentence.strip() + "." for sentence in FIRST.split(".")[:3])
    original = record("a", FIRST)
    assert shared(record("b", f"{three} {one} {two}"), original) == [0]
    assert shared(record("b", f"{one} {three}"), original) == [0]
    assert shared(record("b", f"{one} {two} Wakazi walishangilia habari hizo."), original) == [0]


def test_the_same_news_in_other_words_and_the_same_words_of_other_news_are_no_copies() -> None:
    retold = (
        "Visima arobaini vimefunguliwa rasmi wilayani Mangochi na Waziri Asha Banda, ambaye alisema vitawapa maji safi "
        "watu waliolazimika kutembea mwendo mrefu. Benki ya Maendeleo ya Afrika ndiyo iliyotoa fedha."
    )
    assert shared(record("b", retold), record("a", FIRST)) == []
    other = FIRST.replace("maji", "afya").replace("Malawi", "Ghana").replace("Asha Banda", "Kofi Mensah")
    other = (
        other.replace("visima arobaini", "zahanati kumi").replace("Mangochi", "Tamale").replace("kisima", "zahanati")
    )
    other = (
        other.replace("mia tatu", "elfu mbili")
        .replace("tisa", "sita")
        .replace("Benki ya Maendeleo ya Afrika", "Japani")
    )
    assert shared(record("b", other), record("a", FIRST)) == []


def test_short_lines_are_no_copies() -> None:
    assert (
        shared(record("b", "Imetayarishwa na mwandishi wetu."), record("a", "Imetayarishwa na mwandishi wetu.")) == []
    )


def archive(*records: Record) -> Archive:
    made = Archive()
    for each in records:
        made.add(each)
    return made


def test_a_page_that_joins_two_reports_knows_where_each_paragraph_came_from() -> None:
    made = archive(
        record("a", FIRST, published="2024-06-16"),
        record("b", SECOND, published="2024-06-17"),
        record("c", "Habari za leo", FIRST, "Soma pia.", SECOND, published="2024-06-18"),
    )
    found = made.reposts("c")
    assert [(repost.copy.paragraph, repost.original) for repost in found] == [(1, "a"), (3, "b")]
    assert made.reposts("a") == made.reposts("b") == ()


def test_the_oldest_is_the_original_whatever_came_first() -> None:
    reports = [record(id, FIRST, published=f"2024-06-1{day}") for id, day in (("c", 8), ("a", 6), ("b", 7))]
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        made = archive(*(reports[n] for n in order))
        assert [repost.original for repost in (*made.reposts("b"), *made.reposts("c"))] == ["a", "a"]


def test_an_id_is_added_once() -> None:
    made = archive(record("a", FIRST))
    with pytest.raises(ValueError, match="of this id"):
        made.add(record("a", SECOND))
    assert len(made) == 1


@given(st.lists(st.sampled_from(FIRST.split()), max_size=60))
def test_shingles_are_the_same_wherever_they_stand(words: list[str]) -> None:
    whole = shingles(numbered(record("a", " ".join(words))).words)
    assert len(whole) == max(0, len(words) - 2)
    longer = shingles(numbered(record("a", " ".join(["Jana", *words, "leo"]))).words)
    assert set(whole.tolist()) <= set(longer.tolist())
    kept = [key for key in keys(numbered(record("a", " ".join(words)))).tolist() if key % 2 == 0]
    assert {key % 2**64 for key in kept} <= {shingle & ~1 for shingle in whole.tolist()}


def test_paragraphs_and_their_offsets(article: Callable[..., Record]) -> None:
    read = article("a", f"Kichwa cha habari\n\n{FIRST}\n***\n{SECOND}")
    found = numbered(read)
    assert [read.text[start:end] for start, end in found.spans] == ["Kichwa cha habari", FIRST, SECOND]
    assert found.paragraphs[-1] == len(found.words)
    assert len(found.sentences) - 1 == 7


LAST_LINES = (
    "Unaweza kusikiliza matangazo yetu kila siku asubuhi na jioni kupitia redio yako au simu ya mkononi. "
    "Usisahau kutupa maoni yako kuhusu taarifa hii kwa kutuandikia barua au kupiga simu kwa nambari ya bure. "
    "Wasikilizaji wote wanakaribishwa kushiriki katika mijadala inayofanyika kila mwisho wa wiki."
)


def with_last_lines(count: int) -> list[Record]:
    """Articles with a sentence of their own each, and all with the same last lines; the last one copies the first."""
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(count)]
    own = [" ".join(f"neno{number}x{place}" for place in range(40)) + "." for number in range(count)]
    own[-1] = own[0]
    return [record(f"{number}", own[number], LAST_LINES, published=days[number].isoformat()) for number in range(count)]


def test_what_many_articles_hold_finds_no_more_copies_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    many = 20
    monkeypatch.setattr("matukio.stories.index.SET_PHRASE", many)
    articles = with_last_lines(many + 10)
    found = []
    for seed in (None, 1, 2):
        archive = Archive()
        for each in articles if seed is None else random.Random(seed).sample(articles, len(articles)):
            archive.add(each)
        found.append({each.id: [r.original for r in archive.reposts(each.id)] for each in articles})
    assert found[0] == found[1] == found[2]
    assert found[0][str(many - 1)] == ["0"]
    assert found[0][str(many)] == found[0][str(many + 8)] == []
    # Compared for its own words, and then as a whole.
    assert found[0][str(many + 9)] == ["0", "0"]
