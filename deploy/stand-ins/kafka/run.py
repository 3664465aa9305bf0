"""What the apache/kafka image does at start: KAFKA_* variables to properties, format once, run the broker."""

import os
import subprocess
from pathlib import Path

# Variables of the image that are no broker properties.
NOT_PROPERTIES = {"KAFKA_HEAP_OPTS", "KAFKA_OPTS", "KAFKA_JVM_PERFORMANCE_OPTS", "KAFKA_LOG4J_OPTS"}


def property_name(variable: str) -> str:
    """`KAFKA_A_B__C___D` is `a.b_c-d`, as the image documents."""
    name = variable.removeprefix("KAFKA_").lower()
    return name.replace("___", "\0").replace("__", "\1").replace("_", ".").replace("\0", "-").replace("\1", "_")


def main() -> None:
    """Becomes the broker."""
    properties = Path("/opt/kafka/config/server.properties")
    properties.write_text(
        "".join(
            f"{property_name(name)}={value}\n"
            for name, value in os.environ.items()
            if name.startswith("KAFKA_") and name not in NOT_PROPERTIES
        )
    )
    java = ["java", *os.environ.get("KAFKA_HEAP_OPTS", "-Xmx1g").split(), "-cp", "/opt/kafka/libs/*"]
    store = ["--ignore-formatted", "-t", os.environ["CLUSTER_ID"], "-c", str(properties)]
    subprocess.run([*java, "kafka.tools.StorageTool", "format", *store], check=True)
    os.execvp("java", [*java, "kafka.Kafka", str(properties)])


if __name__ == "__main__":
    main()
