"""Kaart: the region drawn, and the same as a table."""
