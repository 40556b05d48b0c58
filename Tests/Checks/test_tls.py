"""TLS with peers that are not ours: Python's ssl as the server of our client, `openssl s_client` as the client of our
server. Certificates are made here, for the length of the tests.
"""

import datetime
import ipaddress
import socket
import ssl
import subprocess
import threading

import pytest
from contract import ROOT
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

TESTEE = ROOT / ".build/debug/tls-testee"
NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)


class Authority:
    """Issues certificates into a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
        certificate = self._sign(
            self.name, self.key, NOW + DAY, x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.path = folder / "authority.pem"
        self.path.write_bytes(certificate)

    def issue(self, name, *alternatives, until=NOW + DAY):
        """The files of a certificate and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._sign(subject, key, until, x509.SubjectAlternativeName(alternatives), critical=False)
        paths = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        paths[0].write_bytes(certificate)
        paths[1].write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        return paths

    def _sign(self, subject, key, until, extension, critical):
        builder = (
            x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(NOW - 3 * DAY).not_valid_after(until)
            .add_extension(extension, critical))
        return builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def right(authority):
    return authority.issue("right", x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1")))


class PythonServer:
    """Answers one HTTP request with Python's ssl."""

    def __init__(self, files, version=ssl.TLSVersion.TLSv1_3, answer=b"", is_orderly=True, ciphers=None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.maximum_version = version
        context.set_alpn_protocols(["http/1.1"])
        if ciphers:
            context.set_ciphers(ciphers)
        context.load_cert_chain(*files)
        self.context, self.answer, self.is_orderly = context, answer, is_orderly
        self.negotiated = None
        self.name = None
        context.sni_callback = self._note_name
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _note_name(self, _, name, __):
        self.name = name

    def _serve(self):
        plain, _ = self.listener.accept()
        try:
            with self.context.wrap_socket(plain, server_side=True) as stream:
                self.negotiated = stream.version(), stream.selected_alpn_protocol()
                while not stream.recv(65536).endswith(b"\r\n\r\n"):
                    pass
                stream.sendall(self.answer)
                if self.is_orderly:
                    stream.unwrap()
        except (OSError, ssl.SSLError):
            pass

    def close(self):
        self.listener.close()
        self.thread.join(10)


def get(url, authority):
    done = subprocess.run([TESTEE, "get", url, authority.path], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3], ids=["1.2", "1.3"])
def test_our_client_speaks_with_python(authority, right, version):
    body = b"x" * 1_000_000
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    server = PythonServer(right, version, answer)
    code, output = get(f"https://localhost:{server.port}", authority)
    server.close()
    assert (code, output) == (0, f"200\n{body.decode()}\n")
    assert server.negotiated == ("TLSv1.2" if version == ssl.TLSVersion.TLSv1_2 else "TLSv1.3", "http/1.1")
    assert server.name == "localhost"


def test_addresses_are_verified_and_not_sent_as_names(authority, right):
    server = PythonServer(right, answer=b"HTTP/1.1 204 No Content\r\n\r\n")
    code, output = get(f"https://127.0.0.1:{server.port}", authority)
    server.close()
    assert (code, output) == (0, "204\n\n")
    assert server.name is None


@pytest.mark.parametrize("is_orderly", [True, False])
def test_a_body_that_was_cut_off_is_refused(authority, right, is_orderly):
    server = PythonServer(right, answer=b"HTTP/1.1 200 OK\r\n\r\nhalf", is_orderly=is_orderly)
    code, output = get(f"https://localhost:{server.port}", authority)
    server.close()
    if is_orderly:
        assert (code, output) == (0, "200\nhalf\n")
    else:
        assert code == 1
        assert "cut off" in output


@pytest.mark.parametrize("fault, words", [
    ("expired", "has expired"), ("wrong name", "is for another name"), ("unknown authority", "nobody who is trusted"),
    ("weak", "have no version or cipher"),
])
def test_our_client_says_what_is_wrong(authority, right, tmp_path, fault, words):
    localhost = x509.DNSName("localhost")
    files, options = right, {}
    if fault == "expired":
        files = authority.issue("expired", localhost, until=NOW - DAY)
    elif fault == "wrong name":
        files = authority.issue("wrong", x509.DNSName("other.example"))
    elif fault == "unknown authority":
        files = Authority(tmp_path).issue("unknown", localhost)
    else:
        # Without authenticated encryption.
        options = {"version": ssl.TLSVersion.TLSv1_2, "ciphers": "ECDHE-ECDSA-AES128-SHA256"}
    server = PythonServer(files, **options)
    code, output = get(f"https://localhost:{server.port}", authority)
    server.close()
    assert code == 1
    assert words in output or (fault == "weak" and "has refused TLS" in output)


class Echo:
    """Our server's end, that sends back what comes."""

    def __init__(self, files):
        self.process = subprocess.Popen(
            [TESTEE, "echo", *files], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def reason(self):
        """Why the next connection was closed."""
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)


@pytest.fixture
def echo(right):
    server = Echo(right)
    yield server
    server.close()


def s_client(echo, authority, *options):
    return subprocess.Popen(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{echo.port}", "-servername", "localhost", "-verify_hostname",
         "localhost", "-CAfile", str(authority.path), "-verify_return_error", *options],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def read_until(client, words):
    """What the program prints up to a line that has these words."""
    lines = []
    for line in client.stdout:
        lines.append(line)
        if words in line:
            return "".join(lines)
    pytest.fail(f"never printed {words!r}: {''.join(lines)}")


def test_openssl_speaks_with_our_server(echo, authority):
    client = s_client(echo, authority, "-alpn", "h2,http/1.1")
    # The session's description ends here.
    shown = read_until(client, "Verify return code")
    assert "New, TLSv1.3" in shown
    assert "Verification: OK" in shown
    assert "ALPN protocol: http/1.1" in shown
    for word in ["one", "two"]:
        client.stdin.write(f"{word}\n")
        client.stdin.flush()
        read_until(client, word)
    # Renews the keys, and asks us to do so too.
    client.stdin.write("K\n")
    client.stdin.flush()
    read_until(client, "KEYUPDATE")
    client.stdin.write("three\n")
    client.stdin.flush()
    read_until(client, "three")
    client.stdin.write("Q\n")
    client.stdin.close()
    client.wait(10)
    assert echo.reason() == "closed: peerClosed"


@pytest.mark.parametrize("options, alert, words", [
    (["-tls1_2"], "alert protocol version", "have no version or cipher"),
    (["-alpn", "h2"], "alert no application protocol", "something else than HTTP/1.1"),
])
def test_our_server_refuses_the_rest(echo, authority, options, alert, words):
    client = s_client(echo, authority, *options)
    output, _ = client.communicate("", timeout=30)
    assert alert in output
    assert words in echo.reason()


def test_our_server_gives_no_tickets_and_takes_no_early_data(echo, authority):
    client = s_client(echo, authority)
    shown = read_until(client, "Verify return code")
    client.stdin.write("answered\n")
    client.stdin.flush()
    shown += read_until(client, "answered")
    client.stdin.close()
    client.wait(10)
    assert "New Session Ticket" not in shown
    assert "Compression: NONE" in shown
