"""What a person reads: case files, histories of visits, the overview, what exports are made of."""
