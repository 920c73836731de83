"""Sources: feeds, sitemaps and pages of others, fetched politely and safely into the inbox."""
