// Earlier versions of a text: to look at, to hold against the one that is there now, to bring back, to remove.
import { get, post } from "/skrivbord/server.js";
import { h, dialog, say } from "/skrivbord/delar.js";
import { t, locale } from "/skrivbord/sprak.js";

// The longest common lines, by the usual table; a text too long for it is shown whole on both sides.
export function difference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const [left, right] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const lines = old.slice(0, start).map(text => [" ", text]);
  if (left.length * right.length > 4e6) {
    lines.push(...left.map(text => ["-", text]), ...right.map(text => ["+", text]));
  } else {
    const size = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
    for (let i = left.length - 1; i >= 0; i--) {
      for (let j = right.length - 1; j >= 0; j--) {
        size[i][j] = left[i] === right[j] ? size[i + 1][j + 1] + 1 : Math.max(size[i + 1][j], size[i][j + 1]);
      }
    }
    let [i, j] = [0, 0];
    while (i < left.length || j < right.length) {
      if (i < left.length && j < right.length && left[i] === right[j]) { lines.push([" ", left[i]]); i++; j++; }
      else if (j >= right.length || (i < left.length && size[i + 1][j] >= size[i][j + 1])) lines.push(["-", left[i++]]);
      else lines.push(["+", right[j++]]);
    }
  }
  return [...lines, ...old.slice(old.length - end).map(text => [" ", text])];
}

// What is gone and what is new, in words for who does not see the colour; what is the same only beside a change.
function shown(before, after) {
  const lines = difference(before, after);
  const isNear = lines.map((_, place) => lines.slice(Math.max(0, place - 2), place + 3).some(([sign]) => sign !== " "));
  if (!isNear.includes(true)) return h("p", null, t("Texterna är lika."));
  return h("div", { class: "jamforelse", tabindex: "0", role: "region", "aria-label": t("Skillnader") },
    lines.map(([sign, text], place) => !isNear[place] ? (isNear[place - 1] ? h("p", { class: "lugn" }, "…") : null)
      : sign === "-" ? h("p", null, h("span", { class: "dold" }, t("Borttaget: ")), h("del", null, text || " "))
      : sign === "+" ? h("p", null, h("span", { class: "dold" }, t("Tillagt: ")), h("ins", null, text || " "))
      : h("p", null, text || " ")));
}

export async function openHistory(path, redraw) {
  const { versions } = await get("history" + (path ? "?path=" + encodeURIComponent(path) : ""));
  const version = id => get(`history/${id}?path=` + encodeURIComponent(path));
  const compare = async item => {
    const [old, file] = await Promise.all([version(item.id), get("file?path=" + encodeURIComponent(path))]);
    dialog(t("Jämför"), null, [h("p", { class: "lugn" }, t("Från {0} till nu", time(item))), shown(old.text ?? "", file.text)], () => true);
  };
  const restore = async item => {
    const [old, file] = await Promise.all([version(item.id), get("file?path=" + encodeURIComponent(path))]);
    if (old.text === null) return say(t("Den versionen har ingen text."));
    dialog(t("Återställ"), t("Återställ"), [h("p", null, t("Texten blir som den var {0}. Det går att ångra.", time(item))), shown(file.text, old.text)],
      async () => {
        await post("save", { changes: [{ path, base: file.version, text: old.text }], label: t("Återställd") });
        box.close();
        say(t("Återställd."));
        redraw();
      });
  };
  const button = (name, item, act) => h("button", {
    type: "button", class: "liten", "aria-label": `${name}: ${time(item)}`,
    onclick: () => act(item).catch(fault => say(fault.message)),
  }, name);
  const list = h("ul", { class: "rader" }, versions.map(item => h("li", null,
    h("span", { class: "vaxer" }, time(item) + " ", h("span", { class: "lugn" }, item.label)),
    path ? [button(t("Jämför"), item, compare), button(t("Återställ"), item, restore)] : null)));
  const clear = h("button", { type: "button", onclick: () => dialog(t("Rensa"), t("Rensa historiken"),
    h("p", null, t("Alla tidigare versioner av alla filer tas bort. Filerna själva står kvar. Det går inte att ångra.")),
    async () => {
      await post("history/clear", {});
      box.close();
      say(t("Historiken är tom."));
    }) }, t("Rensa …"));
  const box = dialog(t("Historik"), null,
    [h("p", { class: "lugn" }, path || t("Alla filer")), versions.length ? list : h("p", null, t("Inget är sparat än.")),
     versions.length ? h("p", null, clear) : null], () => true);
}

const time = item => new Date(item.time * 1000).toLocaleString(locale());
