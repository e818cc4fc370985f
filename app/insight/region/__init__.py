"""Regio: the front page, with what asks for attention now."""
