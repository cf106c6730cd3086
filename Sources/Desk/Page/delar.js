// What views are made of. Texts become text; nothing is ever read as HTML.
import { t } from "/skrivbord/sprak.js";

export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (["value", "checked", "disabled", "selected"].includes(key)) element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

let count = 0;
export const nextID = () => "f" + ++count;

export function field(label, control, problems) {
  control.id = control.id || nextID();
  const box = h("div", { class: "etikett" }, h("label", { for: control.id }, h("span", null, t(label))), control);
  showFaults(control, problems);
  return box;
}

// What is wrong with a field stands under it, and goes when it is right.
export function showFaults(control, problems) {
  const box = control.closest(".etikett");
  if (!box) return;
  for (const old of box.querySelectorAll(":scope > .fel")) old.remove();
  const faults = (problems || []).map(problem => h("span", { class: "fel", id: nextID() }, problem.text));
  if (!faults.length) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
    return;
  }
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", faults.map(fault => fault.id).join(" "));
  box.append(...faults);
}

export function region(title, ...children) {
  const heading = h("h2", { id: nextID() }, t(title));
  return h("section", { "aria-labelledby": heading.id }, heading, children);
}

export function select(value, choices, attributes) {
  const all = choices.some(([word]) => word === value) ? choices : [[value, value], ...choices];
  return h("select", attributes, all.map(([word, text]) => h("option", { value: word, selected: word === value }, text)));
}

export const VISIBILITIES = () => [
  ["offentlig", t("Offentligt")], ["ledamöter", t("Endast ledamöter")], ["sekretess", t("Sekretess")], ["utkast", t("Utkast")],
];
const SIGNS = { offentlig: "○", ledamöter: "◐", sekretess: "●", utkast: "✎" };

export function visibility(word) {
  // Where the head cannot be read nobody knows.
  if (!word) return h("span", { class: "marke" }, "? " + t("Oklart vem som ser"));
  const text = (VISIBILITIES().find(([known]) => known === word) || [word, word])[1];
  return h("span", { class: "marke " + word }, (SIGNS[word] || "?") + " " + text);
}

const ORDER = ["utkast", "sekretess", "ledamöter", "offentlig"];

// Asks once before somebody more may read it.
export function asksToWiden(before, wanted, yes) {
  if (ORDER.indexOf(wanted) <= ORDER.indexOf(before)) return yes();
  const who = wanted === "offentlig" ? t("Alla kan läsa det när webbplatsen publiceras.")
    : wanted === "ledamöter" ? t("Ledamöterna kan läsa det.") : t("Bara diarienumret och att det är ett sekretessärende syns.");
  dialog(t("Visa för fler?"), t("Ja, visa"), h("p", null, who), yes);
}

const STEPS = { klart: "✓", pågår: "◐", kvar: "○", försenat: "!" };

// Each missing thing is one line with the button or the link that does it.
export function checklist(steps, act, page) {
  return h("ol", { class: "steg", "aria-label": t("Vad återstår") }, steps.map(step =>
    h("li", null,
      h("span", { class: "tecken " + step.state, "aria-hidden": "true" }, STEPS[step.state]),
      h("div", null,
        h("strong", null, step.title), " ", h("span", { class: step.state }, t(step.state)),
        step.due && step.state !== "klart" ? h("span", { class: "lugn" }, " " + t("senast {0}", step.due)) : null,
        step.missing.length && step.state !== "klart"
          ? h("ul", null, step.missing.map(missing => h("li", null,
              missing.path || page ? h("a", { href: missing.path ? address(missing.path) : page }, missing.text) : missing.text,
              missing.action && act && act[missing.action]
                ? h("button", { type: "button", class: "liten", onclick: act[missing.action][1] }, act[missing.action][0])
                : null)))
          : null))));
}

export function address(path) {
  const parts = path.split("/");
  if (path.startsWith("content/moten/") && path.endsWith(".protokoll.md")) {
    return "/protokoll/" + encodeURIComponent(parts[2].slice(0, -13));
  }
  if (path.startsWith("content/moten/") && parts.length === 3 && path.endsWith(".md")) {
    return "/mote/" + encodeURIComponent(parts[2].slice(0, -3));
  }
  if (path.startsWith("content/arenden/") && (parts.length === 3 || parts[3] === "arende.md")) {
    return "/arende/" + encodeURIComponent(parts[2].replace(/\.md$/, ""));
  }
  return "/fil/" + path.split("/").map(encodeURIComponent).join("/");
}

// Each is a link to the field, the § or the line that it is about.
export function problems(list) {
  return region(t("Att rätta"), list.length
    ? h("ul", { class: "rader" }, list.slice(0, 200).map(problem => h("li", null,
        h("span", { class: "vaxer" },
          h("a", { href: address(problem.path) + "#rad-" + problem.line }, problem.text), " ",
          h("span", { class: "lugn" }, t("{0}, rad {1} ({2})", problem.path, problem.line, problem.code))),
        h("span", { class: "marke" }, problem.severity === "error" ? t("Fel") : t("Varning")))))
    : h("p", { class: "lugn" }, t("Inget att rätta.")));
}

export function dialog(title, main, content, done) {
  const heading = h("h2", { id: nextID() }, t(title));
  const fault = h("p", { class: "fel", role: "alert" });
  const box = h("dialog", { "aria-labelledby": heading.id },
    h("form", { method: "dialog", onsubmit: async event => {
      event.preventDefault();
      try {
        if ((await done()) !== false) box.close();
      } catch (error) {
        fault.textContent = error.message;
      }
    } }, heading, content, fault,
      h("p", { class: "knappar" }, main ? h("button", { class: "stor" }, main) : null,
        h("button", { type: "button", onclick: () => box.close() }, main ? t("Avbryt") : t("Stäng")))));
  const before = document.activeElement;
  box.addEventListener("close", () => { box.remove(); before?.focus?.(); });
  document.body.append(box);
  box.showModal();
  return box;
}

let timer;
export function say(text) {
  const place = document.getElementById("besked");
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { place.textContent = ""; }, 6000);
}
