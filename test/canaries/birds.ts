import { afterAll, vi } from 'vitest'
import { bodyAsText } from '#shared/sealed.ts'
import { Vault } from '#shared/vault.ts'
import { typing } from '#test/world.ts'

// Every text that somebody writes, and every text that is sealed, carries a word of its own that stands nowhere else: a
// canary. Where it is found again it tells which text got there.

const stem = 'kanarie'
const bird = /kanarie\d{4,6}q/gi
export const birdsIn = (text: string): string[] => [
  ...new Set((text.match(bird) ?? []).map((found) => found.toLowerCase())),
]

export type Bird = { name: string; from: string; nests: Set<string> }
const all = new Map<string, Bird>()

/** A new canary; `from` says who wrote it and in which field, or which table a helper put it in. */
export function hatch(from: string, ...nests: readonly string[]): string {
  const name = `${stem}${String(all.size + 1).padStart(4, '0')}q`
  all.set(name, { name, from, nests: new Set(nests) })
  return name
}
export const birds = (): Bird[] => [...all.values()]
export const birdNamed = (name: string): Bird => all.get(name) ?? { name, from: '?', nests: new Set() }

/** Ids, days, numbers and codes are no texts. */
const isProse = (text: string) => /\p{L}/u.test(text) && !/^[\da-z_:.TZ/+-]*$/.test(text)

/** Texts that have moved to a table of their own keep the place that they were sealed for. */
const liesIn: Readonly<Record<string, string>> = {
  bar: 'bar_reason',
  family_talk: 'family_talk_note',
  meeting_party: 'meeting_invitation',
}

function marked(value: unknown, nest: string): unknown {
  if (typeof value === 'string') return isProse(value) ? `${value} ${hatch(nest, nest)}` : value
  if (Array.isArray(value)) return value.map((one) => marked(one, nest))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, nest)]))
}

/** From now on, until the file is done. */
export function letThemOut(): void {
  const asTyped = typing.of
  typing.of = (text, where) =>
    isProse(text) && birdsIn(text).length === 0 ? `${text} ${hatch(where)}` : text
  const { boxOf } = Vault.prototype
  const watch = vi.spyOn(Vault.prototype, 'boxOf').mockImplementation(function (this: Vault, key: Buffer) {
    const box = boxOf.call(this, key)
    return {
      ...box,
      seal: (place, body) => {
        const nest = `${liesIn[place.table] ?? place.table}.${place.column}`
        const told: unknown = JSON.parse(bodyAsText(body))
        // What came by a form has one already.
        const text = birdsIn(JSON.stringify(told)).length > 0 ? told : marked(told, nest)
        for (const name of birdsIn(JSON.stringify(text))) all.get(name)?.nests.add(nest)
        return box.seal(place, text)
      },
    }
  })
  afterAll(() => {
    typing.of = asTyped
    watch.mockRestore()
  })
}

/** The pieces of base64 that the stem makes, wherever in a text it begins. */
const inBase64 = [0, 1, 2].map((shift) => {
  const text = Buffer.from(`${'x'.repeat(shift)}${stem}`).toString('base64')
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + stem.length) * 8) / 6))
})
const hidden = [Buffer.from(stem).toString('hex'), ...inBase64]

const decoded = (text: string) =>
  text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))

/** Every canary in a text, as it is or in an address; and whether one is there in another way of writing it. */
export function found(text: string): string[] {
  const lower = text.toLowerCase()
  const written = hidden.filter((form, place) => (place === 0 ? lower : text).includes(form))
  return [...birdsIn(text), ...birdsIn(decoded(text)), ...written.map((form) => `written ${form}`)]
}
