// The picker beside a text. The server draws the list and narrows it (htmx); choosing a figure sends
// countersign:insert-figure to the editor (figure-ref.js). The buttons are hidden until an editor is there to insert into.

const OPEN = "countersign:open-picker"
const INSERT = "countersign:insert-figure"

function reveal() {
  if (!document.querySelector(".ProseMirror")) return
  for (const button of document.querySelectorAll("[data-insert-figure][hidden]")) button.hidden = false
}

function say(picker, text) {
  const says = picker.querySelector("[data-picker-says]")
  if (says) says.textContent = text
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-insert-figure]")
  if (!button) return
  const { insertFigure: uid, wording = "", text = "", status = "" } = button.dataset
  document.dispatchEvent(new CustomEvent(INSERT, { detail: { uid, wording, text, status } }))
  const picker = button.closest("[data-picker]")
  if (picker) say(picker, `${picker.dataset.insertedLabel ?? ""} ${text}`.trim())
})

// Arrow keys walk the list from the search field on; Escape returns to the field.
document.addEventListener("keydown", (event) => {
  const picker = event.target.closest?.("[data-picker]")
  if (!picker || event.isComposing) return
  const search = picker.querySelector("[data-picker-search]")
  if (event.key === "Escape" && event.target !== search) {
    search?.focus()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [search, ...picker.querySelectorAll("[data-insert-figure]")].filter(Boolean)
  const next = stops[stops.indexOf(event.target) + step]
  if (next) {
    event.preventDefault()
    next.focus()
  }
})

document.addEventListener(OPEN, () => {
  const search = document.querySelector("[data-picker] [data-picker-search]")
  search?.scrollIntoView({ block: "center" })
  search?.focus({ preventScroll: true })
})

// "Find it among the figures" asks the picker on this page: following the link would lose what is typed and not saved.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-picker-find]")
  const search = document.querySelector("[data-picker] [data-picker-search]")
  if (!link || !search || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  search.value = link.dataset.pickerFind
  search.dispatchEvent(new Event("input", { bubbles: true }))
  document.dispatchEvent(new CustomEvent(OPEN))
})

document.addEventListener("htmx:afterSwap", reveal)
document.addEventListener("prose-editor:ready", reveal)
reveal()
