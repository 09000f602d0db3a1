"""Hello, vectors, push and pull at the hub; commits first, tables behind."""
