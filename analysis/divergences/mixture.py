"""Where two kinds of values part: the cut between the two Gaussians that make them up.

Source: Mishne, Carmel, Lempel (AIRWeb 2005) cut the divergences of honest and of spam comments where the
weighted densities meet; two Gaussians are two only from D = 2 on (Ashman, Bird, Zepf, Astronomical Journal
108, 1994).
"""

import numpy as np
import numpy.typing as npt
from sklearn.mixture import GaussianMixture

MOST = 5_000
"""Values that are looked at: more change nothing."""
APART = 2.0
"""Ashman's D."""

Values = npt.NDArray[np.float64]


def cut(values: Values, *, fewest: float) -> float | None:
    """Return the value that parts two kinds; None for less than the `fewest` values, or one kind only."""
    if len(values) < fewest:
        return None
    return crossing(np.sort(values)[:: 1 + len(values) // MOST])


def crossing(values: Values) -> float | None:
    """Return where the weighted densities of the two Gaussians meet between their means."""
    if np.ptp(values) == 0.0:
        return None
    fitted = GaussianMixture(2, random_state=0).fit(values.reshape(-1, 1))
    order = np.argsort(fitted.means_.ravel())
    (low, high), (near, far) = fitted.means_.ravel()[order], fitted.covariances_.ravel()[order]
    (light, heavy) = fitted.weights_[order]
    if (high - low) * np.sqrt(2.0 / (near + far)) < APART:
        return None
    square = 1.0 / far - 1.0 / near
    linear = 2.0 * (low / near - high / far)
    rest = high**2 / far - low**2 / near + 2.0 * np.log(light / heavy) + np.log(far / near)
    roots = np.roots([square, linear, rest])
    between = [float(root.real) for root in roots if np.isreal(root) and low < root.real < high]
    return between[0] if between else None
