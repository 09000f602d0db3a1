"""A form's XML and the files beside it, read into a definition; hostile input, nothing is trusted."""
