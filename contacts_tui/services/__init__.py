"""What a user can do: permission, transaction and history are decided here and nowhere else."""
