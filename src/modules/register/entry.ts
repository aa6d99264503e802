import { emergencyGrounds, legalGrounds } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'

/** Something that was disclosed: neither child nor content. */
export type Entry = {
  id: string
  day: Day
  clock: string
  direction: 'sent' | 'received'
  kind: 'item_version' | 'party' | 'handover' | 'emergency' | 'paper' | 'link'
  from: string
  /** Missing: to somebody in the family, or on paper or by a link to somebody outside. */
  to: string | undefined
  ground: string
  by: string | undefined
}

export const directionWords = { sent: 'Lämnat ut', received: 'Tagit emot' } as const
export const kindWords = {
  item_version: 'Uppgift',
  party: 'Del i plan och möten',
  handover: 'Överlämning',
  emergency: 'Nödöppning av plan',
  paper: 'Överlämning på papper',
  link: 'Fråga med länk',
} as const

const grounds = new Map<string, string>(
  [...legalGrounds, ...emergencyGrounds].map(({ code, sv }) => [code, sv]),
)
/** A ground as it reads; what is no longer in the list stands as it was written. */
export const groundWords = (code: string): string => grounds.get(code) ?? code

export const cellsOf = (entry: Entry): readonly string[] => [
  entry.day,
  entry.clock,
  directionWords[entry.direction],
  kindWords[entry.kind],
  entry.from,
  entry.to ?? (entry.kind === 'paper' ? 'Någon utanför Kronobarn' : 'Familjen'),
  groundWords(entry.ground),
  entry.by ?? 'Namnet visas inte här',
  entry.id,
]
export const headings = [
  'Dag',
  'Tid',
  'Riktning',
  'Vad',
  'Från',
  'Till',
  'Grund',
  'Av',
  'Beteckning',
  'Uttaget av',
] as const

/** A table for a spreadsheet, in which nothing that begins like a formula is one. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellIn).join(';')).join('\r\n')}\r\n`

const cellIn = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
