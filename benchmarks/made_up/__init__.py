"""A made-up commons of any size. Every person, work and place in it is invented."""
