"""The world outside: files, the DuckDB warehouse, dbt and the extracts."""
