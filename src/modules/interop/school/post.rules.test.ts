import { describe, expect, it } from 'vitest'
import { momentOf, type Pupil, placesOf, readPupils, toldAt } from './post.ts'

const noon = new Date('2026-11-24T11:00:00Z')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000).toISOString()
const [ours, theirs] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
const enrolment = { enroledAt: { id: ours }, startDate: '2024-08-15' }
// From Skatteverket's public list of numbers for tests.
const pupil = (minute: number, more: object = {}) => ({
  id: '20000000-0000-4000-8000-000000000001',
  meta: { modified: minutes(minute) },
  civicNo: { value: '201701012393' },
  enrolments: [enrolment],
  ...more,
})
const reading = { after: 0, now: noon, tells: [] }
const read = (data: unknown, more: object = {}, after = 0) => {
  const { found, next, fault } = readPupils(JSON.stringify({ data, ...more }), { ...reading, after })
  return [found.length, next, fault]
}
const nobody: Omit<Pupil, 'enrolments'> = {
  ...{ id: '', meta: { modified: minutes(0) }, civicNo: { value: '' } },
  securityMarking: 'Ingen',
}
const placed = (minute: number, more: object = {}) => ({
  meta: { modified: minutes(minute) },
  placedAt: { id: ours },
  startDate: '2024-08-15',
  ...more,
})

describe('a page of a school’s register', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['nobody', [], [0, undefined, undefined]],
    ['those changed, also at once', [pupil(-2), pupil(-2), pupil(-1)], [3, undefined, undefined]],
    ['one whose clock goes a little before ours', [pupil(5)], [1, undefined, undefined]],
    ['one from the future', [pupil(0), pupil(6)], [1, undefined, 'from-the-future']],
    ['one out of order', [pupil(-1), pupil(-2), pupil(0)], [1, undefined, 'out-of-order']],
    ['those without a number', [pupil(-1, { civicNo: null }), { id: 'x' }], [0, undefined, undefined]],
    [
      'a number that is none',
      [pupil(-1, { civicNo: { value: '201701012394' } })],
      [0, undefined, 'wrong-form'],
    ],
    [
      'a number not in full',
      [pupil(-1, { civicNo: { value: '20170101-2393' } })],
      [0, undefined, 'wrong-form'],
    ],
    ['a mark that nobody knows', [pupil(-1, { securityMarking: 'Annat' })], [0, undefined, 'wrong-form']],
    ['no day', [pupil(-1, { meta: { modified: 'i går' } })], [0, undefined, 'wrong-form']],
    [
      'more schools than one goes to',
      [pupil(-1, { enrolments: Array(61).fill(enrolment) })],
      [0, undefined, 'wrong-form'],
    ],
    ['more than a page', Array(501).fill(pupil(-1)), [0, undefined, 'wrong-form']],
  ])('with %s', (_, data, expected) => expect(read(data)).toEqual(expected))

  it.each([['{'], ['[]'], ['{"data":{}}'], [JSON.stringify({ data: [], pageToken: 'x'.repeat(2001) })]])(
    'is none: %.20s',
    (text) => expect(readPupils(text, reading)).toEqual({ found: [], next: undefined, fault: 'wrong-form' }),
  )

  it.each([
    [null, undefined],
    ['', undefined],
    ['two', 'two'],
  ])('with a next page of %j', (pageToken, next) =>
    expect(read([pupil(-1)], { pageToken })).toEqual([1, next, undefined]),
  )

  it('goes on from what was read last, and not before it', () => {
    expect(read([pupil(-1)], {}, Date.parse(minutes(-1)))).toEqual([1, undefined, undefined])
    expect(read([pupil(-1)], {}, Date.parse(minutes(-1)) + 1)).toEqual([0, undefined, 'out-of-order'])
  })

  it('a pupil is unmarked and goes there until something else is said', () => {
    const [one] = readPupils(JSON.stringify({ data: [pupil(-1)] }), reading).found
    expect(one && [momentOf(one), one.securityMarking, one.enrolments]).toEqual([
      Date.parse(minutes(-1)),
      'Ingen',
      [{ ...enrolment, cancelled: false }],
    ])
  })

  it.each(['Ingen', 'Sekretessmarkering', 'Skyddad folkbokföring'])(
    'says how a pupil is marked, at a clock of its own: %s',
    (securityMarking) => {
      const data = [pupil(0, { securityMarking, meta: { modified: '2026-11-24T12:00:00+01:00' } })]
      const { found } = readPupils(JSON.stringify({ data }), reading)
      expect(found.map((one) => [momentOf(one), one.securityMarking])).toEqual([
        [noon.getTime(), securityMarking],
      ])
    },
  )
})

