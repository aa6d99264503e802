import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import { changeSentences } from './changes.parts.tsx'
import {
  type Action,
  areaOf,
  changesSince,
  datesText,
  firstState,
  isOver,
  occasions,
  ofKind,
  ownPartOf,
  type Part,
  partsAt,
  sameText,
  stateOn,
  visibleTo,
} from './plan.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const text = (words: string) => new SealedText(words)
const action = (id: string, over: Partial<Action> = {}): Action => ({
  id,
  kind: 'action',
  madeAt: at(1),
  at: at(1),
  until: undefined,
  mine: false,
  goalId: undefined,
  areas: [],
  unit: { id: 'school', name: 'Furuskolan' },
  engagementId: undefined,
  startsOn: undefined,
  endsOn: undefined,
  state: 'ongoing',
  ...over,
  body: {
    what: text('Läsa'),
    who: text('Petra'),
    when: text('måndagar'),
    toChild: undefined,
    ...over.body,
  },
})
const goal = (id: string, words: string, over: Partial<Part> = {}) => {
  const written = { id, version: 1, madeAt: at(1), at: at(1), until: undefined, mine: false }
  return { ...written, kind: 'goal', areas: ['home'], body: { words: text(words) }, ...over } as Part
}
const told = (parts: readonly Part[], since: Date) =>
  changeSentences(changesSince(parts, since), '2026-11-24')

describe('what has changed, in sentences', () => {
  it('nothing, when nothing was written since', () => {
    expect(told([action('a'), goal('g', 'Lugnt')], at(2))).toEqual([])
  })

  it('what has come, what has gone, and what is done', () => {
    const parts = [
      goal('g', 'Läsa en bok', { at: at(5) }),
      goal('old', 'Sova', { until: at(6) }),
      action('a', { until: at(7) }),
      action('a', { at: at(7), state: 'done' }),
    ]
    expect(told(parts, at(2))).toEqual([
      'Ett nytt mål: ”Läsa en bok”',
      '”Läsa” är klar.',
      'Målet ”Sova” är avslutat.',
    ])
    expect(told(parts, at(8))).toEqual([])
  })

  it('a new time and another person, each in its own words', () => {
    const body = { ...action('a').body, who: text('Stig'), when: text('fredagar') }
    const parts = [action('a', { until: at(7) }), action('a', { at: at(7), endsOn: '2026-12-18', body })]
    expect(told(parts, at(2))).toEqual([
      '”Läsa” har en ny tid: fredagar, till 18 december.',
      '”Läsa” görs nu av Stig.',
    ])
  })

  it('what has gone went when its last version ended, however many there were', () => {
    const last = action('a', { at: at(3), until: at(6), state: 'done' })
    const parts = [action('a', { until: at(3) }), last, action('b', { until: at(9) })]
    const gone = changesSince(parts, at(2)).map(({ kind, at, part }) => [kind, at, part.id])
    expect(gone).toEqual([
      ['gone', at(6), 'a'],
      ['gone', at(9), 'b'],
    ])
  })

  it('what came and went between two looks is not told', () => {
    expect(told([action('a', { at: at(3), until: at(4) })], at(2))).toEqual([])
  })

  it('what was changed and changed back is not told', () => {
    const parts = [
      action('a', { until: at(3) }),
      action('a', { at: at(3), until: at(4), state: 'done' }),
      action('a', { at: at(4) }),
    ]
    expect(told(parts, at(2))).toEqual([])
  })
})

describe('the plan as it stood', () => {
  const parts = [action('a', { until: at(5) }), action('a', { at: at(5), state: 'done' })]
  it('has one version of each part at every moment', () => {
    expect(partsAt(parts, at(4)).map((part) => part.kind === 'action' && part.state)).toEqual(['ongoing'])
    expect(partsAt(parts, at(5)).map((part) => part.kind === 'action' && part.state)).toEqual(['done'])
    expect(partsAt(parts, at(0))).toEqual([])
  })
  it('changed on the days that the reader can see', () => {
    expect(occasions(parts)).toEqual([at(5), at(1)])
  })
})

