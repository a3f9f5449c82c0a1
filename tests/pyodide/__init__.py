"""The package on CPython compiled to WebAssembly: the newest Pythons, where no native one is needed."""
