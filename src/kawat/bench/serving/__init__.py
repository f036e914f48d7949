"""How fast a served store answers many readers while articles are added."""
