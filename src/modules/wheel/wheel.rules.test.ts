import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import { outcomeOf, type ThreeAnswers } from './decision.ts'
import {
  mayTravel,
  mostVoices,
  otherVoices,
  ringsOf,
  roundsOf,
  type Speaker,
  seenDifferently,
} from './wheel.ts'

describe('the three questions', () => {
  it.each([
    [{ c1: 'yes' }, 'own_support'],
    [{ c1: 'yes', c2: 'yes', c3: 'yes' }, 'own_support'],
    [{ c1: 'no', c2: 'yes' }, 'handover'],
    [{ c1: 'no', c2: 'yes', c3: 'no' }, 'handover'],
    [{ c1: 'no', c2: 'no', c3: 'yes' }, 'collaboration'],
    [{ c1: 'no', c2: 'no', c3: 'no' }, 'close'],
  ] as const)('%o leads to %s: the first yes decides', (answers, outcome) => {
    expect(outcomeOf(answers)).toEqual({ ok: true, value: outcome })
  })

  it.each([
    [{}, 'c1'],
    [{ c2: 'yes', c3: 'yes' }, 'c1'],
    [{ c1: 'no' }, 'c2'],
    [{ c1: 'no', c3: 'yes' }, 'c2'],
    [{ c1: 'no', c2: 'no' }, 'c3'],
  ] as const satisfies [ThreeAnswers, string][])('%o asks for %s: in order', (answers, question) => {
    expect(outcomeOf(answers)).toEqual({ ok: false, error: question })
  })
})

const voice = (speaker: Speaker, label: string) => ({ ...speaker, label })

describe('the rings of the wheel', () => {
  it('the child is nearest the middle, also before it has said anything; each other voice has a ring of its own', () => {
    const school = voice({ voice: 'professional', unitId: 'u', personId: 'p1' }, 'Petra')
    const { rings } = ringsOf(
      [
        school,
        voice({ voice: 'professional', unitId: 'u', personId: 'p2' }, 'Maja'),
        voice({ voice: 'guardian', personId: 'g' }, 'Mamma'),
        school,
      ],
      'Lisa',
    )
    expect(rings.map(({ label }) => label)).toEqual(['Lisa', 'Mamma', 'Petra', 'Maja'])
  })

  it('more voices than a phone can carry share the last ring', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      voice({ voice: 'professional', unitId: `u${n}` }, `U${n}`),
    )
    const { rings, ringOf } = ringsOf(many, 'Lisa')
    expect(rings).toHaveLength(mostVoices)
    expect(ringOf({ voice: 'professional', unitId: 'u0' })).toBe('professional:u0')
    expect(ringOf({ voice: 'professional', unitId: 'u8' })).toBe(otherVoices)
  })
})

describe('the wheel, time after time', () => {
  const said = (...days: string[]) => days.map((saidOn) => ({ saidOn }))
  const daysOf = (days: string[], starts: string[]) =>
    roundsOf(said(...days), starts).map(({ from, statements }) => [from, statements.length])

  it.each([
    ['nothing is said', [], ['2026-09-01'], []],
    ['there has been no gathering', ['2026-09-03', '2026-09-01'], [], [['2026-09-01', 2]]],
    ['something was said before the gathering began', ['2026-08-30'], ['2026-09-01'], [['2026-09-01', 1]]],
    [
      'a follow-up was held',
      ['2026-09-02', '2026-11-24', '2026-11-25'],
      ['2026-11-24', '2026-09-01'],
      [
        ['2026-09-01', 1],
        ['2026-11-24', 2],
      ],
    ],
    [
      'the latest is read first',
      ['2026-11-25', '2026-09-02'],
      ['2026-09-01', '2026-11-24'],
      [
        ['2026-09-01', 1],
        ['2026-11-24', 1],
      ],
    ],
    [
      'nobody said anything at the follow-up',
      ['2026-09-02'],
      ['2026-09-01', '2026-11-24'],
      [['2026-09-01', 1]],
    ],
  ])('%s', (_, days, starts, expected) => {
    expect(daysOf(days, starts)).toEqual(expected)
  })
})

describe('what goes along to another unit', () => {
  it.each([
    ['child', 'told', false],
    ['child', 'unit', false],
    ['child', 'meeting', false],
    ['child', 'everyone', true],
    ['guardian', 'unit', true],
    ['professional', 'unit', true],
  ] as const)('%s, read by %s: %s', (speaker, readers, goes) => {
    expect(mayTravel({ speaker: { voice: speaker }, readers })).toBe(goes)
  })
})

describe('where the voices see differently', () => {
  const child: Speaker = { voice: 'child' }
  const sara: Speaker = { voice: 'guardian', personId: 'sara' }
  const jonas: Speaker = { voice: 'guardian', personId: 'jonas' }
  const good = (speaker: Speaker) => saying(speaker, 'working')
  const hard = (speaker: Speaker) => saying(speaker, 'challenging')
  const saying = (speaker: Speaker, kind: 'working' | 'challenging') => {
    const unsaid = { working: undefined, challenging: undefined, quote: undefined }
    const words = { ...unsaid, context: undefined, tried: undefined, [kind]: new SealedText('Så är det.') }
    return { speaker, area: 'home' as const, words }
  }

  it.each([
    ['one tells of what works and another of what is challenging', [good(sara), hard(child)], ['home']],
    ['two guardians do', [hard(jonas), good(sara), good(child)], ['home']],
    ['one voice tells of both', [good(sara), hard(sara)], []],
    ['all tell of both', [good(sara), hard(sara), hard(child), good(child)], []],
    ['one tells of both and another of what works', [good(sara), hard(sara), good(child)], []],
    ['one tells of both and another of what is challenging', [good(sara), hard(sara), hard(child)], []],
    ['all tell of the same', [hard(sara), hard(child)], []],
    ['nobody has said anything', [], []],
  ] as const)('%s', (_, statements, expected) => expect(seenDifferently(statements)).toEqual(expected))
})
