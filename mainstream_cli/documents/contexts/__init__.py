"""What Word templates may print: one context per document, plain values only, every field described."""
