"""The registrar's desk: what comes in is followed, read beside its pages, put right, approved and released by a person who
answers for it. It reads the desk's register; whoever has no account sees nothing of it."""
