"""Every named regular expression of the reader, a file per subject, each wearing the real text that it is for."""
