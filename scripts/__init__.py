"""Commands for whoever works on the house; none of them is part of the product."""
