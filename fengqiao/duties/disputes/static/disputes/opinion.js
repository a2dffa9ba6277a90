// The code of a scanned slip stands behind "#", which is sent to no server; it is put into its field.
const field = document.querySelector("#id_code");
const code = decodeURIComponent(location.hash.slice(1));
if (field && code) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}
