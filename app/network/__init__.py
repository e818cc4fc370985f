"""Measures on a network held in memory: igraph in, plain values out. What each number means stands in docs/measures.md.

Undefined is `None`, and so is every measure on fewer than `FEWEST` people.
"""

from app.network.model import FEWEST, Network

__all__ = ["FEWEST", "Network"]
