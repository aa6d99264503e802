import { describe, expect, it } from 'vitest'
import { type ExceptionKind, exceptionKinds } from './consent.ts'
import { endsInTime, measureCodes, missingFor } from './exception.ts'

const nothing = { decidedOn: undefined, number: undefined, measure: undefined }
const all = { decidedOn: '2026-10-01', number: 'SN 2026/12', measure: 'lss' }
const of = (...kinds: readonly ExceptionKind[]) => kinds.map((kind) => ({ personId: kind, kind }))

describe('before a guardian need not answer', () => {
  it.each([
    ['who lies in hospital', ['prevented'], []],
    ['when the board has decided that one is enough', ['board_decision'], ['decidedOn', 'number', 'measure']],
    ['when the child lives in a shelter with the other', ['protected_housing'], ['decidedOn']],
    ['when the child is placed', ['placed'], ['decidedOn', 'number']],
    ['for two reasons at once', ['placed', 'protected_housing'], ['decidedOn', 'number']],
    ['nothing, when everybody answers', [], []],
  ] as const)('it is known of a guardian %s', (_, kinds, missing) => {
    expect(missingFor(of(...kinds), nothing)).toEqual(missing)
    expect(missingFor(of(...kinds), all)).toEqual([])
  })

  it('each thing that is known is asked for no more', () => {
    expect(missingFor(of('board_decision'), { ...all, number: undefined })).toEqual(['number'])
    expect(missingFor(of(...exceptionKinds), { ...nothing, measure: measureCodes[0] })).toEqual([
      'decidedOn',
      'number',
    ])
  })

  it('and the question ends at the latest with what the exception rests on', () => {
    expect(endsInTime('2027-01-31', '2027-01-31')).toBe(true)
    expect(endsInTime('2027-02-01', '2027-01-31')).toBe(false)
    expect(endsInTime('2027-02-01', undefined)).toBe(true)
  })
})
