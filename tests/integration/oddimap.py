#!/usr/bin/python3
"""An IMAP server on a free port of this machine that goes wrong, for tests; it knows no more than what is asked of it here. MODE says
how. Writes its port to its standard output once it listens, and ends when its standard input does."""
import os
import socket
import sys
import threading
import time

folder, mode = sys.argv[1:3]
MAIL = b"From: a@b.example\r\n\r\nBonjour\r\n"
marked = False


def literal(uid, bytes_=MAIL):
    return b"* 1 FETCH (UID %d BODY[]<0> {%d}\r\n%s)\r\n" % (uid, len(bytes_), bytes_)


def answer(tag, command, word):
    """What is said to a command; None: nothing more, ever."""
    global marked
    done = tag + b" OK done\r\n"
    if word == b"CAPABILITY":
        return b"* CAPABILITY IMAP4rev1\r\n" + done
    if word == b"LOGIN":
        return tag + b" NO [AUTHENTICATIONFAILED]\r\n" if mode == "stranger" else done
    if word == b"SELECT":
        return {"hang": None, "bye": b"* BYE shutting down\r\n", "plus": b"+ go on\r\n", "nonsense": b"\0\xff\r\n",
                "othertag": b"P99 OK done\r\n", "endless": b"* OK " + b"x" * 3_000_000, "nomailbox": tag + b" NO none\r\n",
                "readonly": b"* OK [UIDVALIDITY 7]\r\n" + tag + b" OK [READ-ONLY] done\r\n", "novalidity": done,
                "chatty": b"* 1 EXISTS\r\n" * 20_000 + done,
                }.get(mode, b"* OK [UIDVALIDITY 7] so\r\n" + tag + b" OK [READ-WRITE] done\r\n")
    if word == b"SEARCH":
        return (b"* SEARCH\r\n" if marked and mode != "forgets" else b"* SEARCH 4294967296 -1 x 5 0 5\r\n") + done
    if word == b"FETCH":
        return {"huge": b"* 1 FETCH (UID 5 BODY[] {4000000000}\r\n", "another": literal(6) + done, "gone": done,
                "refused": tag + b" NO not now\r\n", "unasked": literal(4) + b"* 2 EXISTS\r\n" + literal(5) + done,
                "quoted": b'* 1 FETCH (BODY[]<0> "a \\"b\\" \\\\" UID 5)\r\n' + done, "half": literal(5)[:40],
                "tagged": literal(5, b"P4 OK done\r\n* BYE\r\n") + done}.get(mode, literal(5) + done)
    if word == b"STORE":
        if mode == "unmarkable":
            return tag + b" NO\r\n"
        marked = mode != "cutstore"
        with open(os.path.join(folder, "stores"), "ab") as file:
            file.write(command + b"\n")
        return b"" if mode == "cutstore" else done
    return done


def serve(connection):
    with connection, connection.makefile("rb") as lines:
        connection.sendall(b"* OK ready\r\n" if mode != "nogreeting" else b"220 smtp.example ESMTP\r\n")
        for line in lines:
            tag, command = line.rstrip().split(b" ", 1)
            word = next(w for w in command.upper().split() if w != b"UID")
            said = answer(tag, command, word)
            if said is None:
                time.sleep(3600)
            connection.sendall(said)
            if (mode == "half" and word == b"FETCH") or (mode == "cutstore" and word == b"STORE") or word == b"LOGOUT":
                return


def listen():
    while True:
        connection = listener.accept()[0]
        threading.Thread(target=quietly, args=(connection,), daemon=True).start()


def quietly(connection):
    try:
        serve(connection)
    except OSError:
        pass


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=listen, daemon=True).start()
print(listener.getsockname()[1], flush=True)
sys.stdin.read()
os._exit(0)
