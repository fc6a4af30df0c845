"""The listening socket that every Python server gets: same backlog, no delay."""

import socket


def listen(port, backlog):
    """Return a loopback listener; accepted sockets inherit TCP_NODELAY from it."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(backlog)
    return listener
