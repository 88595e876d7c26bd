"""What commands do, without terminal, prompts or files."""
