"""An archive as large as one likes, written by templates: news that never happened, for measuring the store.

    python -m benchmarks.archive 1000 > habari.jsonl

Every article is a title and some sentences about one matter between two countries, in Swahili of the project's own;
the same number gives the same articles. They are no test of reading: real news is far richer.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from matukio.ingest import Article

FIRST_DAY = date(2014, 1, 1)
DAYS = 4000

COUNTRIES = (
    ("KEN", "Kenya", "Nairobi"), ("UGA", "Uganda", "Kampala"), ("TZA", "Tanzania", "Dodoma"),
    ("RWA", "Rwanda", "Kigali"), ("BDI", "Burundi", "Bujumbura"), ("SSD", "Sudan Kusini", "Juba"),
    ("SDN", "Sudan", "Khartoum"), ("ETH", "Ethiopia", "Addis Ababa"), ("SOM", "Somalia", "Mogadishu"),
    ("MOZ", "Msumbiji", "Maputo"), ("ZMB", "Zambia", "Lusaka"), ("ZAF", "Afrika Kusini", "Pretoria"),
    ("NGA", "Nigeria", "Abuja"), ("GHA", "Ghana", "Accra"), ("EGY", "Misri", "Cairo"), ("LBY", "Libya", "Tripoli"),
    ("USA", "Marekani", "Washington"), ("RUS", "Urusi", "Moscow"), ("UKR", "Ukraine", "Kyiv"),
    ("CHN", "China", "Beijing"), ("IND", "India", "New Delhi"), ("FRA", "Ufaransa", "Paris"),
    ("DEU", "Ujerumani", "Berlin"), ("GBR", "Uingereza", "London"), ("TUR", "Uturuki", "Ankara"),
    ("IRN", "Iran", "Tehran"), ("ISR", "Israel", "Jerusalem"), ("PRK", "Korea Kaskazini", "Pyongyang"),
)  # fmt: skip
PUBLISHERS = ("Habari za Asubuhi", "Sauti ya Ziwa", "Mwambao Leo", "Gazeti la Bonde", "Redio Kilele")
WEEKDAYS = ("Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi", "Jumapili")
GOODS = (
    "chakula", "dawa", "mafuta", "silaha", "vifaa vya hospitali", "mbegu", "magari", "mahema", "vitabu", "chanjo",
    "mabomba ya maji", "mitambo ya umeme", "boti", "ngano", "simu",
)  # fmt: skip
TOPICS = (
    "biashara", "usalama wa mpaka", "mazingira", "elimu", "bandari", "reli", "uvuvi", "kilimo", "utalii", "afya",
    "wakimbizi", "madini", "umeme", "maji ya mto", "michezo", "uchaguzi", "kodi", "ajira kwa vijana",
)  # fmt: skip
SURNAMES = (
    "Mbarouk", "Kitwana", "Shomari", "Bakunda", "Lukumay", "Mwinuka", "Okwang", "Tibenda", "Zuberi", "Chimwala",
    "Ndolo", "Makwaia", "Rusibi", "Hamduni", "Kasongola", "Lwaitama",
)  # fmt: skip

MATTERS = (
    (
        "Rais wa {a} azuru {b}",
        "Rais wa {a} alikutana na rais wa {b} mjini {bc} siku ya {day} na kuzungumza naye kuhusu {topic}.",
        "Rais wa {a} alimtembelea waziri mkuu wa {b} {day}.",
        "Nchi hizo mbili zilitia saini makubaliano kuhusu {topic} na {topic2}.",
    ),
    (
        "Jeshi la {a} lashambulia {bc}",
        "Jeshi la {a} lilishambulia mji wa {bc} nchini {b} siku ya {day} na kuua watu {n}.",
        "Wanajeshi wa {a} waliwakamata watu {m} karibu na mpaka.",
        "Serikali ya {b} ililaani shambulio hilo na kuishutumu {a} kwa mauaji ya raia.",
    ),
    (
        "{a} yaipa {b} msaada wa {goods}",
        "{a} iliipatia {b} msaada wa {goods} {day} baada ya mafuriko mjini {bc}.",
        "Serikali ya {a} itatuma {goods} kwa familia {n} wiki ijayo.",
        "Wakazi wa {bc} waliishukuru serikali ya {a} kwa msaada huo.",
    ),
    (
        "{a} yaiwekea {b} vikwazo",
        "{a} iliiwekea {b} vikwazo vya kiuchumi {day} kutokana na mzozo wa {topic}.",
        "Waziri wa fedha wa {a} {s} alitangaza kwamba mali za maafisa {n} zitazuiwa.",
        "{b} imeishutumu {a} kwa kuharibu uchumi wake.",
    ),
    (
        "Maandamano mjini {ac}",
        "Maelfu ya wananchi wa {a} waliandamana mjini {ac} {day} kupinga kodi mpya ya {goods}.",
        "Polisi wa {a} waliwakamata waandamanaji {n} na kuwarushia mabomu ya machozi.",
        "Chama cha upinzani nchini {a} kilidai kwamba serikali ijiuzulu.",
    ),
    (
        "{a} na {b} zajadili {topic}",
        "Mawaziri wa {a} na {b} walikutana mjini {ac} {day} kujadili {topic}.",
        "Waziri wa mambo ya nje wa {b} {s} ataizuru {ac} mwezi ujao.",
        "Wataalamu {n} wa {topic2} walihudhuria mkutano huo.",
    ),
)  # fmt: skip
SAYINGS = (
    "Msemaji wa serikali ya {a} {s} alisema kwamba {topic} ni muhimu kwa watu wa {a}.",
    "Waziri wa {topic2} wa {b} {s2} alikanusha madai hayo na kuyaita uongo.",
    "Balozi wa {b} nchini {a} {s2} alithibitisha kuwa mazungumzo yataendelea {day2}.",
    "«Hatutakubali {topic} kuharibiwa», alisema {s}, kiongozi wa upinzani nchini {a}.",
    "Umoja wa Mataifa umezitaka {a} na {b} kumaliza mzozo huo kwa mazungumzo.",
    "Kwa mujibu wa wizara ya {topic2} ya {a}, watu {m} watanufaika na mradi huo.",
    "{s2} alionya kwamba bei ya {goods} itapanda mjini {bc} kabla ya mwisho wa mwaka.",
    "Shirika la misaada lilipeleka {goods} katika vijiji {n} karibu na {ac} {day2}.",
    "Wafanyabiashara wa {bc} wanasema {goods} hazipatikani sokoni tangu {day2}.",
    "Mwaka jana {a} na {b} zilikubaliana kushirikiana katika {topic} na {topic2}.",
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What an article is about: two countries and the words that fill its sentences."""

    first: tuple[str, str, str]
    second: tuple[str, str, str]
    words: dict[str, str]


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """So many articles, a few each day from 2014 on."""
    chance = random.Random(seed)
    for number in range(count):
        title, *sentences = chance.choice(MATTERS)
        said = chance.sample(SAYINGS, chance.randint(3, 7))
        words = _words(chance)
        lines = [title, " ".join(sentences), *said]
        text = "\n".join(line.format_map(words) for line in lines)
        yield Article(
            text=text,
            title=text.partition("\n")[0],
            url=f"https://habari.example/{seed}/{number}",
            publisher=chance.choice(PUBLISHERS),
            published=FIRST_DAY + timedelta(days=number * DAYS // count),
            source=f"https://habari.example/{seed}/{number}",
        )


def _words(chance: random.Random) -> dict[str, str]:
    # Few countries are in most of the news.
    weights = [1 / (rank + 2) for rank in range(len(COUNTRIES))]
    first, second = chance.choices(COUNTRIES, weights)[0], chance.choice(COUNTRIES)
    while second == first:
        second = chance.choice(COUNTRIES)
    topic, topic2 = chance.sample(TOPICS, 2)
    surname, surname2 = chance.sample(SURNAMES, 2)
    return {
        "a": first[1], "ac": first[2], "b": second[1], "bc": second[2], "topic": topic, "topic2": topic2,
        "goods": chance.choice(GOODS), "s": surname, "s2": surname2, "n": str(chance.randint(2, 90)),
        "m": str(chance.randint(100, 900)), "day": chance.choice(WEEKDAYS), "day2": chance.choice(WEEKDAYS),
    }  # fmt: skip


def main() -> None:
    """Print articles as JSON Lines, which `matukio add` takes."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("count", type=int, help="how many articles")
    arguments.add_argument("--seed", type=int, default=1, help="another number gives other articles")
    given = arguments.parse_args()
    for article in articles(given.count, given.seed):
        published = article.published.isoformat() if article.published else None
        line = {
            "title": article.title, "text": article.text, "url": article.url, "publisher": article.publisher,
            "published": published,
        }  # fmt: skip
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
