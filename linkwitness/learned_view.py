"""A fitted model for people: what it is worth, and what it goes by."""

from rich.table import Table

from analysis.model.learning import Learned
from linkwitness.display import output


def show_learned(learned: Learned) -> None:
    """Print the figures and the weights, heaviest first."""
    console = output()
    console.print(f"{learned.spam} pages reviewed as spam, {learned.benign} as benign")
    figures = Table("calls of spam", "precision", "recall", box=None)
    figures.add_row("verdicts in force", f"{learned.median.precision:.2f}", f"{learned.median.recall:.2f}")
    for split, measured in learned.by_split.items():
        name = f"model, {split}s held back"
        figures.add_row(name, f"{measured.precision:.2f}", f"{measured.recall:.2f}")
    console.print(figures)
    weights = Table("signal", "weight", box=None)
    for signal, weight in sorted(learned.weights.items(), key=lambda item: -abs(item[1])):
        weights.add_row(signal, f"{weight:+.2f}")
    console.print(weights)
