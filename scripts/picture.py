"""Makes docs/terminal.svg: what `matukio read` prints for one of the examples, as a terminal shows it.

python -m scripts.picture
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from scripts.generated import ROOT

EXAMPLE = "examples/ziara.txt"
COLUMNS = 118

# Rich's page names a web font; without it the picture loads nothing from anywhere.
SVG_FORMAT = re.sub(r"@font-face\s*\{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono"
)


def main() -> int:
    command = [sys.executable, "-c", "from matukio.cli import main; main()", "read", EXAMPLE, "--lang", "en"]
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    run = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_markup(f"[bold green]$[/] matukio read {EXAMPLE}"))
    console.print(Text.from_ansi(run.stdout.rstrip()))
    svg = console.export_svg(title="matukio", code_format=SVG_FORMAT, unique_id="matukio")
    (ROOT / "docs" / "terminal.svg").write_text(svg, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