describe('a register that tells of placements too', () => {
  const readWith = (one: object) => {
    const { found, fault } = readPupils(JSON.stringify({ data: [one] }), {
      ...reading,
      tells: ['placements'],
    })
    return [found.map(toldAt), fault]
  }
  it.each<[string, unknown, unknown[]]>([
    ['none', [], [[minutes(-5)], undefined]],
    ['one changed after the pupil', [placed(-2), placed(-3)], [[minutes(-2)], undefined]],
    ['one changed before the pupil', [placed(-9)], [[minutes(-5)], undefined]],
    ['one that does not say when', [placed(0, { meta: undefined })], [[minutes(-5)], undefined]],
    ['one from the future', [placed(6)], [[], 'from-the-future']],
    ['one nowhere', [placed(-2, { placedAt: undefined })], [[], 'wrong-form']],
    ['more than one can have', Array(61).fill(placed(-2)), [[], 'wrong-form']],
    ['leaving them out', undefined, [[], 'wrong-form']],
  ])('with %s', (_, placements, expected) =>
    expect(readWith(pupil(-5, { _embedded: { placements } }))).toEqual(expected),
  )
})

describe('where a pupil goes', () => {
  it.each<[string, object, unknown[]]>([
    ['there still', {}, [{ unitId: 'furuskolan', from: '2024-08-15', to: undefined }]],
    [
      'until a day',
      { endDate: '2026-12-20' },
      [{ unitId: 'furuskolan', from: '2024-08-15', to: '2026-12-20' }],
    ],
    ['one day', { endDate: '2024-08-15' }, [{ unitId: 'furuskolan', from: '2024-08-15', to: '2024-08-15' }]],
    ['never: it ends before it begins', { endDate: '2024-08-14' }, []],
    ['never: it was cancelled', { cancelled: true }, []],
    ['at a school that is not ours', { enroledAt: { id: theirs } }, []],
    ['at no school', { enroledAt: { id: 'constructor' } }, []],
  ])('%s', (_, more, expected) => {
    const enrolments = [{ ...enrolment, cancelled: false, endDate: null, ...more }]
    expect(placesOf({ ...nobody, enrolments }, { [ours]: 'furuskolan' })).toEqual(expected)
  })

  const day = (startDate: string, endDate: string | null) => ({ startDate, endDate })
  const from = '2024-08-15'
  it.each<[string, (string | null)[], (string | null)[], (string | undefined)[]]>([
    ['placed there only', [], ['2026-06-10'], ['2026-06-10']],
    ['enrolled there, and after school until a day', [null], ['2026-06-10'], [undefined]],
    ['after school, and enrolled until a day', ['2026-06-10'], [null], [undefined]],
    ['both until the same day', ['2026-06-10'], ['2026-06-10'], ['2026-06-10', '2026-06-10']],
    ['placed twice: the narrowest', [], [null, '2026-06-10'], ['2026-06-10']],
    [
      'enrolled twice: the narrowest, however it is placed',
      [null, '2026-06-10'],
      ['2026-01-01'],
      ['2026-06-10'],
    ],
  ])('%s', (_, enrolled, placements, expected) => {
    const one = {
      ...nobody,
      enrolments: enrolled.map((to) => ({ enroledAt: { id: ours }, cancelled: false, ...day(from, to) })),
      _embedded: { placements: placements.map((to) => ({ placedAt: { id: ours }, ...day(from, to) })) },
    }
    expect(placesOf(one, { [ours]: 'furuskolan' }).map(({ to }) => to)).toEqual(expected)
  })
})
