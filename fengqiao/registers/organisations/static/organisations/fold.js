// On a phone the sections of an office fold down to their titles; a wide screen, paper, and a page
// without this script show all of them.
const narrow = window.matchMedia("(max-width: 599px)");

for (const section of document.querySelectorAll("[data-fold]")) {
  const title = section.querySelector(".card-title");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fq-fold";
  button.append(...title.childNodes);
  title.append(button);
  const parts = [...section.children].filter((part) => !part.contains(title));
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    for (const part of parts) part.hidden = !open;
  };
  const follow = () => {
    button.disabled = !narrow.matches;
    show(!narrow.matches);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"));
  narrow.addEventListener("change", follow);
  window.addEventListener("beforeprint", () => show(true));
  window.addEventListener("hashchange", () => {
    if (location.hash === `#${section.id}`) show(true);
  });
  follow();
}
