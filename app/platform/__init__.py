"""What every room stands on: the graph's door, access, errors, language, the web."""
