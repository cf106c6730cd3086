// Läsinställningar, piltangenter, hänvisningar att kopiera och vad du har läst. Allt stannar i webbläsaren, och varje sida
// är hel utan det.
(function () {
  "use strict";
  var root = document.documentElement;
  var store = {
    get: function (name) { try { return JSON.parse(localStorage.getItem("klubba-" + name)); } catch (_) { return null; } },
    set: function (name, value) { try { localStorage.setItem("klubba-" + name, JSON.stringify(value)); } catch (_) {} }
  };

  // Textstorleken, i procent av webbläsarens.
  function size(percent) { root.style.fontSize = percent && percent !== 100 ? percent + "%" : ""; }
  size(store.get("text"));

  // Ljust eller mörkt: temats egna regler för mörkt läge slås av eller på, vilket tema det än är.
  var dark = [];
  Array.prototype.forEach.call(document.styleSheets, function (sheet) {
    try {
      Array.prototype.forEach.call(sheet.cssRules, function (rule) {
        if (rule.media && /prefers-color-scheme:\s*dark/.test(rule.media.mediaText)) dark.push({ rule: rule, text: rule.media.mediaText });
      });
    } catch (_) { /* En sida från disk får inte läsa sina stilmallar. */ }
  });
  function look(mode) {
    dark.forEach(function (entry) { entry.rule.media.mediaText = mode === "morkt" ? "screen" : mode === "ljust" ? "not all" : entry.text; });
    root.style.colorScheme = mode === "morkt" ? "dark" : mode === "ljust" ? "light" : "";
  }
  look(store.get("lage"));

  var words = {};
  document.addEventListener("DOMContentLoaded", function () {
    var box = document.getElementById("lasning");
    if (box) words = box.dataset;
    settings(box);
    menu();
    folding();
    copying();
    progress();
    document.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      // Har något fokus är pilarna dess egna.
      var focused = document.activeElement;
      if (focused && focused !== document.body && focused !== root && focused.id !== "innehall") return;
      var way = event.key === "ArrowLeft" ? "prev" : event.key === "ArrowRight" ? "next" : null;
      var link = way && document.querySelector(".grannar a[rel=" + way + "]");
      if (link) location.href = link.href;
    });
  });

  // På en telefon ligger menyn bakom en knapp.
  function menu() {
    var button = document.querySelector(".menyknapp");
    if (!button) return;
    var list = document.getElementById(button.getAttribute("aria-controls"));
    root.classList.add("med-skript");
    button.hidden = false;
    button.addEventListener("click", function () {
      button.setAttribute("aria-expanded", String(list.classList.toggle("oppen")));
    });
  }

  // Vad som är hopfällt öppnas för den som kommer till det med en länk, och på papper.
  function folding() {
    function open(element) {
      for (var part = element; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    }
    function reach() {
      var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest("details:not([open])")) { open(target); target.scrollIntoView(); }
    }
    reach();
    window.addEventListener("hashchange", reach);
    window.addEventListener("beforeprint", function () {
      Array.prototype.forEach.call(document.querySelectorAll("details.vikt, details.andringar"), open);
    });
  }

  function settings(box) {
    if (!box) return;
    box.hidden = false;
    var percent = store.get("text") || 100;
    box.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.text) {
        percent = button.dataset.text === "0" ? 100 : Math.min(160, Math.max(80, percent + Number(button.dataset.text)));
        store.set("text", percent);
        size(percent);
      }
      if (button.dataset.lage) {
        store.set("lage", button.dataset.lage);
        look(button.dataset.lage);
        mark();
      }
    });
    function mark() {
      var mode = store.get("lage") || "auto";
      Array.prototype.forEach.call(box.querySelectorAll("[data-lage]"), function (button) {
        button.setAttribute("aria-pressed", String(button.dataset.lage === mode));
      });
    }
    if (!dark.length) Array.prototype.forEach.call(box.querySelectorAll(".lagen"), function (part) { part.hidden = true; });
    mark();
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && box.open) { box.open = false; box.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (event) { if (box.open && !box.contains(event.target)) box.open = false; });
  }

  // Att-satsens adress och hänvisningen kopieras med ett klick.
  function copying() {
    if (!navigator.clipboard) return;
    var status = document.createElement("p");
    status.className = "dold";
    status.setAttribute("role", "status");
    document.body.appendChild(status);
    function copied(near, text) {
      navigator.clipboard.writeText(text).then(function () {
        status.textContent = words.kopierat;
        var note = document.createElement("span");
        note.className = "kopierat";
        note.setAttribute("aria-hidden", "true");
        note.textContent = words.kopierat;
        near.after(note);
        setTimeout(function () { note.remove(); status.textContent = ""; }, 1500);
      }).catch(function () {});
    }
    Array.prototype.forEach.call(document.querySelectorAll(".ankare"), function (link) {
      link.addEventListener("click", function () { copied(link, link.href); });
    });
    Array.prototype.forEach.call(document.querySelectorAll("[data-hanvisning]"), function (text) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "kopiera";
      button.textContent = words.kopiera;
      button.addEventListener("click", function () { copied(button, text.textContent.trim()); });
      text.after(" ", button);
    });
  }

  // En handling är läst när dess slut har synts. Mötets sida märker vad som är läst; ändras handlingen är den oläst igen.
  function progress() {
    var read = store.get("last") || {};
    var page = document.querySelector("[data-lasbar]");
    var key = function (path) { return path.replace(/index\.html$/, ""); };
    if (page) {
      var end = document.createElement("span");
      page.appendChild(end);
      new IntersectionObserver(function (entries, observer) {
        if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
        observer.disconnect();
        read = store.get("last") || {};
        read[key(location.pathname)] = page.textContent.length;
        store.set("last", read);
      }).observe(end);
    }
    Array.prototype.forEach.call(document.querySelectorAll(".dagordning a[href]"), function (link) {
      if (!(key(new URL(link.href).pathname) in read) || link.closest(".radinfo")) return;
      var mark = document.createElement("span");
      mark.className = "last";
      mark.textContent = words.last;
      link.after(" ", mark);
    });
  }
})();
