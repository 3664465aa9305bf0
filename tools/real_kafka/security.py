"""A Kafka that asks who you are: TLS on its client listener, SASL users, and rights by access control lists."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

STORE_PASSWORD = "only-for-tests"  # guards a key that lives as long as the test
MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER")

_MODULES = {
    "scram-sha-256": "org.apache.kafka.common.security.scram.ScramLoginModule required;",
    "scram-sha-512": "org.apache.kafka.common.security.scram.ScramLoginModule required;",
    # Kafka's own validator for unsigned tokens: it checks claims and times, not who made the token.
    "oauthbearer": (
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required "
        'unsecuredLoginStringClaim_sub="broker";'
    ),
}


@dataclass(frozen=True, slots=True)
class Security:
    """What the client listener asks of whoever connects."""

    users: Mapping[str, str] = field(default_factory=dict)
    """Names and passwords, for PLAIN and both SCRAM mechanisms. Empty: no SASL, TLS alone."""
    tls: bool = True
    access_control: bool = False
    """Deny what no access control list allows. The internal listener, which has no TLS and no SASL, may do all."""

    @property
    def protocol(self) -> str:
        """The security protocol as Kafka's clients name it."""
        if self.users:
            return "SASL_SSL" if self.tls else "SASL_PLAINTEXT"
        return "SSL" if self.tls else "PLAINTEXT"

    def properties(self, keystore: Path) -> dict[str, str]:
        """The broker's properties for all this."""
        properties: dict[str, str] = {}
        if self.tls:
            properties |= {
                "ssl.keystore.location": str(keystore),
                "ssl.keystore.password": STORE_PASSWORD,
                "ssl.keystore.type": "PKCS12",
            }
        if self.users:
            listing = " ".join(f'user_{name}="{password}"' for name, password in self.users.items())
            plain = f"org.apache.kafka.common.security.plain.PlainLoginModule required {listing};"
            properties["sasl.enabled.mechanisms"] = ",".join(MECHANISMS)
            for mechanism, module in {"plain": plain, **_MODULES}.items():
                properties[f"listener.name.client.{mechanism}.sasl.jaas.config"] = module
        if self.access_control:
            properties |= {
                "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                # Who comes in by the internal or the controller's listener, without a name.
                "super.users": "User:ANONYMOUS",
            }
        return properties

    def format_arguments(self) -> list[str]:
        """What `StorageTool format` needs, so that the SCRAM users exist from the first second."""
        return [
            argument
            for name, password in self.users.items()
            for mechanism in ("SCRAM-SHA-256", "SCRAM-SHA-512")
            for argument in ("--add-scram", f"{mechanism}=[name={name},password={password}]")
        ]


def make_keystore(java: str, folder: Path) -> tuple[Path, Path]:
    """A key for 127.0.0.1 with a certificate that vouches for itself: (keystore, certificate in PEM)."""
    keytool = Path(java).resolve().parent / "keytool"
    keystore, certificate = folder / "server.p12", folder / "ca.pem"
    common = ["-alias", "kafka", "-keystore", str(keystore), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD]
    _quietly(
        str(keytool),
        *("-genkeypair", *common, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"),
        *("-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-ext", "BC=ca:true"),
    )
    _quietly(str(keytool), "-exportcert", *common, "-rfc", "-file", str(certificate))
    return keystore, certificate


def client_context(certificate: Path) -> ssl.SSLContext:
    """A TLS context that trusts that certificate and no other."""
    return ssl.create_default_context(cafile=str(certificate))


def _quietly(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
