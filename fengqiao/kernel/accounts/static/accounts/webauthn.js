// Asks the browser for a security key: the page says in #webauthn-options what the server wants,
// the button [data-webauthn] sends its form with the key's answer in the field "credential".
const coded = /^(challenge|id)$/;

function toBytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0)).buffer;
}

function toText(bytes) {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// Ids and challenges come as text and are wanted as bytes; the id of the site stays a text.
function decoded(value, name, parent) {
  if (Array.isArray(value)) return value.map((item) => decoded(item, name, parent));
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).map(([key, item]) => [key, decoded(item, key, name)]);
    return Object.fromEntries(entries);
  }
  return coded.test(name) && parent !== "rp" ? toBytes(value) : value;
}

function answer(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const given = parts.filter((part) => response[part]).map((part) => [part, toText(response[part])]);
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(given),
  };
}

const button = document.querySelector("[data-webauthn]");
const said = document.querySelector("[data-webauthn-said]");

async function ask() {
  said.hidden = true;
  try {
    const { publicKey } = decoded(JSON.parse(document.getElementById("webauthn-options").textContent));
    const making = button.dataset.webauthn === "create";
    const credential = await navigator.credentials[making ? "create" : "get"]({ publicKey });
    button.form.elements.credential.value = JSON.stringify(answer(credential));
    button.form.submit();
  } catch {
    said.hidden = false;
  }
}

if (button && window.PublicKeyCredential) button.addEventListener("click", ask);
else if (button) {
  button.disabled = true;
  said.hidden = false;
}
