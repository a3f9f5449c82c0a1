"""What the client does when the network, the service or its user misbehaves."""
