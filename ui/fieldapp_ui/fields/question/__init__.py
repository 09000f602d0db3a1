"""One question of a form: label, input, hint, soft check and error; which input it gets."""
