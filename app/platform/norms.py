"""What holds in a region until it chooses otherwise."""

# After how many days of waiting a case asks for attention.
WAITING_NORM = 21
