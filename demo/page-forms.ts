// Reads the forms of a page as a browser does, so that the demo is told through the same forms that people fill in.

/** By name; what is undefined is left as the page has it. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>

export type PageForm = {
  /** Where it goes; undefined: back to the page. */
  action: string | undefined
  /** What would be sent if nothing was changed. */
  filled: readonly (readonly [name: string, value: string])[]
  /** What its buttons say. */
  buttons: readonly string[]
  /** Every name, with the answers to choose from where there are any. */
  names: ReadonlyMap<string, ReadonlySet<string> | undefined>
}

/** The forms on the page that change something. */
export const formsIn = (html: string): PageForm[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, tag = '', inside = '']) => {
    const form = attributesOf(tag)
    if (form.get('method') !== 'post') return []
    const controls = controlsIn(inside)
    const names = new Map<string, Set<string> | undefined>()
    for (const { name, value, chosen } of controls)
      names.set(name, chosen ? new Set([...(names.get(name) ?? []), value]) : undefined)
    const filled = controls.filter(({ sent }) => sent).map(({ name, value }) => [name, value] as const)
    const buttons = [...inside.matchAll(/<button\b[^>]*>(.*?)<\/button>/gs)].map(([, text = '']) =>
      textOf(text),
    )
    return [{ action: form.get('action'), filled, names, buttons }]
  })

/** What is sent when the fields are filled in. Throws when somebody in front of the page could not have done so. */
export function fillIn({ filled, names }: PageForm, fields: Fields): URLSearchParams {
  const given = Object.entries(fields).flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => [name, value] as const),
  )
  for (const [name, value] of given)
    if (names.get(name)?.has(value) === false)
      throw new Error(`${name} offers ${[...(names.get(name) ?? [])]}, not ${value}`)
  const untouched = filled.filter(([name]) => fields[name] === undefined)
  return new URLSearchParams([...untouched, ...given].map(([name, value]): [string, string] => [name, value]))
}

/** `chosen`: one of several answers. `sent`: goes along as the page stands. */
type Control = { name: string; value: string; chosen: boolean; sent: boolean }

const controlPattern =
  /<input\b([^>]*?)\/?>|<button\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs

const controlsIn = (html: string): Control[] =>
  [...html.matchAll(controlPattern)].flatMap(([, input, button, area, text = '', select, options = '']) => {
    if (input !== undefined) return inputOf(attributesOf(input))
    if (button !== undefined) return buttonOf(attributesOf(button))
    if (area !== undefined) return plain(attributesOf(area).get('name'), unescaped(text).replace(/^\n/, ''))
    return optionsOf(attributesOf(select ?? '').get('name'), options)
  })

const plain = (name: string | undefined, value: string): Control[] =>
  name ? [{ name, value, chosen: false, sent: true }] : []

function inputOf(tag: ReadonlyMap<string, string>): Control[] {
  const name = tag.get('name')
  const value = tag.get('value') ?? ''
  const chosen = tag.get('type') === 'radio' || tag.get('type') === 'checkbox'
  return name ? [{ name, value, chosen, sent: !chosen || tag.has('checked') }] : []
}

function buttonOf(tag: ReadonlyMap<string, string>): Control[] {
  const name = tag.get('name')
  return name ? [{ name, value: tag.get('value') ?? '', chosen: true, sent: false }] : []
}

function optionsOf(name: string | undefined, html: string): Control[] {
  if (!name) return []
  const options = [...html.matchAll(/<option\b([^>]*)>/g)].map(([, tag = '']) => attributesOf(tag))
  const picked = options.find((option) => option.has('selected')) ?? options[0]
  return options.map((option) => ({
    name,
    value: option.get('value') ?? '',
    chosen: true,
    sent: option === picked,
  }))
}

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  )

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '')

/** What a page says, without its tags. */
export const textOf = (html: string) =>
  unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

/** The answer whose label begins so, among those that a question offers. */
export function chosenByLabel(html: string, name: string, label: string): string {
  const found = labelled(html, name).find(({ text }) => text.startsWith(label))
  if (!found) throw new Error(`${name} offers nothing called ${label}`)
  return found.value
}

/** Every answer that a question offers. */
export const answersOffered = (html: string, name: string): string[] =>
  labelled(html, name).map(({ value }) => value)

type Labelled = { text: string; value: string }

function labelled(html: string, name: string): Labelled[] {
  const boxes = [...html.matchAll(/<label\b[^>]*><input\b([^>]*)>(.*?)<\/label>/gs)].flatMap(
    ([, tag = '', text = '']) => {
      const input = attributesOf(tag)
      return input.get('name') === name ? { text: textOf(text), value: input.get('value') ?? '' } : []
    },
  )
  const [, options = ''] =
    new RegExp(`<select\\b[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(html) ?? []
  const lines = [...options.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)].map(
    ([, tag = '', text = '']) => ({
      text: textOf(text),
      value: attributesOf(tag).get('value') ?? '',
    }),
  )
  return [...boxes, ...lines]
}

/** Where the link goes that begins so. */
export function linkWith(html: string, text: string): string {
  for (const [, tag = '', inside = ''] of html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs))
    if (textOf(inside).startsWith(text)) return attributesOf(tag).get('href') ?? ''
  throw new Error(`no link ${text}`)
}

/** What the id of a section adds to its beginning, for the section with this heading; undefined: there is none. */
export function sectionCalled(html: string, begins: string, heading: string): string | undefined {
  for (const [, id = '', title = ''] of html.matchAll(/<section id="([^"]*)"[^>]*><h2\b[^>]*>(.*?)<\/h2>/gs))
    if (id.startsWith(begins) && textOf(title) === heading) return id.slice(begins.length)
  return undefined
}
