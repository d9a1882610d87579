"""Whom words mean: a dropped subject, «rais huyo», «nchi hiyo», «wao».

«Rais Samia aliwasili Nairobi. Alizungumza na waandishi.» The subject of «alizungumza» is Rais Samia.
"""

from matukio.references.discourse import OWNED, Discourse, Resolved, resolve

__all__ = ["OWNED", "Discourse", "Resolved", "resolve"]
