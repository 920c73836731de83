"""Deadlines: what falls due, and when."""
