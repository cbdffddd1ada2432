// Segment's Node SDK as its users call it: identify, two events, flush.
import { Analytics } from "@segment/analytics-node";

const [host, writeKey, userId] = process.argv.slice(2);
const analytics = new Analytics({ host, writeKey, maxEventsInBatch: 10 });
analytics.on("error", (error) => {
  console.error(error);
  process.exitCode = 1;
});
analytics.identify({ userId, traits: { role: "marketer" } });
analytics.track({ userId, event: "document.created", properties: { documentId: "one" } });
analytics.track({ userId, event: "document.edited", properties: { documentId: "one" } });
await analytics.closeAndFlush();
