"""Quotes: who said what, in which words."""
