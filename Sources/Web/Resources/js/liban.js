/* On every page. Without it everything works as well; with it a form is sent once even if it is tapped twice,
   and a form that could not be sent can be sent again. */
(() => {
  "use strict";
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.method !== "post") return;
    if (sent.has(form)) { event.preventDefault(); return; }
    sent.add(form);
    const button = event.submitter;
    if (button) button.setAttribute("aria-disabled", "true");
    /* The key in the form makes a second sending harmless; after a cut it must be possible. */
    setTimeout(() => {
      sent.delete(form);
      if (button) button.removeAttribute("aria-disabled");
    }, 8000);
  });
  /* One more row of things or sums. */
  document.querySelectorAll("[data-rows]").forEach((rows) => {
    rows.querySelectorAll("template").forEach((template) => template.replaceWith(template.content));
    const button = rows.querySelector("[data-add-row]");
    if (!button) return;
    button.addEventListener("click", () => {
      const last = rows.querySelectorAll(".lines");
      const row = last[last.length - 1].cloneNode(true);
      const number = String(last.length + 1);
      row.querySelectorAll("input, select").forEach((control) => {
        control.value = "";
        control.id = control.id.replace(/-\d+-/, "-" + number + "-");
      });
      row.querySelectorAll("label").forEach((label) => {
        label.htmlFor = label.htmlFor.replace(/-\d+-/, "-" + number + "-");
      });
      last[last.length - 1].after(row);
      row.querySelector("input, select").focus();
    });
  });
  /* Printing needs a script; without one the button is not there. */
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  /* A page taken from the browser's memory with the back key is fresh again. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled"));
  });
})();
