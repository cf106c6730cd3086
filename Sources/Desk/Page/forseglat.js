// Sealed text is read-only but for what stays free; it is corrected with a reason, and sealed anew.
import { post } from "/skrivbord/server.js";
import { h, field, dialog } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";
import { work } from "/skrivbord/falt.js";

export function sealedMark(file, redraw) {
  if (!file.sealed) return null;
  return [h("span", { class: "marke" }, t("Förseglat {0}", file.sealed)), " ",
    h("button", { type: "button", class: "liten", onclick: () => correct(file, redraw) }, t("Rätta …"))];
}

// Saves the corrected text, and writes the correction in the log with its reason.
function correct(file, redraw) {
  const reason = h("input", { required: true });
  const text = h("textarea", { spellcheck: "true", lang: "sv" });
  text.value = file.text;
  dialog(t("Rätta"), t("Rätta och försegla"),
    [h("p", null, t("{0} är förseglad sedan {1}. Rätta med ett skäl.", file.path, file.sealed)),
     field(t("Skäl"), reason), h("p", { class: "lugn" }, t("Skälet visas på sidan.")), field(t("Text"), text)],
    async () => {
      const why = reason.value.trim();
      await post("save", { changes: [{ path: file.path, base: file.version, text: text.value }], label: t("Rättat: {0}", why), reason: why });
      setTimeout(() => work(t("Försegla"), { what: "seal", meeting: file.sealedBy, reason: why }, redraw), 0);
    });
}

export function lock(main, file, site) {
  if (!file?.sealed) return;
  const free = new Set(site.freeKeys);
  for (const control of main.querySelectorAll("[data-del]")) {
    const [kind, key] = control.dataset.del.split(":");
    if (kind === "bilaga" || kind === "sok" || (kind === "head" && free.has(key))) continue;
    if (control.matches("textarea, input:not([type]), input[type=date]")) control.readOnly = true; else control.disabled = true;
  }
}
