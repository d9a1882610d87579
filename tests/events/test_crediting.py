"""Who is credited with telling an act, and what his words only take as known."""

import pytest

import matukio


def sources(text, word):
    start = text.index(word)
    event = next(e for e in matukio.read(text).events if any(m.start == start for m in e.mentions))
    return [party.text for party in event.sources]


@pytest.mark.parametrize(
    ("text", "word", "told_by"),
    [
        ("Polisi wa Togo wamesema kwamba waasi wamewaua wavuvi watatu.", "wamewaua", ["Polisi wa Togo"]),
        ("Polisi wa Togo wamesema waasi waliowaua wavuvi wamekamatwa.", "waliowaua", []),
        # to say that one inquires is not to inquire
        ("Polisi wa Togo wamesema wanachunguza mauaji ya wavuvi.", "wanachunguza", ["Polisi wa Togo"]),
        ("Polisi wa Togo wamesema waasi waliowaua wavuvi wamekamatwa.", "wamekamatwa", ["Polisi wa Togo"]),
        ("Polisi wa Togo wamesema wavuvi watatu waliouawa na waasi wamezikwa.", "waliouawa", ["Polisi wa Togo"]),
        ("Waziri wa Togo amesema maandamano ya wanafunzi yalikuwa ya amani.", "maandamano", []),
        ("Waziri wa Togo amesema kuna maandamano ya wanafunzi.", "maandamano", ["Waziri wa Togo"]),
        ("Waziri wa Togo amekosoa wito wa wanafunzi wa kufungua shule.", "wito", []),
        ("Rais wa Togo ameahidi kujiuzulu.", "kujiuzulu", []),
        ("Rais wa Togo ameahidi kwamba atajiuzulu.", "atajiuzulu", ["Rais wa Togo"]),
        ("Waziri wa Togo amesema bei imepanda tangu mapigano ya mwaka 2011.", "mapigano", []),
    ],
)
def test_what_is_taken_as_known_is_nobodys_news(text, word, told_by):
    assert sources(text, word) == told_by


def test_it_says_why_nobody_is_credited():
    record = matukio.read("Waziri wa Togo amesema bei imepanda tangu mapigano ya mwaka 2011.")
    assert [e.rule for e in record.events[0].evidence["sources"]] == ["source: taken as known"]
