"""Making the trained reader: corpus, recipes. Nothing here is installed with the package."""
