"""Backups: one folder with the journal, the registers and the files as they stood at one instant, sealed by a manifest.

    manifest.json                what there is: counts, sizes and hashes, the last entry of the chain, and its own hash
    desk/entries.jsonl …         every table of the desk's database, a row a line
    public/matters.jsonl …       every table of the public register
    files/ab/abcd….pdf           every file that is filed      incoming/….pdf   what waits to be imported

Plain lines restore into either kind of database, whichever they came from.
"""
