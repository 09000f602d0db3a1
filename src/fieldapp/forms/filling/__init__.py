"""One form being filled: the nodes, what each depends on, its choices, rows, texts and actions. A session is its door."""
