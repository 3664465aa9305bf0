"""The compose files keep what their guide promises: safe by default, all that Kafka needs, both versions of compose."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from agents.settings import Settings
from tools.real_kafka.jars import kafka_version

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

REPOSITORY = Path(__file__).parents[2]
FILE = REPOSITORY / "docker-compose.yml"
DECLARED = yaml.safe_load(FILE.read_text())
SERVICES = DECLARED["services"]

# What the apache/kafka image needs: one variable of ours replaces all of its defaults.
KAFKA_VARIABLES = {
    "CLUSTER_ID",
    "KAFKA_NODE_ID",
    "KAFKA_PROCESS_ROLES",
    "KAFKA_CONTROLLER_QUORUM_VOTERS",
    "KAFKA_CONTROLLER_LISTENER_NAMES",
    "KAFKA_LISTENERS",
    "KAFKA_ADVERTISED_LISTENERS",
    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
    "KAFKA_INTER_BROKER_LISTENER_NAME",
    "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR",
    "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR",
    "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR",
    "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS",
    "KAFKA_LOG_DIRS",
}


def variables(service):
    return dict(re.findall(r"\$\{(\w+)(?::-([^}]*))?\}", yaml.safe_dump(SERVICES[service], width=100_000)))


@pytest.mark.parametrize("service", SERVICES)
class TestEveryService:
    def test_its_image_has_a_version(self, service):
        image = SERVICES[service]["image"]
        assert re.search(r":(v?\d+\.\d+\.\d+|\$\{ROTATIVE_TAG:-local\})$", image), image

    def test_its_ports_are_open_to_this_machine_alone(self, service):
        for port in SERVICES[service].get("ports", []):
            assert port.startswith("127.0.0.1:"), port

    def test_it_has_limits(self, service):
        assert {"mem_limit", "cpus", "pids_limit"} <= SERVICES[service].keys()

    def test_it_says_what_happens_when_it_ends(self, service):
        assert SERVICES[service]["restart"] in {"unless-stopped", "on-failure:5", "no"}

    def test_it_has_no_rights_it_does_not_need(self, service):
        assert SERVICES[service]["cap_drop"] == ["ALL"]
        assert SERVICES[service]["security_opt"] == ["no-new-privileges:true"]
        assert not SERVICES[service].keys() & {"privileged", "network_mode", "pid", "ipc", "devices", "user"}

    def test_its_log_does_not_fill_the_disk(self, service):
        assert SERVICES[service]["logging"]["options"] == {"max-size": "10m", "max-file": "3"}

    def test_it_mounts_nothing_of_the_host_to_write_to(self, service):
        for mount in SERVICES[service].get("volumes", []):
            source = mount.split(":")[0]
            assert source in DECLARED["volumes"] or mount.endswith(":ro"), mount
            assert "docker.sock" not in mount


def test_ours_cannot_write_to_their_root():
    for service in ("topics", "worker", "producer"):
        assert SERVICES[service]["read_only"] is True
        assert SERVICES[service]["tmpfs"]


def test_kafka_has_its_whole_configuration():
    environment = SERVICES["kafka"]["environment"]
    assert environment.keys() >= KAFKA_VARIABLES
    assert environment["KAFKA_AUTO_CREATE_TOPICS_ENABLE"] == "false"
    listeners = {each.split(":")[0] for each in environment["KAFKA_LISTENERS"].split(",")}
    mapped = {each.split(":")[0] for each in environment["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"].split(",")}
    advertised = {each.split(":")[0] for each in environment["KAFKA_ADVERTISED_LISTENERS"].split(",")}
    assert listeners == mapped == advertised | {environment["KAFKA_CONTROLLER_LISTENER_NAMES"]}


def test_kafka_keeps_its_data_on_the_volume():
    (mount,) = SERVICES["kafka"]["volumes"]
    assert mount == "kafka-data:" + SERVICES["kafka"]["environment"]["KAFKA_LOG_DIRS"]
    assert mount.split(":")[0] in DECLARED["volumes"]


def test_kafka_is_the_version_that_the_tests_run_against():
    assert SERVICES["kafka"]["image"] == f"apache/kafka:{kafka_version()}"


def test_kafka_is_asked_and_not_only_connected_to():
    assert "kafka-broker-api-versions.sh" in SERVICES["kafka"]["healthcheck"]["test"][1]


def test_workers_wait_for_a_healthy_kafka_and_for_the_topics():
    needed = SERVICES["worker"]["depends_on"]
    assert needed["kafka"]["condition"] == "service_healthy"
    assert needed["topics"]["condition"] == "service_completed_successfully"


def test_the_worker_can_be_scaled():
    assert "container_name" not in SERVICES["worker"]
    (port,) = SERVICES["worker"]["ports"]
    first, last = re.search(r":-(\d+)-(\d+)\}", port).groups()
    assert int(last) - int(first) == 9


def test_a_worker_has_time_to_finish_the_pages_it_holds():
    grace = int(SERVICES["worker"]["stop_grace_period"].removesuffix("s"))
    assert grace >= Settings.model_fields["drain_seconds"].default + 10


def test_only_extras_are_behind_profiles():
    behind = {name for name, service in SERVICES.items() if "profiles" in service}
    assert behind == {"kafka-ui", "producer"}


def test_nothing_stands_in_it_that_one_of_the_versions_refuses():
    text = FILE.read_text()
    assert not DECLARED.keys() & {"version", "name", "include", "configs"}
    for refused in ("start_interval", "develop:", "gpus:", "attach:", "post_start", "create_host_path", ":+"):
        assert refused not in text
    for service in SERVICES.values():
        for needed in service.get("depends_on", {}) if isinstance(service.get("depends_on"), dict) else ():
            assert service["depends_on"][needed].keys() == {"condition"}


def test_every_setting_of_a_container_of_ours_is_one_that_we_read():
    known = {f"ROTATIVE_{name.upper()}" for name in Settings.model_fields}
    for service in ("topics", "worker", "producer"):
        assert SERVICES[service]["environment"].keys() <= known


def test_the_example_file_lists_every_variable_with_its_default():
    listed = dict(re.findall(r"^#?(ROTATIVE_\w+)=(.*)$", (REPOSITORY / ".env.example").read_text(), re.MULTILINE))
    used = {}
    for service in SERVICES:
        used |= variables(service)
    del used["ROTATIVE_BROKER"]  # for a Kafka of one's own: deploy/foreign-kafka.yml
    assert listed == used


def test_the_settings_of_grafana_let_nobody_change_anything():
    environment = SERVICES["grafana"]["environment"]
    assert environment["GF_AUTH_ANONYMOUS_ORG_ROLE"] == "Viewer"
    assert environment["GF_AUTH_BASIC_ENABLED"] == "false"
    assert environment["GF_AUTH_DISABLE_LOGIN_FORM"] == "true"


@pytest.mark.parametrize("file", ["docker-compose.yml", "deploy/foreign-kafka.yml"])
def test_docker_compose_accepts_it_where_it_is_installed(file, request):
    commands = [["docker-compose"], ["docker", "compose"]]
    found = [
        command
        for command in commands
        if shutil.which(command[0])
        and subprocess.run([*command, "version"], capture_output=True, check=False).returncode == 0
    ]
    if not found:
        pytest.skip("neither docker-compose nor docker compose is installed")
    given = REPOSITORY / "deploy" / "foreign-kafka.env"
    if file.startswith("deploy/") and not given.exists():
        shutil.copy(f"{given}.example", given)
        request.addfinalizer(given.unlink)
    for command in found:
        done = subprocess.run(
            [*command, "-f", file, "config", "-q"], cwd=REPOSITORY, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), command


class TestDockerfile:
    lines = (REPOSITORY / "Dockerfile").read_text().splitlines()

    def test_the_base_image_has_a_version(self):
        (argument,) = [line for line in self.lines if line.startswith("ARG PYTHON_IMAGE=")]
        assert re.search(r"python:\d+\.\d+\.\d+-slim-\w+$", argument)

    def test_it_runs_as_a_user_without_rights(self):
        users = [line.split()[1] for line in self.lines if line.startswith("USER ")]
        assert users == ["10001:10001"]

    def test_what_is_installed_is_locked_with_hashes(self):
        installs = [line for line in self.lines if " install " in line]
        assert installs
        assert all("--require-hashes" in line or "/wheels/" in line for line in installs)
        for lock in ("requirements.lock", "deploy/build.lock"):
            text = (REPOSITORY / lock).read_text()
            assert text.count("--hash=sha256:") >= text.count("==")

    @pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
    def test_the_lock_has_all_that_the_project_needs(self, lock):
        declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["dependencies"]
        names = re.findall(r"^([A-Za-z0-9._-]+)==", (REPOSITORY / lock).read_text(), re.MULTILINE)
        locked = {canonicalize_name(name) for name in names}
        assert {canonicalize_name(Requirement(each).name) for each in declared} <= locked, "run `make lock`"

    def test_all_that_the_wheel_is_made_of_is_copied_and_let_through(self):
        build = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
        copied = {line.split()[1] for line in self.lines if line.startswith("COPY ")}
        let_through = (REPOSITORY / ".dockerignore").read_text().splitlines()
        for folder in (*build["packages"], *build["force-include"]):
            assert folder in copied
            assert f"!{folder}" in let_through

    def test_the_run_stage_fetches_nothing(self):
        begin = max(number for number, line in enumerate(self.lines) if line.startswith("FROM "))
        run_stage = "\n".join(self.lines[begin:])
        assert not re.search(r"apt-get|pip install|curl|wget", run_stage)

    def test_it_has_a_health_check_and_no_frontend_to_fetch(self):
        assert any(line.startswith("HEALTHCHECK ") for line in self.lines)
        assert not any(line.startswith("# syntax") for line in self.lines)

    def test_nothing_but_the_needed_files_goes_into_the_build(self):
        ignored = (REPOSITORY / ".dockerignore").read_text().splitlines()
        assert "*" in ignored
        assert not {"!.env", "!.git", "!."} & set(ignored)


def test_the_dashboard_asks_the_data_source_that_is_provisioned():
    sources = yaml.safe_load((REPOSITORY / "deploy/grafana/provisioning/datasources/prometheus.yml").read_text())
    known = {source["uid"] for source in sources["datasources"]}
    dashboard = json.loads((REPOSITORY / "deploy/grafana/dashboards/rotative.json").read_text())
    asked = {panel["datasource"]["uid"] for panel in dashboard["panels"] if "datasource" in panel}
    assert asked == known


def test_prometheus_asks_the_port_that_the_workers_serve():
    configuration = yaml.safe_load((REPOSITORY / "deploy/prometheus/prometheus.yml").read_text())
    (job,) = configuration["scrape_configs"]
    (found_by,) = job["dns_sd_configs"]
    assert found_by["names"] == ["worker"]
    assert found_by["port"] == Settings.model_fields["port"].default
    for rules in configuration["rule_files"]:
        assert (REPOSITORY / "deploy/prometheus" / rules).exists()


class TestForeignKafka:
    declared = yaml.safe_load((REPOSITORY / "deploy" / "foreign-kafka.yml").read_text())
    example = (REPOSITORY / "deploy" / "foreign-kafka.env.example").read_text()

    def test_it_starts_workers_and_no_kafka(self):
        assert self.declared["services"].keys() == {"worker", "topics"}

    def test_its_workers_are_guarded_as_ours_are(self):
        for service in self.declared["services"].values():
            assert service["read_only"] is True
            assert service["cap_drop"] == ["ALL"]
            assert {"mem_limit", "cpus", "pids_limit"} <= service.keys()
            assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
            assert all(mount.endswith(":ro") for mount in service["volumes"])

    def test_the_password_stands_in_a_file_and_nowhere_else(self):
        assert "PASSWORD=" not in self.example
        assert self.declared["services"]["worker"]["environment"]["ROTATIVE_SECRETS_DIR"] == "/run/secrets"

    def test_every_setting_of_the_example_is_one_that_we_read(self):
        known = {f"ROTATIVE_{name.upper()}" for name in Settings.model_fields}
        assert set(re.findall(r"^#?(ROTATIVE_\w+)=", self.example, re.MULTILINE)) <= known
