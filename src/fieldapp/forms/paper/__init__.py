"""A form on paper: the numbers of its questions and the sentences that lead past those that do not apply."""
