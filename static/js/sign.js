// The signature form says what is about to be signed: the button and the printed line follow the chosen status.
// Without script the button says "Sign" and the line "the status you sign". Works in forms that arrive later, too.

function tell(form) {
  const choice = form.querySelector("input[name=signs]:checked")?.closest("label")
  const print = form.querySelector("[data-sign-print]")
  if (!choice || !print) return
  form.querySelector("[data-sign-button]").textContent = choice.dataset.signAs
  print.querySelector("[data-sign-says]").textContent = choice.dataset.signWord
  print.classList.remove(...[...print.classList].filter((name) => name.startsWith("note-")))
  print.classList.add(choice.className.replace("choice-", "note-"))
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-sign]")
  if (form) tell(form)
})
for (const form of document.querySelectorAll("form[data-sign]")) tell(form)
