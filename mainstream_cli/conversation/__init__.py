"""What people are asked, in which order; it knows no terminal and no files."""
