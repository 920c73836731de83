"""Positions: who wants, offers, threatens or refuses what."""
