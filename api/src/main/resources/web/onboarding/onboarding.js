// The conversation page: takes turns, and shows what came of them.

import { forget, hasModel, look, open, take } from "./calls.js";
import * as choices from "./choices.js";
import * as noted from "./noted.js";
import * as view from "./view.js";

const say = document.getElementById("say");
const consent = document.getElementById("model");
let session = "";

async function start() {
  const opened = await open().catch((failure) => {
    if (failure.kind !== "person-erased") throw failure;
    forget();
    return open();
  });
  session = opened.session;
  document.getElementById("form").href = `/onboarding/form?session=${encodeURIComponent(session)}`;
  const before = await look(session);
  view.clear();
  before.lines.forEach((one) => view.line(one.by, one.text));
  show(opened, []);
  consent.checked = opened.model === true;
  document.getElementById("consent").hidden = !hasModel;
}

/** One turn from the press of a button to the last word of its answer. */
async function act(turn, words) {
  view.problem("");
  if (words) view.line("person", words);
  view.busy(true);
  const answer = new Answering();
  try {
    await take(session, turn, (event, data) => answer.hear(event, data));
  } catch (failure) {
    if (failure.kind === "unknown-session") await start().catch(() => {});
    view.problem(failure.message);
  } finally {
    view.busy(false);
  }
}

/** A turn from the answer box or beside it: the next word is the person's again. */
async function speak(turn, words) {
  await act(turn, words);
  say.focus();
}

/** A turn from a fact: whoever mends facts stays there. */
async function mend(turn) {
  await act(turn);
  noted.focus(turn.remove ?? turn.choose.field);
}

/** Shows an answer while it comes. */
class Answering {
  line = null;
  said = "";
  changed = [];

  hear(event, data) {
    if (event === "facts") this.changed = data.facts.map((fact) => fact.field);
    if (event === "decision") view.screens(data);
    if (event === "token") this.words(data.replace ? data.text : this.said + data.text);
    if (event === "done") {
      this.words(data.say);
      show(data, this.changed);
    }
    if (event === "error") view.problem("That did not work. Please try again.");
  }

  words(text) {
    this.said = text;
    if (this.line) view.reword(this.line, text);
    else this.line = view.line("attune", text);
  }
}

function show(now, changed) {
  const several = now.fields.find((one) => one.field === now.ask?.field)?.type === "many-of";
  const held = now.noted.find((one) => one.field === now.ask?.field)?.value ?? [];
  choices.show(now.ask, several, several ? held : [], (turn) => speak(turn, label(now.ask, turn)));
  noted.show(now, changed, mend);
  view.recap(now.state === "recap");
  view.question(Boolean(now.ask));
  if (now.decision) view.screens(now.decision);
}

function label(ask, turn) {
  const chosen = [turn.choose.value].flat();
  return [...ask.choices, ...ask.others]
    .filter((choice) => chosen.includes(choice.value))
    .map((choice) => choice.label)
    .join(", ");
}

document.getElementById("answer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = say.value.trim();
  if (text === "" || document.getElementById("send").disabled) return;
  say.value = "";
  speak({ text }, text);
});

say.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  document.getElementById("answer").requestSubmit();
});

document.querySelectorAll("[data-move]").forEach((button) => {
  button.addEventListener("click", () => speak({ [button.dataset.move]: true }, button.textContent));
});

consent.addEventListener("change", async () => {
  await open(consent.checked).catch((failure) => view.problem(failure.message));
});

start().catch((failure) => view.problem(failure.message));
