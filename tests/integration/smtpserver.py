#!/usr/bin/python3
"""A real SMTP server (Debian's aiosmtpd) on a free port of this machine, for tests. Writes each mail that it takes into FOLDER as
N.eml, with N.json saying from whom and to whom, and the port to its standard output once it listens. What it does is said by the
local part of the first recipient: later@ is put off (450), never@ is refused (550), big@ is refused after its text (552), busy@ is
put off after its text (451), hang@ gets no answer, cut@ loses the connection. Ends when its standard input does."""
import argparse
import asyncio
import json
import os
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

arguments = argparse.ArgumentParser()
arguments.add_argument("folder")
arguments.add_argument("--tls", choices=["none", "starttls", "smtps"], default="none")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
arguments.add_argument("--password")
arguments.add_argument("--refuse-sender", action="store_true")
options = arguments.parse_args()
taken = 0


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if options.refuse_sender:
            return "553 not you"
        envelope.mail_from = address
        envelope.mail_options.extend(mail_options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        word = address.split("@")[0]
        if word == "later":
            return "450 4.2.1 mailbox busy"
        if word == "never":
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global taken
        word = envelope.rcpt_tos[0].split("@")[0]
        if word == "big":
            return "552 5.3.4 too big"
        if word == "busy":
            return "451 4.3.0 later"
        if word == "hang":
            await asyncio.sleep(3600)
        if word == "cut":
            server.transport.abort()
            return "250 never seen"
        taken += 1
        name = os.path.join(options.folder, str(taken))
        with open(name + ".json", "w", encoding="utf-8") as file:
            json.dump({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": server.transport.get_extra_info("ssl_object") is not None,
                       "user": session.authenticated}, file)
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.password.decode() == options.password
    return AuthResult(success=good, handled=False)  # it answers 535 itself


async def serve():
    loop = asyncio.get_running_loop()
    context = None
    if options.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def made():
        return SMTP(Handler(), hostname="test", tls_context=context if options.tls == "starttls" else None,
                    require_starttls=options.tls == "starttls", auth_required=bool(options.password),
                    auth_require_tls=False, authenticator=authenticate)

    listener = socket.socket(socket.AF_INET)
    listener.bind(("127.0.0.1", 0))
    await loop.create_server(made, sock=listener, ssl=context if options.tls == "smtps" else None)
    print(listener.getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)  # whatever hangs


asyncio.run(serve())
