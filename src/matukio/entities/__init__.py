"""Names and what is known of them: «Vladimir Putin» is a person, of Russia, of its government.

>>> [entity.name for entity in find_entities("Rais Vladimir Putin aliwasili Pyongyang.")]
['Vladimir Putin', 'Pyongyang']
"""

from matukio.entities.description import Description, words_that_tell
from matukio.entities.homes import Homes, coordinates
from matukio.entities.knowledge import is_country_name
from matukio.entities.own_tables import use_tables
from matukio.entities.parties import describe, describe_with
from matukio.entities.recognition import find_entities
from matukio.entities.tagging import tag_tokens

__all__ = [
    "Description", "Homes", "coordinates", "describe", "describe_with", "find_entities", "is_country_name",
    "tag_tokens", "use_tables", "words_that_tell",
]  # fmt: skip
