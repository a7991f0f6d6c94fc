"""Programs for those who work on Guides; nothing here is part of what is installed."""
