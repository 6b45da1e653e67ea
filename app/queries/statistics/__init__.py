"""Figures over the register, each with the list that it counts."""
