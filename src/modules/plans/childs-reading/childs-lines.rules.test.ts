import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { SealedText } from '#shared/sealed.ts'
import { type Action, type Goal, isOver, type Part, visibleTo } from '../plan.ts'
import { toChild } from '../to-child.parts.tsx'
import { childsLines } from './childs-lines.parts.tsx'

const today = '2026-11-24'
const at = new Date('2026-11-01T11:00:00Z')
const text = (words: string) => new SealedText(words)
const areas = ['safety', 'health', 'development', 'learning', 'care', 'home', 'relationships'] as const

const anyText = fc.string({ minLength: 1, maxLength: 30 }).map((words) => text(`x${words}`))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
const anyDay = fc.constantFrom('2026-11-20', '2026-11-24', '2026-11-25', '2027-01-09')
const written = (id: string, isGone: boolean) =>
  ({ id, madeAt: at, at, until: isGone ? at : undefined, mine: false }) as const

const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    id: fc.constantFrom('g1', 'g2', 'g3'),
    area: fc.constantFrom(...areas),
    words: anyText,
    gone: fc.boolean(),
  })
  .map(({ id, area, words, gone }) => ({
    ...written(id, gone),
    kind: 'goal',
    areas: [area],
    body: { words },
  }))
const anyAction: fc.Arbitrary<Action> = fc
  .record({
    id: fc.uuid(),
    goalId: maybe(fc.constantFrom('g1', 'g2', 'g3')),
    unitId: maybe(fc.constantFrom('school', 'club')),
    areas: fc.subarray([...areas], { maxLength: 1 }),
    startsOn: maybe(anyDay),
    endsOn: maybe(anyDay),
    state: fc.constantFrom('later', 'ongoing', 'done', 'not_done', 'no_longer_needed'),
    body: fc.record({ what: anyText, who: anyText, when: maybe(anyText), toChild: maybe(anyText) }),
    gone: fc.boolean(),
  })
  .map(({ unitId, gone, ...one }) => ({
    ...one,
    ...written(one.id, gone),
    kind: 'action',
    unit: unitId === undefined ? undefined : { id: unitId, name: unitId },
    engagementId: undefined,
  }))
const anyParts: fc.Arbitrary<Part[]> = fc
  .tuple(fc.array(anyGoal, { maxLength: 3 }), fc.array(anyAction))
  .map(([goals, actions]) => [...goals, ...actions])

const idsOf = (parts: readonly Part[]): string[] => {
  const { helpers, over } = childsLines(parts, today)
  return [...helpers, ...over].map(({ id }) => id).sort()
}

describe('the child’s reading of any plan', () => {
  it('holds every action that stands in it, once, and nothing else', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const standing = parts.filter(({ kind, until }) => kind === 'action' && until === undefined)
        expect(idsOf(parts)).toEqual(standing.map(({ id }) => id).sort())
      }),
    )
  })

  it('holds nothing that is hidden: not the action, nor that of a hidden goal or place', () => {
    const anyBars = fc.subarray(['g1', 'g2', 'g3', 'school', 'club'])
    fc.assert(
      fc.property(anyParts, anyBars, fc.nat(), (parts, bars, one) => {
        const barred = new Set([...bars, parts.at(one % Math.max(parts.length, 1))?.id ?? ''])
        const hidden = parts.filter(
          (part) =>
            barred.has(part.id) ||
            (part.kind === 'action' && (barred.has(part.goalId ?? '') || barred.has(part.unit?.id ?? ''))),
        )
        const read = idsOf(visibleTo(parts, barred))
        for (const { id } of hidden) expect(read).not.toContain(id)
      }),
    )
  })

  it('says something of each, and in our own words when there are any', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        for (const part of parts) {
          if (part.kind !== 'action') continue
          const says = toChild(part, parts)
          if (part.body.toChild) expect(says).toBe(part.body.toChild.reveal())
          else expect(says).toContain(part.body.what.reveal())
        }
        const { over, helpers } = childsLines(parts, today)
        for (const { says } of [...helpers, ...over]) expect(says).not.toBe('')
        expect(helpers.length).toBe(
          parts.filter((part) => part.kind === 'action' && !part.until && !isOver(part.state)).length,
        )
      }),
    )
  })
})

const reading: Action = {
  ...written('a', false),
  kind: 'action',
  goalId: undefined,
  areas: ['learning'],
  unit: undefined,
  engagementId: undefined,
  startsOn: undefined,
  endsOn: undefined,
  state: 'ongoing',
  body: {
    what: text('Läsa tillsammans'),
    who: text('mamma och pappa, hemma'),
    when: undefined,
    toChild: undefined,
  },
}

describe('an action that nobody has put in words for the child', () => {
  it('is said from who, for what, and its name', () => {
    expect(toChild(reading, [])).toBe(
      'Mamma och pappa hjälper dig att lära dig. Det heter ”Läsa tillsammans”.',
    )
    expect(toChild({ ...reading, areas: [] }, [])).toBe(
      'Mamma och pappa hjälper dig. Det heter ”Läsa tillsammans”.',
    )
  })

  it('in easy words, whatever it is for', () => {
    for (const area of areas)
      expect(lix(toChild({ ...reading, areas: [area] }, [])), area).toBeLessThanOrEqual(25)
  })

  it('tells when it begins, and what has become of it', () => {
    const one = (over: Partial<Action>) => childsLines([{ ...reading, ...over }], today)
    expect(one({ state: 'later', startsOn: '2026-11-25' }).helpers[0]?.when).toBe('Det börjar i morgon.')
    expect(one({ endsOn: '2026-12-18' }).helpers[0]?.when).toBe('Till 18 december')
    expect(one({ state: 'done' }).over.map(({ says }) => says)).toEqual(['”Läsa tillsammans” är klart.'])
    expect(one({ state: 'not_done' }).over.map(({ says }) => says)).toEqual([
      '”Läsa tillsammans” blev inte av.',
    ])
  })
})
