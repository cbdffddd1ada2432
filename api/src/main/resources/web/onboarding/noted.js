// What is noted: each fact with the words it came from, to change and to remove.

import { button, element } from "./view.js";

/** Shows the facts; those just changed stand out. */
export function show(answer, changed, act) {
  const list = document.getElementById("noted");
  list.replaceChildren(...answer.noted.map((fact) => item(fact, answer.fields, changed, act)));
  document.getElementById("nothing").hidden = answer.noted.length > 0;
}

/** Puts the focus on a fact's first button, or on the heading once the fact is gone. */
export function focus(field) {
  const edit = document.querySelector(`[data-field="${CSS.escape(field)}"] .buttons button`);
  (edit ?? document.getElementById("noted-title")).focus();
}

function item(fact, fields, changed, act) {
  const made = element("li", changed.includes(fact.field) ? "fact fresh" : "fact");
  made.dataset.field = fact.field;
  made.append(element("div", "label", fact.label), element("div", "value", fact.text));
  made.append(source(fact));
  const buttons = element("div", "buttons");
  const field = fields.find((one) => one.field === fact.field);
  const edit = button("Edit", () => {
    made.insertBefore(editor(field, fact, act, edit), buttons);
    edit.disabled = true;
    made.querySelector(".editor select, .editor input").focus();
  });
  edit.setAttribute("aria-label", `Edit ${fact.label}`);
  const remove = button("Remove", () => act({ remove: fact.field }));
  remove.setAttribute("aria-label", `Remove ${fact.label}`);
  buttons.append(edit, remove);
  made.append(buttons);
  return made;
}

function source(fact) {
  if (fact.method === "choice") return element("p", "hint", "You chose this.");
  if (!fact.quote) return element("p", "hint", "Known from before.");
  return element("blockquote", "", `“${fact.quote}”`);
}

function editor(field, fact, act, edit) {
  const form = element("form", "editor");
  const input = inputFor(field, fact);
  const save = element("button", "primary", "Save");
  const cancel = button("Cancel", () => {
    form.remove();
    edit.disabled = false;
    edit.focus();
  });
  form.append(input, save, cancel);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel.click();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const value = written(field, form);
    act(isNothing(value) ? { remove: fact.field } : { choose: { field: field.field, value } });
  });
  return form;
}

function isNothing(value) {
  return value === "" || value === null || (Array.isArray(value) && value.length === 0);
}

function inputFor(field, fact) {
  if (field.type === "many-of") return boxes(field, fact);
  const made = field.values.length > 0 ? select(field, fact) : typed(field, fact);
  made.setAttribute("aria-label", fact.label);
  return made;
}

function boxes(field, fact) {
  const group = element("fieldset");
  group.append(element("legend", "unseen", fact.label));
  field.values.forEach((one) => {
    const label = element("label");
    const box = element("input");
    box.type = "checkbox";
    box.value = JSON.stringify(one.value);
    box.checked = fact.value.includes(one.value);
    label.append(box, ` ${one.label}`);
    group.append(label);
  });
  return group;
}

function select(field, fact) {
  const made = element("select");
  field.values.forEach((one) => {
    const option = element("option", "", one.label);
    option.value = JSON.stringify(one.value);
    option.selected = fact.value === one.value;
    made.append(option);
  });
  return made;
}

function typed(field, fact) {
  const made = element("input");
  made.type = field.type === "number" ? "number" : field.type === "date" ? "date" : "text";
  if (field.type === "number") Object.assign(made, { min: 0, step: "any" });
  else made.maxLength = 200;
  made.value = fact.value;
  return made;
}

function written(field, form) {
  if (field.type === "many-of") {
    return [...form.querySelectorAll("input:checked")].map((box) => JSON.parse(box.value));
  }
  const select = form.querySelector("select");
  if (select) return JSON.parse(select.value);
  const { value } = form.querySelector("input");
  return field.type === "number" && value !== "" ? Number(value) : value;
}
