"""Work off the window's thread, and its way home. Knows QtCore and nothing of what the work is."""
