"""Forms that change something: read only when they were sent from a page of this server.

Every such form has a field `token`, which belongs to the visitor's cookie; browsers send that from this site only.
"""

from __future__ import annotations

# Starlette reads forms with it; missing, it should be missed at once.
import python_multipart  # noqa: F401
from fastapi import Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from matukio.web.safety import Seal
from matukio.web.speaking import N_

MOST_FIELDS = 200


def token_of(request: Request) -> str:
    """The token for the forms of a page that is made for this request."""
    seal: Seal = request.app.state.seal
    return seal.token(request.scope.get("matukio.visitor", ""))


async def sealed_form(request: Request, most_files: int = 0) -> FormData:
    """The fields of the form. Raises HTTPException 403 without cookie and token, 400 for what is no form."""
    form = await request.form(max_files=most_files, max_fields=MOST_FIELDS, max_part_size=10 * 2**20)
    token, seal = form.get("token", ""), request.app.state.seal
    visitor = request.scope.get("matukio.visitor", "") if request.scope.get("matukio.known") else ""
    if not isinstance(token, str) or not seal.is_sealed(visitor, token):
        raise HTTPException(
            403, N_("The page that this form stood on is too old: load it again, and send it once more.")
        )
    return form
