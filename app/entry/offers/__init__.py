"""Offers of an entry: add one, remove one, take a change back."""
