// The desk: which view an address leads to, and what all views share.
import { enter, get, post, listen, Refused } from "/skrivbord/server.js";
import { h, say, dialog, problems } from "/skrivbord/delar.js";
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
  const held = focus ? null : hold();
  try {
    state.site = await get("site");
    saving.begin(state.site.organisation);
    document.getElementById("namn").textContent = state.site.organisation || "Skrivbordet";
    const { title, content, path } = await view(rest.join("/"), state.site, () => show());
    if (own !== round) return;
    state.path = path || null;
    document.title = title + " – Skrivbordet";
    for (const link of document.querySelectorAll(".topp nav a")) {
      const isHere = link.pathname === "/" ? !name : location.pathname.startsWith(link.pathname);
      if (isHere) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    main.replaceChildren(...content.flat().filter(Boolean));
    if (name !== "protokoll") document.body.classList.remove("motet");
    if (focus) main.querySelector("h1")?.focus({ preventScroll: false }); else release(held);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    if (fault.status === 401) return locked();
    main.replaceChildren(h("h1", { tabindex: "-1" }, fault.status === 404 ? "Det finns inte" : "Det gick inte"), h("p", null, fault.message));
  }
}

function locked() {
  saving.show("Låst", true);
  main.replaceChildren(h("h1", { tabindex: "-1" }, "Skrivbordet är låst"),
    h("p", null, "Skrivbordet är låst. Starta det igen med ikonen eller klubba desk."));
}

// Where the focus is, so that a view drawn anew has it in the same place.
function hold() {
  const element = document.activeElement;
  if (!element || !main.contains(element)) return null;
  const name = element.dataset.del;
  const isText = element.matches("textarea, input:not([type]), input[type=text], input[type=search]");
  return { name, y: scrollY, start: isText ? element.selectionStart : null, end: isText ? element.selectionEnd : null };
}

function release(held) {
  if (!held) return;
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
document.addEventListener("hämta", () => show());

const own = new Map();
document.addEventListener("sparat", event => {
  own.set(event.detail.path, Date.now());
  faults(event.detail.problems);
  for (const frame of document.querySelectorAll("iframe[data-adress]")) setTimeout(() => { frame.src = frame.dataset.adress; }, 350);
});

// What is wrong with a saved file is shown without drawing the view anew.
function faults(list) {
  const region = [...main.querySelectorAll("section")].find(part => part.querySelector("h2")?.textContent === "Att rätta");
  if (!region) return;
  const active = document.activeElement;
  if (region.contains(active)) return;
  region.replaceWith(problems(list.filter(problem => !state.path || [state.path].flat().includes(problem.path))));
}

document.getElementById("angra").addEventListener("click", async () => {
  await saving.flush();
  try {
    await post("undo", {});
    say("Det senaste sparandet är ångrat.");
    show();
  } catch (fault) { say(fault.message); }
});

document.getElementById("historik").addEventListener("click", async () => {
  await saving.flush();
  const path = [state.path].flat()[0];
  const { versions } = await get("history" + (path ? "?path=" + encodeURIComponent(path) : ""));
  const text = h("pre", { hidden: true, tabindex: "0", role: "region", "aria-label": "Versionens text" });
  const list = h("ul", { class: "rader" }, versions.map(version => h("li", null,
    h("span", { class: "vaxer" }, new Date(version.time * 1000).toLocaleString("sv-SE") + " ", h("span", { class: "lugn" }, version.label)),
    path ? h("button", { type: "button", class: "liten", onclick: async () => {
      const old = await get(`history/${version.id}?path=` + encodeURIComponent(path));
      text.hidden = false;
      text.textContent = old.text ?? "Filen fanns inte.";
    } }, "Visa") : null,
    path ? h("button", { type: "button", class: "liten", onclick: async () => {
      const [old, file] = await Promise.all([get(`history/${version.id}?path=` + encodeURIComponent(path)), get("file?path=" + encodeURIComponent(path))]);
      if (old.text === null) return say("Den versionen har ingen text.");
      try {
        await post("save", { changes: [{ path, base: file.version, text: old.text }], label: "Återställd" });
        box.close();
        say("Återställd.");
        show();
      } catch (fault) { say(fault.message); }
    } }, "Återställ") : null)));
  const box = dialog("Historik", null, [h("p", { class: "lugn" }, path || "Alla filer"), versions.length ? list : h("p", null, "Inget är sparat än."), text], () => true);
});

async function begin() {
  if (!(await enter())) return locked();
  await show(true);
  listen((news, isFirst, fault) => {
    if (fault) {
      if (fault.status === 401) locked();
      else saving.show("Skrivbordet svarar inte. Din text ligger kvar här.", true);
      return;
    }
    if (!saving.isWaiting()) saving.show("Sparat");
    if (isFirst || !state.site) return;
    const foreign = news.paths.filter(path => Date.now() - (own.get(path) || 0) > 3000);
    if (foreign.length && !saving.isWaiting() && !document.querySelector("dialog[open]")) show();
  });
}

begin();
