"""What can be read off events: their versions, what is coming, what two countries did. Pure functions of events."""
