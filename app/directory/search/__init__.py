"""Finding organisations and people by what one remembers of them."""