describe('an action', () => {
  it('that begins later has begun when its day has come', () => {
    const later = { state: 'later', startsOn: '2026-11-25' } as const
    expect(stateOn(later, '2026-11-24')).toBe('later')
    expect(stateOn(later, '2026-11-25')).toBe('ongoing')
    expect(stateOn({ state: 'later', startsOn: undefined }, '2026-11-25')).toBe('later')
    expect(stateOn({ state: 'done', startsOn: '2026-11-25' }, '2026-11-26')).toBe('done')
    const begun = ['2026-11-23', '2026-11-24', '2026-11-25', undefined].map((day) =>
      firstState(day, '2026-11-24'),
    )
    expect(begun).toEqual(['ongoing', 'ongoing', 'later', 'ongoing'])
  })
  it('says its days, with the year on paper and when it is not this one', () => {
    const days = { startsOn: '2026-12-01', endsOn: '2027-05-22' }
    expect(datesText(days, '2026-11-24')).toBe('från 1 december till 22 maj 2027')
    expect(datesText(days)).toBe('från 1 december 2026 till 22 maj 2027')
    expect(datesText({ startsOn: undefined, endsOn: undefined })).toBe('')
  })
  it('says the same when only its moment differs', () => {
    expect(sameText(action('a'), action('a', { at: at(9) }))).toBe(true)
    expect(sameText(action('a'), action('a', { endsOn: '2026-12-01' }))).toBe(false)
    const backwards = Object.fromEntries(Object.entries(action('a')).reverse()) as Action
    expect(sameText(action('a'), backwards)).toBe(true)
  })
})

describe('what a reader does not see', () => {
  const club = { id: 'club', name: 'Gäddan' }
  const parts = [
    goal('g', 'Lugnt'),
    goal('h', 'Sova'),
    action('a', { goalId: 'g' }),
    action('b', { unit: club, goalId: 'h' }),
    action('c', { unit: undefined }),
  ]
  it.each([
    ['nothing', [], 'g h a b c'],
    ['a part', ['a'], 'g h b c'],
    ['a goal, with what is done for it', ['g'], 'h b c'],
    ['everything of a unit', ['club'], 'g h a c'],
    ['several things', ['club', 'g'], 'h c'],
    ['something else', ['x'], 'g h a b c'],
  ])('%s', (_, barred, left) => {
    expect(
      visibleTo(parts, new Set(barred))
        .map(({ id }) => id)
        .join(' '),
    ).toBe(left)
  })
})

describe('the area of an action', () => {
  const parts = [
    goal('g', 'Lugnt'),
    goal('h', 'Läsa', { areas: ['learning', 'home'] }),
    goal('i', 'Sova', { areas: [] }),
  ]
  it.each([
    ['that of its goal', { goalId: 'h', areas: ['care'] }, 'learning'],
    ['its own, without a goal', { areas: ['care', 'home'] }, 'care'],
    ['its own, when the goal has none', { goalId: 'i', areas: ['care'] }, 'care'],
    ['its own, when the goal is gone', { goalId: 'x', areas: ['care'] }, 'care'],
    ['none', {}, undefined],
  ] as const)('is %s', (_, over, area) => {
    expect(areaOf(action('a', over), parts)).toBe(area)
  })
})

it('what has ended stands in the plan no more', () => {
  expect(
    ofKind([goal('g', 'Lugnt'), goal('h', 'Sova', { until: at(5) })], 'goal').map(({ id }) => id),
  ).toEqual(['g'])
})

it('an action is over when it is done, did not happen, or is not needed', () => {
  const states = ['later', 'ongoing', 'done', 'not_done', 'no_longer_needed'] as const
  expect(states.filter(isOver)).toEqual(['done', 'not_done', 'no_longer_needed'])
})

it('a party’s own part is what its unit does, and its contact', () => {
  const parts = [
    goal('g', 'Lugnt'),
    action('a'),
    action('b', { unit: { id: 'club', name: 'Gäddan' } }),
    action('c', { unit: undefined }),
  ]
  expect(ownPartOf(parts, 'club').map(({ id }) => id)).toEqual(['b'])
  const contact = {
    ...goal('d', ''),
    kind: 'contact',
    unit: { id: 'club', name: 'Gäddan' },
    body: {},
  } as Part
  expect(ownPartOf([...parts, contact], 'club').map(({ id }) => id)).toEqual(['b', 'd'])
  expect(ofKind(ownPartOf(parts, 'club'), 'goal')).toEqual([])
})
