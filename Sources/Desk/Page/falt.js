// Fields that write a head's keys and a text, and the work that klubba's commands do.
import { get, post } from "/skrivbord/server.js";
import { h, field, select, dialog, asksToWiden, nextID } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";
import { helped } from "/skrivbord/skrivhjalp.js";
import * as saving from "/skrivbord/sparande.js";

const fold = key => key.toLocaleLowerCase("sv").normalize("NFD").replace(/\p{M}/gu, "").replace(/[ _]/g, "-");

export const entry = (file, key) => file.head?.find(item => fold(item.key) === fold(key));

export function headField(file, key, label, options = {}) {
  const { kind, choices, empty, list } = options;
  const found = entry(file, key);
  const part = "head:" + fold(key);
  const waiting = saving.typed(file.path, part);
  let value = waiting ? waiting.value ?? "" : found ? found.value : "";
  const isPlain = typeof value === "string" || (Array.isArray(value) && value.every(item => typeof item === "string"));
  const faults = (file.problems || []).filter(problem => found && problem.line === found.line);
  if (!isPlain) {
    const shown = h("input", { value: JSON.stringify(value), readonly: true });
    return field(label, shown, faults);
  }
  if (list || Array.isArray(value)) return rowsField(file, key, label, part, found, asRows(value), options);
  let control;
  if (choices) control = select(value || empty || "", choices.map(([word, text]) => [word, t(text)]));
  else control = h("input", isDay(kind, value) ? { type: "date", value } : { value });
  control.dataset.del = part;
  const save = () => {
    const written = control.value.trim();
    if (choices && empty && written === empty && !found) return;
    saving.change(file.path, part, { head: found?.key || key, value: written || null }, t("{0} ändrad", label));
  };
  if (key === "synlighet") {
    let before = control.value;
    control.addEventListener("change", () => {
      const wanted = control.value;
      control.value = before;
      asksToWiden(before, wanted, () => { control.value = before = wanted; save(); });
    });
  } else {
    control.addEventListener(choices || control.type === "date" ? "change" : "input", save);
  }
  return field(label, control, faults);
}

const isDay = (kind, value) => kind === "date" && (!value || /^\d{4}-\d{2}-\d{2}$/.test(value));

// A list, or a text with commas that are not within brackets.
const asRows = value => Array.isArray(value) ? value : value.split(/,(?![^(]*\))/).map(item => item.trim()).filter(Boolean);

// One row a value. The first has the label's own name; the others are rows of it.
function rowsField(file, key, label, part, found, values, { kind }) {
  const faults = (file.problems || []).filter(problem => found && problem.line === found.line);
  const box = h("div", { class: "etikett rader-falt" });
  const all = [];
  const save = () => {
    const written = all.map(control => control.value.trim()).filter(Boolean);
    const value = !written.length ? null : written.length > 1 || written[0].includes(",") ? written : written[0];
    saving.change(file.path, part, { head: found?.key || key, value }, t("{0} ändrad", label));
  };
  const add = value => {
    const place = all.length;
    const control = h("input", { value, type: isDay(kind, value) ? "date" : null, "data-del": place ? `${part}:${place}` : part,
      "aria-label": place ? t("Rad {0}", place + 1) : null, "aria-describedby": place ? about : null });
    control.addEventListener(control.type === "date" ? "change" : "input", save);
    all.push(control);
    if (place) more.before(control); else more.before(field(label, control, faults));
    return control;
  };
  const about = nextID();
  const more = h("button", { type: "button", class: "liten", "aria-label": t("Ny rad"), "aria-describedby": about, onclick: () => add("").focus() }, "+");
  box.append(more, h("span", { id: about, hidden: true }, label));
  for (const value of values.length ? values : [""]) add(value);
  return box;
}

export function textField(file, size) {
  const waiting = saving.typed(file.path, "body");
  const area = h("textarea", { "aria-label": t("Text"), class: size, spellcheck: "true", lang: "sv", "data-del": "body" });
  area.value = waiting ? waiting.body : file.body;
  area.addEventListener("input", () => saving.change(file.path, "body", { body: area.value }, t("Texten ändrad")));
  return helped(area);
}

// One of klubba's commands, with its words as they come.
export async function work(title, request, after) {
  await saving.flush();
  const lines = h("pre", { tabindex: "0", role: "log", "aria-label": t("Vad kommandot säger") }, t("Arbetar …"));
  const box = dialog(title, null, lines, () => true);
  try {
    const { job } = await post("jobs", request);
    let state;
    do {
      await new Promise(done => setTimeout(done, 250));
      state = await get("jobs/" + job);
    } while (state.state === "running");
    lines.textContent = (state.lines.join("\n") || t("Klart.")) + (state.state === "failed" ? "\n\nDet gick inte (" + state.exit + ")." : "");
    if (state.files.length) box.querySelector("form").insertBefore(
      h("p", null, t("I webbplatsens mapp: {0}", state.files.join(", "))), box.querySelector(".knappar:last-of-type"));
    box.addEventListener("close", () => after?.());
    return state;
  } catch (fault) {
    lines.textContent = fault.message;
  }
}
