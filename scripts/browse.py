"""Walks through the page in a real browser: adds an article, opens it, follows an event to its words, corrects one,
switches language, filters, downloads the CSV, and has every page checked for accessibility by axe-core.

    python -m scripts.browse [--axe node_modules/axe-core/axe.min.js]

It makes the screenshots of the README and of docs/page.md; tests/web/test_browser.py takes the same walk without them.
Needs Chromium (Debian's), Playwright, and for the checks axe-core from npm.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn

import matukio
from matukio.store import Store
from matukio.web import application
from scripts.generated import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = ROOT / ".cache" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "docs" / "pictures"
DARK = ("article", "correct", "events", "relations", "add", "story")
"""Pages that are looked at in the dark too; the others have nothing that these lack."""
WIDE, PHONE = {"width": 1200, "height": 800}, {"width": 390, "height": 844}

TITLE = "Zambia na Vietnam zajadili biashara"
TEXT = f"""{TITLE}
Rais wa Zambia Hakainde Hichilema alikutana na Waziri Mkuu wa Vietnam Pham Minh Chinh mjini Hanoi siku ya Jumatano.

Viongozi hao walitia saini makubaliano ya biashara ya shaba na kahawa.

Chama cha upinzani cha Patriotic Front kimeishutumu serikali kwa kuficha masharti ya makubaliano hayo. \
Msemaji wa ikulu amekanusha tuhuma hizo.
"""
# The same words in another paper two days later, with one paragraph of its own.
COPY = f"""Makubaliano ya Hanoi yazua mjadala Lusaka
{TEXT.splitlines()[1]}

{TEXT.splitlines()[5]}

Wachimba migodi wa Kitwe wanasema wanasubiri kuona bei mpya ya shaba itakavyowafaidi.
"""


class Problem(Exception):
    """Something on the page is not as it should be."""


@dataclass(slots=True)
class Walk:
    """One visit: where the server is, the browser's page, and what axe found."""

    base: str
    page: Any
    axe: str | None
    pictures: Path | None
    findings: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.base + path, wait_until="load")

    def check(self, that: bool, told: str) -> None:
        if not that:
            raise Problem(f"{self.page.url}: {told}")

    def look(self, name: str) -> None:
        """Check the page that is shown for accessibility, in light and dark, and take its picture."""
        for scheme in ("dark", "light") if name in DARK else ("light",):
            self.page.emulate_media(color_scheme=scheme)
            if self.axe is not None:
                self.page.evaluate(self.axe)
                found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
                self.findings += [
                    f"{name}, {scheme}: {each['impact']}: {each['help']}: {each['nodes'][0]['html'][:200]}"
                    for each in found["violations"]
                    if each["impact"] in ("serious", "critical")
                ]
        if wide := self.page.evaluate(_TOO_WIDE):
            self.findings.append(f"{name}: wider than the window: {wide}")
        if self.pictures is not None:
            self.page.screenshot(path=self.pictures / f"{name}.png")


def walk(base: str, axe: str | None, pictures: Path | None, downloads: Path) -> list[str]:
    """The whole visit; gives what axe found serious, raises Problem for what does not work."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browser(), args=list(ARGUMENTS), viewport=WIDE, locale="en-GB",
            downloads_path=downloads,
        )  # fmt: skip
        page = context.pages[0]
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
        visit = Walk(base, page, axe, pictures)
        for step in (_add, _open, _follow, _correct, _speak, _filter, _download, _lists, _keys, _phone):
            step(visit)
        context.close()
        if errors:
            raise Problem(f"the browser complains: {errors}")
        return visit.findings


def _add(visit: Walk) -> None:
    visit.go("/add")
    visit.look("add")
    page = visit.page
    page.get_by_label("A text").fill(TEXT)
    page.get_by_label("Published on").fill("2024-05-17")
    page.get_by_label("Publisher").fill("Gazeti la Mfano")
    page.locator(".adding button").click()
    page.get_by_text("All is done.").wait_for(timeout=120_000)
    page.locator(".progress a", has_text=TITLE).wait_for()
    visit.look("added")


def _open(visit: Walk) -> None:
    visit.page.locator(".progress a").click()
    visit.page.get_by_role("heading", level=1, name=TITLE).wait_for()


def _follow(visit: Walk) -> None:
    """From an event to its words, and from the words to the event's card."""
    page = visit.page
    word = page.locator(".told .found a").first
    place = word.get_attribute("href")
    word.click()
    piece = page.locator(place)
    visit.check(page.evaluate("() => location.hash") == place, "the event does not lead to its words")
    visit.check(piece.evaluate("each => each.matches(':target')"), "the words are not lit up")
    row = piece.get_attribute("href")
    piece.click()
    card = page.locator(f"{row} details.card")
    page.locator(f"{row} details.card[open]").wait_for()
    visit.check(card.locator("dt").count() > 3, "the card has no fields")
    visit.check(card.locator(".because li").count() > 0, "the card has no evidence")
    visit.look("article")
    page.keyboard.press("Escape")
    visit.check(not card.evaluate("each => each.open"), "Escape does not close the card")
    visit.check(page.evaluate("() => document.activeElement.matches('[data-rows]')"), "Escape does not lead back")


