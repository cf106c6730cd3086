// The page beside the text, as it is being written: the server renders it, and the preview's own port shows it.
import { post } from "/skrivbord/server.js";
import { h } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";

// It is let in at the site's first page; a new text has no page of its own until the site has been read anew.
export function frame(site) {
  return h("iframe", {
    title: t("Förhandsvisning"), sandbox: "allow-same-origin",
    src: site.preview + "&till=/", "data-start": new URL(site.preview).origin,
  });
}

// Shows a text in the frame while it is typed; `whole` gives the file's text as it would be. Answers that come out of
// order never show an older text, for the next is asked for when the one before has come.
export function live(area, frame, path, whole) {
  let isBusy = false;
  let isWaiting = false;
  let timer;
  const ask = async () => {
    if (isBusy) { isWaiting = true; return; }
    isBusy = true;
    try {
      const page = await post("render", { path, text: whole(area.value) });
      if (page.address && frame.isConnected) frame.src = frame.dataset.start + page.address;
    } catch { /* The saving tells of a server that is gone. */ }
    isBusy = false;
    if (isWaiting) { isWaiting = false; ask(); }
  };
  frame.addEventListener("load", ask, { once: true });
  const saved = event => {
    if (!frame.isConnected) document.removeEventListener("sparat", saved); else if (event.detail.path === path) ask();
  };
  document.addEventListener("sparat", saved);
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 60);
  });
}
