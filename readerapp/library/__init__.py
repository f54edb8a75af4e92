"""Everything that speaks SQL: one file per noun. Knows no Qt and no file format."""
