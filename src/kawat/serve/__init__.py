"""The store over HTTP: a read-only API and the explorer that looks at it."""
