"""Who says what: each statement with its speaker and stance, and which statement answers which.

«Uganda imekanusha madai hayo.» is a claim of Uganda, stance `deny`, content «madai hayo».
"""

from matukio.claims.attribution import sources_at
from matukio.claims.finding import find_claims

__all__ = ["find_claims", "sources_at"]
