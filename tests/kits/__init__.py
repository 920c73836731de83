"""One door to the labelled kits: predictions in the scorers' formats, and their tables."""
