"""Bruggenbouwers: who joins what would otherwise be apart, and who would lose the way without them."""
