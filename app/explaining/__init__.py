"""A reading laid beside its pages: what each place was taken for."""
