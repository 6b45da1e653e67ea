"""The reasons that the programme gives by itself for what it enters in the journal. Old entries bear these words."""

DEFAULT = "the default of the body"
READ_ANEW = "what was read anew"
HANDED_IN = "handed in by one who has a say in it"
