// The desk: which view an address leads to, and what all views share.
import { enter, get, post, listen, Refused } from "/skrivbord/server.js";
import { h, say, problems, showFaults } from "/skrivbord/delar.js";
import { speak, t } from "/skrivbord/sprak.js";
import { openHistory } from "/skrivbord/historik.js";
import { lock } from "/skrivbord/forseglat.js";
import { entry } from "/skrivbord/falt.js";
import * as saving from "/skrivbord/sparande.js";
import { overview } from "/skrivbord/oversikt.js";
import { meeting } from "/skrivbord/mote.js";
import { matter, plain } from "/skrivbord/arende.js";
import { record } from "/skrivbord/protokoll.js";
import { publish } from "/skrivbord/publicera.js";

const main = document.getElementById("innehall");
export const state = { site: null, view: null, path: null };

const VIEWS = { "": overview, mote: meeting, arende: matter, protokoll: record, publicera: publish, fil: plain };

// The newest answer only: one that comes late never shows an older text.
let round = 0;

export async function show(focus) {
  const own = ++round;
  const [name, ...rest] = location.pathname.split("/").slice(1).map(decodeURIComponent);
  const view = VIEWS[name || ""] || overview;
  const typed = saving.changes();
  try {
    state.site = await get("site");
    speak(state.site.language);
    saving.begin(state.site.id);
    document.getElementById("namn").textContent = state.site.organisation || t("Skrivbordet");
    const { title, content, path, file } = await view(rest.join("/"), state.site, () => show());
    if (own !== round) return;
    // What was changed while the view was made is not in it: it is made again when that is saved.
    if (!focus && typed !== saving.changes()) return drawSoon();
    const held = focus ? null : hold();
    state.path = path || null;
    document.title = title + " – " + t("Skrivbordet");
    for (const link of document.querySelectorAll(".topp nav a")) {
      const isHere = link.pathname === "/" ? !name : location.pathname.startsWith(link.pathname);
      if (isHere) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    main.replaceChildren(...content.flat().filter(Boolean));
    lock(main, file, state.site);
    if (name !== "protokoll") document.body.classList.remove("motet");
    if (!focus) release(held); else if (!toLine(file)) main.querySelector("h1")?.focus({ preventScroll: false });
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    if (fault.status === 401) return locked();
    main.replaceChildren(h("h1", { tabindex: "-1" }, fault.status === 404 ? t("Det finns inte") : t("Det gick inte")), h("p", null, fault.message));
  }
}

function locked() {
  saving.show(t("Låst"), true);
  main.replaceChildren(h("h1", { tabindex: "-1" }, t("Skrivbordet är låst")),
    h("p", null, t("Skrivbordet är låst. Starta det igen med ikonen eller klubba desk.")));
}

// A link to a line of a file leads to its field, its § or the line in the text.
function toLine(file) {
  const line = Number(/^#rad-(\d+)$/.exec(location.hash)?.[1]);
  if (!line || !file) return false;
  const key = file.head?.findLast(item => item.line <= line && item.line > line - 1);
  const named = key && [...main.querySelectorAll("[data-del^='head:']")].find(control => entry(file, control.dataset.del.split(":")[1]) === key);
  const area = main.querySelector("[data-del=body], [data-del=text]");
  const part = !named && file.entries?.findLast(item => item.line <= line);
  const target = named || (part && document.getElementById("paragraf-" + part.number)) || area;
  if (!target) return false;
  target.focus();
  if (target === area) {
    const skipped = area.dataset.del === "body" ? file.text.slice(0, file.text.length - file.body.length).split("\n").length - 1 : 0;
    const before = area.value.split("\n").slice(0, line - 1 - skipped).join("\n").length;
    area.setSelectionRange(before && before + 1, before && before + 1);
  }
  return true;
}

// Where the focus is, so that a view drawn anew has it in the same place.
function hold() {
  const element = document.activeElement;
  if (!element || !main.contains(element)) return null;
  const name = element.dataset.del;
  const isText = element.matches("textarea, input:not([type]), input[type=text], input[type=search]");
  // What is typed in a field that no file has, as a new point of an agenda.
  const loose = [...main.querySelectorAll("[data-del=nypunkt], [data-del=fler], [data-del=sok]")].map(item => [item.dataset.del, item.value]);
  return { name, loose, y: scrollY, start: isText ? element.selectionStart : null, end: isText ? element.selectionEnd : null };
}

function release(held) {
  if (!held) return;
  for (const [part, value] of held.loose) {
    const item = value && main.querySelector(`[data-del="${part}"]`);
    if (!item) continue;
    item.value = value;
    item.dispatchEvent(new Event("input"));
  }
  const element = held.name && main.querySelector(`[data-del="${CSS.escape(held.name)}"]`);
  if (element) {
    element.focus({ preventScroll: true });
    if (held.start !== null && element.setSelectionRange) element.setSelectionRange(held.start, held.end);
  }
  scrollTo(0, held.y);
}

export async function go(path) {
  await saving.flush();
  history.pushState(null, "", path);
  await show(true);
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='/']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});
addEventListener("popstate", () => show(true));
document.addEventListener("hämta", () => drawSoon());
document.addEventListener("sparat", event => faults(event.detail));

// News of files, by path, that the view has not taken in: it waits for what is being typed or asked, and is never dropped.
const news = new Map();
let waiting = null;
let isAsked = false;

function drawSoon() {
  isAsked = true;
  settle();
}

function hear(paths, versions) {
  for (const path of paths) news.set(path, versions?.[path]);
  settle();
}

// A file whose bytes are what this window wrote last is no news.
function settle() {
  if (waiting) return;
  if (saving.isWaiting() || document.querySelector("dialog[open]")) {
    waiting = setTimeout(() => { waiting = null; settle(); }, 300);
    return;
  }
  const isForeign = [...news].some(([path, version]) => !saving.shows(path, version));
  news.clear();
  if (isForeign || isAsked) {
    isAsked = false;
    show();
  }
}

// What is wrong with a saved file is shown without drawing the view anew.
async function faults({ path, problems: list }) {
  if (![state.path].flat().includes(path)) return;
  const own = round;
  const part = [...main.querySelectorAll("section")].find(item => item.querySelector("h2")?.textContent === t("Att rätta"));
  if (part && !part.contains(document.activeElement)) part.replaceWith(problems(list.filter(problem => problem.path === path)));
  const file = await get("file?path=" + encodeURIComponent(path)).catch(() => null);
  if (!file?.head || own !== round) return;
  for (const control of main.querySelectorAll("[data-del^='head:']")) {
    const found = entry(file, control.dataset.del.split(":")[1]);
    if (control.closest(".etikett")) showFaults(control, list.filter(problem => found && problem.path === path && problem.line === found.line));
  }
}

document.getElementById("angra").addEventListener("click", async () => {
  await saving.flush();
  try {
    await post("undo", {});
    say(t("Det senaste sparandet är ångrat."));
    show();
  } catch (fault) { say(fault.message); }
});

document.getElementById("historik").addEventListener("click", async () => {
  await saving.flush();
  openHistory([state.path].flat()[0], () => show()).catch(fault => say(fault.message));
});

async function begin() {
  if (!(await enter())) return locked();
  await show(true);
  listen((told, isFirst, fault) => {
    if (fault) {
      if (fault.status === 401) locked();
      else saving.show(t("Skrivbordet svarar inte. Din text ligger kvar här."), true);
      return;
    }
    if (!saving.isWaiting()) saving.rest();
    if (isFirst || !state.site) return;
    hear(told.paths, told.versions);
  });
}

begin();
