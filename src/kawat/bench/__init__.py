"""Measuring: every number that Kawat prints about itself comes from a command here."""
