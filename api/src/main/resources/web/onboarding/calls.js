// The conversation's calls. Answers come as Server-Sent Events, so that facts and screens change
// before the last word is there.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

/** Whether a language model can be asked at all. */
export const hasModel = meta("attune-model") === "true";

const placements = meta("attune-placements")
  .split(" ")
  .filter(Boolean)
  .map((id) => ({ id }));

const headers = { "Content-Type": "application/json" };
if (meta("attune-key")) headers.Authorization = `Bearer ${meta("attune-key")}`;

const ATTEMPTS = 4;

/** A server with too much to do says when to come again; what is asked is taken once in any case. */
async function ask(path, request) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(path, request);
    if (response.status !== 503 || attempt === ATTEMPTS) return response;
    const seconds = Number(response.headers.get("Retry-After")) || 1;
    await new Promise((later) => setTimeout(later, Math.min(seconds, 5) * 1000));
  }
}

async function post(path, body, accept) {
  const response = await ask(path, {
    method: "POST",
    headers: { ...headers, Accept: accept },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  throw await refusal(response);
}

/** What the server said against it; `kind` names it, e.g. unknown-session. */
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  const error = new Error(problem.detail || `The server answered ${response.status}.`);
  error.kind = (problem.type ?? "").split(":").pop();
  return error;
}

const NAME = "attune-anonymous-id";

/** Takes a new name next time. */
export function forget() {
  localStorage.removeItem(NAME);
}

/** A name for this browser, made by the server and kept here. */
async function anonymousId() {
  const kept = localStorage.getItem(NAME);
  if (kept) return kept;
  const response = await post("/v1/anonymous", {}, "application/json");
  const { anonymousId: made } = await response.json();
  localStorage.setItem(NAME, made);
  return made;
}

/** Starts a conversation or goes on with the last one. */
export async function open(model) {
  const body = { anonymousId: await anonymousId(), placements };
  if (model !== undefined) body.model = model;
  const response = await post("/v1/onboarding", body, "application/json");
  return response.json();
}

/** What was said so far. */
export async function look(session) {
  const response = await ask(`/v1/onboarding/${encodeURIComponent(session)}`, { headers });
  return response.ok ? response.json() : { lines: [] };
}

/**
 * Takes a turn and tells `hear(event, data)` of each event as it comes. A turn that breaks off is
 * sent once more under the same key and is then taken once.
 */
export async function take(session, turn, hear) {
  const key = unique();
  try {
    await taken(session, turn, hear, key);
  } catch (broken) {
    if (!(broken instanceof TypeError)) throw broken;
    await taken(session, turn, hear, key);
  }
}

/** Also where the page came over plain HTTP from another machine. */
function unique() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function taken(session, turn, hear, key) {
  const response = await ask(`/v1/onboarding/${encodeURIComponent(session)}/turns`, {
    method: "POST",
    headers: { ...headers, Accept: "text/event-stream", "Idempotency-Key": `"${key}"` },
    body: JSON.stringify({ ...turn, placements }),
  });
  if (!response.ok) throw await refusal(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    waiting += value;
    const events = waiting.split("\n\n");
    waiting = events.pop();
    events.forEach((event) => tell(event, hear));
  }
}

function tell(text, hear) {
  const fields = Object.fromEntries(
    text.split("\n").map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  if (fields.event) hear(fields.event, JSON.parse(fields.data));
}
