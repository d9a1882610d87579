"""A claim before it has its number and its answer, put together from cue, content and speakers.

«Uganda imekanusha madai hayo»: cue «imekanusha», content «madai hayo», speaker Uganda, stance `deny`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from matukio.claims.sentences.content import Content
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.stances.content_words import Judged
from matukio.claims.stances.finding import stance_of
from matukio.claims.targets import target_of
from matukio.frozen import quick_init
from matukio.record import Evidence, Party, Span
from matukio.references import Resolved


@dataclass(slots=True)
class Draft:
    """A claim before it has its number and its answer."""

    scene: Scene
    stance: str
    content: Content
    cue: Cue | None
    speakers: tuple[Party, ...]
    target: Party | None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        return self.scene.text.span(self.content.first, self.content.last)


quick_init(Draft)


def drafted(scene: Scene, cue: Cue | None, content: Content, speakers: Resolved, rule_name: str) -> Draft:
    judged = stance_of(scene, cue, content, speakers.parties)
    here = (scene.evidence(rule_name, content.first, content.last),)  # the rule that bounds the content saw its marks
    evidence = {"content": here, "quote": here, "speakers": speakers.evidence}
    if cue is not None and not judged.evidence:
        judged = Judged(judged.stance, (scene.evidence(f"cue: {cue.row.lemma}", cue.first, cue.last),))
    evidence["stance"] = judged.evidence or here  # a quotation that goes on has no cue
    return Draft(
        scene, judged.stance, content, cue, speakers.parties,
        target_of(scene, cue, content, judged.stance, speakers.parties),
        {key: value for key, value in evidence.items() if value},
    )  # fmt: skip
