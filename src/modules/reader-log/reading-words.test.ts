import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { acts } from '#modules/audit'
import { lix } from '#modules/knowledge'
import { admin } from '#test/world.ts'
import { isReading, readings, untold, whoText } from './reading-words.ts'

const { rows: told } = await sql<{
  act: string
  reading: string
}>`select act, reading from reading_act`.execute(admin)

describe('every act that reads', () => {
  it.each(Object.entries(acts).filter(([, kind]) => kind === 'reads'))(
    '%s is told in words, or it is written why not',
    (act) => {
      const isTold = told.some((row) => row.act === act)
      expect([act, isTold, Object.keys(untold).includes(act)]).toEqual([act, isTold, !isTold])
    },
  )

  it('has words that are used, and no words for an act that there is not', () => {
    for (const { act, reading } of told) {
      expect(Object.keys(acts)).toContain(act)
      expect([reading, isReading(reading)]).toEqual([reading, true])
    }
    expect(Object.keys(readings).sort()).toEqual([...new Set(told.map(({ reading }) => reading))].sort())
  })

  it('is told in plain Swedish', () => {
    for (const to of [
      { self: false, call: 'Lisa' },
      { self: true, call: 'Lisa' },
    ]) {
      const sentences = Object.values(readings).map(({ does, why }) => `Någon ${does(to)}, ${why(to)}.`)
      expect(lix(sentences.join(' '))).toBeLessThanOrEqual(30)
    }
  })
})

it('says who it was by title and place, and by name only where there is one', () => {
  const nurse = { unitName: 'Älghults skola', unitKind: 'compulsory_school', title: 'skolsköterska' } as const
  expect(whoText(nurse)).toBe('En skolsköterska på Älghults skola')
  expect(whoText({ ...nurse, unitName: undefined })).toBe('En skolsköterska på en skola')
  expect(whoText({ ...nurse, title: 'vårdbiträde' })).toBe('Ett vårdbiträde på Älghults skola')
  expect(whoText({ ...nurse, name: 'Sofia Lund' })).toBe('Sofia Lund, skolsköterska på Älghults skola,')
})
