"""The ways out of a store: JSON shapes that commands, API and export files share, and a file per format."""
