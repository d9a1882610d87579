"""Learns the weights of the tagger of names and of the tagger of dates.

    python -m training.names --names ../shared/gold/names/voa.txt --out src/matukio/entities/weights
    python -m training.names --names ../shared/gold/names/voa.txt --conll ../shared/data/masakhaner/train.txt \\
        --check ../shared/data/masakhaner/dev.txt --out packages/matukio-names-masakhaner/src/matukio_names_masakhaner

Each file is read as one article, so that a name found once is found again. The rules' own findings are features; from
a share of the marked sentences they are taken away, for the rules were written with those sentences in view and are
better there than elsewhere. Needs the extra `training` (python-crfsuite). The same data and seed give the same weights.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from matukio.entities.features import Mark, marks, time_marks, word_features
from matukio.entities.finding import find_by_rules
from matukio.entities.tagging import tag_words
from matukio.entities.tokens import Tokens, text_of_tokens
from matukio.entities.weight_files import read_weights, write_weights
from matukio.entities.weights import SCALE, Weights, cells, grouped
from matukio.swahili.text import Text
from matukio.times import find_times
from training.corpora import Tagged, f1, read_conll, read_marked

TASKS = {"names": ("PER", "ORG", "LOC"), "dates": ("DATE",)}
WITHOUT_RULES = 0.3
"""Share of the marked sentences whose rule features are taken away."""
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
Example = tuple[list[list[str]], list[str]]


def main() -> None:
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    marked = [article for path in arguments.names for article in read_marked(path)]
    conll = [read_conll(path) for path in arguments.conll]
    for task in TASKS:
        examples = training_examples(marked, conll, task, arguments.seed)
        weights = learn(examples)
        path = arguments.out / f"{task}.gz"
        write_weights(path, weights)
        features = sum(map(len, weights.features.values()))
        print(f"{path}: {len(examples)} sentences, {features} features, {path.stat().st_size} bytes")
        for checked in arguments.check:
            figures = check(read_conll(checked), task, read_weights(path))
            print(f"{checked}: {task} F1 {figures[0]:.4f}, precision {figures[1]:.4f}, recall {figures[2]:.4f}")


def training_examples(
    marked: Sequence[list[Tagged]], conll: Sequence[list[Tagged]], task: str, seed: int
) -> list[Example]:
    """Features and tags of every sentence of the marked articles and of the files, each read as one article."""
    rng = random.Random(seed)
    examples = [each for article in marked for each in _examples(article, task)]
    if task == "names":
        examples = [_thinned(each, rng) for each in examples]
    return examples + [each for file in conll for each in _examples(file, task)]


def learn(examples: list[Example]) -> Weights:
    """The weights of a linear-chain CRF, without those that round to nothing."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for features, tags in examples:
        trainer.append(features, tags)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    tags = tuple(sorted(info.labels, key=lambda tag: (tag != "O", tag)))  # O, then B-, then I-
    number = {tag: index for index, tag in enumerate(tags)}
    transitions = tuple(tuple(_hundredths(info.transitions.get((before, tag), 0.0)) for tag in tags) for before in tags)
    features: dict[str, list[int]] = {}
    for (name, tag), weight in info.state_features.items():
        if abs(weight) * SCALE >= 0.5:
            features.setdefault(name, [0] * len(tags))[number[tag]] = _hundredths(weight)
    return Weights(tags, transitions, grouped({name: told for name, row in features.items() if (told := cells(row))}))


def _hundredths(weight: float) -> int:
    return round(weight * SCALE)


def check(sentences: list[Tagged], task: str, weights: Weights) -> tuple[float, float, float]:
    """Strict F1, precision and recall on sentences that were not learned from."""
    tokens = text_of_tokens([[word for word, _ in sentence] for sentence in sentences])
    words = tag_words(tokens.text, _marks(tokens.text, task), weights)
    predicted = iter([words[first] for first in tokens.bounds[:-1]])
    gold = [[tag for _, tag in sentence] for sentence in sentences]
    return f1(gold, [[next(predicted) for _ in sentence] for sentence in sentences], TASKS[task])


def _marks(text: Text, task: str) -> list[Mark]:
    return marks(text, find_by_rules(text)) if task == "names" else time_marks(text, find_times(text))


def _examples(sentences: list[Tagged], task: str) -> Iterator[Example]:
    """Features and tags of the text's words, sentence by sentence."""
    tokens = text_of_tokens([[word for word, _ in sentence] for sentence in sentences])
    tags = _tags_of_words(tokens, [tag for sentence in sentences for _, tag in sentence], TASKS[task])
    marked = _marks(tokens.text, task)
    for sentence in tokens.text.sentences:
        words = range(sentence.first, sentence.last)
        yield [word_features(tokens.text, sentence, i, marked) for i in words], tags[sentence.first : sentence.last]


def _tags_of_words(tokens: Tokens, tags: list[str], types: tuple[str, ...]) -> list[str]:
    """The tags of our words: of a given word's several the first keeps its B, the others are inside."""
    result = ["O"] * len(tokens.text)
    for tag, first, last in zip(tags, tokens.bounds, tokens.bounds[1:], strict=False):
        if tag[2:] in types:
            result[first:last] = [tag, *["I-" + tag[2:]] * (last - first - 1)][: last - first]
    return result


def _thinned(example: Example, rng: random.Random) -> Example:
    """The example, in a share of cases without what the rules found."""
    if rng.random() >= WITHOUT_RULES:
        return example
    features, tags = example
    return [[name for name in word if not _is_of_rules(name)] for word in features], tags


def _is_of_rules(name: str) -> bool:
    return "|r=" in name or name.startswith(("rh=", "wr="))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=Path, nargs="*", default=[], help="sentences with names marked in place")
    parser.add_argument("--conll", type=Path, nargs="*", default=[], help="sentences one word and tag a line")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="sentences to measure on, one word a line")
    parser.add_argument("--out", type=Path, required=True, help="folder for names.gz and dates.gz")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
