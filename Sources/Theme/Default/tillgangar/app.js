// Ledamöternas sidor utan nät: ett möte laddas ned, hålls aktuellt och försvinner när det dras tillbaka. Det behöver https
// eller localhost; annars syns inget av det. Varje fil ligger under sitt eget avtryck (SHA-256), och förteckningen säger
// vilken adress den har.
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !("caches" in window) || !/^http/.test(root)) return;
  var name = "klubba-medtaget " + root;
  var own = function (key) { return root + ".klubba/" + key; };
  var words = {};
  var sign = "klubba-medtaget-kontakt " + root;

  function fault(kind) { var error = new Error(kind); error.kind = kind; return error; }
  function open() { return caches.open(name).catch(function () { throw fault("nekad"); }); }

  // Förteckningen över det som är nedladdat.
  function list() {
    return open().then(function (cache) { return cache.match(own("forteckning")); })
      .then(function (found) { return found ? found.json() : { skal: [], sok: [], moten: {} }; });
  }
  function put(key, body, type) {
    return open().then(function (cache) {
      return cache.put(own(key), new Response(body, { headers: { "content-type": type } }));
    }).catch(function (error) { throw error.name === "QuotaExceededError" ? fault("full") : error; });
  }
  function save(now) { return put("forteckning", JSON.stringify(now), "application/json").then(function () { return sweep(now); }); }
  function everything(now) {
    return now.skal.concat(now.sok, ...Object.keys(now.moten).map(function (id) { return now.moten[id].filer; }));
  }
  // Det som förteckningen inte nämner tas bort.
  function sweep(now) {
    var kept = new Set(everything(now).map(function (file) { return own(file[1]); }));
    kept.add(own("forteckning"));
    return open().then(function (cache) {
      return cache.keys().then(function (keys) {
        return Promise.all(keys.filter(function (key) { return !kept.has(key.url); }).map(function (key) { return cache.delete(key); }));
      });
    });
  }

  // Det som servern svarar räknas bara om det är det som registret säger: en inloggningssida är det inte.
  function ask(path) {
    return fetch(root + path, { cache: "no-store", redirect: "error", credentials: "same-origin" })
      .then(function (reply) { if (!reply.ok) throw fault("svar"); return reply; }, function () { throw fault("nat"); });
  }
  function bytes(path, print) {
    return ask(path).then(function (reply) {
      var type = reply.headers.get("content-type") || "application/octet-stream";
      return reply.arrayBuffer().catch(function () { throw fault("nat"); }).then(function (body) {
        return crypto.subtle.digest("SHA-256", body).then(function (digest) {
          var text = Array.from(new Uint8Array(digest).slice(0, 16), function (byte) { return (256 + byte).toString(16).slice(1); }).join("");
          if (text !== print) throw fault("annan");
          return { body: body, type: type };
        });
      });
    });
  }
  function register() {
    return ask("medtaget/register.json").then(function (reply) { return reply.json(); }).then(function (found) {
      if (found.klubba !== 1 || found.slut !== true) throw fault("svar");
      return found;
    });
  }
  function files(path, print) {
    return bytes(path, print).then(function (found) { return JSON.parse(new TextDecoder().decode(found.body)); });
  }

  // Hämtar det som inte redan finns, fyra i taget.
  function fetchAll(wanted, told, stopped) {
    return open().then(function (cache) {
      return Promise.all(wanted.map(function (file) { return cache.match(own(file[1])).then(function (found) { return found ? null : file; }); }));
    }).then(function (found) {
      var left = found.filter(Boolean);
      var all = left.reduce(function (sum, file) { return sum + file[2]; }, 0);
      var done = 0;
      var failed = null;
      // Den som misslyckas väntar in de andra, så att inget skrivs efter att det halva är bortstädat.
      function next() {
        if (stopped && stopped()) failed = failed || fault("avbruten");
        var file = failed ? null : left.shift();
        if (!file) return Promise.resolve();
        return bytes(file[0], file[1]).then(function (one) { return put(file[1], one.body, one.type); })
          .then(function () { done += file[2]; if (told) told(done, all); return next(); }, function (error) { failed = failed || error; });
      }
      return room(all).then(function () { return Promise.all([next(), next(), next(), next()]); })
        .then(function () { if (failed) throw failed; });
    });
  }
  function room(needed) {
    if (!navigator.storage || !navigator.storage.estimate) return Promise.resolve();
    return navigator.storage.estimate().then(function (told) {
      if (told.quota && told.quota - told.usage < needed * 1.1) throw fault("full");
    });
  }

  function download(id, told, stopped) {
    var now;
    return navigator.serviceWorker.register(root + "foljmed.js", { scope: root })
      .catch(function () { throw fault("nekad"); })
      .then(register).then(function (found) {
        var meeting = found.moten[id];
        if (!meeting) throw fault("borta");
        return Promise.all([files("moten/" + id + "/medtaget.json", meeting[0]), found.sok ? files("medtaget/sok.json", found.sok[0]) : []])
          .then(function (lists) {
            return list().then(function (before) {
              now = before;
              now.skal = found.skal;
              now.sok = lists[1];
              now.sokavtryck = found.sok ? found.sok[0] : "";
              now.moten[id] = { avtryck: meeting[0], namn: meeting[2], filer: lists[0], dag: new Date().toISOString().slice(0, 10) };
              return fetchAll(everything(now), told, stopped);
            });
          });
      }).then(function () {
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () {});
        return save(now);
      }).catch(function (error) {
        return list().then(sweep).catch(function () {}).then(function () { throw error; });
      });
  }
  function remove(id) {
    return list().then(function (now) {
      delete now.moten[id];
      return Object.keys(now.moten).length ? save(now) : caches.delete(name);
    });
  }

  // Håller det nedladdade vid det som registret säger: det som är borta där tas bort genast, sedan hämtas det nya.
  function contact() {
    return list().then(function (now) {
      var ids = Object.keys(now.moten);
      if (!ids.length) return null;
      return register().then(function (found) {
        localStorage.setItem(sign, String(Date.now()));
        var told = { borta: [], nya: 0, bort: 0 };
        ids.filter(function (id) { return !found.moten[id]; }).forEach(function (id) {
          told.borta.push(now.moten[id].namn);
          delete now.moten[id];
        });
        var changed = Object.keys(now.moten).filter(function (id) { return now.moten[id].avtryck !== found.moten[id][0]; });
        var wantsSearch = (found.sok ? found.sok[0] : "") !== now.sokavtryck;
        if (!told.borta.length && !changed.length && !wantsSearch && JSON.stringify(now.skal) === JSON.stringify(found.skal)) return null;
        if (!Object.keys(now.moten).length) return caches.delete(name).then(function () { return told; });
        return Promise.all(changed.map(function (id) { return files("moten/" + id + "/medtaget.json", found.moten[id][0]); }))
          .then(function (lists) {
            // De gamla som finns kvar gäller till dess att de nya har kommit.
            changed.forEach(function (id, at) {
              var paths = new Map(lists[at].map(function (file) { return [file[0], file[1]]; }));
              var before = new Map(now.moten[id].filer.map(function (file) { return [file[0], file[1]]; }));
              told.bort += now.moten[id].filer.filter(function (file) { return !paths.has(file[0]); }).length;
              told.nya += lists[at].filter(function (file) { return before.get(file[0]) !== file[1]; }).length;
              now.moten[id].filer = now.moten[id].filer.filter(function (file) { return paths.has(file[0]); });
            });
            return save(now).then(function () {
              return wantsSearch && found.sok ? files("medtaget/sok.json", found.sok[0]) : wantsSearch ? [] : now.sok;
            }).then(function (search) {
              var then = JSON.parse(JSON.stringify(now));
              then.skal = found.skal;
              then.sok = search;
              then.sokavtryck = found.sok ? found.sok[0] : "";
              changed.forEach(function (id, at) {
                then.moten[id].filer = lists[at];
                then.moten[id].avtryck = found.moten[id][0];
                then.moten[id].namn = found.moten[id][2];
              });
              return fetchAll(everything(then)).then(function () { return save(then); });
            });
          }).then(function () { return told; }, function (error) {
            // Ett möte som är borta ska bort också när resten inte kom.
            return save(now).then(function () { if (told.borta.length || told.bort) return told; throw error; });
          });
      });
    });
  }

  function text(key) { return words[key] || ""; }
  function filled(key) {
    var values = Array.prototype.slice.call(arguments, 1);
    return text(key).replace(/\{(\d)\}/g, function (whole, at) { return values[at] === undefined ? whole : values[at]; });
  }
  function size(count) {
    var mega = count / 1e6;
    return mega >= 1 ? mega.toFixed(1).replace(".", text("komma") || ",") + " MB" : Math.max(1, Math.round(count / 1000)) + " kB";
  }
  function total(wanted) { return wanted.reduce(function (sum, file) { return sum + file[2]; }, 0); }
  function button(label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }
  // Ett besked överst på sidan.
  function tell(message, action) {
    var place = document.getElementById("app-besked");
    if (!place) return;
    place.hidden = false;
    var line = document.createElement("p");
    line.textContent = message;
    if (action) line.append(" ", action);
    place.append(line);
  }
  function why(error) { return text(error.kind || "fel") || text("fel"); }

  // Knappen på mötets sida.
  function meeting(box) {
    var id = box.dataset.mote.split("/")[1];
    var status = box.querySelector("[role=status]");
    var bar = box.querySelector("progress");
    var actions = box.querySelector(".app-knappar");
    function show(message) {
      return list().then(function (now) {
        var has = now.moten[id];
        actions.textContent = "";
        bar.hidden = true;
        if (has) {
          status.textContent = message || filled("nedladdat", has.dag, size(total(has.filer)));
          actions.append(button(text("tabort"), function () { remove(id).then(function () { return show(text("borttaget")); }); }));
          box.hidden = false;
          return null;
        }
        status.textContent = message || "";
        return register().then(function (found) {
          if (!found.moten[id]) return;
          var more = now.skal.length ? 0 : total(found.skal) + (found.sok ? found.sok[1] : 0);
          actions.append(button(filled("ladda", size(found.moten[id][1] + more)), start));
          box.hidden = false;
        });
      }).catch(function (error) { if (!box.hidden || error.kind === "nekad") { box.hidden = false; status.textContent = why(error); } });
    }
    function start() {
      var isStopped = false;
      actions.textContent = "";
      actions.append(button(text("avbryt"), function () { isStopped = true; }));
      bar.hidden = false;
      bar.value = 0;
      status.textContent = text("laddar");
      download(id, function (done, all) {
        bar.max = all || 1;
        bar.value = done;
        box.querySelector(".app-antal").textContent = filled("av", size(done), size(all));
      }, function () { return isStopped; }).then(function () { return show(text("klart")); }, function (error) { return show(why(error)); })
        .then(function () { box.querySelector(".app-antal").textContent = ""; });
    }
    show();
  }

  // Sidan med allt som är nedladdat.
  function overview(box) {
    var missing = new URLSearchParams(location.search).get("saknas");
    if (missing !== null) tell(filled("ej", missing || "/"));
    var items = box.querySelector("ul");
    function show() {
      return list().then(function (now) {
        var ids = Object.keys(now.moten).sort();
        items.textContent = "";
        ids.forEach(function (id) {
          var item = document.createElement("li");
          var link = document.createElement("a");
          link.href = root + "moten/" + id + "/";
          link.textContent = now.moten[id].namn;
          var info = document.createElement("span");
          info.className = "lugn";
          info.textContent = filled("nedladdat", now.moten[id].dag, size(total(now.moten[id].filer)));
          item.append(link, " ", info, " ", button(text("tabort"), function () { remove(id).then(show); }));
          items.append(item);
        });
        box.querySelector(".app-inget").hidden = ids.length > 0;
      });
    }
    box.hidden = false;
    show().catch(function () {});
  }

  // En ny version av det som visar sidorna utan nät väntar tills läsaren vill.
  function versions() {
    navigator.serviceWorker.getRegistration(root).then(function (found) {
      if (!found || found.scope !== root) return;
      function offer(worker) {
        tell(text("version"), button(text("byt"), function () {
          navigator.serviceWorker.addEventListener("controllerchange", function () { location.reload(); });
          worker.postMessage("byt");
        }));
      }
      if (found.waiting && navigator.serviceWorker.controller) offer(found.waiting);
      found.addEventListener("updatefound", function () {
        var coming = found.installing;
        if (coming) coming.addEventListener("statechange", function () {
          if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
        });
      });
      found.update().catch(function () {});
    }).catch(function () {});
  }

  document.addEventListener("DOMContentLoaded", function () {
    var manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = root + "app.webmanifest";
    document.head.append(manifest);
    Array.prototype.forEach.call(document.querySelectorAll("[data-app-ord]"), function (part) { Object.assign(words, part.dataset); });
    var box = document.querySelector("[data-mote]");
    var all = document.getElementById("medtaget");
    if (all) overview(all);
    caches.has(name).then(function (isThere) {
      if (!isThere) return null;
      versions();
      return contact().then(function (told) {
        if (!told) return;
        told.borta.forEach(function (gone) { tell(filled("dragettillbaka", gone)); });
        if (told.nya + told.bort) tell(filled("nytt", told.nya, told.bort));
      }, function (error) {
        if (error.kind === "nat") tell(text("utannat"));
        else if (error.kind === "full") tell(text("full"));
      });
    }).catch(function () {}).then(function () { if (box) meeting(box); });
  });
})();
