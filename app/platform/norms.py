"""What holds everywhere, and what holds in a region until it chooses otherwise."""

from datetime import timedelta

# For how long it counts that somebody said that an entry is right.
VERIFIED_FOR = timedelta(days=365)

# After how many days of waiting a case asks for attention.
WAITING_NORM = 21
