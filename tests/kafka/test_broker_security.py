"""Our commands against a guarded Apache Kafka: with exactly the rights that the guide lists, and without them."""

import asyncio
import base64
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import orjson
import pytest

from agents.broker import KAFKA
from tests.kafka.clients import REPOSITORY, KafkaUnderTest, read
from tests.kafka.conftest import real_kafka
from tools.real_kafka import Right, Security

pytestmark = pytest.mark.kafka

PASSWORD = "correct horse battery"
OUTPUTS = (
    *("articles", "appointments", "sales-figures", "co2-compliance"),
    *("outcomes", "dead-letters", "signatures", "stories", "metrics", "sources", "alerts"),
)
READ_BACK = ("articles", "outcomes", "dead-letters", "signatures", "stories", "metrics", "sources", "alerts")
AUDITED = OUTPUTS[:6]
HTML = """<html lang="fr"><head><title>Vélodor livre 12 000 voitures</title></head><body><article>
<h1>Vélodor livre 12 000 voitures</h1>
<p>La marque Vélodor a livré 12 000 voitures en France en 2024, soit une hausse de 4 % par rapport à 2023.</p>
<p>Le constructeur explique ce résultat par le succès de sa citadine, produite depuis l'automne dans son usine du
Nord, et par un réseau élargi à vingt nouvelles concessions dans les grandes villes.</p></article></body></html>"""


@pytest.fixture(scope="module")
def guarded():
    users = dict.fromkeys(("operator", "worker", "crawler", "auditor", "mender", "nobody"), PASSWORD)
    cluster = real_kafka(security=Security(users=users, access_control=True))
    # The table of rights in docs/operations/deployment.md: change both or neither.
    cluster.allow(
        Right("operator", ("Create", "Describe", "DescribeConfigs"), "news.", prefixed=True),
        Right("crawler", ("Write", "Describe"), "news.raw"),
        Right("worker", ("Read", "Describe"), "news.raw"),
        Right("worker", ("Read",), "news-rotative", kind="group"),
        *(Right("worker", ("Read",), f"news.{topic}") for topic in READ_BACK),
        *(Right("worker", ("Write", "Describe"), f"news.{output}") for output in OUTPUTS),
        Right("auditor", ("Describe",), "news.raw"),
        Right("auditor", ("Describe",), "news-rotative", kind="group"),
        *(Right("auditor", ("Read",), f"news.{topic}") for topic in AUDITED),
        Right("mender", ("Read", "Write", "Describe"), "news.raw"),
        Right("mender", ("Read",), "news.dead-letters"),
        Right("mender", ("Read", "Write", "Describe"), "news.replays"),
    )
    yield cluster
    cluster.stop()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def environment(cluster, user, folder, password=PASSWORD, mechanism="SCRAM-SHA-512"):
    secrets = folder / "secrets"
    secrets.mkdir(exist_ok=True)
    (secrets / "rotative_sasl_password").write_text(password)
    ours = {
        "ROTATIVE_BROKER": cluster.bootstrap,
        "ROTATIVE_SECURITY_PROTOCOL": "SASL_SSL",
        "ROTATIVE_SASL_MECHANISM": mechanism,
        "ROTATIVE_SASL_USERNAME": user,
        "ROTATIVE_SECRETS_DIR": str(secrets),
        "ROTATIVE_SSL_CA_FILE": str(cluster.certificate),
        "ROTATIVE_CREATE_TOPICS": "false",
        "ROTATIVE_PARTITIONS": "2",
        "ROTATIVE_PROCESSES": "1",
        "ROTATIVE_PORT": str(free_port()),
        "ROTATIVE_DATA_DIR": str(folder / "data"),
    }
    if mechanism == "OAUTHBEARER":
        del ours["ROTATIVE_SASL_USERNAME"]
        token_file = folder / f"token-{user}"
        token_file.write_text(token_of(user) + "\n")
        ours["ROTATIVE_OAUTH_TOKEN_FILE"] = str(token_file)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROTATIVE_")}
    return kept | ours


