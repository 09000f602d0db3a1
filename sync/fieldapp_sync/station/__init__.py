"""A township station as its desktop sees it: the own hub, its villages, its laptops."""
