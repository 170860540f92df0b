// A form with data-unsaved asks before the page is left with words in it that were not saved.
// An editor (django-prose-editor) writes its words into its textarea, and may tidy them as it starts: what counts as
// saved is what stands there when it is ready, unless somebody typed into the textarea before.

const saved = new WeakMap()
const typed = new WeakSet()
let is_sent = false

function is_changed(field) {
  return field.value !== (saved.get(field) ?? field.defaultValue)
}

document.addEventListener("input", ({ target, isTrusted }) => {
  if (isTrusted) typed.add(target)
})
document.addEventListener("prose-editor:ready", ({ detail: { textarea } }) => {
  if (!typed.has(textarea)) saved.set(textarea, textarea.value)
})
document.addEventListener("submit", ({ target }) => {
  is_sent ||= target.matches("[data-unsaved]")
})
window.addEventListener("pageshow", () => {
  is_sent = false // come back to, after an answer
})
window.addEventListener("beforeunload", (event) => {
  const fields = document.querySelectorAll("form[data-unsaved] textarea")
  if (!is_sent && [...fields].some(is_changed)) event.preventDefault()
})
