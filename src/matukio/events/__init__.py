"""Who did what to whom: acts found by the lexicon, with parties, status, place, date and sources, each act once.

«Rais wa Ghana anatarajiwa kuzuru Togo kesho.» is one event: CONSULT `visit`, planned, Ghana → Togo.
"""

from matukio.events.finding import find_events
from matukio.events.lexicon.ontology import ontology

__all__ = ["find_events", "ontology"]
