"""Models of the Hugging Face kind, read from a folder: a tiny one that looks each word's label up."""

import json
import sys
from pathlib import Path

import pytest

from matukio.entities import find_entities, tag_tokens
from matukio.entities.pretrained import load
from matukio.entities.weight_files import choose
from matukio.errors import MatukioError

onnx = pytest.importorskip("onnx")
tokenizers = pytest.importorskip("tokenizers")
pytest.importorskip("onnxruntime")
numpy = pytest.importorskip("numpy")

LABELS = ["O", "B-PERSON", "I-PERSON", "B-LOC", "B-MISC", "B-DATE"]
WORDS = {
    "[PAD]": 0,
    "[CLS]": 0,
    "[SEP]": 0,
    "[UNK]": 0,
    "Zuberi": 1,
    "Kitwana": 2,
    "Mbalizo": 3,
    "Kikatoliki": 4,
    "jana": 5,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of one table: from a word's number to its label."""
    write_model(tmp_path, LABELS)
    return tmp_path


def write_model(folder: Path, labels: list[str], **config: object) -> None:
    numbers = {word: number for number, word in enumerate(WORDS)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    id2label = {str(number): label for number, label in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps({"id2label": id2label, **config}), encoding="utf-8")
    table = numpy.eye(len(LABELS), dtype=numpy.float32)[list(WORDS.values())]
    helper, kinds = onnx.helper, onnx.TensorProto
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["logits"])],
        "lookup",
        [helper.make_tensor_value_info("input_ids", kinds.INT64, ["batch", "length"])],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, ["batch", "length", len(LABELS)])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(folder / "model.onnx"))


def test_a_model_tags_words(folder: Path):
    sentences = [
        ["Msemaji", "Zuberi", "Kitwana", "alisema", "jana", "."],
        [],
        ["Kijiji", "cha", "Mbalizo", "Kikatoliki"],
    ]
    assert tag_tokens(sentences, str(folder)) == [
        ["O", "B-PER", "I-PER", "O", "B-DATE", "O"],
        [],
        ["O", "O", "B-LOC", "O"],
    ]


def test_sentences_read_by_length_keep_their_own_order(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("matukio.entities.pretrained.PIECES", 12)
    sentences = [["alisema"] * (number % 7) + ["Mbalizo"] for number in range(40)]
    assert tag_tokens(sentences, str(folder)) == [["O"] * (number % 7) + ["B-LOC"] for number in range(40)]


def test_a_name_without_its_beginning_gets_one(folder: Path):
    assert tag_tokens([["Kitwana", "alisema"]], str(folder)) == [["B-PER", "O"]]


def test_entities_and_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MATUKIO_WEIGHTS", str(folder))
    assert choose(None) == str(folder)
    assert [(each.text, each.type) for each in find_entities("Zuberi Kitwana alizuru Mbalizo jana.")] == [
        ("Zuberi Kitwana", "PER"),
        ("Mbalizo", "LOC"),
    ]


def test_a_sentence_longer_than_the_model_takes_is_read_in_parts(tmp_path: Path):
    write_model(tmp_path, LABELS, max_position_embeddings=10)
    words = ["Zuberi", "Kitwana", *["alisema"] * 30, "Mbalizo"]
    assert tag_tokens([words], str(tmp_path))[0] == ["B-PER", "I-PER", *["O"] * 30, "B-LOC"]


def test_labels_that_are_no_names_are_refused(tmp_path: Path):
    write_model(tmp_path, ["NOUN", "VERB"])
    with pytest.raises(MatukioError, match="its labels are NOUN, VERB, and none of them is for persons"):
        tag_tokens([["Rais"]], str(tmp_path))


def test_a_folder_without_a_model_is_refused(tmp_path: Path):
    with pytest.raises(MatukioError, match="no model there"):
        tag_tokens([["Rais"]], str(tmp_path))


def test_what_is_missing_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    load.cache_clear()
    with pytest.raises(MatukioError, match=r"pip install 'matukio\[transformers\]'"):
        tag_tokens([["Rais"]], str(folder))


def test_a_model_without_an_onnx_file_asks_for_torch(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "model.onnx").unlink()
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MatukioError, match="has no ONNX file"):
        tag_tokens([["Rais"]], str(folder))


def test_a_model_without_an_onnx_file_runs_in_torch(tmp_path: Path):
    """A BERT of one layer with weights by chance: its tags are those of its largest logits. Skips without torch."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    write_model(tmp_path, LABELS)
    (tmp_path / "model.onnx").unlink()
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=32, id2label=dict(enumerate(LABELS)),
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config).eval()
    model.save_pretrained(tmp_path)
    load.cache_clear()
    sentences = [["Msemaji", "Zuberi", "Kitwana", "alisema", "jana"], ["Mbalizo"]]
    tags = load(str(tmp_path)).tags
    expected = []
    for words in sentences:
        ids = [1, *[list(WORDS).index(word) if word in WORDS else 3 for word in words], 2]
        with torch.no_grad():
            found = model(input_ids=torch.tensor([ids])).logits[0].argmax(-1).tolist()
        expected.append([tags[label][2:] for label in found[1:-1]])
    read = tag_tokens(sentences, str(tmp_path))
    assert [[tag[2:] for tag in each] for each in read] == expected
