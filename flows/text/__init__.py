"""Plain text: sentences, blocks and names. Offsets never change."""
