// The CloudEvents SDK in the three modes of its HTTP binding: binary, structured, batched.
import { CloudEvent, HTTP, emitterFor, httpTransport, Mode } from "cloudevents";

const [host, key, subject] = process.argv.slice(2);
const event = (type, id, data) => new CloudEvent({ type, id, source: "/editor", subject, data });
const authorization = { headers: { authorization: `Bearer ${key}` } };

const transport = httpTransport(`${host}/v1/events`);
await emitterFor(transport, { mode: Mode.BINARY })(
  event("document.created", "1", { documentId: "100 % größer" }),
  authorization,
);
await emitterFor(transport, { mode: Mode.STRUCTURED })(event("document.edited", "2"), authorization);

const batch = await fetch(`${host}/v1/events`, {
  method: "POST",
  headers: { ...authorization.headers, "content-type": "application/cloudevents-batch+json" },
  body: JSON.stringify([event("document.edited", "2"), event("tone.applied", "3")]),
});
if (!batch.ok) throw new Error(await batch.text());
