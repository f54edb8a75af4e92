"""The reader's verbs. Each takes the library's writer, does one thing as one step that can be undone, and says what
changed; None when nothing did. None knows a window."""
