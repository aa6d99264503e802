import { expect, it } from 'vitest'
import { cellsOf, csvOf, type Entry, groundWords, headings } from './entry.ts'

const entry: Entry = {
  id: 'e-1',
  day: '2026-11-24',
  clock: '14.30',
  direction: 'sent',
  kind: 'item_version',
  from: 'Furuskolan',
  to: 'Socialtjänsten',
  ground: 'samtycke',
  by: 'Maja Lind',
}

it('what was disclosed stands under its headings, and who took it out is added last', () => {
  const cells = [...cellsOf(entry), 'Rut Berg']
  expect(Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]))).toEqual({
    Dag: '2026-11-24',
    Tid: '14.30',
    Riktning: 'Lämnat ut',
    Vad: 'Uppgift',
    Från: 'Furuskolan',
    Till: 'Socialtjänsten',
    Grund: 'Familjen har sagt ja (samtycke)',
    Av: 'Maja Lind',
    Beteckning: 'e-1',
    'Uttaget av': 'Rut Berg',
  })
})

it.each([
  ['item_version', 'Uppgift', 'Familjen'],
  ['party', 'Del i plan och möten', 'Familjen'],
  ['handover', 'Överlämning', 'Familjen'],
  ['emergency', 'Nödöppning av plan', 'Familjen'],
  ['paper', 'Överlämning på papper', 'Någon utanför Kronobarn'],
  ['link', 'Fråga med länk', 'Familjen'],
] as const)('%s without a name of who sent it or a unit that got it', (kind, what, to) => {
  const cells = cellsOf({ ...entry, direction: 'received', kind, to: undefined, by: undefined })
  expect([cells[2], cells[3], cells[5], cells[7]]).toEqual(['Tagit emot', what, to, 'Namnet visas inte här'])
})

it.each([
  ['nagon_i_fara', 'Någon annans liv eller hälsa är i fara just nu'],
  ['gone_from_the_list', 'gone_from_the_list'],
])('the ground %s reads: %s', (code, words) => {
  expect(groundWords(code)).toBe(words)
})

it('a spreadsheet knows its letters, its rows and its cells', () => {
  expect(
    csvOf([
      ['Från', 'Till'],
      ['Den "nya" skolan', 'a;b'],
    ]),
  ).toBe('\uFEFF"Från";"Till"\r\n"Den ""nya"" skolan";"a;b"\r\n')
})

it.each(['=1+1', '+46', '-1', '@SUM', '\tx', '\rx'])('%j never becomes a formula', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
})

it('what only holds such a sign stays as it was written', () => {
  expect(csvOf([['a=b', '2026-11-24']])).toBe('\uFEFF"a=b";"2026-11-24"\r\n')
})
