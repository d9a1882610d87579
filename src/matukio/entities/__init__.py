"""Names and what is known of them: «Vladimir Putin» is a person, of Russia, of its government.

>>> [entity.name for entity in find_entities("Rais Vladimir Putin aliwasili Pyongyang.")]
['Vladimir Putin', 'Pyongyang']
"""

from matukio.entities.finding import find_entities
from matukio.entities.homes import coordinates, home_country
from matukio.entities.parties import Description, describe

__all__ = ["Description", "coordinates", "describe", "find_entities", "home_country"]
