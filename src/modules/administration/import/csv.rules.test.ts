import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines } from './csv.ts'

const cellsOf = (text: string) => readLines(text).map(({ cells }) => cells)

it('reads cells in quotes, with what parts them inside, and numbers lines as a spreadsheet does', () => {
  expect(readLines('a;b\n"x;\n""y""";2\n\n3;"4"')).toEqual([
    { number: 1, cells: ['a', 'b'] },
    { number: 2, cells: ['x; "y"', '2'] },
    { number: 5, cells: ['3', '4'] },
  ])
  expect(cellsOf('a,b\r1,2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(cellsOf('\uFEFFa\tb')).toEqual([['a', 'b']])
})

it('reads back whatever was written, and is never stuck on what was not', () => {
  const cell = fc.string({ minLength: 1 }).map((text) => `x${text.replace(/\s/g, ' ')}`.trim())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.string(), (rows, noise) => {
      const written = [['a', 'b'], ...rows].map((cells) =>
        cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'),
      )
      expect(cellsOf(written.join('\r\n'))).toEqual([['a', 'b'], ...rows])
      expect(Array.isArray(readLines(noise))).toBe(true)
    }),
  )
})
