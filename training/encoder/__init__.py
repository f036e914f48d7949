"""The encoder reader's recipe: base weights, vocabulary cut, training, export. torch lives only here."""