def token_of(user, life=3600):
    """An unsigned token, which Kafka's own validator for tests takes: it looks at the claims alone."""
    claims = {"sub": user, "iat": time.time() - 10, "exp": time.time() + life}
    parts = (base64.urlsafe_b64encode(orjson.dumps(part)).rstrip(b"=") for part in ({"alg": "none"}, claims))
    return b".".join([*parts, b""]).decode()


def command(*arguments):
    return [sys.executable, "-c", "from agents.cli.main import main; main()", *arguments]


def rotative(*arguments, given="", **who):
    return subprocess.run(
        command(*arguments),
        cwd=REPOSITORY,
        env=environment(**who),
        input=given,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def one_clear_line(done):
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stderr
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture(scope="module")
def topics(guarded, tmp_path_factory):
    done = rotative("topics", "create", cluster=guarded, user="operator", folder=tmp_path_factory.mktemp("operator"))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_operator_may_create_the_topics(topics):
    assert "news.raw" in topics


@pytest.mark.parametrize("mechanism", ["SCRAM-SHA-512", "OAUTHBEARER"])
async def test_a_page_becomes_an_article_with_exactly_the_listed_rights(guarded, topics, tmp_path, mechanism):
    who = environment(guarded, "worker", tmp_path, mechanism=mechanism)
    worker = subprocess.Popen(command("worker"), cwd=REPOSITORY, env=who, stderr=subprocess.PIPE)
    try:
        url = f"https://presse.example/{mechanism}"
        line = orjson.dumps({"id": "1", "url": url, "html": HTML}).decode()
        sent = rotative("send", "-", given=line, cluster=guarded, user="crawler", folder=tmp_path)
        assert sent.returncode == 0, sent.stderr
        inside = KafkaUnderTest(kind="apache", bootstrap=guarded.nodes[0].internal, profile=KAFKA)
        async with inside.consumer("news.articles") as consumer:
            deadline, found = time.monotonic() + 60, set()
            while url not in found and time.monotonic() < deadline:
                found |= {orjson.loads(record.value)["url"] for record in await read(consumer, 1, within=5)}
        assert url in found
    finally:
        worker.send_signal(signal.SIGTERM)
        _, said = await asyncio.to_thread(worker.communicate, timeout=60)
    assert worker.returncode == 0, said
    assert PASSWORD.encode() not in said


async def test_who_audits_and_who_mends_needs_no_more_than_the_listed_rights(guarded, topics, tmp_path):
    inside = KafkaUnderTest(kind="apache", bootstrap=guarded.nodes[0].internal, profile=KAFKA)
    async with inside.producer() as producer:
        no_page = {"value": b"{}", "headers": [("content-type", b"application/json")], "partition": 0}
        await producer.send_and_wait("news.raw", **no_page)
    who = environment(guarded, "worker", tmp_path)
    worker = subprocess.Popen(command("worker"), cwd=REPOSITORY, env=who, stderr=subprocess.PIPE)
    try:
        async with inside.consumer("news.dead-letters") as consumer:
            dead = await read(consumer, 1, within=60)
    finally:
        worker.send_signal(signal.SIGTERM)
        _, said = await asyncio.to_thread(worker.communicate, timeout=60)
    assert dead, said

    auditor, mender = ({"cluster": guarded, "user": user, "folder": tmp_path} for user in ("auditor", "mender"))
    audited = rotative("audit", **auditor)
    assert (audited.returncode, audited.stderr) == (0, ""), audited.stdout
    listed = rotative("dead-letters", "list", "--json", **mender)
    assert listed.returncode == 0, listed.stderr
    assert orjson.loads(listed.stdout.splitlines()[0])["reason"] == "invalid"
    replayed = rotative("dead-letters", "replay", **mender)
    assert (replayed.returncode, "sent back" in replayed.stderr) == (0, True), replayed.stderr
    again = rotative("reprocess", "--offset", "0:0", **mender)
    assert again.returncode == 0, again.stderr
    assert "authorization failed: auditor" in one_clear_line(rotative("dead-letters", "replay", "--again", **auditor))
    assert "authorization failed: mender" in one_clear_line(rotative("audit", **mender))


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"])
def test_each_mechanism_gets_in(guarded, topics, tmp_path, mechanism):
    done = rotative("topics", "check", "--json", cluster=guarded, user="operator", folder=tmp_path, mechanism=mechanism)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [(token_of("operator", life=-5), "refuses the token"), ("", "holds no token"), (None, "cannot read the token")],
)
def test_a_token_that_is_no_good_is_one_clear_line(guarded, topics, tmp_path, content, said):
    who = environment(guarded, "operator", tmp_path, mechanism="OAUTHBEARER")
    file = tmp_path / "token-operator"
    file.unlink()
    if content is not None:
        file.write_text(content)
    done = subprocess.run(
        command("topics", "check"), cwd=REPOSITORY, env=who, capture_output=True, text=True, timeout=90, check=False
    )
    assert said in one_clear_line(done)


