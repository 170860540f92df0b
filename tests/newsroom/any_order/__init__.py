"""The whole desk in any order: rules that call the acts, and what must hold after each of them."""
