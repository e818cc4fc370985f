"""The way back from a change of an entry, for a day."""
