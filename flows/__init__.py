"""Dateline: article files in, DuckDB tables and a daily briefing out."""
