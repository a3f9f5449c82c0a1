"""How a fresh machine is set up: the search for interpreters, the Makefile, the locks, the workflows."""
