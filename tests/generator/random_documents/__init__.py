"""Small documents made by chance, calls of them, and a second opinion on what must arrive."""
