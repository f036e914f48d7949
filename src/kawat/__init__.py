"""Kawat reads news reports in Indonesian and English and keeps a sourced record of international affairs."""

__version__ = "0.1.0"
