"""Fixtures for all tests, and the one place where tests marked `shared` skip."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from matukio.record import Claim, Entity, Event, Evidence, Party, Place, Record, SentenceSpan, Span, Time, When

SHARED = Path(__file__).resolve().parents[2] / "shared"

# A busy machine, or the first text that loads the tables, is no failure of the text that is read just then.
settings.register_profile("matukio", deadline=None)
settings.load_profile("matukio")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without the folder, tests marked `shared` skip, all with the same line; where it must be there they fail."""
    wants_shared = item.get_closest_marker("shared") or "shared" in getattr(item, "fixturenames", ())
    if wants_shared and not SHARED.is_dir():
        if os.environ.get("MATUKIO_SHARED") == "required":
            pytest.fail(f"{SHARED} is missing, and MATUKIO_SHARED=required says that it must be there", pytrace=False)
        pytest.skip("needs ../shared, the corpora beside the project's own checkout")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold articles beside the checkout; tests that use it are marked `shared`."""
    return SHARED


VISIT = (
    "Rais wa Ghana kuzuru Peru\n"
    "Rais wa Ghana atafanya ziara mjini Lima kesho Jumatano, kwa mujibu wa maafisa wa ikulu.\n"
    "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki kwa siri. Ghana imekanusha shutuma hizo."
)


@pytest.fixture(scope="session")
def record() -> Record:
    """A small record with something of everything, made by hand: what is shown of it owes nothing to the stages."""

    def where(words: str, after: str = "") -> tuple[str, int, int]:
        """The first place of the words, or the first after some others."""
        start = VISIT.index(words, VISIT.index(after))
        return words, start, start + len(words)

    def evidence(rule: str, words: str) -> tuple[Evidence, ...]:
        return (Evidence(rule, *where(words)[1:]),)

    ghana = Party(*where("Rais wa Ghana"), name="Ghana", link="cty:GHA", country="GHA", sector="GOV")
    peru = Party(*where("Peru"), name="Peru", link="cty:PER", country="PER", sector="GOV")
    chile = Party(*where("Serikali ya Chile"), country="CHL", sector="GOV")
    accused = Party(*where("Ghana", after="imeishutumu"), country="GHA", sector="GOV")
    armed = Party(*where("Peru", after="kuipatia"), country="PER", sector="GOV")
    denier = Party(*where("Ghana", after="siri"), country="GHA", sector="GOV")
    officials = Party(*where("maafisa wa ikulu"), country="GHA", sector="GOV")
    visit = Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        status="planned",
        mentions=(Span(*where("kuzuru")), Span(*where("ziara"))),
        actors=(ghana,),
        recipients=(peru,),
        place=Place(*where("Lima"), country="PER", latitude=-12.05, longitude=-77.04),
        date=When(*where("kesho Jumatano"), value="2024-06-19"),
        sources=(officials,),
        quad="verbal cooperation",
        score=4.0,
        plover="AGREE",
        evidence={"status": evidence("future tense", "atafanya"), "type": evidence("event noun", "ziara")},
    )
    accusation = Event(
        "e2", "ACCUSE", "disapprove", "actual", (Span(*where("imeishutumu")),), (chile,), (accused,), None, None, ()
    )
    arms = Event("e3", "AID", None, "alleged", (Span(*where("kuipatia")),), (accused,), (armed,), None, None, (chile,))
    said = Claim(
        "c1",
        "say",
        "indirect",
        (officials,),
        Span(*where("kwa mujibu wa")),
        Span(*where("Rais wa Ghana atafanya ziara mjini Lima kesho Jumatano")),
    )
    accuse = Claim(
        "c2",
        "accuse",
        "indirect",
        (chile,),
        Span(*where("imeishutumu")),
        Span(*where("kuipatia Peru bunduki kwa siri")),
        target=accused,
    )
    deny = Claim(
        "c3",
        "deny",
        "indirect",
        (denier,),
        Span(*where("imekanusha")),
        Span(*where("shutuma hizo")),
        responds_to="c2",
        evidence={"responds_to": evidence("answer: shutuma hizo", "shutuma hizo")},
    )
    return Record(
        id="ziara",
        url="https://habari.example/ziara",
        publisher="Habari za Mfano",
        title="Rais wa Ghana kuzuru Peru",
        published=date(2024, 6, 18),
        language="sw",
        text=VISIT,
        sentences=tuple(
            SentenceSpan(VISIT.index(first), VISIT.index(last) + len(last))
            for first, last in (
                ("Rais wa Ghana kuzuru", "kuzuru Peru"),
                ("Rais wa Ghana ata", "ikulu."),
                ("Serikali", "siri."),
                ("Ghana imekanusha", "hizo."),
            )
        ),
        entities=(
            Entity("n1", "LOC", *where("Ghana"), link="cty:GHA", name="Ghana", country="GHA", sector="GOV"),
            Entity("n2", "LOC", *where("Peru"), link="cty:PER", name="Peru", country="PER", sector="GOV"),
            Entity("n3", "LOC", *where("Lima"), name="Lima", country="PER"),
        ),
        times=(
            Time(
                *where("kesho Jumatano"),
                "DATE",
                "2024-06-19",
                evidence={"value": evidence("day with weekday", "kesho")},
            ),
        ),
        events=(visit, accusation, arms),
        claims=(said, accuse, deny),
    )
