"""What the reader can do, each declared once."""
