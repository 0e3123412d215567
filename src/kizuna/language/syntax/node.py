"""What all nodes of the tree have in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.diagnostics import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something written; equal to another by what it says, not by where it stands."""

    span: Span = field(compare=False, repr=False)
