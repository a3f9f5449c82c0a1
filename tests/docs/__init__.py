"""What a new user reads and runs: every snippet, every example, every link."""
