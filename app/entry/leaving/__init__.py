"""Leaving a position: the last day, who follows, and what she gets; with a way back for a day."""
