"""Archives of any size into tables: read on all cores or on a cluster, resumable, written whole or not at all.

code(["habari/"], "meza/") → meza/events/month=2024-06/….parquet, and five tables more
"""

from matukio.scale.coding import Settings, code
from matukio.scale.reporting import Report

__all__ = ["Report", "Settings", "code"]
