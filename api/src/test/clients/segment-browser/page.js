// Segment's browser SDK as the README says to call it, on a page of another origin than Attune's.
import { AnalyticsBrowser } from "@segment/analytics-next";

const { host, key, person, proof, strategy } = Object.fromEntries(new URLSearchParams(location.search));
const analytics = AnalyticsBrowser.load(
  { writeKey: key, cdnURL: `http://${host}` },
  {
    integrations: {
      "Segment.io": {
        apiHost: `${host}/v1`,
        protocol: "http",
        deliveryStrategy: { strategy, config: { headers: { "attune-proof": proof } } },
      },
    },
  },
);
analytics.identify(person, { role: "marketer" });
analytics.track("document.created", { documentId: "one" });
analytics.track("document.edited", { documentId: "one" }).then(async () => {
  window.visitor = (await analytics.user()).anonymousId();
  window.sent = true;
});
