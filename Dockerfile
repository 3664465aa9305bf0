# The image of `rotative`, for workers and for one-shot commands alike. No `# syntax=` line: it would fetch a frontend.
ARG PYTHON_IMAGE=python:3.11.13-slim-bookworm

# --- build: everything that is needed to install, and nothing of it stays --------------------------------------------
FROM ${PYTHON_IMAGE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /build && python -m venv --without-pip /opt/rotative
WORKDIR /source

# The dependencies first, exactly as locked and nothing resolved anew: this layer stays until the lock changes.
COPY requirements.lock deploy/build.lock ./
RUN /build/bin/pip install --quiet --no-deps --require-hashes -r build.lock \
 && /build/bin/pip --python /opt/rotative/bin/python install --quiet --no-deps --require-hashes --only-binary :all: -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY pipeline pipeline
COPY agents agents
COPY samples samples
RUN /build/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /wheels . \
 && /build/bin/pip --python /opt/rotative/bin/python install --quiet --no-deps /wheels/*.whl \
 && rm -rf /opt/rotative/include

# --- run: Python, the installed package, a user without rights --------------------------------------------------------
FROM ${PYTHON_IMAGE}
LABEL org.opencontainers.image.title="rotative" \
      org.opencontainers.image.description="Raw press pages in Kafka to enriched articles out" \
      org.opencontainers.image.licenses="Apache-2.0"

# A page that got at a shell would find no installer.
RUN rm -rf /usr/local/lib/python3*/site-packages/pip* /usr/local/lib/python3*/site-packages/setuptools* \
      /usr/local/lib/python3*/site-packages/wheel* /usr/local/bin/pip* /usr/local/lib/python3*/ensurepip \
 && groupadd --gid 10001 rotative \
 && useradd --uid 10001 --gid 10001 --home-dir /tmp --no-create-home --shell /usr/sbin/nologin rotative
COPY --from=build /opt/rotative /opt/rotative
COPY deploy/healthcheck.py /opt/rotative/healthcheck.py

ENV PATH=/opt/rotative/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp \
    ROTATIVE_DATA_DIR=/tmp/rotative \
    ROTATIVE_WEB_HOST=0.0.0.0 \
    ROTATIVE_PORT=6066
USER 10001:10001
# The root file system may be read-only; /tmp is all that is written to.
WORKDIR /tmp
EXPOSE 6066
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["python", "-I", "/opt/rotative/healthcheck.py"]
ENTRYPOINT ["rotative"]
CMD ["worker"]
