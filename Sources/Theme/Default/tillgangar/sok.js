// Söker i webbplatsens eget register (dnr, titlar, parter, utfall) och, där Pagefind finns, i all text.
(function () {
  "use strict";
  var form = document.getElementById("sokformular");
  var list = document.getElementById("traffar");
  var count = document.getElementById("sokantal");
  var more = document.getElementById("fler");
  if (!form || !list) return;
  var root = form.dataset.rot;
  var step = 20;
  var most = 300;
  var register = (window.klubbaRegister || []).map(function (row) {
    return {
      address: row[0], dnr: row[1], title: row[2], slag: row[3], organ: row[4], ar: row[5], utfall: row[6],
      key: key(row[1]), text: fold([row[1], row[2], row[6], row[7]].join(" ")), more: row[7]
    };
  });
  var pagefind = null;
  // Registret säger om bygget har ett index över all text. Utan det frågar sidan inte efter något.
  var ready = !window.klubbaFritext || location.protocol === "file:" ? Promise.resolve() : import(new URL(root + "pagefind/pagefind.js", location.href).href)
    .then(function (module) { pagefind = module; return pagefind.options({ baseUrl: new URL(root, location.href).pathname, excerptLength: 24 }); })
    .catch(function () { pagefind = null; });
  var latest = 0;

  function fold(text) {
    return (text || "").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[‐-―]/g, "-");
  }
  // Samma nummer med eller utan mellanslag, med "Dnr" före, och med kolon, snedstreck eller bindestreck.
  function key(text) { return fold(text).replace(/^(dnr|diarienummer)[.:\s]*/, "").replace(/\s+/g, "").replace(/[:\/-]+/g, "-"); }

  function wanted() {
    var data = new FormData(form);
    var filters = {};
    ["slag", "organ", "ar", "utfall"].forEach(function (name) { if (data.get(name)) filters[name] = data.get(name); });
    return { text: (data.get("q") || "").trim(), filters: filters };
  }

  function own(query) {
    var words = fold(query.text).split(/\s+/).filter(Boolean);
    var number = key(query.text);
    return register.filter(function (row) {
      var fits = Object.keys(query.filters).every(function (name) {
        var value = row[name];
        return Array.isArray(value) ? value.indexOf(query.filters[name]) >= 0 : value === query.filters[name];
      });
      if (!fits) return false;
      if (number && /\d/.test(number) && row.key === number) return true;
      return words.every(function (word) { return row.text.indexOf(word) >= 0; });
    }).map(function (row) {
      var rank = row.key && row.key === number ? 0 : words.every(function (word) { return fold(row.title).indexOf(word) >= 0; }) ? 1 : 2;
      return { rank: rank, row: row };
    }).sort(function (a, b) { return a.rank - b.rank; }).map(function (hit) { return hit.row; });
  }

  function item(address, title, dnr, info, excerpt) {
    var li = document.createElement("li");
    var p = document.createElement("p");
    p.className = "radrubrik";
    var link = document.createElement("a");
    link.href = location.protocol === "file:" ? address.replace(/\/$/, "/index.html") : address;
    link.textContent = (dnr ? dnr + " " : "") + title;
    p.appendChild(link);
    li.appendChild(p);
    if (excerpt) {
      var text = document.createElement("p");
      text.className = "utdragstext";
      // Pagefind har redan gjort text av allt utom <mark>.
      excerpt.split(/<\/?mark>/).forEach(function (part, index) {
        var node = document.createElement(index % 2 ? "mark" : "span");
        var plain = document.createElement("textarea");
        plain.innerHTML = part;
        node.textContent = plain.value;
        text.appendChild(node);
      });
      li.appendChild(text);
    }
    if (info) {
      var small = document.createElement("p");
      small.className = "radinfo";
      small.textContent = info;
      li.appendChild(small);
    }
    return li;
  }

  function search() {
    var query = wanted();
    var turn = ++latest;
    var address = new URL(location.href);
    ["q", "slag", "organ", "ar", "utfall"].forEach(function (name) { address.searchParams.delete(name); });
    if (query.text) address.searchParams.set("q", query.text);
    Object.keys(query.filters).forEach(function (name) { address.searchParams.set(name, query.filters[name]); });
    if (location.protocol !== "file:") history.replaceState(null, "", address);
    if (!query.text && !Object.keys(query.filters).length) {
      list.textContent = ""; count.textContent = ""; more.hidden = true;
      return;
    }
    ready.then(function () {
      if (turn !== latest) return null;
      var found = own(query).map(function (row) {
        return function () {
          var info = [row.slag, row.organ.join(", "), row.utfall, row.more].filter(Boolean).join(" · ");
          return Promise.resolve(item(root + row.address, row.title, row.dnr, info));
        };
      });
      if (!pagefind) return show(found, turn);
      var exact = own(query).filter(function (row) { return row.key && row.key === key(query.text); });
      var isExact = {};
      exact.forEach(function (row) { isExact[new URL(root + row.address, location.href).pathname] = true; });
      // Utan sökord är det urvalet som söks, och det vet registret.
      if (!query.text) return show(found, turn);
      return pagefind.search(query.text).then(function (result) {
        if (turn !== latest) return null;
        return Promise.all(result.results.slice(0, most).map(function (hit) { return hit.data(); }));
      }).then(function (pages) {
        if (!pages || turn !== latest) return null;
        var fitting = pages.filter(function (page) { return !isExact[page.url] && fits(page, query.filters); });
        var texts = fitting.map(function (page) {
          return function () {
            var choice = choices(page);
            var info = ["slag", "organ", "utfall"].map(function (name) { return (choice[name] || []).join(", "); }).filter(Boolean).join(" · ");
            return Promise.resolve(item(page.url, page.meta.title || page.url, null, info, page.excerpt));
          };
        });
        // Ett exakt diarienummer står först, sedan det som texten säger; registret svarar ensamt om texten inget vet.
        return show(texts.length ? found.slice(0, exact.length).concat(texts) : found, turn);
      });
    });
  }

  // Det som sidan kan väljas efter: "slag=Ärende|organ=Förbundsstyrelsen|ar=2020".
  function choices(page) {
    var found = {};
    (page.meta.urval || "").split("|").forEach(function (part) {
      var at = part.indexOf("=");
      if (at > 0) (found[part.slice(0, at)] = found[part.slice(0, at)] || []).push(part.slice(at + 1));
    });
    return found;
  }

  function fits(page, filters) {
    var found = choices(page);
    return Object.keys(filters).every(function (name) { return (found[name] || []).indexOf(filters[name]) >= 0; });
  }

  function show(makers, turn) {
    if (turn !== latest) return;
    var total = makers.length;
    count.textContent = total === 0 ? form.dataset.ingen : total === 1 ? form.dataset.en : form.dataset.flera.replace("{0}", total);
    if (!pagefind && total > 0) count.textContent += ". " + form.dataset.enkel;
    list.textContent = "";
    var next = 0;
    function add(focus) {
      var batch = makers.slice(next, next + step);
      next += step;
      return Promise.all(batch.map(function (make) { return make(); })).then(function (items) {
        if (turn !== latest) return;
        var first = null;
        items.forEach(function (li) { if (li) { list.appendChild(li); first = first || li; } });
        more.hidden = next >= makers.length;
        if (focus && first) first.querySelector("a").focus();
      });
    }
    more.onclick = function () { add(true); };
    return add(false);
  }

  var waiting;
  var asked = new URL(location.href).searchParams;
  form.elements.q.value = asked.get("q") || "";
  ["slag", "organ", "ar", "utfall"].forEach(function (name) { if (asked.get(name)) form.elements[name].value = asked.get(name); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); search(); });
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  search();
})();
