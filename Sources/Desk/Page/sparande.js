// Saves by itself. Until the server has answered, what was written also lies in the browser's own storage.
import { get, post, Refused } from "/skrivbord/server.js";
import { h, say } from "/skrivbord/delar.js";

const files = new Map();
let timer = null;
let running = null;
let site = "";

import { t, locale } from "/skrivbord/sprak.js";

export function begin(name) { site = "klubba:" + name + ":"; }

// What a view has read; changes are made from it. `bases` has, of each part that waits, the version that its field was
// filled from; `own` the version that holds what was saved of a part since the view was drawn.
export function opened(file) {
  const waiting = files.get(file.path);
  if (waiting && waiting.edits.size) return;
  const fresh = { version: file.version, edits: new Map(), bases: new Map(), own: new Map(), refused: new Map(), label: "", isBehind: false };
  files.set(file.path, fresh);
  const kept = localStorage.getItem(site + file.path);
  if (!kept) return;
  const { version, edits, bases, label } = JSON.parse(kept);
  fresh.edits = new Map(edits);
  fresh.bases = new Map(bases || edits.map(([part]) => [part, version]));
  fresh.label = label;
  schedule(10);
}

// Whether what is on the screen is a version of a file, and nothing of another's.
export function shows(path, version) {
  const file = files.get(path);
  return Boolean(file && version && !file.isBehind && file.version === version);
}

// What has been typed of a part and is not saved yet; undefined where nothing is.
export const typed = (path, part) => files.get(path)?.edits.get(part);

let count = 0;

// How often something has been changed in this window.
export const changes = () => count;

export function change(path, part, edit, label) {
  const file = files.get(path);
  if (!file) return;
  count++;
  file.edits.set(part, edit);
  if (!file.bases.has(part)) file.bases.set(part, file.own.get(part) ?? file.version);
  file.label = label || "Sparat";
  keep(path, file);
  show(t("Sparar …"));
  schedule(1000);
}

