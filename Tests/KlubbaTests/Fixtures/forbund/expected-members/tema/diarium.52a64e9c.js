// Sorterar och filtrerar diariet. Utan JavaScript är tabellen fullt läsbar.
(function () {
  "use strict";
  var table = document.getElementById("diarium");
  var form = document.getElementById("diariefilter");
  if (!table || !form) return;
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var fold = function (text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\s:–-]+/g, " ");
  };
  var texts = rows.map(function (row) { return fold(row.textContent); });
  var input = document.getElementById("filter");
  var output = document.getElementById("filterantal");
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("input", function () {
    var words = fold(input.value).trim().split(" ");
    var count = 0;
    rows.forEach(function (row, index) {
      var shown = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      row.hidden = !shown;
      if (shown) count += 1;
    });
    output.textContent = input.value === "" ? "" : count === 1 ? output.dataset.ett : output.dataset.flera.replace("{0}", count);
  });
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
