#!/usr/bin/python3
"""An SMS gateway on a free port of this machine that speaks the protocol of channels/httpsmsgateway.h, for tests. Writes each SMS that
it takes into FOLDER as N.json, what it was asked into requests.jsonl, and the port to its standard output once it listens. A
reference that it has seen is answered as before, and nothing is sent. What it does is said by the text's first word, or for its
state by the number's end; see below. Ends when its standard input does."""
import argparse
import json
import os
import socket
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

arguments = argparse.ArgumentParser()
arguments.add_argument("folder")
arguments.add_argument("--token", default="secret")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
options = arguments.parse_args()
taken = {}  # receipts by reference
numbers = {}  # by id
cut_once = set()
lock = threading.Lock()

STATES = {"01": {"state": "delivered"}, "02": {"state": "failed", "reason": "absent_subscriber"},
          "03": {"state": "failed", "reason": "+33612345603 n'existe pas"}, "04": {"state": "melted"}, "05": {}, "06": {"id": "another"}}
REFUSALS = {"later": 503, "throttled": 429, "never": 422, "bad": 400, "unpaid": 402, "moved": 302, "broken": 500, "gone": 404, "busy": 409}
NONSENSE = {"html": b"<html>Bienvenue</html>", "empty": b"", "list": b"[1]", "noid": b'{"parts": 1}', "badid": b'{"id": "../../admin"}',
            "badparts": b'{"id": "x", "parts": 100000}', "another": b'{"id": "x", "reference": "de305d54-75b4-431b-adb2-eb6b9e546014"}',
            "endless": b'{"id": "' + b"x" * 1_000_000 + b'"}'}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body, more=()):
        bytes_ = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(bytes_)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(bytes_)

    def cut(self):
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.connection.close()

    def is_known(self, body):
        with lock, open(os.path.join(options.folder, "requests.jsonl"), "a", encoding="utf-8") as file:
            json.dump({"method": self.command, "path": self.path, "headers": dict(self.headers.items()), "body": body.decode()}, file)
            file.write("\n")
        if self.headers.get("Authorization") == "Bearer " + options.token:
            return True
        self.answer(401, {"code": "bad_token"})
        return False

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.is_known(body):
            return
        sms = json.loads(body)
        word = sms["text"].split()[0]
        if word in REFUSALS:
            more = [("Retry-After", "120")] if word in ("later", "throttled") else [("Location", "http://127.0.0.1:1/")]
            self.answer(REFUSALS[word], {"code": "no_" + word, "message": "about " + sms["to"]}, more)
            return
        if word == "hang":
            time.sleep(3600)
        with lock:
            reference = self.headers["Idempotency-Key"]
            if reference not in taken:
                taken[reference] = {"id": "sms-" + str(len(taken) + 1), "parts": 1 + len(sms["text"]) // 153, "reference": reference}
                name = os.path.join(options.folder, str(len(taken)) + ".json")
                with open(name + ".part", "w", encoding="utf-8") as file:
                    json.dump(sms, file)
                os.rename(name + ".part", name)
                numbers[taken[reference]["id"]] = sms["to"]
        if word == "cut" and reference not in cut_once:
            cut_once.add(reference)
            self.cut()
        elif word == "half":
            self.wfile.write(b'HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{"id": "sms-1"}')
            self.close_connection = True
        elif word in NONSENSE:
            self.answer(200, NONSENSE[word])
        elif word == "garbage":
            self.wfile.write(b"\0\1\2 no HTTP\r\n\r\n")
            self.close_connection = True
        else:
            self.answer(201, taken[reference])

    def do_GET(self):
        if not self.is_known(b""):
            return
        wanted = self.path.rsplit("/", 1)[1]
        end = numbers.get(wanted, "")[-2:]
        if end == "07":
            self.answer(503, {})
        elif end:
            self.answer(200, {"id": wanted, **STATES.get(end, {"state": "accepted"})})
        else:
            self.answer(404, {"code": "unknown"})


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # who is asked hangs up


server = Server(("127.0.0.1", 0), Handler)
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)  # whatever hangs
