"""A mail server for the tests, made of Debian's python3-aiosmtpd.

    server.py FOLDER [--starttls | --tls] [--require-tls] [--login USER:PASSWORD]
              [--limit BYTES] [--ascii]

Listens on a free port of 127.0.0.1 and names it on standard error. Every message that it accepts
becomes a file in FOLDER, 1.txt and so on, with what Python's own mail reader understood of it.
What a recipient is called decides what is answered: see `Clerk`. Ends with its standard input.
"""

import argparse
import asyncio
import email
import email.policy
import logging
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def text_of(part):
    """The text with the line ends of this system; in mail they are CRLF."""
    text = part.get_content()
    assert text.count("\n") == text.count("\r\n"), "a line end that is not CRLF"
    return text.replace("\r\n", "\n")


class Clerk:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = {
            "khong-co": "550 5.1.1 khong co nguoi nay",
            "ban": "451 4.3.0 dang ban",
            "het": "421 4.7.0 het gio",
        }
        answer = answers.get(address.split("@")[0])
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answers = {
            "thu-rac": "554 5.6.0 thu rac",
            "day": "452 4.2.2 hop thu day",
            "chet": None,
        }
        name = envelope.rcpt_tos[0].split("@")[0]
        if name in answers:
            if name == "chet":
                server.transport.abort()
            return answers[name] or "250 OK"
        self.count += 1
        path = os.path.join(self.folder, f"{self.count}.txt")
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(self.told(session, envelope))
        os.rename(path + ".new", path)
        return "250 OK"

    def told(self, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        lines = [
            f"tls: {session.ssl is not None}",
            f"login: {session.auth_data.login.decode() if session.auth_data else None}",
            f"mail: {envelope.mail_from} {' '.join(envelope.mail_options)}".rstrip(),
            f"rcpt: {' '.join(envelope.rcpt_tos)}",
        ]
        for name in ["Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted"]:
            lines.append(f"{name}: {message[name]}")
        lines.append(text_of(message.get_body()))
        for part in message.iter_attachments():
            lines.append(f"{part.get_filename()} ({part['Content-Type']})")
            lines.append(text_of(part))
        defects = [str(one) for part in message.walk() for one in part.defects]
        for name, value in message.items():
            defects += [f"{name}: {one}" for one in getattr(value, "defects", [])]
        lines += [f"defect: {one}" for one in defects]
        return "\n".join(lines)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--require-tls", action="store_true")
    parser.add_argument("--login")
    parser.add_argument("--limit", type=int, default=32_000_000)
    parser.add_argument("--ascii", action="store_true")
    return parser.parse_args()


async def serve(options):
    context = None
    if options.starttls or options.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(
            os.path.join(options.folder, "cert.pem"), os.path.join(options.folder, "key.pem")
        )

    def authenticate(server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=given == options.login, handled=False, auth_data=data)

    clerk = Clerk(options.folder)

    def connection():
        return SMTP(
            clerk,
            data_size_limit=options.limit,
            enable_SMTPUTF8=not options.ascii,
            hostname="mail.example",
            tls_context=context if options.starttls else None,
            require_starttls=options.require_tls,
            auth_required=options.login is not None,
            auth_require_tls=not options.tls,
            authenticator=authenticate if options.login else None,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        connection, "127.0.0.1", 0, ssl=context if options.tls else None
    )
    print("port", server.sockets[0].getsockname()[1], file=sys.stderr, flush=True)
    ended = asyncio.Event()
    loop.add_reader(0, ended.set)
    await ended.wait()


logging.disable(logging.CRITICAL)
asyncio.run(serve(arguments()))
