"""What every input of a question shares: the answer it gives, its words, sizes and colours, and plain lines of text."""
