"""Pages of the newsroom for writing, approving, publishing and correcting."""
