"""The page: the store in a browser, to look, to add and to correct, and its answers as JSON, CSV and Atom for programs.

    uvicorn.run(matukio.web.application(store, "sw"), host="127.0.0.1")   → what `matukio serve` does

Needs the extra `web`.
"""

from matukio.web.app import application

__all__ = ["application"]
