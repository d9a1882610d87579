"""A graph of XLM-R-large's shape for ONNX Runtime, of random weights: what a tagger of that size costs on one core.

24 layers of width 1,024 with 16 heads and 4,096 inner units, as in Conneau and others 2020, and a tag for each piece.
The layers share one layer's weights, 50 MB that no cache holds, and the table of word pieces is cut short: only rows
that a text names are ever looked at.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

LAYERS, WIDTH, HEADS, INNER, TAGS, VOCABULARY = 24, 1024, 16, 4096, 9, 8000
LONGEST = 512
"""Pieces that the model takes at once."""
PIECES_A_WORD = 1.5
"""XLM-R cuts Swahili words, marks among them, into about so many pieces."""


def tagger(layers: int = LAYERS) -> Callable[[int], int]:
    """Runs the graph over so many words, in windows of 512 pieces, and returns how many tags came out."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph(layers).SerializeToString(), options, ["CPUExecutionProvider"])
    chance = np.random.default_rng(0)

    def run(words: int) -> int:
        ids = chance.integers(0, VOCABULARY, max(1, round(words * PIECES_A_WORD)))
        windows = [ids[begin : begin + LONGEST] for begin in range(0, len(ids), LONGEST)]
        return sum(session.run(None, {"ids": window[None]})[0].shape[1] for window in windows)

    return run


def graph(layers: int) -> ModelProto:
    """ids (1, pieces) → tags (1, pieces, 9)."""
    chance = np.random.default_rng(0)
    shapes = {
        "table": (VOCABULARY, WIDTH), "query": (WIDTH, WIDTH), "key": (WIDTH, WIDTH), "value": (WIDTH, WIDTH),
        "out": (WIDTH, WIDTH), "wide": (WIDTH, INNER), "narrow": (INNER, WIDTH), "tag": (WIDTH, TAGS),
    }  # fmt: skip
    weights = [_weight(name, chance.normal(0, 0.02, shape).astype(np.float32)) for name, shape in shapes.items()]
    weights += [
        _weight("ones", np.ones(WIDTH, np.float32)),
        _weight("zeros", np.zeros(WIDTH, np.float32)),
        _weight("scale", np.float32((WIDTH // HEADS) ** -0.5)),
        _weight("heads", np.array([0, 0, HEADS, WIDTH // HEADS])),
        _weight("whole", np.array([0, 0, WIDTH])),
        _weight("root", np.float32(2**-0.5)),
        _weight("one", np.float32(1)),
        _weight("half", np.float32(0.5)),
    ]
    nodes = [helper.make_node("Gather", ["table", "ids"], ["x0"])]
    for layer in range(layers):
        nodes += _layer(f"x{layer}", f"x{layer + 1}", f"l{layer}")
    nodes.append(helper.make_node("MatMul", [f"x{layers}", "tag"], ["tags"]))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])
    tags = helper.make_tensor_value_info("tags", TensorProto.FLOAT, [1, "pieces", TAGS])
    model = helper.make_graph(nodes, "xlm-r-large-shape", [ids], [tags], weights)
    return helper.make_model(model, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _weight(name: str, values: NDArray[np.generic] | np.generic) -> TensorProto:
    return numpy_helper.from_array(np.asarray(values), name)


def _layer(before: str, after: str, name: str) -> list[NodeProto]:
    """Attention over all pieces, then two wide layers with GELU between, each added to what came in and normed."""

    def step(kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        nodes.append(helper.make_node(kind, inputs, [f"{name}.{output}"], **attributes))
        return f"{name}.{output}"

    def in_heads(weight: str, order: list[int]) -> str:
        flat = step("MatMul", [before, weight], weight)
        return step("Transpose", [step("Reshape", [flat, "heads"], f"{weight}.cut")], f"{weight}.heads", perm=order)

    nodes: list[NodeProto] = []
    query, key, value = in_heads("query", [0, 2, 1, 3]), in_heads("key", [0, 2, 3, 1]), in_heads("value", [0, 2, 1, 3])
    scores = step("Mul", [step("MatMul", [query, key], "scores"), "scale"], "scaled")
    mixed = step("MatMul", [step("Softmax", [scores], "shares", axis=-1), value], "mixed")
    joined = step("Reshape", [step("Transpose", [mixed], "back", perm=[0, 2, 1, 3]), "whole"], "joined")
    attended = step("Add", [before, step("MatMul", [joined, "out"], "attended")], "added")
    normed = step("LayerNormalization", [attended, "ones", "zeros"], "normed")
    wide = step("MatMul", [normed, "wide"], "wide")
    bent = step("Add", [step("Erf", [step("Mul", [wide, "root"], "rooted")], "erf"), "one"], "bent")
    gelu = step("Mul", [step("Mul", [wide, bent], "gated"), "half"], "gelu")
    summed = step("Add", [normed, step("MatMul", [gelu, "narrow"], "narrow")], "summed")
    nodes.append(helper.make_node("LayerNormalization", [summed, "ones", "zeros"], [after]))
    return nodes
