"""Offers of an entry: add one, remove one."""
