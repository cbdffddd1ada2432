// The conversation page: takes turns, and shows what came of them.

import { hasModel, look, open, take } from "./calls.js";
import * as view from "./view.js";

const say = document.getElementById("say");
const consent = document.getElementById("model");
let session = "";

async function start() {
  const opened = await open();
  session = opened.session;
  const before = await look(session);
  before.lines.forEach((one) => view.line(one.by, one.text));
  if (before.lines.length === 0) view.line("attune", opened.say);
  show(opened, []);
  document.getElementById("consent").hidden = !hasModel;
}

/** One turn from the press of a button to the last word of its answer. */
async function act(turn, words) {
  view.problem("");
  if (words) view.line("person", words);
  view.busy(true);
  let reply = null;
  let said = "";
  let changed = [];
  try {
    await take(session, turn, (event, data) => {
      if (event === "facts") changed = data.facts.map((fact) => fact.field);
      if (event === "decision") view.screens(data);
      if (event === "token") {
        said = data.replace ? data.text : said + data.text;
        if (reply) view.reword(reply, said);
        else reply = view.line("attune", said);
      }
      if (event === "done") {
        if (reply) view.reword(reply, data.say);
        else view.line("attune", data.say);
        show(data, changed);
      }
      if (event === "error") view.problem("That did not work. Please try again.");
    });
  } catch (failure) {
    view.problem(failure.message);
  } finally {
    view.busy(false);
    say.focus();
  }
}

function show(now, changed) {
  view.choices(now.ask, (turn) => act(turn, label(now.ask, turn)));
  view.noted(now, changed, (turn) => act(turn));
  view.recap(now.state === "recap");
  if (now.decision) view.screens(now.decision);
}

function label(ask, turn) {
  const all = [...ask.choices, ...ask.others];
  return all.find((choice) => choice.value === turn.choose.value)?.label ?? "";
}

document.getElementById("answer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = say.value.trim();
  if (text === "") return;
  say.value = "";
  act({ text }, text);
});

say.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  document.getElementById("answer").requestSubmit();
});

document.querySelectorAll("[data-move]").forEach((button) => {
  button.addEventListener("click", () => act({ [button.dataset.move]: true }, button.textContent));
});

consent.addEventListener("change", async () => {
  await open(consent.checked).catch((failure) => view.problem(failure.message));
});

start().catch((failure) => view.problem(failure.message));
