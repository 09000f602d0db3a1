"""An offline map: the county's own ground, the places on it, a cross to take one."""
