// Single keys at the desk. An element with data-key="a" is pressed, or entered if it is a form or a field, when "a"
// is typed outside any field. j and k press data-key="j" and "k" where the page has them, else walk from one
// data-key-item to the next. No key signs or publishes: "s" only goes to the form.
// Keys can be switched off in the "?" list (WCAG 2.1.4); the choice stays in this browser.

const KEYS = "acdfgjknst?"
const OFF = "countersign-keys-off"
const FIELDS = "input, select, textarea, [contenteditable=true]"

function are_off() {
  try {
    return localStorage.getItem(OFF) === "1"
  } catch {
    return false // storage is closed to us: keys stay on
  }
}

function remember(is_off) {
  try {
    if (is_off) localStorage.setItem(OFF, "1")
    else localStorage.removeItem(OFF)
  } catch {
    // storage is closed to us: the choice lasts as long as the page
  }
}

let off = are_off()

function is_shown(element) {
  return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0
}

function holder(key) {
  const scope = document.activeElement?.closest("[data-key-scope]")
  const selector = `[data-key="${key}"]`
  const found = [...(scope?.querySelectorAll(selector) ?? []), ...document.querySelectorAll(selector)]
  return found.find((element) => !element.disabled && (is_shown(element) || element.closest("details:not([open])")))
}

function enter(element) {
  element.closest("details")?.setAttribute("open", "")
  if (element.matches("a, button, summary")) {
    element.click()
    return
  }
  const inside = `:is(${FIELDS}, button):not([type=hidden], :disabled)`
  const field = element.matches(FIELDS) ? element : (element.querySelector("input:checked") ?? element.querySelector(inside))
  element.scrollIntoView({ block: "nearest" })
  field?.focus()
}

function walk(step) {
  const items = [...document.querySelectorAll("[data-key-item]")].filter(is_shown)
  if (!items.length) return false
  const here = items.findIndex((item) => item.contains(document.activeElement) || item.hasAttribute("data-key-current"))
  const next = items[here < 0 ? (step > 0 ? 0 : items.length - 1) : here + step]
  if (!next) return true
  document.querySelector("[data-key-current]")?.removeAttribute("data-key-current")
  next.setAttribute("data-key-current", "")
  const stop = next.matches("a, button") ? next : next.querySelector("a, button")
  stop?.focus({ preventScroll: true })
  next.scrollIntoView({ block: "nearest" })
  return true
}

function help() {
  const dialog = document.querySelector("[data-keys-help]")
  if (dialog && !dialog.open) dialog.showModal()
  return Boolean(dialog)
}

function press(key) {
  if (key === "?") return help()
  const element = holder(key)
  if (element) {
    enter(element)
    return true
  }
  return key === "j" ? walk(1) : key === "k" ? walk(-1) : false
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.defaultPrevented) return
  if (!KEYS.includes(event.key) || event.key.length !== 1) return
  if (event.target.closest?.(`${FIELDS}, dialog`)) return
  if (off && event.key !== "?") return
  if (press(event.key)) event.preventDefault()
})

for (const button of document.querySelectorAll("[data-keys-open]")) {
  button.hidden = false
  button.addEventListener("click", help)
}
for (const box of document.querySelectorAll("[data-keys-on]")) {
  box.checked = !off
  box.addEventListener("change", () => {
    off = !box.checked
    remember(off)
  })
}
