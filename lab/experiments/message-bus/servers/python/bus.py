"""The message bus as a WSGI application on WebOb.

GET /v1/queues/{name}/messages?limit=N&marker=ID
"""

import json
import re

import redis
from webob import Request, Response

ROUTE = re.compile(r"^/v1/queues/([a-z0-9-]+)/messages$")


def make_app(store_port):
    """Return the application, reading from the store on a loopback port."""
    store = redis.Redis(host="127.0.0.1", port=store_port, decode_responses=True)

    def app(environ, start_response):
        request = Request(environ)
        match = ROUTE.match(request.path_info)
        if match is None:
            return Response(status=404)(environ, start_response)
        queue = match[1]
        marker = request.GET.get("marker")
        limit = int(request.GET.get("limit", 10))
        start = f"({marker}" if marker else "-"
        entries = store.xrange(queue, min=start, count=limit)
        return respond(queue, limit, entries)(environ, start_response)

    return app


def respond(queue, limit, entries):
    """Return the answer: 204 for an empty queue, else the events as JSON."""
    if not entries:
        return Response(status=204)
    return Response(body=encode(queue, limit, entries), content_type="application/json", charset=None)


def encode(queue, limit, entries):
    """Return the JSON of the store's entries, at least one, as bytes."""
    path = f"/v1/queues/{queue}/messages"
    messages = [
        {
            "id": key,
            "href": f"{path}/{key}",
            "ttl": int(message["ttl"]),
            "event": json.loads(message["event"]),
        }
        for key, message in entries
    ]
    document = {
        "messages": messages,
        "next": f"{path}?marker={entries[-1][0]}&limit={limit}",
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
