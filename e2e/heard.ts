import type { Page } from 'playwright-core'

/** One line of what a screen reader has to say, from the tree that the browser gives it. */
export type Heard = { role: string; name: string; level: number; depth: number; address: string | undefined }

/** The whole page as it is heard, from the top. */
export async function heardOn(page: Page): Promise<Heard[]> {
  const heard: Heard[] = []
  for (const line of (await page.locator('body').ariaSnapshot()).split('\n')) {
    const [, indent = '', role = ''] = /^( *)- '?([a-z]+)/.exec(line) ?? []
    const [, address] = /^ *- \/url: "?([^"]*)/.exec(line) ?? []
    const last = heard.at(-1)
    if (address && last) last.address = address
    if (!role) continue
    const name = /^ *- '?[a-z]+ "((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? ''
    const level = Number(/\[level=(\d)\]/.exec(line)?.[1] ?? 0)
    heard.push({ role, name, level, depth: indent.length / 2, address: undefined })
  }
  return heard
}

const landmarks = ['banner', 'main', 'contentinfo', 'complementary']
const named = [
  'link',
  'button',
  'textbox',
  'radio',
  'checkbox',
  'combobox',
  'heading',
  'img',
  'region',
  'navigation',
]

/** All that would make somebody who only hears the page lose the way, in words. */
export function wrongToHear(heard: readonly Heard[]): string[] {
  const of = (role: string) => heard.filter((one) => one.role === role)
  const [skip, ...top] = heard.filter(({ depth }) => depth === 0)
  const headings = of('heading')
  const groups = heard.filter(
    ({ role, name, depth }, place) =>
      role === 'group' && !name && heard.slice(place + 1, place + 4).some((one) => isChoice(one, depth)),
  )
  return [
    skip?.role === 'link' ? [] : 'does not begin with a way past the head',
    ['banner', 'main', 'contentinfo']
      .filter((role) => of(role).length !== 1)
      .map((role) => `${role}: not one`),
    top.filter(({ role }) => !landmarks.includes(role)).map(({ role }) => `${role} stands in no landmark`),
    twice(of('navigation')).map((name) => `two menus are called ${name}`),
    headings[0]?.level === 1 ? [] : 'the first heading is not the page’s own',
    headings
      .filter(({ level }, place) => level > (headings[place - 1]?.level ?? 0) + 1)
      .map(({ name }) => `a degree is missing before ${name}`),
    heard
      .filter(({ role, name }) => named.includes(role) && !name)
      .map(({ role }) => `${role} without a name`),
    groups.map(() => 'answers without a question'),
    ambiguous(of('link')).map((name) => `two ways are called ${name}`),
  ].flat()
}

const isChoice = ({ role, depth }: Heard, group: number) => /radio|checkbox/.test(role) && depth === group + 1

const twice = (all: readonly Heard[]) =>
  all.map(({ name }) => name).filter((name, place, names) => names.indexOf(name) !== place)

/** Heard in a list of links, one after another, these would be the same and lead to different places. */
const ambiguous = (links: readonly Heard[]) => [
  ...new Set(
    links
      .filter(({ name, address }) => links.some((one) => one.name === name && one.address !== address))
      .map(({ name }) => name),
  ),
]

/** Where somebody is, and what is said there: its own name and description, and those of what it stands in. */
export async function heardHere(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const text = (value: { value?: unknown } | undefined) => (value?.value ? [String(value.value)] : [])
  const isFocused = (node: (typeof nodes)[number]) =>
    node.role?.value !== 'RootWebArea' &&
    node.properties?.some(({ name, value }) => name === 'focused' && value.value === true)
  const said: string[] = []
  let node = nodes.find(isFocused)
  while (node) {
    said.push(...text(node.name), ...text(node.description))
    const parent = node.parentId
    node = nodes.find(({ nodeId }) => nodeId === parent)
  }
  return said
}
