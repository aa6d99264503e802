import { describe, expect, it } from 'vitest'
import { type Mark, stillSealed } from './protection.ts'

const mark = (over: Partial<Mark> = {}): Mark => ({
  id: 'm',
  personId: undefined,
  kind: 'sekretessmarkering',
  source: 'skatteverket',
  markedOn: '2026-11-24',
  liftedOn: undefined,
  shown: { name: false, birth: false, places: false, contact: false },
  ...over,
})

describe('a mark', () => {
  it('on a child seals name, birth date and places; on a guardian name and telephone', () => {
    expect(stillSealed(mark())).toEqual(['name', 'birth', 'places'])
    expect(stillSealed(mark({ personId: 'sara' }))).toEqual(['name', 'contact'])
    expect(stillSealed(mark({ shown: { name: true, birth: true, places: false, contact: false } }))).toEqual([
      'places',
    ])
  })
})
