// Draws the page. Words from people, rules and models only ever become text, never markup.

const find = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function button(text, press, className) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** Adds a line to the conversation and gives it back, so that words can be added to it. */
export function line(by, text) {
  const made = element("li", `line ${by}`);
  made.append(element("span", "unseen", by === "person" ? "You: " : "Assistant: "));
  made.append(element("span", "words", text));
  find("lines").append(made);
  toTheEnd();
  return made;
}

/** Puts other words into a line. */
export function reword(made, text) {
  made.lastChild.textContent = text;
  toTheEnd();
}

/** Starts the conversation anew on the screen. */
export function clear() {
  find("lines").replaceChildren();
}

function toTheEnd() {
  find("lines").scrollTop = find("lines").scrollHeight;
}

/** The way to be content stands there once there is something to be content with. */
export function recap(isRecap) {
  document.querySelector("[data-move=finish]").hidden = !isRecap;
}

/** Skipping and asking why are for a question. */
export function question(isOpen) {
  ["skip", "why"].forEach((move) => {
    document.querySelector(`[data-move=${move}]`).hidden = !isOpen;
  });
}

/** Shows the screens the facts shape, and says in one sentence what they are when they change. */
export function screens(decision) {
  find("screens").replaceChildren(...decision.placements.map(placement));
  const news = decision.placements
    .map((one) => `${titleOf(one)}: ${shown(one).map((choice) => choice.content.title).join(", ")}`)
    .join(". ");
  if (find("news").textContent !== news) find("news").textContent = news;
}

function shown(placement) {
  return placement.choices.length > 0
    ? placement.choices
    : (placement.fallback ?? []).map((content) => ({ content }));
}

function titleOf(placement) {
  const title = placement.id.split(".").pop().replaceAll("-", " ");
  return title[0].toUpperCase() + title.slice(1);
}

function placement(one) {
  const section = element("section", "placement");
  section.append(element("h3", "", titleOf(one)));
  const cards = element("ul", "cards");
  shown(one).forEach((choice) => cards.append(card(choice)));
  section.append(cards);
  return section;
}

function card(choice) {
  const made = element("li", "card");
  made.append(element("h4", "", choice.content.title ?? choice.action));
  if (choice.content.body) made.append(element("p", "", choice.content.body));
  if (choice.because) made.append(element("p", "because", `Why this: ${choice.because}`));
  return made;
}

/** Says what went wrong, or nothing. */
export function problem(text) {
  find("problem").textContent = text;
}

/** While an answer is on its way nothing can be pressed twice, and the log is read out when it is whole. */
export function busy(isBusy) {
  document.querySelector(".chat").setAttribute("aria-busy", String(isBusy));
  find("lines").setAttribute("aria-busy", String(isBusy));
  document.querySelectorAll("main button").forEach((one) => (one.disabled = isBusy));
}
