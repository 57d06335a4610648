#!/usr/bin/python3
"""A real IMAP server (Debian's Dovecot) on a free port of this machine, for tests: all that it has is in FOLDER, its mailbox the
maildir FOLDER/mail. It needs no rights, and gives those of root away. Any user, with --password. Writes its port to the standard
output once it listens, and ends when its standard input does."""
import argparse
import grp
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time

arguments = argparse.ArgumentParser()
arguments.add_argument("folder")
arguments.add_argument("--password", default="secret")
arguments.add_argument("--tls", choices=["none", "starttls", "imaps"], default="none")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
options = arguments.parse_args()
folder = os.path.realpath(options.folder)
me = pwd.getpwuid(os.getuid() or pwd.getpwnam("nobody").pw_uid)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
for name in ("run", "mail", "mail/new", "mail/cur", "mail/tmp"):
    os.makedirs(os.path.join(folder, name), exist_ok=True)
tls = ""
if options.tls != "none":
    for name in (options.certificate, options.key):
        shutil.copy(name, folder)
    tls = f"ssl_cert = <{folder}/{os.path.basename(options.certificate)}\nssl_key = <{folder}/{os.path.basename(options.key)}\n"
with open(os.path.join(folder, "dovecot.conf"), "w", encoding="utf-8") as file:
    file.write(f"""
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
default_internal_user = {me.pw_name}
default_internal_group = {grp.getgrgid(me.pw_gid).gr_name}
default_login_user = {me.pw_name}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
disable_plaintext_auth = {"yes" if options.tls == "starttls" else "no"}
ssl = {"no" if options.tls == "none" else "yes"}
{tls}
passdb {{
  driver = static
  args = password={options.password}
}}
userdb {{
  driver = static
  args = uid={me.pw_uid} gid={me.pw_gid} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {0 if options.tls == "imaps" else port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {port if options.tls == "imaps" else 0}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
""")
for path, names, files in os.walk(folder) if os.getuid() == 0 else ():
    for name in [path] + [os.path.join(path, file) for file in files]:
        os.chown(name, me.pw_uid, me.pw_gid)


def give_rights_away():
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(me.pw_gid)
        os.setuid(me.pw_uid)


dovecot = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", os.path.join(folder, "dovecot.conf")], preexec_fn=give_rights_away,
                           stdin=subprocess.DEVNULL, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
while dovecot.poll() is None:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        break
    except OSError:
        time.sleep(0.02)
if dovecot.poll() is not None:
    with open(os.path.join(folder, "log"), encoding="utf-8") as file:
        sys.exit("dovecot does not start: " + file.read())
print(port, flush=True)
sys.stdin.read()
dovecot.terminate()
dovecot.wait()
