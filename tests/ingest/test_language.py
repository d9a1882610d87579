"""Swahili is read, other languages are named and refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from matukio.errors import LanguageError
from matukio.ingest import read_bytes
from matukio.ingest.language import check_language, language_name, recognise

OTHERS = {
    "am": "ፕሬዝዳንቱ መንግሥት በሚቀጥለው ዓመት አዳዲስ መንገዶችን እንደሚሠራ ተናግረዋል።",
    "ar": "قال الرئيس إن الحكومة ستبني طرقا جديدة في جميع المحافظات العام المقبل، واجتمع الوزراء أمس.",
    "en": "The president said that the government would build new roads in every county next year.",
    "fr": "Le président a déclaré que le gouvernement construirait de nouvelles routes l'année prochaine.",
    "ha": "Shugaban kasa ya ce gwamnati za ta gina sababbin hanyoyi a dukkan jihohi a shekara mai zuwa.",
    "lg": "Pulezidenti agambye nti gavumenti ejja kuzimba amakubo amalala mu disitulikiti zonna omwaka ogujja.",
    "ln": "Mokonzi ya mboka alobaki ete guvernema ekotonga banzela ya sika na bituka nyonso na mbula oyo ekoya.",
    "pt": "O presidente disse que o governo vai construir novas estradas no próximo ano em todas as províncias.",
    "rw": "Perezida yavuze ko ibihugu byombi bizakomeza gufatanya mu bucuruzi no mu mutekano w'abaturage.",
    "sn": "Mutungamiri wenyika akati hurumende ichavaka migwagwa mitsva mumatunhu ose gore rinouya.",
    "so": "Madaxweynaha ayaa sheegay in dowladdu ay dhisi doonto waddooyin cusub sannadka soo socda.",
    "zu": "UMongameli uthe uhulumeni uzokwakha imigwaqo emisha kuzo zonke izifundazwe ngonyaka ozayo.",
}
CHICHEWA = (
    "Pulezidenti wa dziko la Malawi wanena kuti boma lidzamanga misewu yatsopano m'maboma onse a dziko lino chaka "
    "chamawa. Nduna ya zachuma inati ndalama za misewu zilipo kale."
)


@pytest.mark.parametrize(
    "text",
    [
        "Rais amesema kwamba mkutano huo utafanyika kesho.",
        "Polisi wakamata watu watatu",
        "Waziri mkuu afariki",
        "WAZIRI ALISEMA KWAMBA HALI HIYO IMETULIA.",
    ],
)
def test_swahili(text: str) -> None:
    assert recognise(text) == "sw"
    check_language(text, "habari.txt")


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_refused_by_its_name(code: str) -> None:
    with pytest.raises(LanguageError, match=f"^habari.txt: not Swahili.*{language_name(code)}") as raised:
        read_bytes(OTHERS[code].encode(), "habari.txt")
    assert raised.value.language == code


def test_force_reads_it_all_the_same() -> None:
    assert read_bytes(OTHERS["en"].encode(), "habari.txt", force=True).text == OTHERS["en"]


def test_a_neighbour_that_the_model_takes_for_swahili_is_refused() -> None:
    assert recognise(CHICHEWA) != "sw"


def test_no_words_are_no_language() -> None:
    assert recognise("12.6 % — 2024") is None
    with pytest.raises(LanguageError, match="not Swahili"):
        check_language("12.6 % — 2024", "-")


def test_a_swahili_word_or_two_in_english_do_not_make_it_swahili() -> None:
    assert recognise(OTHERS["en"] + " He ended with the words harambee and uhuru, and the crowd answered him.") == "en"


def test_names_of_languages() -> None:
    assert language_name("lg") == "Ganda"
    assert language_name("fr", "sw") == "Kifaransa"
    assert language_name("cy", "sw") == "Welsh"
    assert language_name("qqq") == "qqq"


def test_an_ordinary_article_does_not_load_the_model() -> None:
    code = (
        "import sys, matukio.ingest\n"
        "matukio.ingest.read_bytes(b'Rais amesema kwamba mkutano huo utafanyika kesho.', '-')\n"
        "heavy = {'py3langid', 'trafilatura', 'httpx', 'pypdf', 'charset_normalizer', 'lxml', 'numpy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["voa", "bbc"])
def test_every_article_of_the_corpora_is_swahili(shared: Path, corpus: str) -> None:
    for row in (shared / "data" / corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(row)
        assert recognise(article["text"]) == "sw", article["id"]
