"""Claims as a conversation: each speaker once, answers and reports under what they belong to."""

import io

import pytest
from rich.console import Console

import matukio
from matukio.export.conversation import show_claims
from matukio.export.labels import labels


@pytest.fixture
def conversation():
    """A function from a text to the lines of its conversation."""

    def shown(text: str) -> list[str]:
        console = Console(file=io.StringIO(), width=140)
        show_claims(console, matukio.read(text).claims, labels("en"))
        return [line.rstrip() for line in console.file.getvalue().splitlines()]

    return shown


def test_a_speaker_is_told_once(conversation):
    assert conversation(
        "Waziri Asha Mushi alisema kwamba mvua imechelewa. Aliongeza kuwa bei ya mahindi imepanda."
    ) == [
        "  Waziri Asha Mushi (GOV)",
        "    - say «alisema»: mvua imechelewa",
        "    - say «Aliongeza»: bei ya mahindi imepanda",
    ]


def test_the_sentences_of_a_quotation_stand_together(conversation):
    assert conversation("Waziri Asha Mushi alisema: “Mvua imechelewa sana. Bei ya mahindi imepanda.”") == [
        "  Waziri Asha Mushi (GOV)",
        "    - say «alisema»: “Mvua imechelewa sana. Bei ya mahindi imepanda.”",
    ]


def test_an_answer_stands_under_what_it_answers(conversation):
    assert conversation("Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.") == [
        "  Kenya (KEN·GOV)",
        "    - accuse «imeilaumu» → Uganda (UGA·GOV): kufunga mpaka",
        "      └ Uganda (UGA·GOV) · deny «imekanusha»: madai hayo",
    ]


def test_a_report_within_a_report_stands_under_it(conversation):
    article = "Shirika la habari la Reuters linaripoti kwamba wizara ya afya ilisema kuwa watu watano wamefariki."
    assert conversation(article)[1:] == [
        "    - say «linaripoti»: wizara ya afya ilisema kuwa watu watano wamefariki",
        "      › wizara ya afya (GOV) · say «ilisema»: watu watano wamefariki",
    ]
