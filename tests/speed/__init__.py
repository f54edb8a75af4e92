"""How fast, as ratios to the plainest way of doing the same in the same run. See __main__."""
