"""Text to records and back: one file per format. No network, no library."""
