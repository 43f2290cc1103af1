/* Beside an award: what is left of the fund if this sum is awarded, against the balance as it is now. The database
   holds the cap whatever stands here. */
(() => {
  "use strict";
  const note = document.querySelector("[data-free]");
  const field = note && note.closest("form").querySelector("[name=amount]");
  if (!field) return;
  let free = Number(note.dataset.free);
  const wan = (fen) => String(Math.round(fen / 100) / 10000);
  const half = (text) => text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const show = () => {
    const sum = Math.round(parseFloat(half(field.value).replace(/[^0-9.]/g, "")) * 1e6);
    if (!(sum >= 0)) return;
    const short = sum > free;
    note.className = short ? "miss" : "note";
    note.textContent = (short ? note.dataset.short : note.dataset.left)
      .replace("{free}", wan(free)).replace("{rest}", wan(Math.abs(free - sum)));
  };
  const refresh = async () => {
    if (document.hidden || !note.dataset.fund) return;
    try {
      const answer = await fetch("/api/v1/funds", { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const fund = (await answer.json()).items.find((f) => String(f.id) === note.dataset.fund);
      if (fund && Number.isFinite(fund.freeFen)) { free = fund.freeFen; show(); }
    } catch { /* No network: the sum shown is the last one known. */ }
  };
  field.addEventListener("input", show);
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, 15000);
  show();
})();
