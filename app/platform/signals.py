"""What one room tells and another acts on, so that the two need not know each other."""

from blinker import Signal

imported = Signal("A file went in. Sent with the database, and with the scope in which it was done.")
directory_changed = Signal(
    "People or organisations have other values. Sent with the database, the scope in which it was done, and their ids."
)
