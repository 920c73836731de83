"""How fast articles go through each stage, on volumes that are made up as needed."""
