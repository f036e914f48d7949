"""Where articles come from: a module a format, each a stream of items that can be read or say why they can not."""
