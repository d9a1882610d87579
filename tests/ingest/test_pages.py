"""Whole web pages: the article comes out, the page around it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from matukio.errors import SourceError
from matukio.ingest import read_bytes, read_file
from matukio.ingest.trimming import trim

PAGE = """<!DOCTYPE html>
<html lang="sw"><head><meta charset="utf-8">
<title>Mawaziri wa Kenya na Ethiopia wakutana Moyale | Habari za Mfano</title>
<meta property="og:site_name" content="Habari za Mfano">
<meta property="og:title" content="Mawaziri wa Kenya na Ethiopia wakutana Moyale | Habari za Mfano">
<meta property="article:published_time" content="2024-03-05T08:30:00+03:00">
<link rel="canonical" href="https://mfano.example/habari/moyale">
<script>var siri = "hapana";</script></head>
<body>
<header><nav><ul><li><a href="/">Mwanzo</a></li><li><a href="/siasa">Siasa</a></li></ul></nav></header>
<main><article>
<h1>Mawaziri wa Kenya na Ethiopia wakutana Moyale</h1>
<div class="share"><a href="#">Facebook</a> <a href="#">WhatsApp</a> <button>Nakili kiungo</button></div>
<figure><img src="a.jpg" alt="picha"><figcaption>Mawaziri wakisalimiana mpakani Moyale, Machi 4, 2024.</figcaption>
</figure>
<p>Mawaziri wa mambo ya nje wa Kenya na Ethiopia walikutana Jumatatu mjini Moyale kujadili usalama wa mpaka.</p>
<p>Waziri wa Kenya alisema kwamba nchi hizo mbili <b>zimekubaliana</b> kuongeza doria za pamoja mwezi ujao.</p>
<p><a href="/x">Soma zaidi: Wafugaji wa Marsabit walalamikia ukame</a></p>
<h2>Biashara ya mpakani</h2>
<p>Ethiopia ilikanusha ripoti kwamba majeshi yake yalivuka mpaka wiki iliyopita, ikisema hazina ukweli.</p>
<h3>Habari zinazohusiana</h3>
<ul><li><a href="/1">Ethiopia yafungua kiwanda kipya cha saruji</a></li>
<li><a href="/2">Kenya yapokea msaada wa chakula kutoka Misri</a></li></ul>
</article></main>
<footer><p>© 2024 Habari za Mfano. Haki zote zimehifadhiwa.</p></footer>
</body></html>"""

LINES = (
    "Mawaziri wa Kenya na Ethiopia wakutana Moyale",
    "Mawaziri wakisalimiana mpakani Moyale, Machi 4, 2024.",
    "Mawaziri wa mambo ya nje wa Kenya na Ethiopia walikutana Jumatatu mjini Moyale kujadili usalama wa mpaka.",
    "Waziri wa Kenya alisema kwamba nchi hizo mbili zimekubaliana kuongeza doria za pamoja mwezi ujao.",
    "Biashara ya mpakani",
    "Ethiopia ilikanusha ripoti kwamba majeshi yake yalivuka mpaka wiki iliyopita, ikisema hazina ukweli.",
)

BLOG = """<html><head><title>Waasi washambulia kambi Kivu</title></head><body>
<div class="header"><h2>Blogu ya Mfano</h2></div>
<div class="post hentry"><h3 class="post-title entry-title">Waasi washambulia kambi Kivu</h3>
<div class="post-body entry-content">
<table class="tr-caption-container"><tbody><tr><td><img src="b.jpg"></td></tr>
<tr><td class="tr-caption">Wanajeshi wakilinda barabara ya kuelekea Goma Jumapili asubuhi.</td></tr></tbody></table>
<p>Waasi wenye silaha walishambulia kambi ya jeshi katika jimbo la Kivu Kaskazini usiku wa kuamkia Jumapili.</p>
<p>Msemaji wa jeshi alisema kwamba wanajeshi watatu waliuawa na wengine saba walijeruhiwa katika shambulio hilo.</p>
</div></div>
<div class="PopularPosts"><h3>Popular posts from this blog</h3><ul><li><a href="/3">Bei ya mahindi yapanda tena</a>
<div>Wafanyabiashara wa Goma wamesema kwamba bei ya mahindi imepanda mara mbili tangu wiki iliyopita.</div>
</li></ul></div>
</body></html>"""


def test_a_newspaper_page() -> None:
    article = read_bytes(PAGE.encode(), "moyale.html")
    assert article.paragraphs() == LINES
    assert article.title == LINES[0]
    assert article.published == date(2024, 3, 5)
    assert article.publisher == "Habari za Mfano"
    assert article.url == "https://mfano.example/habari/moyale"


def test_a_blog_page() -> None:
    article = read_bytes(BLOG.encode(), "kivu.html")
    assert article.paragraphs() == (
        "Waasi washambulia kambi Kivu",
        "Wanajeshi wakilinda barabara ya kuelekea Goma Jumapili asubuhi.",
        "Waasi wenye silaha walishambulia kambi ya jeshi katika jimbo la Kivu Kaskazini usiku wa kuamkia Jumapili.",
        "Msemaji wa jeshi alisema kwamba wanajeshi watatu waliuawa na wengine saba walijeruhiwa katika shambulio hilo.",
    )
    assert (article.published, article.publisher) == (None, None)


def test_the_date_in_the_text_when_the_page_has_none() -> None:
    page = PAGE.replace('property="article:published_time"', 'name="hakuna"').replace(
        "<figure>", "<p>Imechapishwa: 5 Machi 2024</p><figure>"
    )
    article = read_bytes(page.encode(), "moyale.html")
    assert article.published == date(2024, 3, 5)
    assert "Imechapishwa" not in article.text


def test_what_the_user_says_goes_before_the_page() -> None:
    article = read_bytes(PAGE.encode(), "-", title="Mkutano wa Moyale", publisher="Mfano", published=date(2024, 3, 6))
    assert article.paragraphs()[0] == "Mkutano wa Moyale"
    assert (article.title, article.publisher, article.published) == ("Mkutano wa Moyale", "Mfano", date(2024, 3, 6))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_in_another_encoding(encoding: str) -> None:
    page = PAGE.replace('<meta charset="utf-8">', "").replace("alisema kwamba", "alisema “hakika” kwamba")
    assert "alisema “hakika” kwamba" in read_bytes(page.encode(encoding), "moyale.html").text


def test_the_heading_that_readers_see_goes_before_the_title_for_search_engines() -> None:
    page = PAGE.replace(
        'content="Mawaziri wa Kenya na Ethiopia wakutana Moyale |', 'content="Kenya na Ethiopia: mkutano |'
    )
    assert read_bytes(page.encode(), "moyale.html").paragraphs() == LINES


def test_a_page_that_declares_itself_as_xml() -> None:
    assert read_bytes(b'<?xml version="1.0" encoding="UTF-8"?>\n' + PAGE.encode(), "moyale").paragraphs() == LINES


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<!doctype html><html><head><title>Habari</title></head><body><div id='app'></div></body></html>",
        "<html><body><nav><ul>" + "<li><a href='/a'>Rais azuru mji mkuu</a></li>" * 30 + "</ul></nav></body></html>",
    ],
)
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(SourceError, match=r"^mbele.html: no article"):
        read_bytes(page.encode(), "mbele.html")


def test_markup_nested_beyond_reason_is_an_error_and_no_crash() -> None:
    page = "<html><body>" + "<div>" * 50_000 + "Rais amesema kwamba hali hiyo imetulia kabisa mjini leo."
    with pytest.raises(SourceError):
        read_bytes(page.encode(), "kina.html")


def test_a_drawing_that_calls_itself_a_page(tmp_path: Path) -> None:
    path = tmp_path / "mchoro.html"
    path.write_bytes((Path(__file__).parents[2] / "docs" / "terminal.svg").read_bytes())
    with pytest.raises(SourceError, match=r"mchoro\.html: "):
        read_file(path)


def test_comments_before_the_page_take_no_time() -> None:
    assert read_bytes(b"<!-- -->" * 400 + b"Rais amesema kwamba hali hiyo imetulia.", "-").title is None


def test_a_long_page_takes_no_time_of_our_own() -> None:
    """Every line of it is looked at for boilerplate; most are told apart by their first unknown word."""
    lines = [f"Kijiji cha {number} kilipata maji safi kutoka serikalini mwezi huu." for number in range(20_000)]
    before = process_time()
    assert trim(lines) == lines
    assert process_time() - before < 5
