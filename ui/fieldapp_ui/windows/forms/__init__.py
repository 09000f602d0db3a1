"""The forms page: lists of forms and entries, and one form being filled: outline, questions, rows, jump list, foot."""
