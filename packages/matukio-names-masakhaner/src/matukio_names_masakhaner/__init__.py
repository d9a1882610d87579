"""Weights for `matukio.entities`, learned from MasakhaNER 2.0 as well (CC BY-NC 4.0): names.gz and dates.gz."""
