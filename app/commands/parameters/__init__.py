"""What each command takes, a file per subject; the file of the same name beside this folder does it, imported when it runs."""
