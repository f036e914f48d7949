"""The command line: thin commands, each over one call of the library. The entry is `kawat.cli.main.main`."""
