"""Extracts: what a reader opens in the morning, rendered from rows. No disk, clock or database."""
