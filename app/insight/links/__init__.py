"""Ontbrekende schakels: ties that should be there and are not."""
