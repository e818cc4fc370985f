"""What is not there, or not for who asks."""


class NotThereError(LookupError):
    """What was asked for is not there, or not for who asks; the edge makes one page (404) of both."""
