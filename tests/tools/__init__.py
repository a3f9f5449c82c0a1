"""The package together with the packages of others: `make test-tools`, in an environment of its own."""
