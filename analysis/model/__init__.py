"""The logistic model that an owner may fit on the reviews and choose to use."""
