"""The problem language of the planner Sabre (0.8), read into a :class:`~kizuna.model.world.World`.

Sabre is S. G. Ware's and R. Farrell's narrative planner. Its language is accepted as it is, the unusual binding of
operators included, with a warning wherever that binding differs from what most readers would expect.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.peers.sabre.reading import read
else:
    __getattr__ = lazily.names(__name__, {"kizuna.peers.sabre.reading": "read"})

__all__ = ["read"]
