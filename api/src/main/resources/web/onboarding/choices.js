// The values that can be pressed instead of writing: three likely ones first, the others on demand.

import { button, element } from "./view.js";

/** Shows them for the open question; a question with several answers takes several. */
export function show(ask, several, held, act) {
  const group = document.getElementById("choices");
  group.replaceChildren();
  if (!ask || ask.choices.length === 0) return;
  group.setAttribute("aria-label", `Quick answers: ${ask.label}`);
  if (several) some(group, ask, held, act);
  else one(group, ask, act);
}

function one(group, ask, act) {
  const press = (choice) =>
    button(choice.label, () => act({ choose: { field: ask.field, value: choice.value } }));
  group.append(...ask.choices.map(press));
  group.append(...others(ask, press));
}

function some(group, ask, held, act) {
  const chosen = new Set(held);
  const take = button(
    "That's it",
    () => act({ choose: { field: ask.field, value: [...chosen] } }),
    "primary",
  );
  const count = () => (take.hidden = chosen.size === held.length);
  const toggle = (choice) => {
    const made = button(choice.label, () => {
      if (!chosen.delete(choice.value)) chosen.add(choice.value);
      made.setAttribute("aria-pressed", String(chosen.has(choice.value)));
      count();
    });
    made.setAttribute("aria-pressed", String(chosen.has(choice.value)));
    return made;
  };
  count();
  group.append(...ask.choices.map(toggle), ...others(ask, toggle), take);
  group.append(element("p", "hint", "You can press several."));
}

function others(ask, made) {
  if (ask.others.length === 0) return [];
  const more = button("Something else", () => {
    const rest = ask.others.map(made);
    more.replaceWith(...rest);
    rest[0].focus();
  });
  return [more];
}
