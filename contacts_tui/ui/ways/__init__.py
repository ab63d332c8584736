"""From page to page: the places one can go to, and the way back."""
