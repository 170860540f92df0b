// The reader: select words in the text to add a figure that was missed. The text is drawn in runs, each a
// <span data-start="N"> whose characters are those of the text from N on, counted in Unicode code points; a run
// never holds a line break. What stands outside runs (status tags, notes) is not text and is left out.
// The selection fills start, end, quote, prefix and suffix of the form marked data-selection-form;
// the server checks them against the text.

const AROUND = 32 // code points of prefix and suffix, as the server keeps them
const SETTLE_MS = 80

const points = (text) => [...text]

function runs(root) {
  return [...root.querySelectorAll("[data-start]")].map((element) => {
    const text = points(element.textContent)
    const start = Number(element.dataset.start)
    return { element, text, start, end: start + text.length }
  })
}

// The part of a run that the selection covers, in absolute offsets; null when it covers none.
function covered(run, range) {
  if (!range.intersectsNode(run.element)) return null
  const before = document.createRange()
  before.selectNodeContents(run.element)
  let from = 0
  let to = run.text.length
  if (run.element.contains(range.startContainer)) {
    before.setEnd(range.startContainer, range.startOffset)
    from = points(before.toString()).length
    before.selectNodeContents(run.element)
  }
  if (run.element.contains(range.endContainer)) {
    before.setEnd(range.endContainer, range.endOffset)
    to = points(before.toString()).length
  }
  return from < to ? { start: run.start + from, end: run.start + to } : null
}

// The characters from `start` to `end` as far as the runs give them without a gap, as one array or null.
function slice(all, start, end) {
  const out = []
  let at = start
  for (const run of all) {
    if (run.end <= at || run.start >= end) continue
    if (run.start > at) return null
    out.push(...run.text.slice(at - run.start, Math.min(end, run.end) - run.start))
    at = Math.min(end, run.end)
  }
  return at === end ? out : null
}

function around(all, start, end) {
  let from = start
  let to = end
  while (from > start - AROUND && all.some((run) => run.start < from && from <= run.end)) from -= 1
  while (to < end + AROUND && all.some((run) => run.start <= to && to < run.end)) to += 1
  return { prefix: (slice(all, from, start) ?? []).join(""), suffix: (slice(all, end, to) ?? []).join("") }
}

// What is selected in the text: {start, end, quote, prefix, suffix}, {is_broken} across a line break, or null.
export function selected(root, selection = document.getSelection()) {
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const all = runs(root).sort((a, b) => a.start - b.start)
  const parts = all.map((run) => covered(run, range)).filter(Boolean)
  if (!parts.length) return null
  let start = parts[0].start
  let end = parts.at(-1).end
  let text = slice(all, start, end)
  if (!text) return { is_broken: true }
  while (text.length && /\s/u.test(text[0])) { text.shift(); start += 1 }
  while (text.length && /\s/u.test(text.at(-1))) { text.pop(); end -= 1 }
  if (!text.length) return null
  return { start, end, quote: text.join(""), ...around(all, start, end) }
}

function fill(form, found) {
  for (const name of ["start", "end", "quote", "prefix", "suffix"]) {
    const field = form.elements.namedItem(name)
    if (field) field.value = found[name]
  }
  const says = form.querySelector("[data-selection-says]")
  if (says) says.textContent = `“${found.quote}” ${found.start}–${found.end}`
}

function watch(root, form) {
  const broken = form.querySelector("[data-selection-broken]")
  let timer = null
  const look = () => {
    if (form.contains(document.activeElement)) return // typing in the form must not overwrite it
    const found = selected(root)
    if (broken) broken.hidden = !found?.is_broken
    if (found && !found.is_broken) fill(form, found)
  }
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer) // the event comes with every move of the pointer; a long text is read once it rests
    timer = setTimeout(look, SETTLE_MS)
  })
}

const root = document.querySelector("[data-selection-text]")
const form = document.querySelector("[data-selection-form]")
if (root && form) watch(root, form)
