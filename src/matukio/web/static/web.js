// Opens the card that a link leads to, tells the progress of adding as it comes, and takes files that are dropped.
// Every page works without.
"use strict";
{
  const lead = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = at?.classList.contains("row") && at.querySelector("details.card");
    if (card) {
      card.open = true;
      card.querySelector("summary").focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", lead);
  addEventListener("load", lead);
  // A second click on the same mark changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) setTimeout(lead);
  });
  // Escape closes a card and goes back to the words that led to it.
  document.addEventListener("keydown", (event) => {
    const row = event.key === "Escape" && event.target.closest?.(".row");
    const card = row && row.querySelector("details.card");
    if (!card?.open || event.target.matches("input, select")) return;
    card.open = false;
    document.querySelector(`a[data-rows~="${CSS.escape(row.id)}"]`)?.focus();
  });

  document.querySelector(".problem")?.focus();

  const list = document.querySelector(".progress[data-stream]");
  if (list) {
    const stream = new EventSource(list.dataset.stream);
    const state = document.querySelector(".state");
    stream.addEventListener("line", (event) => {
      const line = JSON.parse(event.data);
      const item = document.createElement("li");
      const name = document.createElement(line.href ? "a" : "span");
      const told = document.createElement("small");
      item.className = line.state;
      if (line.href) name.setAttribute("href", line.href);
      name.lang = "sw";
      name.textContent = line.name;
      told.textContent = line.told;
      item.append(name, " ", told);
      list.append(item);
    });
    stream.addEventListener("done", (event) => {
      state.textContent = JSON.parse(event.data).told;
      stream.close();
    });
  }

  const drop = document.querySelector(".drop");
  if (drop) {
    const form = drop.closest("form");
    const stop = (event) => event.preventDefault();
    for (const name of ["dragenter", "dragover"]) {
      form.addEventListener(name, (event) => { stop(event); drop.classList.add("over"); });
    }
    form.addEventListener("dragleave", () => drop.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      drop.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      stop(event);
      drop.querySelector("input").files = event.dataTransfer.files;
    });
  }
}
