"""What stands inside a claim has its speakers as sources."""

import pytest

from matukio.claims.attribution import credited, sources_at

NESTED = "Shirika la Reuters linaripoti kwamba wizara ya afya ilisema kuwa watu watano wamefariki. Mvua ilinyesha."


def test_innermost_speaker_first(claims):
    start = NESTED.index("wamefariki")
    speakers, stance, evidence = sources_at(claims(NESTED), start, start + len("wamefariki"))
    assert [party.text for party in speakers] == ["wizara ya afya", "Shirika la Reuters"]
    assert stance == "say"
    assert evidence is not None


def test_the_outlets_own_voice_has_no_source(claims):
    start = NESTED.index("ilinyesha")
    assert sources_at(claims(NESTED), start, start + 9) == ((), None, None)


def test_inside_an_accusation_the_stance_is_accuse(claims):
    text = "Kenya imeilaumu Uganda kwa kufunga mpaka."
    start = text.index("kufunga")
    speakers, stance, _ = sources_at(claims(text), start, start + 7)
    assert ([party.country for party in speakers], stance) == (["KEN"], "accuse")


@pytest.mark.parametrize(
    ("text", "word", "act", "sources"),
    [
        ("Polisi wamesema kwamba waasi walichoma soko.", "walichoma", "ASSAULT", ["Polisi"]),
        ("Kenya imeilaumu Uganda kwa kuchoma soko.", "kuchoma", "ASSAULT", ["Kenya"]),
        ("Uganda imekanusha kwamba ilichoma soko.", "ilichoma", "ASSAULT", []),
        ("Kenya imeitaka Uganda kusitisha mashambulizi hayo.", "mashambulizi", "ASSAULT", []),
        ("Ghana ilisema “hatua ya Togo ni ya kikatili na ya aibu”.", "kikatili", "ACCUSE", []),
        ("Waasi walichoma soko.", "walichoma", "ASSAULT", []),
    ],
)
def test_who_is_credited_with_telling_an_act(text, word, act, sources, claims):
    start = text.index(word)
    found, evidence = credited(claims(text), start, start + len(word), act, ())
    assert [party.text for party in found] == sources
    assert (evidence is not None) == bool(sources)


@pytest.mark.parametrize(
    ("text", "word", "act", "sources"),
    [
        ("Asha alisema Juma anadaiwa kuchoma soko.", "kuchoma", "ASSAULT", ["Asha"]),
        (
            "Shirika la Reuters linaripoti kwamba wizara ya afya iliwataka raia kuvaa barakoa.",
            "iliwataka",
            "REQUEST",
            ["Shirika la Reuters"],
        ),
    ],
)
def test_whoever_tells_of_words_is_credited_with_them(text, word, act, sources, claims):
    start = text.index(word)
    found, _ = credited(claims(text), start, start + len(word), act, ())
    assert [party.text for party in found] == sources
