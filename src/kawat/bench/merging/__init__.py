"""`kawat bench merge`: whether reports of one event, and no others, come together."""
