"""Agreements between two organisations: who does what, who has the lead, whom to call, and until when."""
