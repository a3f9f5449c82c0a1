"""The console and the gate of the emulator in a real browser: `make test-browser`. It needs chromium on PATH."""
