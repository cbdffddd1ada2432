// Draws the page. Words from people, rules and models only ever become text, never markup.

const find = (id) => document.getElementById(id);

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, press, className) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** Adds a line to the conversation and gives it back, so that words can be added to it. */
export function line(by, text) {
  const made = element("li", `line ${by}`);
  made.append(element("span", "", text));
  made.setAttribute("aria-label", `${by === "person" ? "You" : "Assistant"}: ${text}`);
  const lines = find("lines");
  lines.append(made);
  lines.scrollTop = lines.scrollHeight;
  return made;
}

/** Puts other words into a line. */
export function reword(made, text) {
  made.firstChild.textContent = text;
  made.setAttribute("aria-label", `Assistant: ${text}`);
  find("lines").scrollTop = find("lines").scrollHeight;
}

/** Shows the values that can be pressed. */
export function choices(ask, act) {
  const group = find("choices");
  group.replaceChildren();
  if (!ask) return;
  group.setAttribute("aria-label", `Quick answers: ${ask.label}`);
  const choose = (value) => act({ choose: { field: ask.field, value } });
  ask.choices.forEach((choice) => {
    group.append(button(choice.label, () => choose(choice.value)));
  });
  if (ask.others.length > 0) {
    const more = button("Something else", () => {
      const rest = ask.others.map((choice) => button(choice.label, () => choose(choice.value)));
      more.replaceWith(...rest);
      rest[0].focus();
    });
    group.append(more);
  }
}

/** Shows what is noted, each with its words. */
export function noted(answer, changed, act) {
  const list = find("noted");
  list.replaceChildren(...answer.noted.map((fact) => factItem(fact, answer.fields, changed, act)));
  find("nothing").hidden = answer.noted.length > 0;
}

function factItem(fact, fields, changed, act) {
  const item = element("li", changed.includes(fact.field) ? "fact fresh" : "fact");
  item.dataset.field = fact.field;
  item.append(element("div", "label", fact.label), element("div", "value", fact.text));
  if (fact.method === "choice") item.append(element("p", "hint", "You chose this."));
  else if (fact.quote) item.append(element("blockquote", "", `“${fact.quote}”`));
  const buttons = element("div", "buttons");
  const field = fields.find((one) => one.field === fact.field);
  const edit = button("Edit", () => {
    item.insertBefore(editor(field, fact, act, edit), buttons);
    edit.disabled = true;
    item.querySelector(".editor select, .editor input").focus();
  });
  edit.setAttribute("aria-label", `Edit ${fact.label}`);
  const remove = button("Remove", () => act({ remove: fact.field }));
  remove.setAttribute("aria-label", `Remove ${fact.label}`);
  buttons.append(edit, remove);
  item.append(buttons);
  return item;
}

function editor(field, fact, act, edit) {
  const form = element("form", "editor");
  const input = field.values.length > 0 ? select(field, fact) : element("input");
  if (field.values.length === 0) {
    input.type = field.type === "number" ? "number" : field.type === "date" ? "date" : "text";
    input.value = fact.value;
  }
  input.setAttribute("aria-label", fact.label);
  const save = element("button", "primary", "Save");
  const cancel = button("Cancel", () => {
    form.remove();
    edit.disabled = false;
    edit.focus();
  });
  form.append(input, save, cancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act({ choose: { field: field.field, value: written(field, input) } });
  });
  return form;
}

function select(field, fact) {
  const made = element("select");
  made.multiple = field.type === "many-of";
  const held = [fact.value].flat();
  field.values.forEach((one) => {
    const option = element("option", "", one.label);
    option.value = JSON.stringify(one.value);
    option.selected = held.includes(one.value);
    made.append(option);
  });
  return made;
}

function written(field, input) {
  if (field.values.length === 0) return field.type === "number" ? Number(input.value) : input.value;
  const values = [...input.selectedOptions].map((option) => JSON.parse(option.value));
  return field.type === "many-of" ? values : values[0];
}

/** The way to be content stands there once there is something to be content with. */
export function recap(isRecap) {
  document.querySelector("[data-move=finish]").hidden = !isRecap;
}

/** Shows the screens the facts shape. */
export function screens(decision) {
  find("screens").replaceChildren(...decision.placements.map(placement));
}

function placement(one) {
  const section = element("section", "placement");
  const title = one.id.split(".").pop().replaceAll("-", " ");
  section.append(element("h3", "", title[0].toUpperCase() + title.slice(1)));
  const cards = element("ul", "cards");
  const shown = one.choices.length > 0 ? one.choices : (one.fallback ?? []).map((content) => ({ content }));
  shown.forEach((choice) => cards.append(card(choice)));
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
  find("problem").hidden = text === "";
}

/** While an answer is on its way nothing can be pressed twice. */
export function busy(isBusy) {
  document.querySelector(".chat").setAttribute("aria-busy", String(isBusy));
  document.querySelectorAll(".chat button").forEach((one) => (one.disabled = isBusy));
}
