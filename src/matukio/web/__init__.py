"""The page: the store in a browser, and the same answers as JSON and CSV for programs.

    uvicorn.run(matukio.web.application(store, "sw"), host="127.0.0.1")   → what `matukio serve` does

It only shows: no address of it changes the store. Needs the extra `web`.
"""

from matukio.web.app import application

__all__ = ["application"]
