/** Makes an element with a class, attributes and children. Styles are set through the style object only: the page's policy allows no style attributes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Shows a text; nothing is touched when it stands there already. */
export function setText(target: Element, text: string): void {
  const node = target.firstChild
  if (node instanceof Text && target.childNodes.length === 1) {
    if (node.data !== text) node.data = text
  } else if (node !== null || text !== '') target.textContent = text
}

/** Sets an attribute, or takes it away; nothing is touched when it is so already. */
export function setAttribute(target: Element, name: string, value: string | null): void {
  if (target.getAttribute(name) === value) return
  if (value === null) target.removeAttribute(name)
  else target.setAttribute(name, value)
}

/** Sets a CSS variable; nothing is touched when it has the value already. */
export function setVariable(target: HTMLElement, name: `--${string}`, value: string | number): void {
  const text = String(value)
  if (target.style.getPropertyValue(name) !== text) target.style.setProperty(name, text)
}

/** Puts an element on the time axis; without an end it reaches to now. */
export function setSpan(target: HTMLElement, from: number, to: number | null): void {
  setVariable(target, '--from', from)
  setVariable(target, '--to', to ?? 'var(--now)')
}
