"""Decides by learned weights which people of an article move, and which values around them belong to the move."""
