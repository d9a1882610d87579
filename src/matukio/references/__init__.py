"""Whom words mean: a dropped subject, «rais huyo», «nchi hiyo», «wao».

«Rais Samia aliwasili Nairobi. Alizungumza na waandishi.» The subject of «alizungumza» is Rais Samia.
"""

from matukio.references.discourse import Discourse, Resolved, resolve

__all__ = ["Discourse", "Resolved", "resolve"]
