"""The encoder reader: one multilingual encoder with heads for mentions, events, roles and claims.

`labels` and `hints` also serve its training, and load no model.
"""
