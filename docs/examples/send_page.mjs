// Sends one page to the raw topic. Needs `npm install kafkajs`.
//
// node send_page.mjs page.html https://presse.example/2024/03/12/claire-dumas

import { readFile } from "node:fs/promises";
import { Kafka, logLevel } from "kafkajs";

const broker = process.env.ROTATIVE_BROKER ?? "127.0.0.1:9092";
const topic = `${process.env.ROTATIVE_TOPIC_PREFIX ?? "news"}.raw`;
const [path, url] = process.argv.slice(2);

const kafka = new Kafka({ clientId: "example", brokers: broker.split(","), logLevel: logLevel.ERROR });
const producer = kafka.producer({ allowAutoTopicCreation: false });

await producer.connect();
try {
  const [sent] = await producer.send({
    topic,
    acks: -1, // the page is safe when send returns
    messages: [
      {
        key: new URL(url).hostname,
        value: await readFile(path), // a Buffer, as fetched: no decoding
        headers: {
          url,
          "content-type": "text/html",
          "fetched-at": new Date().toISOString(),
          source: "example",
        },
      },
    ],
  });
  console.log(`${topic} ${sent.partition}:${sent.baseOffset}`);
} finally {
  await producer.disconnect();
}
