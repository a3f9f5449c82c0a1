"""Whether jobs of many calls keep what they promise: killed, at the end of a quota, behind a gateway, in memory."""
