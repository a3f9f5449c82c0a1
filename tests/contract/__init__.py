"""The contract, `openapi.yaml`, against its own rules and against recorded exchanges with the service."""
