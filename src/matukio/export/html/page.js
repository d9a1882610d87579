// Lights up a row and its words together, whichever of them the pointer or the keyboard is on. The page works without.
"use strict";
{
  const light = (event) => {
    const at = event.target.closest("[data-rows], .row");
    const rows = !at ? [] : at.dataset.rows ? at.dataset.rows.split(" ") : [at.id];
    document.querySelectorAll(".lit").forEach((lit) => lit.classList.remove("lit"));
    for (const row of rows) {
      document.getElementById(row)?.classList.add("lit");
      document.querySelectorAll(`[data-rows~="${row}"]`).forEach((piece) => piece.classList.add("lit"));
    }
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
}
