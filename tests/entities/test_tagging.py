"""Tags of words that are already cut: what `tag_tokens` gives, by which weights, and its figure on annotated news."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.entities import find_entities, tag_tokens
from matukio.entities.tagging import spans
from matukio.entities.tokens import text_of_tokens
from matukio.entities.weight_files import choose, folders, read_weights, write_weights
from matukio.entities.weights import Weights, cells, grouped
from matukio.errors import MatukioError, TableError
from training.corpora import f1, read_conll

WEIGHTS = sorted(folders())
TAGS = {"O", *(f"{place}-{name}" for place in "BI" for name in ("PER", "ORG", "LOC", "DATE"))}


def tags(sentence: str, weights: str | None = None) -> list[str]:
    return tag_tokens([sentence.split()], weights)[0]


@pytest.mark.parametrize("weights", WEIGHTS)
def test_names_and_dates(weights):
    sentence = "Rais Salva Kiir wa Sudan Kusini aliwasili Kampala siku ya Jumanne ."
    assert tags(sentence, weights) == "O B-PER I-PER O B-LOC I-LOC O B-LOC O O B-DATE O".split()
    assert tags("Umoja wa Mataifa ulitoa taarifa .", weights) == "B-ORG I-ORG I-ORG O O O".split()


@pytest.mark.parametrize("weights", WEIGHTS)
def test_a_name_found_once_is_found_again(weights):
    article = [sentence.split() for sentence in ("Waziri Neema Zamboro aliwasili .", "Zamboro alisema hayo .")]
    assert tag_tokens(article, weights)[1][0] == "B-PER"


def test_a_word_of_several_of_ours_has_one_tag():
    assert tags("Walikutana mjini Dar-es-Salaam .") == ["O", "O", "B-LOC", "O"]
    tokens = text_of_tokens([["Dar-es-Salaam", "."]])
    assert list(tokens.bounds) == [0, 5, 6]
    assert tokens.text.string == "Dar-es-Salaam ."


@given(st.lists(st.lists(st.text(max_size=6), max_size=6), max_size=4))
def test_every_word_has_a_tag_and_names_begin_with_b(sentences):
    found = tag_tokens(sentences)
    assert [len(sentence) for sentence in found] == [len(sentence) for sentence in sentences]
    for sentence in found:
        for before, tag in zip(["O", *sentence], sentence, strict=False):
            assert tag in TAGS
            assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_spans():
    assert spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]


def test_weights_are_chosen_by_name():
    assert choose("voa") == "voa"
    with pytest.raises(MatukioError, match="no weights called 'nyingine' are installed"):
        tag_tokens([["Rais"]], weights="nyingine")


def test_an_installed_distribution_is_preferred(monkeypatch):
    monkeypatch.setitem(folders(), "zaidi", folders()["voa"])
    for name in WEIGHTS:
        if name != "voa":
            monkeypatch.delitem(folders(), name)
    assert choose(None) == "zaidi"
    assert find_entities("Umoja wa Mataifa ulitoa taarifa.", weights="zaidi")[0].type == "ORG"


def test_distributions_are_found_by_their_entry_point(tmp_path: Path, monkeypatch):
    told = tmp_path / "zaidi-1.0.dist-info" / "entry_points.txt"
    told.parent.mkdir()
    told.write_text(
        "[console_scripts]\nx = y:z\n\n[matukio.weights]\nzaidi = json\n\n[other]\na = b\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    folders.cache_clear()
    assert "zaidi" in folders() and not {"x", "a"} & folders().keys()
    folders.cache_clear()


def test_weights_are_read_as_they_were_written(tmp_path: Path):
    weights = Weights(
        ("O", "B-PER", "I-PER"),
        ((50, -125, 0), (0, 0, 100), (0, 0, 50)),
        grouped({"0|w=rais": cells((100, 0, 0)), "0|w=asha": cells((0, 237, 0)), "0|first": cells((0, 20, -3))}),
    )
    write_weights(tmp_path / "names.gz", weights)
    read = read_weights(tmp_path / "names.gz")
    assert (read.tags, read.transitions, read.features) == (weights.tags, weights.transitions, weights.features)


def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path):
    (tmp_path / "names.gz").write_bytes(b"O\tB-PER\n")
    with pytest.raises(TableError, match=r"names\.gz: no weights of a tagger"):
        read_weights(tmp_path / "names.gz")


@pytest.mark.shared
@pytest.mark.parametrize("weights", WEIGHTS)
def test_figures_on_news_that_was_not_learned_from(shared: Path, weights):
    sentences = read_conll(shared / "data" / "masakhaner" / "dev.txt")
    found = tag_tokens([[word for word, _ in sentence] for sentence in sentences], weights)
    gold = [[tag for _, tag in sentence] for sentence in sentences]
    bars = {"voa": (0.85, 0.85), "masakhaner": (0.920, 0.915)}[weights]
    assert f1(gold, found, ("PER", "ORG", "LOC"))[0] >= bars[0]
    assert f1(gold, found, ("PER", "ORG", "LOC", "DATE"))[0] >= bars[1]
