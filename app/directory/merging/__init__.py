"""Making one entry of two that mean the same, and taking that back."""
