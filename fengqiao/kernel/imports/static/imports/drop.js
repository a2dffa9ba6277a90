// A file may be dropped anywhere on the marked area; without this script the file field works alone.
for (const area of document.querySelectorAll("[data-drop]")) {
  const field = area.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.add("fq-dropping");
    });
  }
  area.addEventListener("dragleave", () => area.classList.remove("fq-dropping"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("fq-dropping");
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}
