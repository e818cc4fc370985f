"""Measures on a network held in memory."""
