"""Issues: the topics that an article states or touches."""
