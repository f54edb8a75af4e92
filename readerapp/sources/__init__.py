"""What comes over the network, and only when the reader asks for it. Knows no library and no window."""
