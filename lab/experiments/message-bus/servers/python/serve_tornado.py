"""The message bus on Tornado: serve_tornado.py PORT STORE_PORT BACKLOG."""

import asyncio
import sys

import redis.asyncio as redis
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bus import encode
from listener import listen


class Messages(RequestHandler):
    """The messages of a queue."""

    def initialize(self, store):
        self.store = store

    async def get(self, queue):
        marker = self.get_query_argument("marker", None)
        limit = int(self.get_query_argument("limit", "10"))
        start = f"({marker}" if marker else "-"
        entries = await self.store.xrange(queue, min=start, count=limit)
        if not entries:
            self.set_status(204)
            return
        self.set_header("Content-Type", "application/json")
        self.write(encode(queue, limit, entries))


async def main(port, store_port, backlog):
    """Serve until the process is ended."""
    store = redis.Redis(host="127.0.0.1", port=store_port, decode_responses=True)
    routes = [(r"/v1/queues/([a-z0-9-]+)/messages", Messages, {"store": store})]
    listener = listen(port, backlog)
    listener.setblocking(False)
    # Its line of log for each request is the only thing that is switched off, as for the others.
    HTTPServer(Application(routes, log_function=lambda handler: None)).add_sockets([listener])
    await asyncio.Event().wait()


asyncio.run(main(*map(int, sys.argv[1:])))
