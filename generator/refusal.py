"""The base of all that the generator refuses."""


class Refusal(Exception):
    """The inputs cannot be used as they are; the message says where, why, and what to do."""
