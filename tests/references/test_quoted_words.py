"""Which words stand in quotation marks."""

import pytest

from matukio.references.subjects import quoted_words
from matukio.swahili import analyze


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Alisema, “Tutarudi.” Kisha aliondoka.", "Tutarudi."),
        ('"Tutarudi," alisema.', "Tutarudi,"),
        ("“Tutarudi\nAliondoka.", "Tutarudi"),
        ("“Tutashinda.\nTutarudi,” alisema.", "Tutashinda.Tutarudi,"),
        ("Aliondoka jana.", ""),
    ],
)
def test_words_between_marks_are_quoted(text: str, quoted: str) -> None:
    words = analyze(text)
    inside = [words.word(index).text for index, is_inside in enumerate(quoted_words(words)) if is_inside]
    assert "".join(word for word in inside if word not in '“”"') == quoted
