"""Rights by access control list, given as a client of Kafka gives them: in milliseconds, without Kafka's own tool."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from aiokafka.conn import create_conn
from aiokafka.errors import for_code
from aiokafka.protocol.admin import CreateAclsRequest

# The protocol's numbers.
KINDS = {"topic": 2, "group": 3, "cluster": 4}
OPERATIONS = {"Read": 3, "Write": 4, "Create": 5, "Delete": 6, "Alter": 7, "Describe": 8, "DescribeConfigs": 10}
LITERAL, PREFIXED = 3, 4
ALLOW = 3


@dataclass(frozen=True, slots=True)
class Right:
    """What a user may do with one topic or group, or with all whose names begin so."""

    user: str
    operations: tuple[str, ...]
    name: str
    kind: Literal["topic", "group", "cluster"] = "topic"
    prefixed: bool = False


async def grant(address: str, rights: Iterable[Right]) -> None:
    """Adds the rights at a listener that may; aiokafka's error where the broker refuses one."""
    host, port = address.rsplit(":", 1)
    connection = await create_conn(host, int(port))
    try:
        for right in rights:
            for operation in right.operations:
                request = CreateAclsRequest(
                    resource_type=KINDS[right.kind],
                    resource_name=right.name,
                    resource_pattern_type_filter=PREFIXED if right.prefixed else LITERAL,
                    principal=f"User:{right.user}",
                    host="*",
                    operation=OPERATIONS[operation],
                    permission_type=ALLOW,
                )
                response = await connection.send(request)
                for code, message in response.creation_responses:
                    if code != 0:
                        raise for_code(code)(message)
    finally:
        connection.close()
