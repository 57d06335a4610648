#!/usr/bin/python3
"""Says as JSON, a line for each file, what Python's e-mail package reads in it: headers, texts, attachments (base64), and what it found
wrong. Of HTML its elements too, with what is inside them."""
import base64
import email
import email.header
import email.policy
import email.utils
import html.parser
import json
import re
import sys


class Page(html.parser.HTMLParser):
    """The elements in their order, each with its own text; unclosed or wrongly closed ones are defects."""
    EMPTY = {"br", "meta"}

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.defects = [], [], []
        self.feed(text)
        self.close()
        self.defects += ["open: " + name for name, _ in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, ""])
        if tag not in self.EMPTY:
            self.open.append((tag, self.elements[-1]))

    def handle_endtag(self, tag):
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.defects.append("closed: " + tag)

    def handle_data(self, data):
        if self.open:
            self.open[-1][1][1] += data


def people(mail, field):
    """Python's newer reader leaves the blanks between two encoded words of a name, against RFC 2047, 6.2; its older one decodes what
    stands in quotes, against RFC 2047, 5."""
    raw = re.sub(r"\r?\n[ \t]", " ", dict(mail.raw_items())[field]).strip()  # a fold in a name is a blank
    if len(mail[field].addresses) == 1 and raw.startswith("=?"):
        name = email.header.make_header(email.header.decode_header(raw.rsplit("<", 1)[0].strip()))
        return [[str(name), mail[field].addresses[0].addr_spec]]
    return [[a.display_name, a.addr_spec] for a in mail[field].addresses]


def read(name):
    with open(name, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    said = {"headers": {name: str(value) for name, value in mail.items()}, "attachments": [],
            "defects": [repr(defect) for part in mail.walk() for defect in part.defects]}
    for field in ("To", "From", "Reply-To"):
        if field in mail:
            said[field.lower()] = people(mail, field)
    for kind in ("plain", "html"):
        body = mail.get_body((kind,))
        if body:
            said[kind] = body.get_content()
    if "html" in said:
        page = Page(said["html"])
        said["elements"] = page.elements
        said["defects"] += page.defects
    for part in mail.iter_attachments():
        said["attachments"].append({"name": part.get_filename(), "type": part.get_content_type(),
                                    "bytes": base64.b64encode(part.get_payload(decode=True)).decode()})
    return said


for argument in sys.argv[1:]:
    print(json.dumps(read(argument)))
