"""What goes out, one module per format. Our names are mapped to an outside format here and nowhere else."""