def _correct(visit: Walk) -> None:
    page = visit.page
    row = page.locator(".told li.row").first
    row.locator("details.card > summary").click()
    row.locator("details.change > summary").click()
    row.locator("select[name=status]").select_option("alleged")
    visit.look("correct")
    row.get_by_role("button", name="Save").click()
    page.locator(".told li.row em", has_text="corrected").first.wait_for()


def _speak(visit: Walk) -> None:
    page = visit.page
    page.locator("a.language").click()
    visit.check(page.locator("html").get_attribute("lang") == "sw", "the language stays")
    page.get_by_role("link", name="Mahusiano").wait_for()
    visit.look("swahili")


def _filter(visit: Walk) -> None:
    page = visit.page
    page.get_by_role("link", name="Matukio", exact=True).last.click()
    visit.check("lang=sw" in page.url, "the language is lost")
    page.get_by_label("Nani", exact=True).fill("Zambia")
    page.get_by_role("button", name="Onyesha").click()
    visit.check("actor=Zambia" in page.url and "lang=sw" in page.url, "the filter is not in the address")
    visit.check(page.locator(".rows tbody tr").count() > 0, "no event of Zambia's")
    visit.look("events")


def _download(visit: Walk) -> None:
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("link", name="CSV").click()
    lines = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
    rows = visit.page.locator(".rows tbody tr").count()
    visit.check(lines[0].startswith("id,day,type") and len(lines) == rows + 1, "the CSV is not the list")


def _lists(visit: Walk) -> None:
    for name, path in (
        ("home", "/?lang=en"), ("search", "/search?q=kutembelea"), ("claims", "/claims?stance=accuse"),
        ("timeline", "/timeline?first=Zambia"), ("relations", "/relations"), ("names", "/entities?type=PER"),
        ("pair", "/relations?first=ZMB&second=VNM"), ("who", "/who?who=ZMB"), ("stories", "/stories?from=2024-01-01"),
    ):  # fmt: skip
        visit.go(path)
        for image in visit.page.locator("main img").all():
            image.scroll_into_view_if_needed()
            image.evaluate("each => each.decode()")
        visit.page.evaluate("() => scrollTo(0, 0)")
        visit.look(name)
    visit.page.locator(".articles a", has_text="Zambia").click()
    visit.look("story")
    visit.page.locator(".reports a", has_text="mjadala").click()
    visit.check(visit.page.locator(".text .copied .origin a", has_text=TITLE).count() > 0, "no paragraph is greyed")
    visit.look("copy")


_WHERE = "() => document.activeElement.closest('.row, .text, .legend, .missed')?.classList[0] ?? ''"
_TOO_WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? '' :
    [...document.querySelectorAll('main *')].find(each => each.getBoundingClientRect().right > innerWidth
        && !each.closest('.wide, .drawing'))?.outerHTML.slice(0, 200) ?? 'the page'"""


def _keys(visit: Walk) -> None:
    """Everything is reached by the keyboard alone."""
    page = visit.page
    visit.go("/articles/1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    visit.check(page.evaluate("() => location.hash") == "#content", "the first Tab does not skip the menu")
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(_WHERE))
        if "missed" in seen:
            break
    visit.check({"text", "row", "legend", "missed"} <= seen, f"Tab reaches only {sorted(seen)}")


def _phone(visit: Walk) -> None:
    page = visit.page
    page.set_viewport_size(PHONE)
    for name, path in (
        ("phone", "/articles/1?lang=sw"), ("phone-events", "/events?lang=sw"), ("phone-relations", "/relations"),
        ("phone-add", "/add"), ("phone-stories", "/stories?from=2024-01-01"),
    ):  # fmt: skip
        visit.go(path)
        visit.look(name)
    page.set_viewport_size(WIDE)


def browser() -> str:
    """The browser's program. Raises Problem without one."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise Problem("no Chromium; on Debian: apt-get install chromium")
    return found


def axe_source(path: Path | None = None) -> str | None:
    """The script of axe-core, None where it is not installed."""
    found = path or Path(os.environ.get("MATUKIO_AXE") or AXE)
    return found.read_text(encoding="utf-8") if found.is_file() else None


@contextmanager
def served(store: Store) -> Iterator[str]:
    """The page of the store at a free port; gives its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    settings = uvicorn.Config(
        application(store, "en"), log_level="warning", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def fill(store: Store, folder: Path) -> None:
    """The examples, and an article that copies what the walk adds."""
    path = folder / "nakala.txt"
    path.write_text(COPY, encoding="utf-8")
    store.add(*(str(each) for each in sorted((ROOT / "examples").iterdir()) if each.suffix in (".txt", ".html")))
    store.add(str(path), published=date(2024, 5, 19), publisher="Redio ya Mfano")


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--axe", type=Path, help="the script of axe-core")
    given = arguments.parse_args()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with matukio.open(folder / "habari.db") as store:
            fill(store, folder)
            with served(store) as base:
                findings = walk(base, axe_source(given.axe), folder, folder)
        for picture in KEPT:
            shutil.copy(folder / f"{picture}.png", PICTURES / f"{picture}.png")
    for finding in findings:
        print(finding, file=sys.stderr)
    return 1 if findings else 0


KEPT = ("article", "relations", "story", "phone", "add")
"""The pictures that the README and docs/page.md show."""


if __name__ == "__main__":
    sys.exit(main())
