// The frame's own behaviour: large type, menus that close, and words for a fragment that failed.
const YEAR = 365 * 24 * 60 * 60;

document.addEventListener("click", (event) => {
  const large = event.target.closest("[data-large-type]");
  if (large) {
    const on = document.documentElement.dataset.type !== "large";
    if (on) document.documentElement.dataset.type = "large";
    else delete document.documentElement.dataset.type;
    large.setAttribute("aria-pressed", String(on));
    document.cookie = `large_type=${on ? 1 : 0}; path=/; max-age=${YEAR}; samesite=lax`;
  }
  for (const menu of document.querySelectorAll("details[data-closes][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// "/" goes to the box, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const boxes = [...document.querySelectorAll("[data-search], main input[type=search]")];
  const box = boxes.find((one) => one.offsetParent !== null);
  const link = document.querySelector(".fq-box-link");
  if (!box && !link) return;
  event.preventDefault();
  if (box) box.focus();
  else link.click();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-closes][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

function tell(text) {
  const box = document.createElement("div");
  box.className = "alert alert-danger";
  box.textContent = text;
  document.getElementById("messages").replaceChildren(box);
}

document.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const words = [page.querySelector("h1"), page.querySelector(".fq-number")];
  tell(words.filter(Boolean).map((node) => node.textContent).join(" ") || "没有完成");
});

document.addEventListener("htmx:sendError", () => tell("连不上服务器"));

// Parts that are open on a wide screen are folded on a narrow one, and open on paper.
const folded = document.querySelectorAll("details[data-narrow]");
const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (matchMedia("(max-width: 767.98px)").matches) {
  for (const part of folded) part.open = wanted ? part.contains(wanted) : false;
}
addEventListener("beforeprint", () => {
  for (const part of folded) part.open = true;
});
