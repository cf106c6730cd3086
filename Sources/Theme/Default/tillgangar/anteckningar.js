// Egna anteckningar och markeringar vid stycken. De ligger i webbläsaren och lämnar den aldrig annat än som en fil som
// läsaren själv sparar. Ett stycke känns igen på sina ord, så att anteckningen följer med när sidan ändras runt omkring.
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  var key;
  var words = {};

  function load() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (_) { return {}; }
  }
  function store(all) {
    try {
      if (Object.keys(all).length) localStorage.setItem(key, JSON.stringify(all)); else localStorage.removeItem(key);
      return true;
    } catch (_) { return false; }
  }
  function plain(text) { return text.replace(/\s+/g, " ").trim(); }
  function print(text) {
    var hash = 0x811c9dc5;
    for (var at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(36) + "." + text.length;
  }
  function address() { return location.href.split(/[?#]/)[0].slice(root.length).replace(/index\.html$/, ""); }
  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    if (tag === "button") made.type = "button";
    return made;
  }

  // Styckena på en sida att anteckna vid.
  function article(page) {
    var here = address();
    var parts = Array.from(page.querySelectorAll(".text > p, .text > ul > li, .text > ol > li, .text > blockquote, .text > .table, .sats"));
    var seen = {};
    var texts = parts.map(function (part) { return plain(part.textContent); });
    var marks = texts.map(function (text) {
      var own = print(text);
      seen[own] = (seen[own] || 0) + 1;
      return seen[own] > 1 ? own + "." + seen[own] : own;
    });
    var toggle = element("button", "anteckna", words.anteckna);
    toggle.setAttribute("aria-pressed", "false");
    var lost = element("section", "anteckningar-utan");
    function change(mark, text, edit) {
      var all = load();
      var own = all[here] || {};
      var note = edit(own[mark] || null);
      if (note) own[mark] = { citat: text.slice(0, 120), text: note.text, markerat: note.markerat, dag: new Date().toISOString() };
      else delete own[mark];
      if (Object.keys(own).length) all[here] = own; else delete all[here];
      if (!store(all)) alert(words.antecknafel);
      show();
    }
    function clear(part) {
      var box = part.tagName === "LI" ? part.querySelector(":scope > .anteckning") : part.nextElementSibling;
      if (box && box.classList.contains("anteckning")) box.remove();
      part.classList.remove("markerat");
    }
    function editor(part, mark, text, note) {
      var isOn = toggle.getAttribute("aria-pressed") === "true";
      if (!isOn && !(note && note.text)) return null;
      var box = element("div", "anteckning");
      if (note && note.text) box.append(element("p", "", note.text));
      if (isOn) {
        var button = element("button", "", note && note.markerat ? words.avmarkera : words.markera);
        button.setAttribute("aria-label", button.textContent + ": " + text.slice(0, 60));
        button.addEventListener("click", function () {
          change(mark, text, function (before) {
            if (before && before.markerat) return before.text ? { text: before.text, markerat: false } : null;
            return { text: before ? before.text : "", markerat: true };
          });
        });
        var field = element("textarea");
        field.rows = 2;
        field.value = note ? note.text : "";
        field.setAttribute("aria-label", words.anteckningtill + ": " + text.slice(0, 60));
        field.addEventListener("change", function () {
          change(mark, text, function (before) {
            var written = field.value.trim();
            return written || before && before.markerat ? { text: written, markerat: !!(before && before.markerat) } : null;
          });
        });
        box.append(button, field);
      }
      return box;
    }
    function show() {
      var own = load()[here] || {};
      var focused = document.activeElement && document.activeElement.getAttribute("aria-label");
      parts.forEach(function (part, at) {
        clear(part);
        var note = own[marks[at]];
        if (note && note.markerat) part.classList.add("markerat");
        var box = editor(part, marks[at], texts[at], note);
        if (!box) return;
        if (part.tagName === "LI") part.append(box); else part.after(box);
      });
      if (focused) {
        var again = Array.from(page.querySelectorAll(".anteckning [aria-label]")).find(function (one) { return one.getAttribute("aria-label").slice(-60) === focused.slice(-60) && one.tagName === "BUTTON"; });
        if (again && document.activeElement === document.body) again.focus();
      }
      // Det som skrevs vid ett stycke som inte finns längre.
      var left = Object.keys(own).filter(function (mark) { return marks.indexOf(mark) < 0; });
      lost.textContent = "";
      lost.hidden = !left.length;
      if (!left.length) return;
      lost.append(element("h2", "", words.anteckningarutan));
      left.forEach(function (mark) {
        var box = element("div", "anteckning");
        box.append(element("blockquote", "", own[mark].citat), element("p", "", own[mark].text));
        var away = element("button", "", words.tabortanteckning);
        away.addEventListener("click", function () { change(mark, own[mark].citat, function () { return null; }); });
        box.append(away);
        lost.append(box);
      });
    }
    toggle.addEventListener("click", function () {
      toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
      show();
    });
    var column = page.querySelector(".huvudspalt") || page;
    if (parts.length) column.prepend(toggle);
    column.append(lost);
    show();
  }

  function isNote(note) { return note && typeof note.text === "string" && typeof note.citat === "string" && typeof note.dag === "string"; }

  // Spara, läsa in och ta bort allt.
  function keeping(box) {
    var status = box.querySelector("[role=status]");
    var last = null;
    function count() {
      var all = load();
      return Object.keys(all).reduce(function (sum, path) { return sum + Object.keys(all[path]).length; }, 0);
    }
    function show(message) {
      status.textContent = message || words.anteckningarantal.replace("{0}", count());
      undo.hidden = !last;
      var list = box.querySelector("ul");
      list.textContent = "";
      var all = load();
      Object.keys(all).sort().forEach(function (path) {
        var item = element("li");
        var link = element("a", "", path + " (" + Object.keys(all[path]).length + ")");
        link.href = root + path;
        item.append(link);
        list.append(item);
      });
    }
    var save = box.querySelector("[data-gor=spara]");
    var read = box.querySelector("input[type=file]");
    var away = box.querySelector("[data-gor=tabort]");
    var undo = box.querySelector("[data-gor=angra]");
    save.addEventListener("click", function () {
      var link = element("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify({ klubba: "anteckningar", anteckningar: load() }, null, 1)], { type: "application/json" }));
      link.download = "anteckningar.json";
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    });
    read.addEventListener("change", function () {
      var file = read.files[0];
      if (!file) return;
      file.text().then(function (text) {
        var found = JSON.parse(text);
        if (found.klubba !== "anteckningar") throw new Error();
        var all = load();
        Object.keys(found.anteckningar).forEach(function (path) {
          Object.keys(found.anteckningar[path]).forEach(function (mark) {
            var note = found.anteckningar[path][mark];
            if (!isNote(note)) throw new Error();
            var own = all[path] = all[path] || {};
            // Den senast skrivna gäller.
            if (!own[mark] || own[mark].dag < note.dag) own[mark] = { citat: note.citat, text: note.text, markerat: !!note.markerat, dag: note.dag };
          });
        });
        show(store(all) ? words.inlasta : words.antecknafel);
      }).catch(function () { show(words.ejanteckningar); }).then(function () { read.value = ""; });
    });
    away.addEventListener("click", function () { last = load(); store({}); show(words.anteckningarborta); });
    undo.addEventListener("click", function () { store(last || {}); last = null; show(); });
    show();
  }

  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-app-ord]"), function (part) { Object.assign(words, part.dataset); });
    key = "klubba-anteckningar " + (words.sajt || "");
    var page = document.querySelector("[data-lasbar]");
    if (page) article(page);
    var box = document.getElementById("anteckningar");
    if (box) { box.hidden = false; keeping(box); }
  });
})();
