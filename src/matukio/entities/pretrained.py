"""Tags of words by a token-classification model of the Hugging Face kind: «weights="folder/of/model"» or its name.

For those who have a GPU and want a large model. A model with an ONNX file (`model.onnx`, or in a folder `onnx`) runs in
ONNX Runtime, which the extra `transformers` brings; any other needs the packages transformers and torch as well.
Nothing of them is loaded before such a model is asked for.

>>> tag_tokens([["Rais", "Putin", "aliwasili"]], weights="masakhane/afroxlmr-large-ner-masakhaner-1.0_2.0")
[['O', 'B-PER', 'O']]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from matukio.errors import MatukioError

ONNX: Final = ("model.onnx", "onnx/model.onnx")
PIECES: Final = 16_384
"""So many pieces of words go through the model at once, filling included: enough to keep a large GPU at work."""
LIMIT: Final = 512
"""Most pieces of words that a model takes at once where its configuration does not say."""
MARGIN: Final = 2
"""Models of the RoBERTa kind count two positions that no word can have."""
INSTALL: Final = "install Matukio with its extra: pip install 'matukio[transformers]'"


TYPES: Final = {
    "DATE": "DATE",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "PER": "PER", "PERS": "PER", "PERSON": "PER",
}  # fmt: skip
"""How models call the types of names."""

Batch = Sequence[Sequence[int]]
Run = Callable[[Batch], list[list[int]]]
"""From the pieces of several sentences to the label of each piece."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model with its tokenizer; `tags` are its labels as BIO tags, O for those of other types."""

    tokenizer: Any
    tags: tuple[str, ...]
    limit: int
    run: Run

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """A BIO tag of PER, ORG, LOC or DATE for every word: that of its first piece."""
        windows = [
            (number, first, encoding)
            for number, words in enumerate(sentences)
            for first, encoding in self._windows(list(words), 0)
        ]
        labels = [["O"] * len(words) for words in sentences]
        for batch in _batches(windows):
            for (number, first, encoding), found in zip(
                batch, self.run([each.ids for _, _, each in batch]), strict=True
            ):
                for at, word in _first_pieces(encoding.word_ids):
                    labels[number][first + word] = self.tags[found[at]]
        return [_repaired(words) for words in labels]

    def _windows(self, words: list[str], first: int) -> Iterator[tuple[int, Any]]:
        """The sentence's pieces, in two halves where it is too long."""
        if not words:
            return
        encoding = self.tokenizer.encode(words, is_pretokenized=True)
        if len(encoding.ids) <= self.limit:
            yield first, encoding
        elif len(words) > 1:
            half = len(words) // 2
            yield from self._windows(words[:half], first)
            yield from self._windows(words[half:], first + half)


