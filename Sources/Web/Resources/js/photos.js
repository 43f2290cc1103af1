/* Photos on a weak network: made smaller on the phone, sent in pieces, and gone on with where the network broke, also
   after the page was closed. Without this script the form sends the files by itself. */
(() => {
  "use strict";
  const longest = 1600, piece = 256 * 1024;
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /* Files that are on their way, kept by the browser until the server has all of them. */
  const shelf = new Promise((resolve) => {
    const open = indexedDB.open("liban", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("files", { keyPath: "key" });
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => resolve(null);
  });
  const files = async (mode, work) => {
    const database = await shelf;
    if (!database) return undefined;
    return new Promise((resolve) => {
      const request = work(database.transaction("files", mode).objectStore("files"));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
  };

  const smaller = async (file) => {
    if (!file.type.startsWith("image/")) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
      return blob && blob.size < file.size ? blob : file;
    } catch { return file; }
  };

  /* randomUUID is only there behind TLS; a town's own network may be without. */
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  const refused = (answer) => answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429;

  /* Sends one file to its end. What the server refuses is thrown; what the network refuses is tried again. */
  const send = async (item, show) => {
    let pause = 1000;
    for (;;) {
      try {
        if (!item.token) {
          const opened = await fetch(`/api/v1/projects/${item.project}/uploads`, {
            method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": item.key },
            body: JSON.stringify({ name: item.name, kind: item.kind, bytes: item.blob.size }) });
          if (refused(opened)) throw new TypeError("refused", { cause: await opened.json() });
          if (!opened.ok) throw new Error("again");
          item.token = (await opened.json()).token;
          await files("readwrite", (store) => store.put(item));
        }
        const where = await fetch(`/api/v1/uploads/${item.token}`);
        if (refused(where)) throw new TypeError("refused", { cause: await where.json() });
        if (!where.ok) throw new Error("again");
        let { offset } = await where.json();
        while (offset < item.blob.size) {
          show(offset / item.blob.size);
          const sent = await fetch(`/api/v1/uploads/${item.token}`, {
            method: "PATCH",
            headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) },
            body: item.blob.slice(offset, offset + piece) });
          if (!sent.ok) throw new Error("again");
          ({ offset } = await sent.json());
          pause = 1000;
        }
        const ended = await fetch(`/api/v1/uploads/${item.token}/finish`, {
          method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": item.key + "-end" } });
        if (refused(ended)) throw new TypeError("refused", { cause: await ended.json() });
        if (!ended.ok) throw new Error("again");
        return (await ended.json()).sha256;
      } catch (error) {
        if (error.cause && error.cause.code) throw error;
        show(null);
        await wait(pause);
        pause = Math.min(pause * 2, 15000);
      }
    }
  };

  const english = document.documentElement.lang === "en";
  document.querySelectorAll("[data-waiting] input[type=file][name$='.upload']").forEach((input) => {
    const field = input.name.replace(/\.upload$/, "");
    const [, project] = input.form.action.match(/\/projects\/([^/]+)\//) || [];
    if (!project) return;
    const place = document.createElement("div");
    place.setAttribute("role", "status");
    (input.closest(".pick") || input).after(place);
    const kind = input.closest("fieldset").querySelector(`[name="${field}.upload.kind"]`);

    const carry = async (item) => {
      const line = document.createElement("div");
      line.className = "bar";
      const text = document.createElement("span");
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.setAttribute("aria-label", item.name);
      text.textContent = item.name;
      line.append(text, bar);
      place.append(line);
      try {
        const sha = await send(item, (part) => {
          if (part === null) { bar.removeAttribute("value"); text.textContent = `${item.name} · ${input.closest("[data-waiting]").dataset.waiting}`; }
          else { bar.value = part; text.textContent = item.name; }
        });
        const label = document.createElement("label");
        label.className = "check";
        const box = document.createElement("input");
        Object.assign(box, { type: "checkbox", name: `${field}.file`, value: sha, checked: true });
        label.append(box, ` ${item.name} ✓`);
        line.replaceWith(label);
      } catch (error) {
        line.className = "wrong";
        line.textContent = `${item.name}: ${english ? error.cause.detailEn : error.cause.detail}`;
      }
      await files("readwrite", (store) => store.delete(item.key));
    };

    input.addEventListener("change", async () => {
      const chosen = [...input.files];
      input.value = "";
      for (const file of chosen) {
        const blob = await smaller(file);
        const item = { key: newKey(), form: input.form.action, project, field, kind: kind ? kind.value : "other", name: file.name, blob };
        await files("readwrite", (store) => store.put(item));
        await carry(item);
      }
    });

    /* What was on its way when the page was closed goes on, once for each field. */
    if (input.hasAttribute("capture")) return;
    const form = input.form.action;
    files("readonly", (store) => store.getAll()).then((left) =>
      (left || []).filter((item) => item.form === form && item.field === field).forEach(carry));
  });
})();
