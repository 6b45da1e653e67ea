"""What follows from the journal: a pure function of its entries, with neither database nor clock."""
