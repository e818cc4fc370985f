"""How long something may wait before it asks for attention."""

WAITING_NORM = 21
"""Days that a handed over case may wait, in a region that did not choose itself."""
