"""Stories: reports of one happening, in any order."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from matukio.record import Record
from matukio.stories import Archive

VISIT = [
    (
        "v1",
        "2024-06-18",
        "Rais wa Ghana azuru Peru\n"
        "Rais wa Ghana Kofi Adomako aliwasili mjini Lima Jumatatu kwa ziara ya siku mbili. Atakutana na Rais "
        "wa Peru Rosa "
        "Quispe kuzungumzia biashara ya kakao na uvuvi.",
    ),
    (
        "v2",
        "2024-06-19",
        "Kakao yatawala mazungumzo ya Lima\n"
        "Rais wa Ghana Kofi Adomako amekutana na Rais wa Peru Rosa Quispe mjini Lima na wamekubaliana "
        "kuongeza biashara ya "
        "kakao kati ya Ghana na Peru. Ziara ya Adomako inaisha Jumanne.",
    ),
    (
        "v3",
        "2024-06-21",
        "Adomako arejea Accra\n"
        "Rais wa Ghana Kofi Adomako alikutana na Rais wa Peru Rosa Quispe mjini Lima kabla ya kurejea nyumbani. "
        "Mkataba wa kakao kati ya nchi hizo utajadiliwa na bunge la Ghana.",
    ),
]
STRIKE = [
    (
        "m1",
        "2024-06-18",
        "Madaktari wagoma Harare\n"
        "Madaktari wa hospitali za umma mjini Harare wameanza mgomo wakidai mishahara yao ya miezi mitatu. "
        "Wizara ya afya "
        "ya Zimbabwe imewataka kurudi kazini.",
    ),
    (
        "m2",
        "2024-06-20",
        "Mgomo wa madaktari Zimbabwe waingia siku ya tatu\n"
        "Wagonjwa wameachwa bila huduma katika hospitali za umma za Harare huku madaktari wakiendelea na "
        "mgomo wao kudai "
        "mishahara.",
    ),
]
LATER = [
    (
        "v9",
        "2024-09-02",
        "Rais wa Ghana azuru Peru tena\n"
        "Rais wa Ghana Kofi Adomako amewasili mjini Lima kwa ziara ya pili, na atakutana na Rais wa Peru Rosa Quispe "
        "kuzungumzia biashara ya kakao.",
    )
]


@pytest.fixture(scope="module")
def records(article: Callable[..., Record]) -> list[Record]:
    return [article(id, text, day) for id, day, text in (*VISIT, *STRIKE, *LATER)]


def stories(records: list[Record]) -> list[tuple[str, ...]]:
    archive = Archive()
    for record in records:
        archive.add(record)
    return [story.articles for story in archive.stories()]


def test_reports_of_one_happening_within_days_are_one_story(records: list[Record]) -> None:
    assert sorted(stories(records)) == [("m1", "m2"), ("v1", "v2", "v3"), ("v9",)]


def test_any_order_gives_the_same(records: list[Record]) -> None:
    expected = stories(records)
    generator = random.Random(3)
    for _ in range(6):
        assert stories(generator.sample(records, len(records))) == expected


def test_the_story_of_an_article_and_its_id(records: list[Record]) -> None:
    archive = Archive()
    for record in records:
        archive.add(record)
    story = archive.story("v3")
    assert (story.id, story.articles) == ("sv1", ("v1", "v2", "v3"))
    assert archive.story("v9").articles == ("v9",)


def test_articles_without_a_day_are_near_each_other_only(article: Callable[..., Record]) -> None:
    undated = [article(id, text, None) for id, _, text in VISIT[:2]]
    dated = article(*(VISIT[2][0], VISIT[2][2], VISIT[2][1]))
    assert sorted(stories([*undated, dated])) == [("v1", "v2"), ("v3",)]


def test_a_story_with_its_events(records: list[Record]) -> None:
    archive = Archive()
    by_id = {record.id: record for record in records}
    for record in records:
        archive.add(record)
    events = archive.events(archive.story("v1"), by_id.__getitem__)
    meeting = max(events, key=lambda event: len(event.reports))
    assert (meeting.type, [report.article for report in meeting.reports]) == ("CONSULT", ["v1", "v2", "v3"])
    assert meeting.independent == 3
    assert len(meeting.reasons) == 2
    assert all(reason.rule and reason.shared for reason in meeting.reasons)
