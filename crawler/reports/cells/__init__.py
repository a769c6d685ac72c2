"""What a cell means: numbers, dates, yes and no, in every form that tools and spreadsheets write."""
