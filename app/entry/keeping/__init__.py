"""Keeping another's entry right: for who keeps the region."""
