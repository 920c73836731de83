"""Reading: the bytes of one file to clean articles."""
