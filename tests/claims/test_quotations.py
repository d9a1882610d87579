"""Where quotations begin and end, in every mark and also with one of them missing."""

import pytest

from matukio.claims.sentences.quotations import find_quotations, pieces
from matukio.swahili import analyze


def quotations(string):
    text = analyze(string)
    return [text.span(q.first, q.last).text for q in find_quotations(text)]


@pytest.mark.parametrize("marks", ["“ ”", '" "', "« »", "‘ ’", "' '", "'' ''"])
def test_marks(marks):
    quoted = "Tumechoka sana,".join(marks.split())
    assert quotations(f"{quoted} alisema Moussa.") == [quoted]


def test_an_apostrophe_is_no_mark():
    assert quotations("Ng'ombe wa Ng'wanza walikufa.") == []


def test_a_quotation_over_sentences_is_one_with_a_piece_in_each():
    text = analyze("Alisema: “Tumechoka sana. Tunaondoka kesho.” Kisha akaondoka.")
    [quotation] = find_quotations(text)
    found = [[text.span(p.first, p.last).text for p in each] for each in pieces(text, (quotation,))]
    assert found == [["“Tumechoka sana."], ["Tunaondoka kesho.”"], []]


def test_closed_at_the_head_of_the_next_line():
    assert quotations("Alisema: “Tumechoka sana.\n” Kisha akaondoka.") == ["“Tumechoka sana.\n”"]


def test_never_closed():
    assert quotations("Alisema: “Tumechoka sana.\nKisha akaondoka.") == ["“Tumechoka sana."]


def test_never_opened():
    assert quotations("Tumechoka sana,” alisema Moussa.") == ["Tumechoka sana,”"]


def test_a_new_mark_ends_one_that_was_never_closed():
    assert quotations("Alisema “Tumechoka.\nAliongeza “Tunaondoka kesho.”") == ["“Tumechoka.", "“Tunaondoka kesho.”"]


def test_no_blank_before_the_mark():
    assert quotations('Alisema,"Tumechoka sana" jana.') == ['"Tumechoka sana"']
