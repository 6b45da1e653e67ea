"""Whether anything was lost in silence: what signals a fact is read as one, reports another's, or is doubted."""
