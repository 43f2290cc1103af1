/* The chart page stays current by itself, and the wall turns its sheets. Both work without this, only less often. */
(() => {
  "use strict";
  /* Looked for each time: what is live is replaced as a whole. */
  const ageShown = () => document.querySelector("[data-as-of]");
  const say = () => {
    const age = ageShown();
    if (!age) return;
    const minutes = Math.max(0, Math.floor((Date.now() / 1000 - Number(age.dataset.asOf)) / 60));
    age.textContent = age.dataset[minutes < 1 ? "now" : "ago"].replace("{minutes}", String(minutes));
    age.classList.toggle("stale", minutes >= 5);
  };
  const page = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error("no page");
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  /* A picture is shown once it is there: no white screen between two sheets. */
  const loaded = (address) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = done;
    image.onerror = failed;
    image.src = address;
  });
  const take = (fresh) => {
    const age = ageShown();
    if (age && fresh.querySelector("[data-as-of]")) {
      age.dataset.asOf = fresh.querySelector("[data-as-of]").dataset.asOf;
    }
    say();
  };

  const live = document.querySelector("[data-live]");
  if (live) {
    let waiting = null;
    const refresh = async () => {
      waiting = null;
      try {
        const fresh = await page(location.href);
        const part = fresh.querySelector("[data-live]");
        const image = part.querySelector("img");
        image.src += "&at=" + Date.now();
        await loaded(image.src);
        live.replaceChildren(...part.children);
        take(fresh);
      } catch { /* No network: the page says how old it is. */ }
    };
    const soon = () => { waiting = waiting || setTimeout(refresh, 1500); };
    let isOpen = false;
    if ("EventSource" in window) {
      const stream = new EventSource("/api/v1/changes");
      stream.onopen = () => { isOpen = true; };
      stream.onerror = () => { isOpen = false; };
      ["project", "reset"].forEach((kind) => stream.addEventListener(kind, soon));
    }
    /* Without the stream every minute; with it now and then, for lights turn without anybody doing anything. */
    let minutes = 0;
    setInterval(() => { minutes += 1; if (!isOpen || minutes % 5 === 0) soon(); }, 60000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
  }

  const wall = document.querySelector("[data-wall]");
  if (wall) {
    const image = wall.querySelector("img");
    let next = wall.dataset.next;
    const turn = async () => {
      try {
        const fresh = await page(next);
        const part = fresh.querySelector("[data-wall]");
        await loaded(part.querySelector("img").src);
        image.src = part.querySelector("img").src;
        image.alt = part.querySelector("img").alt;
        wall.querySelector("[data-page]").textContent = part.querySelector("[data-page]").textContent;
        next = part.dataset.next;
        take(fresh);
      } catch { say(); }
    };
    setInterval(turn, Number(wall.dataset.seconds) * 1000);
    const button = wall.querySelector("button");
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener("click", () => document.documentElement.requestFullscreen());
    document.addEventListener("fullscreenchange", () => { button.hidden = !!document.fullscreenElement; });
  }
  say();
  setInterval(say, 15000);
})();
