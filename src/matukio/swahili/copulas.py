"""Forms of «be» and «have» that have no stem: ni, ana, hawana, yupo, aliye, wasio, ndiyo.

They are few and closed, so all of them are made once from the prefixes.
"""

from __future__ import annotations

from functools import cache

from matukio.swahili.analysis import Agreement, Analysis, Segment, Verb
from matukio.swahili.paradigms import prefixes


@cache
def copulas() -> dict[str, tuple[Analysis, ...]]:
    """Form → readings."""
    table = prefixes()
    made: dict[str, list[Analysis]] = {}

    def add(
        form: str,
        lemma: str,
        agreement: Agreement,
        negative: bool,
        relative: Agreement | None = None,
        owned: Agreement | None = None,
    ) -> None:
        verb = Verb(agreement, "copula", negative, relative, owned, False, lemma, (lemma,), ())
        segments = (Segment(form, "copula" + (".negative" if negative else "")),)
        gloss = "have" if lemma == "wa na" else "be"
        upos = "AUX" if lemma == "wa" else "VERB"
        made.setdefault(form, []).append(
            Analysis(upos, lemma, agreement.classes, None, agreement.plural, False, "", gloss, segments, verb)
        )

    for prefix, agreement in table["subject"].items():
        add(prefix + "na", "wa na", agreement, False)
        for place in ("po", "ko", "mo"):
            add(("yu" if prefix == "a" else prefix) + place, "wa", agreement, False)
        for relative, concord in table["relative"].items():
            # «ilio» is written for iliyo; «ilivyo» is how it is
            late = relative == "o" and bool(agreement.classes & {4, 6, 9})
            if concord.classes & agreement.classes or relative in ("po", "ko", "mo", "vyo") or late:
                add(prefix + "li" + relative, "wa", agreement, False, concord)
                for place in ("po", "ko", "mo"):
                    add(prefix + "li" + relative + place, "wa", agreement, False, concord)
                add(prefix + "si" + relative, "wa", agreement, True, concord)
                add(prefix + "na" + relative, "wa na", agreement, False, concord)
            else:  # «anayo», has it
                add(prefix + "na" + relative, "wa na", agreement, False, None, concord)
    for prefix, agreement in table["negative"].items():
        add(prefix + "na", "wa na", agreement, True)
        for place in ("po", "ko", "mo"):
            add(("hayu" if prefix == "ha" else prefix) + place, "wa", agreement, True)
    return {form: tuple(readings) for form, readings in made.items()}
