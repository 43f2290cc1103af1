/* What is being written stays on this device until the server has it: through a dead network, a closed page, an empty
   battery. Nothing leaves the device before "save" is pressed. Also sums the budget. */
(() => {
  "use strict";
  const name = (owner) => "liban-draft:" + owner;
  const read = (owner) => {
    try { return JSON.parse(localStorage.getItem(name(owner))); } catch { return null; }
  };
  const drop = (owner) => { try { localStorage.removeItem(name(owner)); } catch { /* Private mode keeps nothing. */ } };
  const clock = (at) => new Date(at).toLocaleString(document.documentElement.lang, {
    month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });

  /* The start page says that something was not sent yet. */
  document.querySelectorAll("[data-drafts]").forEach((place) => {
    const draft = read(place.dataset.drafts);
    if (!draft) return;
    const title = (draft.fields.find(([field]) => field === "title") || ["", ""])[1];
    place.querySelector("a").textContent = place.dataset.text
      .replace("{title}", title || "…").replace("{time}", clock(draft.at));
    place.hidden = false;
  });

  /* The server has it: the copy here has done its work. */
  if (document.querySelector("[data-done=draft]")) {
    try {
      Object.keys(localStorage).filter((key) => key.startsWith("liban-draft:"))
        .filter((key) => JSON.parse(localStorage.getItem(key)).sent).forEach((key) => localStorage.removeItem(key));
    } catch { /* Nothing was kept. */ }
  }

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const owner = form.dataset.draft;
  const bar = form.querySelector(".saved");
  const state = bar.querySelector("[data-state]");
  const say = (text) => { state.textContent = text; bar.hidden = false; };
  const kept = ["form"];
  const fields = () => [...new FormData(form)].filter(([field, value]) => !kept.includes(field) && typeof value === "string");
  const isEmpty = () => fields().every(([field, value]) => ["key", "unit"].includes(field) || !value);

  const fill = (draft) => {
    const rows = {};
    draft.fields.forEach(([field, value]) => {
      const controls = [...form.elements].filter((control) => control.name === field);
      const at = rows[field] = (rows[field] ?? -1) + 1;
      if (at >= controls.length) {
        const add = controls[0] && controls[0].closest("[data-rows]");
        if (!add) return;
        add.querySelector("[data-add-row]").click();
        controls.push([...form.elements].filter((control) => control.name === field)[at]);
      }
      const control = controls[at];
      if (control) control.value = value;
    });
    document.activeElement.blur();
  };

  const save = (sent) => {
    if (isEmpty()) return;
    try {
      localStorage.setItem(name(owner), JSON.stringify({ at: Date.now(), sent, fields: fields() }));
      say(form.dataset.saved.replace("{time}", clock(Date.now())));
    } catch { say(form.dataset.full); }
  };

  const draft = read(owner);
  if (draft && !("returned" in form.dataset) && isEmpty()) {
    fill(draft);
    say(form.dataset.restored.replace("{time}", clock(draft.at)));
  }
  form.querySelector("[data-discard]").addEventListener("click", () => { drop(owner); location.reload(); });

  const sum = form.querySelector("[data-sum]");
  const half = (text) => text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const total = (field) => [...form.elements].filter((control) => control.name === field)
    .reduce((all, control) => {
      const yuan = /^[¥￥]|[^万]元$/.test(control.value.trim());
      return all + (Math.round(parseFloat(half(control.value).replace(/[^0-9.]/g, "")) * (yuan ? 100 : 1e6)) || 0);
    }, 0);
  const requested = form.elements.requested;
  let own = !requested.value;
  requested.addEventListener("input", () => { own = false; });
  const add = () => {
    const [budget, sources] = [total("budget.amount"), total("sources.promised")];
    if (!budget) return;
    const rest = Math.max(0, budget - sources) / 1e6;
    if (own) requested.value = String(rest);
    sum.textContent = sum.dataset.sum.replace("{budget}", budget / 1e6).replace("{sources}", sources / 1e6)
      .replace("{rest}", rest);
    sum.hidden = false;
  };

  let timer;
  form.addEventListener("input", () => {
    add();
    clearTimeout(timer);
    timer = setTimeout(() => save(false), 400);
  });
  window.addEventListener("pagehide", () => { if (timer) save(Boolean((read(owner) || {}).sent)); });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    if (!navigator.onLine) {
      event.preventDefault();
      event.stopImmediatePropagation();
      save(false);
      say(form.dataset.offline);
      return;
    }
    save(true);
    say(form.dataset.sending);
  });
  add();
})();