function keep(path, file) {
  if (file.edits.size) {
    localStorage.setItem(site + path, JSON.stringify({ version: file.version, edits: [...file.edits], bases: [...file.bases], label: file.label }));
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

// What was refused as it stands waits for another wording, and holds nothing else up.
const waiting = file => [...file.edits].filter(([part, edit]) => file.refused.get(part) !== edit);

export const isWaiting = () => [...files.values()].some(file => waiting(file).length);

export async function flush() {
  clearTimeout(timer);
  // One at a time: two would be made from the same version.
  while (running) await running;
  if (!isWaiting()) return;
  running = send();
  try { await running; } finally { running = null; }
}

async function send() {
  for (const [path, file] of files) {
    const all = waiting(file);
    if (!all.length) continue;
    // Those that were made from the same version; others are sent next.
    const base = file.bases.get(all[0][0]) ?? file.version;
    const same = all.filter(([part]) => (file.bases.get(part) ?? file.version) === base);
    const sent = file.isOneByOne ? same.slice(0, 1) : same;
    const texts = sent.filter(([part]) => part === "text");
    const change = texts.length
      ? { path, base, text: texts[0][1] }
      : { path, base, edits: sent.map(([, edit]) => edit) };
    try {
      show(t("Sparar …"));
      const answer = await post("save", { changes: [change], label: file.label });
      took(file, base, sent, answer.saved[0]);
      keep(path, file);
      if (waiting(file).length) schedule(file.isOneByOne ? 10 : 300); else { file.isOneByOne = false; told(file); }
      document.dispatchEvent(new CustomEvent("sparat", { detail: { path, problems: answer.problems } }));
      if (file.isBehind) document.dispatchEvent(new CustomEvent("hämta", { detail: path }));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      if (fault.status === 409 && fault.body.conflicts) { await choose(path, file, fault.body.conflicts[0]); continue; }
      if (fault.status === 0) {
        show(t("Skrivbordet svarar inte. Din text ligger kvar här."), true);
        schedule(2000);
      } else if (fault.status === 401) {
        show(t("Skrivbordet är låst. Starta det igen med ikonen eller klubba desk."), true);
      } else if (fault.status === 422 && sent.length > 1) {
        // One of them cannot be written; the others can.
        file.isOneByOne = true;
        schedule(10);
      } else {
        if (fault.status === 422) file.refused.set(...sent[0]);
        file.fault = fault.message;
        if (waiting(file).length) schedule(10);
        show(t("Inte sparat: {0}", fault.message), true);
      }
    }
  }
}

// What the state of saving is when nothing is on its way.
export function rest() { told([...files.values()].find(file => file.edits.size) || { edits: new Map() }); }

function told(file) {
  if (file.edits.size) show(t("Inte sparat: {0}", file.fault), true); else show(t("Sparat"));
}

// Where the file has more in it than was sent, the fields on the screen are older than it: the view is drawn anew before
// anything is made from the new version, and until then each part goes by the version that its own field was filled from.
function took(file, base, sent, { version, merged }) {
  for (const [part, edit] of sent) {
    if (file.edits.get(part) === edit) {
      file.edits.delete(part);
      file.bases.delete(part);
    } else {
      // What was typed meanwhile is saved next.
      file.bases.set(part, version);
    }
    file.own.set(part, version);
  }
  if (merged) file.isBehind = true;
  if (merged || base !== file.version) return;
  file.version = version;
  for (const [part, known] of file.bases) if (known === base) file.bases.set(part, version);
}

// Another desk's window may have saved the same file.
async function who(path) {
  const { versions } = await get("history?path=" + encodeURIComponent(path)).catch(() => ({ versions: [] }));
  const last = versions[0];
  if (!last || last.label === "Ändrad utanför skrivbordet") return t("Filen har ändrats utanför skrivbordet.");
  const time = new Date(last.time * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  return t("Två skrivbord är öppna för samma fil: det andra sparade {0}.", time);
}

// A conflict is a choice, never a loss: until one is made the text lies here.
async function choose(path, file, conflict) {
  show(t("Inte sparat"), true);
  const said = await who(path);
  return new Promise(done => {
    const text = h("textarea", { "aria-label": t("Text"), spellcheck: "true", lang: "sv" });
    text.value = conflict.both;
    const take = value => {
      file.edits.clear();
      file.bases.clear();
      file.isBehind = true;
      if (value !== null) {
        file.edits.set("text", value);
        file.bases.set("text", conflict.version);
      }
      keep(path, file);
      box.close();
      if (value === null) { show(t("Sparat")); document.dispatchEvent(new CustomEvent("hämta", { detail: path })); } else schedule(10);
    };
    const both = h("div", { hidden: true, class: "inne" }, h("p", null, t("Se över texten innan den sparas.")), text,
      h("p", null, h("button", { type: "button", class: "stor", onclick: () => take(text.value) }, t("Spara texten"))));
    const heading = h("h2", { id: "krock" }, t("Filen har ändrats utanför skrivbordet"));
    const box = h("dialog", { "aria-labelledby": "krock" }, h("div", { class: "inne" },
      heading, h("p", null, said), h("p", { class: "lugn" }, path),
      h("p", { class: "knappar" },
        conflict.mine ? h("button", { type: "button", onclick: () => take(conflict.mine) }, t("Behåll min")) : null,
        h("button", { type: "button", onclick: () => take(null) }, t("Ta den på disken")),
        h("button", { type: "button", onclick: () => { both.hidden = false; text.focus(); } }, t("Visa båda"))),
      both));
    const before = document.activeElement;
    box.addEventListener("close", () => {
      box.remove();
      before?.isConnected && before.focus();
      if (file.edits.size) say(t("Texten är inte sparad. Den ligger kvar här."));
      done();
    });
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
