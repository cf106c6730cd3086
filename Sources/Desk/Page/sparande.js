// Saves by itself. Until the server has answered, what was written also lies in the browser's own storage.
import { post, Refused } from "/skrivbord/server.js";
import { dialog, h } from "/skrivbord/delar.js";

const files = new Map();
let timer = null;
let running = null;
let site = "";

export function begin(name) { site = "klubba:" + name + ":"; }

// What a view has read; changes are made from it.
export function opened(file) {
  const waiting = files.get(file.path);
  if (waiting && waiting.edits.size) return;
  files.set(file.path, { version: file.version, edits: new Map(), label: "" });
  const kept = localStorage.getItem(site + file.path);
  if (!kept) return;
  const { version, edits, label } = JSON.parse(kept);
  files.set(file.path, { version, edits: new Map(edits), label });
  schedule(10);
}

// What has been typed of a part and is not saved yet; undefined where nothing is.
export const typed = (path, part) => files.get(path)?.edits.get(part);

export function change(path, part, edit, label) {
  const file = files.get(path);
  if (!file) return;
  file.edits.set(part, edit);
  file.label = label || "Sparat";
  keep(path, file);
  show("Sparar …");
  schedule(1000);
}

function keep(path, file) {
  if (file.edits.size) {
    localStorage.setItem(site + path, JSON.stringify({ version: file.version, edits: [...file.edits], label: file.label }));
  } else {
    localStorage.removeItem(site + path);
  }
}

function schedule(time) {
  clearTimeout(timer);
  timer = setTimeout(flush, time);
}

export function show(text, isFault) {
  const place = document.getElementById("sparlage");
  if (place.textContent !== text) place.textContent = text;
  place.classList.toggle("fel", Boolean(isFault));
}

export const isWaiting = () => [...files.values()].some(file => file.edits.size);

export async function flush() {
  clearTimeout(timer);
  if (running) {
    await running;
    if (!isWaiting()) return;
  }
  running = send();
  try { await running; } finally { running = null; }
}

async function send() {
  for (const [path, file] of files) {
    if (!file.edits.size) continue;
    const sent = [...file.edits];
    const texts = sent.filter(([part]) => part === "text");
    const change = texts.length
      ? { path, base: file.version, text: texts[0][1] }
      : { path, base: file.version, edits: sent.map(([, edit]) => edit) };
    try {
      show("Sparar …");
      const answer = await post("save", { changes: [change], label: file.label });
      file.version = answer.saved[0]?.version ?? file.version;
      // What was typed meanwhile is saved next.
      for (const [part, edit] of sent) if (file.edits.get(part) === edit) file.edits.delete(part);
      keep(path, file);
      if (file.edits.size) schedule(300); else show("Sparat");
      document.dispatchEvent(new CustomEvent("sparat", { detail: { path, problems: answer.problems } }));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      if (fault.status === 409 && fault.body.conflicts) { await choose(path, file, fault.body.conflicts[0]); continue; }
      if (fault.status === 0) {
        show("Skrivbordet svarar inte. Din text ligger kvar här.", true);
        schedule(2000);
      } else if (fault.status === 401) {
        show("Skrivbordet är låst. Starta det igen med ikonen eller klubba desk.", true);
      } else {
        show("Inte sparat: " + fault.message, true);
      }
    }
  }
}

// A conflict is a choice, never a loss.
function choose(path, file, conflict) {
  show("Inte sparat", true);
  return new Promise(done => {
    const text = h("textarea", { "aria-label": "Text", spellcheck: "true", lang: "sv" });
    text.value = conflict.both;
    const take = async value => {
      file.edits.clear();
      file.version = conflict.version;
      if (value !== null) file.edits.set("text", value);
      keep(path, file);
      box.close();
      if (value === null) document.dispatchEvent(new CustomEvent("hämta", { detail: path }));
      done();
      if (value !== null) schedule(10); else show("Sparat");
    };
    const both = h("div", { hidden: true, class: "inne" }, h("p", null, "Se över texten innan den sparas."), text,
      h("p", null, h("button", { type: "button", class: "stor", onclick: () => take(text.value) }, "Spara texten")));
    const box = h("dialog", { "aria-label": "Filen har ändrats utanför skrivbordet" }, h("div", { class: "inne" },
      h("h2", null, "Filen har ändrats utanför skrivbordet"),
      h("p", null, path),
      h("p", { class: "knappar" },
        h("button", { type: "button", onclick: () => take(conflict.mine) }, "Behåll min"),
        h("button", { type: "button", onclick: () => take(null) }, "Ta den på disken"),
        h("button", { type: "button", onclick: () => { both.hidden = false; text.focus(); } }, "Visa båda")),
      both));
    box.addEventListener("close", () => { box.remove(); done(); });
    document.body.append(box);
    box.showModal();
  });
}

addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
document.addEventListener("focusout", event => { if (event.target.matches?.("input, textarea, select") && isWaiting()) flush(); });
addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); flush(); }
});
