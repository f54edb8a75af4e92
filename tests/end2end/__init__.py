"""The real program, in its own process, in a real window, driven by keys and mouse."""
