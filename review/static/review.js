// The moving parts: keys, decisions without a reload, notes that survive a closed tab. Every decision works without it.
"use strict";
(() => {
  const said = document.getElementById("said");
  const form = document.getElementById("decide");
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
  if (!form) return;

  const rows = [...form.querySelectorAll(".row")];
  const level = document.getElementById("level");
  const note = document.getElementById("note");
  const history = [];
  let at = -1;

  const go = (to) => {
    if (!rows.length) return;
    if (at >= 0) rows[at].classList.remove("current");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("current");
    rows[at].focus({preventScroll: true});
    rows[at].scrollIntoView({block: "center"});
  };
  const send = async (action, fields) => {
    const body = new URLSearchParams(fields);
    body.set("token", form.elements.token.value);
    const answer = await fetch(action, {method: "POST", body, headers: {Accept: "application/json"}});
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const box = (row) => row.querySelector(".head input");
  const show = (row, decision, chosen) => {
    const tag = row.querySelector(".decision");
    tag.hidden = !decision;
    tag.className = "tag decision " + decision;
    tag.textContent = "you: " + decision + (chosen ? ", " + chosen : "");
    row.classList.toggle("done", Boolean(decision));
    box(row).checked = false;
  };
  const decide = async (chosen, decision) => {
    if (!level || !chosen.length) return;
    const fields = chosen.map((row) => row.dataset.fold ? ["fold", row.dataset.fold] : ["id", row.dataset.id]);
    fields.push(["decision", decision], ["level", level.value], ["note", note.value], ["query", form.dataset.query]);
    try {
      const outcome = await send("/decide", fields);
      chosen.forEach((row) => show(row, decision, outcome.level));
      history.push({rows: chosen, reviews: outcome.undo});
      note.value = "";
      localStorage.removeItem("linkwitness-note-" + note.dataset.draft);
      say(outcome.undo.length + (outcome.undo.length === 1 ? " domain: " : " domains: ") + decision + " (z undoes it)");
      go(rows.indexOf(chosen[chosen.length - 1]) + 1);
    } catch (error) { say("Not stored: " + error.message); }
  };
  const undo = async () => {
    const last = history.pop();
    if (!last) return say("Nothing to undo on this page.");
    try {
      await send("/undo", last.reviews.map((id) => ["review", id]));
      last.rows.forEach((row) => show(row, "", ""));
      say("Undone.");
      go(rows.indexOf(last.rows[0]));
    } catch (error) { history.push(last); say("Not undone: " + error.message); }
  };
  const ticked = () => rows.filter((row) => box(row).checked);

  form.addEventListener("submit", (event) => {
    if (document.getElementById("all").checked) return;
    event.preventDefault();
    decide(ticked(), event.submitter.value);
  });
  const DECISIONS = {s: "spam", b: "benign", u: "unsure"};
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
        && event.target.type !== "checkbox") return;
    const key = event.key;
    if (key === "n") at === rows.length - 1 && document.getElementById("next") ? document.getElementById("next").click() : go(at + 1);
    else if (key === "p") go(at - 1);
    else if (key === "z") undo();
    else if (key === "l" && level) { level.selectedIndex = (level.selectedIndex + 1) % level.options.length; say("Disavow level: " + level.options[level.selectedIndex].text); }
    else if (at >= 0 && DECISIONS[key]) decide(ticked().length ? ticked() : [rows[at]], DECISIONS[key]);
    else if (at >= 0 && key === "o") rows[at].querySelector(".domain").click();
    else if (at >= 0 && key === "x") box(rows[at]).checked = !box(rows[at]).checked;
    else return;
    event.preventDefault();
  });
})();
