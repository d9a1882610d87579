"""Words as the terminal, JSON and CoNLL-U show them."""

import json

import pytest
from typer.testing import CliRunner

from matukio.cli import app
from matukio.export.words import sentence_as_dict, to_conllu
from matukio.swahili import analyze

run = CliRunner().invoke


def test_conllu_has_ten_columns_and_features():
    rows = [line.split("\t") for line in to_conllu(analyze("Serikali imezitaka nchi hizi.")).splitlines()[2:-1]]
    assert all(len(row) == 10 for row in rows)
    assert [row[2] for row in rows] == ["serikali", "taka", "nchi", "hizi", "."]
    assert rows[0][5] == "NounClass=Bantu9|Number=Sing"
    assert "NounClass[obj]=Bantu10" in rows[1][5] and "Aspect=Perf" in rows[1][5]
    assert rows[2][5] == "NounClass=Bantu10|Number=Plur"
    assert "MSeg=i-me-zi-taka" in rows[1][9]
    assert rows[3][9].endswith("SpaceAfter=No")


def test_features_stand_in_alphabetical_order():
    for word in analyze("Wasiowatembelea wagonjwa hawa hawajafukuzwa.").sentences[0]:
        names = [pair.split("=")[0].lower() for pair in word.feats.split("|")]
        assert names == sorted(names)


def test_json_tells_pieces():
    word = sentence_as_dict(analyze("Wamejiuzulu.").sentences[0])["words"][0]
    assert (word["lemma"], word["upos"], word["feats"]["NounClass"]) == ("jiuzulu", "VERB", "Bantu2")
    assert "".join(segment["text"] for segment in word["segments"]) == "Wamejiuzulu"


def test_command_prints_a_table():
    result = run(app, ["words", "Wameishtumu Pyongyang"])
    assert result.exit_code == 0 and "shtumu" in result.output and "accuse" in result.output


def test_command_reads_standard_input():
    result = run(app, ["words", "-", "--json"], input="Alifika. Aliondoka.")
    assert [json.loads(line)["text"] for line in result.output.splitlines()] == ["Alifika.", "Aliondoka."]


@pytest.mark.parametrize("options", [["--json", "--conllu"]])
def test_two_formats_are_refused(options):
    assert run(app, ["words", "Habari", *options]).exit_code == 2
