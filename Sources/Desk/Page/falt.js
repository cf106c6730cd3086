// Fields that write a head's keys and a text, and the work that klubba's commands do.
import { get, post } from "/skrivbord/server.js";
import { h, field, select, dialog } from "/skrivbord/delar.js";
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
  const isList = Array.isArray(value) || list;
  const text = Array.isArray(value) ? value.join(", ") : value;
  let control;
  if (choices) control = select(text || empty || "", choices);
  else if (kind === "date" && (!text || /^\d{4}-\d{2}-\d{2}$/.test(text))) control = h("input", { type: "date", value: text });
  else control = h("input", { value: text });
  control.dataset.del = part;
  const save = () => {
    const written = control.value.trim();
    const isLeft = choices && empty && written === empty && !found;
    if (isLeft) return;
    const parts = isList ? written.split(",").map(item => item.trim()).filter(Boolean) : null;
    const next = !written ? null : isList && parts.length > 1 ? parts : written;
    saving.change(file.path, part, { head: found?.key || key, value: next }, label + " ändrad");
  };
  if (key === "synlighet") {
    let before = control.value;
    control.addEventListener("change", () => {
      const widens = ["utkast", "sekretess", "ledamöter", "offentlig"];
      if (widens.indexOf(control.value) <= widens.indexOf(before)) { before = control.value; return save(); }
      const wanted = control.value;
      control.value = before;
      const who = wanted === "offentlig" ? "Alla kan läsa det när webbplatsen publiceras." : wanted === "ledamöter" ? "Ledamöterna kan läsa det." : "Bara diarienumret och att det är ett sekretessärende syns.";
      dialog("Visa för fler?", "Ja, visa", h("p", null, who), () => { control.value = before = wanted; save(); });
    });
  } else {
    control.addEventListener(choices || control.type === "date" ? "change" : "input", save);
  }
  return field(label, control, faults);
}

export function textField(file, size) {
  const waiting = saving.typed(file.path, "body");
  const area = h("textarea", { "aria-label": "Text", class: size, spellcheck: "true", lang: "sv", "data-del": "body" });
  area.value = waiting ? waiting.body : file.body;
  area.addEventListener("input", () => saving.change(file.path, "body", { body: area.value }, "Texten ändrad"));
  // The browser's own undo takes back what the buttons put in.
  const put = (before, after, isLine) => {
    area.focus();
    let { selectionStart: start, selectionEnd: end, value } = area;
    if (isLine) start = value.lastIndexOf("\n", start - 1) + 1;
    const chosen = value.slice(start, end);
    area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, before + chosen + after)) {
      area.setRangeText(before + chosen + after, start, end, "end");
      area.dispatchEvent(new Event("input"));
    }
    const place = start + before.length + chosen.length;
    area.setSelectionRange(place, place);
  };
  const button = (name, before, after, isLine) => h("button", { type: "button", class: "liten", onclick: () => put(before, after, isLine) }, name);
  return h("div", { class: "inne" },
    h("p", { class: "knappar", role: "group", "aria-label": "Skrivhjälp" },
      button("Fet", "**", "**"), button("Kursiv", "*", "*"), button("Rubrik", "## ", "", true), button("Lista", "- ", "", true),
      button("Länk", "[", "](https://)"), button("Att-sats", "- **att** ", "", true)),
    area);
}

// One of klubba's commands, with its words as they come.
export async function work(title, request, after) {
  await saving.flush();
  const lines = h("pre", { tabindex: "0", role: "log", "aria-label": "Vad kommandot säger" }, "Arbetar …");
  const box = dialog(title, null, lines, () => true);
  try {
    const { job } = await post("jobs", request);
    let state;
    do {
      await new Promise(done => setTimeout(done, 250));
      state = await get("jobs/" + job);
    } while (state.state === "running");
    lines.textContent = (state.lines.join("\n") || "Klart.") + (state.state === "failed" ? "\n\nDet gick inte (" + state.exit + ")." : "");
    box.querySelector(".knappar button").textContent = "Stäng";
    box.addEventListener("close", () => after?.());
    return state;
  } catch (fault) {
    lines.textContent = fault.message;
  }
}
