// A trial lists its accounts below the form: a click fills the form in.
for (const account of document.querySelectorAll("button[data-login]")) {
  account.addEventListener("click", () => {
    const form = document.getElementById("sign-in");
    form.elements.login.value = account.dataset.login;
    form.elements.password.value = account.dataset.password;
    form.querySelector("button[type=submit]").focus();
  });
}
