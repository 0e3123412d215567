"""Other planners' files in: each folder reads one problem language into the same storyworld."""
