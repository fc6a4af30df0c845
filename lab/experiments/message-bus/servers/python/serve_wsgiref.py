"""The message bus on wsgiref: serve_wsgiref.py PORT STORE_PORT BACKLOG."""

import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from bus import make_app
from listener import listen


class QuietHandler(WSGIRequestHandler):
    """A handler that does not write a log line per request."""

    def log_message(self, format, *args):
        pass


port, store_port, backlog = map(int, sys.argv[1:])
server = WSGIServer(("127.0.0.1", port), QuietHandler, bind_and_activate=False)
server.socket.close()
server.socket = listen(port, backlog)
server.server_name, server.server_port = "127.0.0.1", port
server.setup_environ()
server.set_app(make_app(store_port))
server.serve_forever()