@pytest.fixture
def authorization_server():
    """Gives the operator's token to whoever knows the secret."""

    class Tokens(BaseHTTPRequestHandler):
        def do_POST(self):
            login = base64.b64encode(f"operator:{PASSWORD}".encode()).decode()
            asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
            good = self.headers["Authorization"] == f"Basic {login}" and asked == (
                "grant_type=client_credentials&scope=kafka"
            )
            answer = {"access_token": token_of("operator"), "expires_in": 3600} if good else {"error": "invalid_client"}
            self.send_response(200 if good else 401)
            self.end_headers()
            self.wfile.write(orjson.dumps(answer))

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tokens)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/token"
    server.shutdown()


def test_a_token_by_client_credentials(guarded, topics, tmp_path, authorization_server):
    who = environment(guarded, "operator", tmp_path) | {
        "ROTATIVE_SASL_MECHANISM": "OAUTHBEARER",
        "ROTATIVE_OAUTH_TOKEN_URL": authorization_server,
        "ROTATIVE_OAUTH_SCOPE": "kafka",
    }

    def check():
        return subprocess.run(
            command("topics", "check"), cwd=REPOSITORY, env=who, capture_output=True, text=True, timeout=90, check=False
        )

    done = check()
    assert done.returncode == 0, done.stderr
    (tmp_path / "secrets" / "rotative_sasl_password").write_text("wrong")
    said = one_clear_line(check())
    assert "gives no token: status 401, invalid_client" in said


def test_a_wrong_password_is_one_clear_line(guarded, topics, tmp_path):
    who = {"cluster": guarded, "user": "crawler", "folder": tmp_path, "password": "wrong"}
    said = one_clear_line(rotative("send", "-", given='{"url": "https://a.example/", "html": "<p>a</p>"}', **who))
    assert "refuses the user crawler" in said
    assert "ROTATIVE_SASL_PASSWORD" in said


def test_a_worker_with_a_wrong_password_ends_with_one_clear_line(guarded, topics, tmp_path):
    said = one_clear_line(rotative("worker", cluster=guarded, user="worker", folder=tmp_path, password="wrong"))
    assert "refuses the user worker" in said


def test_a_missing_right_is_one_clear_line(guarded, topics, tmp_path):
    who = {"cluster": guarded, "user": "nobody", "folder": tmp_path}
    said = one_clear_line(rotative("send", "-", given='{"url": "https://a.example/", "html": "<p>a</p>"}', **who))
    assert "authorization failed: nobody" in said


def test_an_unknown_certificate_is_one_clear_line(guarded, topics, tmp_path):
    who = environment(guarded, "crawler", tmp_path)
    del who["ROTATIVE_SSL_CA_FILE"]
    done = subprocess.run(
        command("topics", "check"), cwd=REPOSITORY, env=who, capture_output=True, text=True, timeout=90, check=False
    )
    assert "certificate is not trusted" in one_clear_line(done)


def test_doctor_does_not_show_the_password(guarded, topics, tmp_path):
    done = rotative("doctor", cluster=guarded, user="operator", folder=tmp_path)
    assert PASSWORD not in done.stdout + done.stderr
