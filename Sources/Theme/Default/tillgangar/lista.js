// Sorterar och filtrerar en lista. Det valda står i adressen, så att tillbakaknappen och en delad länk visar samma sak.
// Utan JavaScript är tabellen fullt läsbar.
(function () {
  "use strict";
  var form = document.querySelector("form[data-lista]");
  var table = form && document.getElementById(form.dataset.lista);
  if (!table) return;
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var fields = Array.prototype.filter.call(form.elements, function (field) { return field.name; });
  var output = form.querySelector("output");
  var fold = function (text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\s:–-]+/g, " ");
  };
  var texts = rows.map(function (row) { return fold(row.textContent); });

  function show() {
    var isOpen = true;
    var tests = fields.filter(function (field) { return field.value; }).map(function (field) {
      isOpen = false;
      if (field.type !== "search") {
        return function (row) { return row.dataset[field.name].split(" ").indexOf(field.value) >= 0; };
      }
      var words = fold(field.value).trim().split(" ");
      return function (_, index) { return words.every(function (word) { return texts[index].indexOf(word) >= 0; }); };
    });
    var count = 0;
    rows.forEach(function (row, index) {
      row.hidden = !tests.every(function (test) { return test(row, index); });
      if (!row.hidden) count += 1;
    });
    output.textContent = isOpen ? "" : count === 1 ? output.dataset.ett : output.dataset.flera.replace("{0}", count);
  }

  function read() {
    var chosen = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      field.value = chosen.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    });
    show();
  }

  function write() {
    var chosen = new URLSearchParams();
    fields.forEach(function (field) { if (field.value) chosen.set(field.name, field.value); });
    var query = chosen.toString();
    // En sida från disk får inte alltid byta adress; listan visar rätt ändå.
    try { history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash); } catch (_) {}
    show();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", write);
  window.addEventListener("popstate", read);
  read();

  if (!table.classList.contains("sorterbar")) return;
  var collator = new Intl.Collator("sv", { numeric: true });
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
    var button = document.createElement("button");
    button.type = "button";
    while (cell.firstChild) button.appendChild(cell.firstChild);
    cell.appendChild(button);
    button.addEventListener("click", function () {
      var rising = cell.getAttribute("aria-sort") !== "ascending";
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
      cell.setAttribute("aria-sort", rising ? "ascending" : "descending");
      var isNumber = cell.dataset.typ === "tal";
      var value = function (row) {
        var item = row.cells[column];
        var text = item.dataset.varde === undefined ? item.textContent.trim() : item.dataset.varde;
        return isNumber ? (text === "" ? -1 : Number(text)) : text;
      };
      rows.slice().sort(function (a, b) {
        var x = value(a), y = value(b);
        var order = isNumber ? x - y : collator.compare(x, y);
        return rising ? order : -order;
      }).forEach(function (row) { body.appendChild(row); });
    });
  });
})();
