"""The two forms of annotated text, and strict F1."""

from collections import Counter
from pathlib import Path

import pytest

from training import names
from training.clusters import clusters
from training.corpora import f1, read_conll, read_marked
from training.names import TASKS, learn, training_examples


def test_names_marked_in_place(tmp_path: Path):
    path = tmp_path / "names.txt"
    path.write_text("Rais [Salva Kiir](PER) aliwasili [Juba](LOC) [jana](DATE).\n\nLeo ni sikukuu.\n", encoding="utf-8")
    first, second = read_marked(path)
    assert [word for word, _ in second[0]] == ["Leo", "ni", "sikukuu", "."]
    words, tags = zip(*first[0], strict=True)
    assert words == ("Rais", "Salva", "Kiir", "aliwasili", "Juba", "jana", ".")
    assert tags == ("O", "B-PER", "I-PER", "O", "B-LOC", "B-DATE", "O")


def test_one_word_a_line(tmp_path: Path):
    path = tmp_path / "names.conll"
    path.write_text("Juba B-LOC\n. O\n\n\nLeo B-DATE\n", encoding="utf-8")
    assert read_conll(path) == [[("Juba", "B-LOC"), (".", "O")], [("Leo", "B-DATE")]]


def test_the_marked_sentences_of_the_project_can_be_read():
    articles = read_marked(Path(names.__file__).parent / "data" / "voa_unsure.txt")
    tags = Counter(tag for article in articles for sentence in article for _, tag in sentence)
    assert sum(map(len, articles)) >= 2000
    assert all(tags[f"B-{name}"] > 500 for name in ("PER", "ORG", "LOC", "DATE"))


def test_words_among_the_same_neighbours_are_of_one_group():
    pytest.importorskip("numpy")
    sentences = [f"tulifika {place} {day} mapema".split() for place in ("mjini", "huko") for day in ("leo", "jana")] * 3
    groups = {word: fine for word, _, fine in clusters(sentences, seed=1)}
    assert set(groups) == {"tulifika", "mjini", "huko", "leo", "jana", "mapema"}


def test_f1_counts_names_with_the_same_words_and_type():
    gold = [["B-PER", "I-PER", "O", "B-LOC"], ["B-DATE"]]
    found = [["B-PER", "I-PER", "O", "B-ORG"], ["B-DATE"]]
    assert f1(gold, found, ("PER", "LOC", "ORG"))[0] == pytest.approx(0.5)
    assert f1(gold, found, ("DATE",))[0] == pytest.approx(1.0)


def test_the_same_sentences_give_the_same_weights(tmp_path: Path):
    pytest.importorskip("pycrfsuite")
    path = tmp_path / "names.txt"
    path.write_text(
        "Rais [Salva Kiir](PER) aliwasili [Juba](LOC).\nMkutano ulifanyika [Juba](LOC).\n", encoding="utf-8"
    )
    marked = read_marked(path)
    one, other = (learn(training_examples(marked, [], "names", seed=3)) for _ in range(2))
    assert one.features == other.features
    assert set(one.tags) <= {"O", *(f"{place}-{name}" for place in "BI" for name in TASKS["names"])}