def _batches(windows: Sequence[tuple[int, int, Any]]) -> Iterator[list[tuple[int, int, Any]]]:
    """The windows by length, so that hardly any filling is read, in batches of PIECES."""
    batch: list[tuple[int, int, Any]] = []
    for window in sorted(windows, key=lambda each: len(each[2].ids)):
        if batch and (len(batch) + 1) * len(window[2].ids) > PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _first_pieces(word_ids: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    before = None
    for at, word in enumerate(word_ids):
        if word is not None and word != before:
            yield at, word
        before = word


def _repaired(tags: list[str]) -> list[str]:
    """The tags, each name with a B before its first I."""
    before, repaired = "O", []
    for tag in tags:
        repaired.append("B-" + tag[2:] if tag.startswith("I-") and before[2:] != tag[2:] else tag)
        before = tag
    return repaired


def is_model(name: str) -> bool:
    """Whether the name is that of a model rather than of installed weights: a folder, or owner/model."""
    return "/" in name or Path(name).is_dir()


@cache
def load(name: str) -> Model:
    """The model in a folder, or downloaded once by its name; raises MatukioError when that cannot be."""
    file = _files_of(name)
    config = _json(name, file("config.json"))
    tags = _tags(name, config)
    limit = min(LIMIT, int(config.get("max_position_embeddings") or LIMIT + MARGIN) - MARGIN)
    onnx = next((path for each in ONNX if (path := file(each))), None)
    if onnx is not None:
        return Model(_tokenizer(name, file("tokenizer.json")), tags, limit, _in_onnx_runtime(name, onnx))
    return Model(_tokenizer(name, file("tokenizer.json")), tags, limit, _in_torch(name))


def _files_of(name: str) -> Callable[[str], Path | None]:
    """What gives the path of one of the model's files, None for one that it does not have."""
    folder = Path(name)
    if folder.is_dir():
        return lambda file: folder / file if (folder / file).is_file() else None
    try:
        from huggingface_hub import hf_hub_download
        from huggingface_hub.errors import EntryNotFoundError, HfHubHTTPError, LocalEntryNotFoundError
    except ImportError:
        raise MatukioError(f"{name} is no folder here; to download a model of that name {INSTALL}") from None

    def file(path: str) -> Path | None:
        try:
            return Path(hf_hub_download(name, path))
        except LocalEntryNotFoundError as error:
            raise MatukioError(f"{name}: no such folder, and no connection to download it ({error})") from None
        except EntryNotFoundError:
            return None
        except (HfHubHTTPError, ValueError, OSError) as error:
            reason = str(error).splitlines()[0]
            raise MatukioError(f"{name}: neither a folder nor a model that can be downloaded ({reason})") from None

    return file


def _json(name: str, path: Path | None) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8")) if path is not None else None
    except ValueError as error:
        raise MatukioError(f"{path}: not JSON ({error})") from None
    if not isinstance(read, dict):
        raise MatukioError(f"{name}: no model there: a model of the Hugging Face kind has a file config.json")
    return read


def _tags(name: str, config: dict[str, Any]) -> tuple[str, ...]:
    """The labels as tags: «B-PERSON» is B-PER, «PER» without B and I is I-PER, «S-LOC» B-LOC, «E-LOC» I-LOC."""
    labels = config.get("id2label") or {}
    tags = []
    for number in range(len(labels)):
        place, _, kind = str(labels.get(str(number), "O")).upper().rpartition("-")
        type_ = TYPES.get(kind)
        tags.append("O" if type_ is None else f"{'B' if place in ('B', 'S', 'U') else 'I'}-{type_}")
    if not any(tag[2:] in ("PER", "ORG", "LOC") for tag in tags):
        told = ", ".join(sorted(map(str, labels.values()))) or "none"
        raise MatukioError(f"{name}: its labels are {told}, and none of them is for persons, organisations or places")
    return tuple(tags)


def _tokenizer(name: str, path: Path | None) -> Any:
    try:
        from tokenizers import Tokenizer
    except ImportError:
        raise MatukioError(f"{name} is a model of the Hugging Face kind; to read it {INSTALL}") from None
    if path is None:
        raise MatukioError(f"{name}: no tokenizer.json; make one with transformers: AutoTokenizer … save_pretrained")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _in_onnx_runtime(name: str, path: Path) -> Run:
    try:
        import numpy
        import onnxruntime
    except ImportError:
        raise MatukioError(f"{name} has an ONNX file; to run it {INSTALL}") from None
    session = onnxruntime.InferenceSession(str(path), providers=onnxruntime.get_available_providers())
    wanted = {each.name for each in session.get_inputs()}

    def run(batch: Batch) -> list[list[int]]:
        ids, mask = _padded(batch)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": [[0] * len(row) for row in ids]}
        arrays = {key: numpy.asarray(value, dtype=numpy.int64) for key, value in given.items() if key in wanted}
        found: list[list[int]] = session.run(None, arrays)[0].argmax(-1).tolist()
        return found

    return run


def _in_torch(name: str) -> Run:
    """The model by transformers, on the GPU where there is one."""
    try:
        import torch
        from transformers import AutoModelForTokenClassification
    except ImportError:
        raise MatukioError(
            f"{name} has no ONNX file; to run it without, pip install transformers torch, or make one: "
            "optimum-cli export onnx"
        ) from None
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = AutoModelForTokenClassification.from_pretrained(name).to(device).eval()

    def run(batch: Batch) -> list[list[int]]:
        ids, mask = _padded(batch)
        with torch.no_grad(), _quick_products(torch):
            logits = model(
                input_ids=torch.tensor(ids, device=device), attention_mask=torch.tensor(mask, device=device)
            ).logits
        found: list[list[int]] = logits.argmax(-1).tolist()
        return found

    return run


@contextmanager
def _quick_products(torch: Any) -> Iterator[None]:
    """A GPU multiplies with 10 bits behind the point, as half-precision does, and almost three times as fast; what else
    the process does there keeps the precision that it asked for."""
    products = torch.backends.cuda.matmul
    before, products.allow_tf32 = products.allow_tf32, True
    try:
        yield
    finally:
        products.allow_tf32 = before


def _padded(batch: Batch) -> tuple[list[list[int]], list[list[int]]]:
    """The pieces in rows of one length, and which of them are no filling (the attention mask)."""
    size = max(map(len, batch))
    ids = [[*row, *[0] * (size - len(row))] for row in batch]
    return ids, [[1] * len(row) + [0] * (size - len(row)) for row in batch]
