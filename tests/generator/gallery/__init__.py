"""Small documents in the styles of public ones."""
