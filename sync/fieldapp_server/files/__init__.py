"""Photos and forms at the hub: chunks kept until a file is whole, given to who may have it."""
