"""What follows from the journal: a pure function of what was said, with neither database nor clock."""
