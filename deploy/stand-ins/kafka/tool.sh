#!/bin/sh
# Kafka's command-line tools, by the name they are called with.
case "$(basename "$0")" in
  kafka-broker-api-versions.sh) tool=org.apache.kafka.tools.BrokerApiVersionsCommand ;;
  kafka-topics.sh) tool=org.apache.kafka.tools.TopicCommand ;;
  *) echo "unknown tool $0" >&2; exit 2 ;;
esac
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -cp '/opt/kafka/libs/*' "$tool" "$@"
