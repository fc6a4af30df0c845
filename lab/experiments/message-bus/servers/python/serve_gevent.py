"""The message bus on gevent's WSGI server: serve_gevent.py PORT STORE_PORT BACKLOG."""

from gevent import monkey

monkey.patch_all()

import sys

from gevent.pywsgi import WSGIServer

from bus import make_app
from listener import listen

port, store_port, backlog = map(int, sys.argv[1:])
listener = listen(port, backlog)
WSGIServer(listener, make_app(store_port), log=None).serve_forever()
