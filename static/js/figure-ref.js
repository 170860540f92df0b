// The figure in a text, as an extension of django-prose-editor: one inline atom,
// <data data-figure=UID data-wording=…>words</data>. The server prints the words from the record when it saves;
// what stands here is only what the writer sees. Nothing inline, nothing evaluated: it runs under script-src 'self'.
//
// A figure comes in through the document event countersign:insert-figure with detail {uid, wording, text, status}
// (picker.js sends it) and goes to the editor that had the cursor last.

import { Node, crel } from "django-prose-editor/editor"

const SVG = "http://www.w3.org/2000/svg"
const STATUSES = ["unreviewed", "verified", "attributed", "disputed", "superseded", "unverifiable", "false"]
const OPEN = "countersign:open-picker"
const INSERT = "countersign:insert-figure"

// Tiptap looks for a style element with this mark before it adds its own inline one, which the content policy
// would refuse. The rules are in css/editor.css; an element of that name outside HTML satisfies the search.
const stand_in = document.createElementNS(null, "style")
stand_in.setAttribute("data-tiptap-style", "")
document.head.append(stand_in)

const editors = new Set()
let last = null

function glyph(status) {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("class", `glyph glyph-${status}`)
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(SVG, "use")
  use.setAttribute("href", `#g-${status}`)
  svg.append(use)
  return svg
}

export const FigureRef = Node.create({
  name: "FigureRef",
  group: "inline",
  inline: true,
  atom: true,
  marks: "",
  selectable: true,
  draggable: false,

  addAttributes() {
    return {
      uid: {
        default: null,
        parseHTML: (dom) => dom.getAttribute("data-figure"),
        renderHTML: ({ uid }) => ({ "data-figure": uid }),
      },
      wording: {
        default: null,
        parseHTML: (dom) => dom.getAttribute("data-wording"),
        renderHTML: ({ wording }) => (wording ? { "data-wording": wording } : {}),
      },
      text: { default: "", parseHTML: (dom) => dom.textContent, rendered: false },
      // Only for the eye. It travels in data-status so that a form shown again keeps it; the server never believes it.
      status: {
        default: null,
        parseHTML: (dom) => dom.getAttribute("data-status"),
        renderHTML: ({ status }) => (status ? { "data-status": status } : {}),
      },
    }
  },

  parseHTML() {
    return [{ tag: "data[data-figure]" }]
  },

  renderHTML({ node, HTMLAttributes }) {
    return ["data", HTMLAttributes, node.attrs.text]
  },

  renderText({ node }) {
    return node.attrs.text
  },

  addNodeView() {
    return ({ node }) => {
      const status = STATUSES.includes(node.attrs.status) ? node.attrs.status : "unreviewed"
      const dom = crel("span", { className: `node node-${status}`, "data-figure": node.attrs.uid })
      dom.contentEditable = "false"
      dom.append(glyph(status), node.attrs.text)
      dom.append(crel("span", { className: "visually-hidden", textContent: `, ${status}` }))
      return { dom }
    }
  },

  addCommands() {
    return {
      insertFigure:
        ({ uid, wording, text, status }) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { uid, wording, text, status } }),
    }
  },

  addMenuItems({ menu, buttons }) {
    const label = document.querySelector("[data-picker]")?.dataset.insertLabel ?? "Insert figure"
    menu.defineItem({
      name: "insertFigure",
      groups: "nodes figures",
      priority: 200,
      button: buttons.text(label, label),
      command: () => document.dispatchEvent(new CustomEvent(OPEN)),
    })
  },

  onCreate() {
    editors.add(this.editor)
  },

  onFocus() {
    last = this.editor
  },

  onDestroy() {
    editors.delete(this.editor)
    if (last === this.editor) last = null
  },
})

document.addEventListener(INSERT, ({ detail }) => {
  const target = last ?? [...editors].at(-1)
  if (!target || !detail?.uid) return
  target.view.focus() // at once: Tiptap's own focus() waits a frame, and the next key would still press the picker's button
  target.commands.insertFigure(detail)
})

// Where somebody is about to type: an editor that takes a textarea's place takes the cursor with it.
let entered = document.activeElement
document.addEventListener("focusin", ({ target }) => {
  entered = target
})

// The editor hides the textarea its label points to: give the name, the help and the errors to the editing area.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = textarea.labels?.[0]
  const attributes = { role: "textbox", "aria-multiline": "true" }
  attributes["aria-label"] = label?.firstChild?.textContent?.trim() || textarea.name
  if (textarea.getAttribute("aria-describedby")) attributes["aria-describedby"] = textarea.getAttribute("aria-describedby")
  if (textarea.getAttribute("aria-invalid")) attributes["aria-invalid"] = "true"
  if (textarea.lang) attributes.lang = textarea.lang
  editor.setOptions({ editorProps: { attributes } })
  label?.addEventListener("click", () => editor.commands.focus())
  const bar = editor.view.dom.parentElement.querySelector(".prose-menubar")
  bar?.setAttribute("role", "toolbar")
  bar?.setAttribute("aria-label", attributes["aria-label"])
  if (entered === textarea) editor.commands.focus("end")
})
