// The moving parts: keys, decisions without a reload, notes that survive a closed tab. Every decision works without it.
"use strict";
(() => {
  const said = document.getElementById("said");
  const form = document.getElementById("decide");
  const cases = [...document.querySelectorAll("form[data-case]")];
  const DECISIONS = {s: "spam", b: "benign", u: "unsure"};
  const say = (text) => { said.textContent = text; };

  // Notes are drafts until they are sent.
  for (const note of document.querySelectorAll("input[data-draft]")) {
    const name = "linkwitness-note-" + note.dataset.draft;
    if (note.value !== note.defaultValue) localStorage.setItem(name, note.value);  // written before this script ran
    else if (!note.value) note.value = localStorage.getItem(name) || "";
    note.addEventListener("input", () => localStorage.setItem(name, note.value));
    note.form.addEventListener("submit", () => localStorage.removeItem(name));
  }
  // A draft that is being written is looked for again.
  if (document.querySelector("[data-again]")) setTimeout(() => location.replace("/outcome"), 1500);

  const send = async (action, token, fields) => {
    const body = new URLSearchParams(fields);
    body.set("token", token);
    const answer = await fetch(action, {method: "POST", body, headers: {Accept: "application/json"}});
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const tell = (tag, decision, chosen) => {
    tag.hidden = !decision;
    tag.className = "tag decision " + decision;
    tag.textContent = "you: " + decision + (chosen ? ", " + chosen : "");
  };
  // What was decided in this tab, newest last: it can be taken back from every page.
  const UNDO = "linkwitness-undo", MOST_UNDO = 20;
  const shown = new Map();  // keys of decisions to what shows on this page that they were taken back
  const remember = (reviews, hide) => {
    const all = [...JSON.parse(sessionStorage.getItem(UNDO) || "[]"), reviews];
    sessionStorage.setItem(UNDO, JSON.stringify(all.slice(-MOST_UNDO)));
    shown.set(String(reviews), hide);
  };
  const undo = async (token) => {
    const all = JSON.parse(sessionStorage.getItem(UNDO) || "[]");
    const reviews = all.pop();
    if (!reviews) return say("Nothing to undo.");
    try {
      await send("/undo", token, reviews.map((id) => ["review", id]));
      sessionStorage.setItem(UNDO, JSON.stringify(all));
      const hide = shown.get(String(reviews));
      say(hide ? "Undone." : "Undone: a decision from another page.");
      if (hide) hide();
    } catch (error) { say("Not undone: " + error.message); }
  };
  const turn = (level) => {
    level.selectedIndex = (level.selectedIndex + 1) % level.options.length;
    say("Disavow level: " + level.options[level.selectedIndex].text);
  };
  const onKey = (act) => document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping && act(event.key)) event.preventDefault();
  });

  // The case: one decision about the domain, or about a page.
  for (const one of cases) one.addEventListener("submit", async (event) => {
    event.preventDefault();
    const decision = event.submitter.value;
    const tag = document.getElementById(one.dataset.case);
    const before = [tag.hidden ? "" : tag.dataset.decision, tag.dataset.level];
    try {
      const outcome = await send("/decide", one.elements.token.value, [...new FormData(one), ["decision", decision]]);
      remember(outcome.undo, () => {
        [tag.dataset.decision, tag.dataset.level] = before;
        tell(tag, ...before);
      });
      Object.assign(tag.dataset, {decision, level: outcome.level});
      tell(tag, decision, outcome.level);
      localStorage.removeItem("linkwitness-note-" + one.elements.note.dataset.draft);
      say("Stored: " + decision + " (z undoes it)");
    } catch (error) {
      say("Not stored: " + error.message);
      one.elements.note.dispatchEvent(new Event("input"));  // its draft was let go of too early
    }
  });
  if (document.querySelector("[data-keys]")) onKey((key) => {
    if (key === "n" && document.getElementById("next")) document.getElementById("next").click();
    else if (key === "z" && cases.length) undo(cases[0].elements.token.value);
    else if (key === "l" && cases.length) turn(cases[0].elements.level);
    else if (DECISIONS[key] && cases.length) cases[0].requestSubmit(cases[0].querySelector("button[value=" + DECISIONS[key] + "]"));
    else return false;
    return true;
  });
  if (!form) return;

  // The queue.
  const rows = [...form.querySelectorAll(".row")];
  const level = document.getElementById("level");
  const note = document.getElementById("note");
  let at = -1;

  const go = (to) => {
    if (!rows.length) return;
    if (at >= 0) rows[at].classList.remove("current");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("current");
    rows[at].focus({preventScroll: true});
    rows[at].scrollIntoView({block: "center"});
  };
  const box = (row) => row.querySelector(".head input");
  const show = (row, decision, chosen) => {
    tell(row.querySelector(".decision"), decision, chosen);
    row.classList.toggle("done", Boolean(decision));
    box(row).checked = false;
  };
  const decide = async (chosen, decision) => {
    if (!level || !chosen.length) return;
    const fields = chosen.map((row) => row.dataset.fold ? ["fold", row.dataset.fold] : ["id", row.dataset.id]);
    fields.push(["decision", decision], ["level", level.value], ["note", note.value], ["query", form.dataset.query]);
    try {
      const outcome = await send("/decide", form.elements.token.value, fields);
      chosen.forEach((row) => show(row, decision, outcome.level));
      remember(outcome.undo, () => {
        chosen.forEach((row) => show(row, "", ""));
        go(rows.indexOf(chosen[0]));
      });
      note.value = "";
      localStorage.removeItem("linkwitness-note-" + note.dataset.draft);
      say(outcome.undo.length + (outcome.undo.length === 1 ? " domain: " : " domains: ") + decision + " (z undoes it)");
      go(rows.indexOf(chosen[chosen.length - 1]) + 1);
    } catch (error) {
      say("Not stored: " + error.message);
      note.dispatchEvent(new Event("input"));
    }
  };
  const ticked = () => rows.filter((row) => box(row).checked);

  form.addEventListener("submit", (event) => {
    if (document.getElementById("all").checked) return;
    event.preventDefault();
    decide(ticked(), event.submitter.value);
  });
  onKey((key) => {
    if (key === "n") at === rows.length - 1 && document.getElementById("next") ? document.getElementById("next").click() : go(at + 1);
    else if (key === "p") go(at - 1);
    else if (key === "z") undo(form.elements.token.value);
    else if (key === "l" && level) turn(level);
    else if (at >= 0 && DECISIONS[key]) decide(ticked().length ? ticked() : [rows[at]], DECISIONS[key]);
    else if (at >= 0 && key === "o") rows[at].querySelector(".domain").click();
    else if (at >= 0 && key === "x") box(rows[at]).checked = !box(rows[at]).checked;
    else return false;
    return true;
  });
})();
