"""What is known of one organisation, or of one person."""
