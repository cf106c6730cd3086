// Följer med: visar det som är nedladdat när nätet inte svarar. Allt annat hämtas som vanligt. Vad som är nedladdat sköter
// app.js; här läses det bara.
(function () {
  "use strict";
  var scope = self.registration.scope;
  var base = new URL(scope).pathname;
  var patience = 4000;

  function stored(name) {
    return caches.open("klubba-medtaget " + scope).then(function (cache) { return cache.match(scope + ".klubba/" + name); });
  }

  // Filen på en adress, om den är nedladdad.
  function found(path) {
    return stored("forteckning").then(function (list) { return list ? list.json() : null; }).then(function (list) {
      if (!list) return undefined;
      var all = [list.skal, list.sok].concat(Object.keys(list.moten).map(function (id) { return list.moten[id].filer; }));
      for (var part = 0; part < all.length; part += 1) {
        for (var at = 0; at < all[part].length; at += 1) {
          if (all[part][at][0] === path) return stored(all[part][at][1]);
        }
      }
      return undefined;
    }).catch(function () { return undefined; });
  }

  function path(address) {
    var name = decodeURIComponent(new URL(address).pathname.slice(base.length));
    return name === "" || name.slice(-1) === "/" ? name + "index.html" : name;
  }

  // Sidan som säger att något inte är nedladdat.
  function missing(name) {
    return found("medtaget/index.html").then(function (page) {
      return page ? Response.redirect(scope + "medtaget/?saknas=" + encodeURIComponent(name.replace(/index\.html$/, "")), 302) : Response.error();
    });
  }

  function answer(request) {
    var name = path(request.url);
    return found(name).then(function (copy) {
      if (!copy) {
        return fetch(request).catch(function () { return request.mode === "navigate" ? missing(name) : Response.error(); });
      }
      // Ett namn med ett avtryck i sig har alltid samma innehåll.
      if (name.indexOf("tema/") === 0) return copy;
      var late = new Promise(function (done) { setTimeout(done, patience, copy.clone()); });
      // Ett fel på servern är inget svar. Att en sida är borta, eller kräver inloggning, är ett.
      var live = fetch(request).then(function (reply) { return reply.status >= 500 ? copy : reply; }, function () { return copy; });
      return Promise.race([live, late]);
    });
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    if (request.method !== "GET" || request.url.indexOf(scope) !== 0 || request.cache === "no-store" || request.cache === "only-if-cached") return;
    event.respondWith(answer(request));
  });
  self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
  self.addEventListener("message", function (event) { if (event.data === "byt") self.skipWaiting(); });
})();
