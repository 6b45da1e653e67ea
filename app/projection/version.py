"""Which register this programme builds."""

# The version of the tables and of the rules that fill them: a register that bears another is built anew.
REGISTER_VERSION = "23"
