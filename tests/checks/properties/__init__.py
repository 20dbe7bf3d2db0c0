"""What holds of every catalogue, and what a slow and obvious reading of it finds."""
