"""How many entries and fields of the samples are read right, here and by other libraries."""
