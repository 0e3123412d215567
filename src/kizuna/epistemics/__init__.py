"""What is true, who believes what, nested: interned states and the transition between them."""

from kizuna.epistemics.dynamics import Dynamics
from kizuna.epistemics.settle import EndlessRulesError
from kizuna.epistemics.state import State

__all__ = ["Dynamics", "EndlessRulesError", "State"]
