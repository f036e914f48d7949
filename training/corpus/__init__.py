"""The corpus and its tool."""
