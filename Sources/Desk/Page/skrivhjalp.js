// What helps with a text: buttons that put in marks, and what is pasted. The browser's own undo takes all of it back.
import { h, field, dialog, say } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";
import { markdown } from "/skrivbord/klistra.js";

export function insert(area, text) {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input"));
}

function put(area, before, after, isLine) {
  area.focus();
  let { selectionStart: start, selectionEnd: end, value } = area;
  if (isLine) start = value.lastIndexOf("\n", start - 1) + 1;
  const chosen = value.slice(start, end);
  area.setSelectionRange(start, end);
  insert(area, before + chosen + after);
  const place = start + before.length + chosen.length;
  area.setSelectionRange(place, place);
}

// A table is a block of its own: a blank line on both sides.
function askForTable(area) {
  const columns = h("input", { type: "number", min: "1", max: "10", value: "3" });
  const rows = h("input", { type: "number", min: "1", max: "50", value: "3" });
  const place = area.selectionEnd;
  dialog(t("Tabell"), t("Sätt in"), h("div", { class: "falt" }, field(t("Kolumner"), columns), field(t("Rader"), rows)), () => {
    const count = Math.min(10, Math.max(1, Number(columns.value) || 1));
    const line = cell => "|" + ` ${cell} |`.repeat(count) + "\n";
    const table = line(t("Rubrik")) + line("---") + line(" ").repeat(Math.min(50, Math.max(1, Number(rows.value) || 1)));
    setTimeout(() => {
      area.setSelectionRange(place, place);
      const before = area.value.slice(0, place);
      const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
      insert(area, gap + table + (area.value.slice(place).startsWith("\n\n") ? "" : "\n"));
    }, 0);
  });
}

function paste(area, event) {
  const { clipboardData: data } = event;
  const html = data.getData("text/html");
  if (!html) {
    if ([...data.files].some(file => file.type.startsWith("image/"))) {
      event.preventDefault();
      say(t("En bild kan inte klistras in i texten. Lägg till den som bilaga."));
    }
    return;
  }
  const { text, hasPictures } = markdown(html);
  if (hasPictures) say(t("Bilderna följde inte med. Lägg till dem som bilagor."));
  event.preventDefault();
  insert(area, text || data.getData("text/plain"));
}

export function helped(area) {
  const button = (name, before, after, isLine) =>
    h("button", { type: "button", class: "liten", onclick: () => put(area, before, after, isLine) }, name);
  area.addEventListener("paste", event => paste(area, event));
  return h("div", { class: "inne" },
    h("p", { class: "knappar", role: "group", "aria-label": t("Skrivhjälp") },
      button(t("Fet"), "**", "**"), button(t("Kursiv"), "*", "*"), button(t("Rubrik"), "## ", "", true),
      button(t("Lista"), "- ", "", true),
      h("button", { type: "button", class: "liten", onclick: () => askForTable(area) }, t("Tabell …")),
      button(t("Länk"), "[", "](https://)"), button(t("Att-sats"), "- **att** ", "", true)),
    area);
}
