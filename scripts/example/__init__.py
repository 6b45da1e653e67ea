"""The built-in example: an invented municipality's case, told as data and drawn to a PDF."""
