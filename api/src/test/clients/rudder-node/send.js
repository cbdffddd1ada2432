// RudderStack's Node SDK as its users call it: packed batches under a form's content type.
const RudderAnalytics = require("@rudderstack/rudder-sdk-node");

const [host, writeKey, userId] = process.argv.slice(2);
const analytics = new RudderAnalytics(writeKey, { dataPlaneUrl: host, flushAt: 20, gzip: true });
analytics.identify({ userId, traits: { role: "marketer" } });
analytics.track({ userId, event: "document.created", properties: { documentId: "100 % & more = long" } });
analytics.track({ userId, event: "document.edited", properties: { documentId: "100 % & more = long" } });
analytics.flush((error) => {
  if (error) console.error(error);
  process.exit(error ? 1 : 0);
});
