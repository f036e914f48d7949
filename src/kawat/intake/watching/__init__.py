"""Watching feeds and site maps: what they name is fetched politely, read, and kept."""
