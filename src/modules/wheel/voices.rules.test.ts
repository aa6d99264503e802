import { describe, expect, it } from 'vitest'
import { groundsBesidesConsent } from '#modules/knowledge'
import { SealedText } from '#shared/sealed.ts'
import { saysItsOwn } from '#test/words.ts'
import { type Speakers, speakerOf } from './add-statement/speaker.ts'
import { nextTask } from './decision.ts'
import { consentCovers, type Source } from './source.ts'
import {
  childReaders,
  isWider,
  mostVoices,
  obtainedNames,
  obtainedWays,
  ownReaders,
  ringsOf,
  type Speaker,
  voiceKey,
  withAreas,
} from './wheel.ts'

describe('whose words they are', () => {
  const known: Speakers = {
    me: { personId: 'maja', unitId: 'school' },
    guardians: [
      { personId: 'jonas', label: 'Jonas' },
      { personId: 'sara', label: 'Sara' },
    ],
    adults: [
      { id: 'farmor', label: 'Farmor' },
      { id: 'coach', label: 'Coach' },
    ],
    colleagues: [
      { personId: 'petra', label: 'Petra' },
      { personId: 'stig', label: 'Stig' },
    ],
    units: [
      { unitId: 'bvc', label: 'BVC' },
      { unitId: 'club', label: 'Gäddan' },
    ],
  }
  const text = new SealedText('x')

  it.each<[string, Parameters<typeof speakerOf>[0], Speaker]>([
    ['the child’s', chosen({ voice: 'child' }), { voice: 'child' }],
    ['my own', chosen({ voice: 'me' }), { voice: 'professional', personId: 'maja', unitId: 'school' }],
    ['a guardian’s', chosen({ voice: 'guardian:sara' }), { voice: 'guardian', personId: 'sara' }],
    ['an adult’s', chosen({ voice: 'adult:coach' }), { voice: 'important_adult', adultId: 'coach' }],
    [
      'a new adult’s',
      chosen({ voice: 'new_adult', adultCalled: text, adultName: text }),
      { voice: 'important_adult', adultId: 'a new id' },
    ],
    [
      'a colleague’s, from the same unit',
      chosen({ voice: 'colleague', colleague: 'stig' }),
      { voice: 'professional', personId: 'stig', unitId: 'school' },
    ],
    ['another unit’s', chosen({ voice: 'unit', unit: 'club' }), { voice: 'professional', unitId: 'club' }],
  ])('%s', (_, choice, speaker) => {
    expect(speakerOf(choice, known, 'a new id')).toEqual({ ok: true, value: speaker })
  })

  it.each<[string, Parameters<typeof speakerOf>[0], string]>([
    ['nobody is chosen', chosen({}), 'voice'],
    ['it is somebody unheard of', chosen({ voice: 'granne' }), 'voice'],
    ['the guardian is another child’s', chosen({ voice: 'guardian:berit' }), 'voice'],
    ['the guardian is nobody', chosen({ voice: 'guardian' }), 'voice'],
    ['the adult is another child’s', chosen({ voice: 'adult:sara' }), 'voice'],
    ['a new adult is called nothing', chosen({ voice: 'new_adult', adultName: text }), 'adultCalled'],
    ['a new adult has no name', chosen({ voice: 'new_adult', adultCalled: text }), 'adultName'],
    ['the colleague works elsewhere', chosen({ voice: 'colleague', colleague: 'eva' }), 'colleague'],
    ['no colleague is chosen', chosen({ voice: 'colleague' }), 'colleague'],
    ['the unit is unheard of', chosen({ voice: 'unit', unit: 'nowhere' }), 'unit'],
    ['no unit is chosen', chosen({ voice: 'unit' }), 'unit'],
  ])('asks when %s', (_, choice, field) => {
    const answer = speakerOf(choice, known, 'a new id')
    expect(answer.ok ? answer.value : Object.keys(answer.error)).toEqual([field])
    if (!answer.ok) saysItsOwn(Object.values(answer.error))
  })

  function chosen(some: {
    voice?: string
    colleague?: string
    unit?: string
    adultCalled?: SealedText
    adultName?: SealedText
  }) {
    return {
      voice: undefined,
      colleague: undefined,
      unit: undefined,
      adultCalled: undefined,
      adultName: undefined,
      ...some,
    } as Parameters<typeof speakerOf>[0]
  }
})

describe('a voice', () => {
  it('is one person, or one unit where it speaks as a whole', () => {
    expect(
      [
        { voice: 'child', personId: 'lisa' },
        { voice: 'guardian', personId: 'sara' },
        { voice: 'important_adult', adultId: 'farmor' },
        { voice: 'professional', personId: 'petra', unitId: 'school' },
        { voice: 'professional', unitId: 'bvc' },
        { voice: 'professional' },
      ].map((speaker) => voiceKey(speaker as Speaker)),
    ).toEqual([
      'child',
      'guardian:sara',
      'important_adult:farmor',
      'professional:petra',
      'professional:bvc',
      'professional:',
    ])
  })

  it('has a ring of its own as long as there is room', () => {
    const speakers = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        voice: 'guardian' as const,
        personId: `p${n}`,
        label: `P${n}`,
      }))
    const full = ringsOf(speakers(mostVoices - 1), 'Lisa')
    expect(full.rings.map(({ label }) => label)).toEqual(['Lisa', 'P0', 'P1', 'P2', 'P3', 'P4'])
    expect(full.ringOf({ voice: 'guardian', personId: 'p4' })).toBe('guardian:p4')
    const crowded = ringsOf(speakers(mostVoices), 'Lisa')
    expect(crowded.rings.map(({ label }) => label)).toEqual(['Lisa', 'P0', 'P1', 'P2', 'P3', 'Fler röster'])
    expect(['p3', 'p4', 'p5'].map((personId) => crowded.ringOf({ voice: 'guardian', personId }))).toEqual([
      'guardian:p3',
      'others',
      'others',
    ])
  })

  it('comes in order: the child, the guardians, other adults, those who work', () => {
    const { rings } = ringsOf(
      [
        { voice: 'professional', unitId: 'bvc', label: 'BVC' },
        { voice: 'important_adult', adultId: 'farmor', label: 'Farmor' },
        { voice: 'guardian', personId: 'sara', label: 'Mamma' },
        { voice: 'child', label: 'barnet' },
      ],
      'Lisa',
    )
    expect(rings.map(({ label }) => label)).toEqual(['Lisa', 'Mamma', 'Farmor', 'BVC'])
  })
})

it('every way to hear has words of its own', () => {
  saysItsOwn(obtainedWays.map((way) => obtainedNames[way]))
  expect(obtainedWays).toHaveLength(6)
})

it('the child chooses who reads, the fewest first; what it writes itself nobody has been told', () => {
  expect([childReaders, ownReaders]).toEqual([
    ['told', 'meeting', 'everyone'],
    ['unit', 'meeting', 'everyone'],
  ])
})

it('the child lets more people read, step by step', () => {
  const widths = ['told', 'unit', 'meeting', 'everyone'] as const
  const wider = widths.map((now) => widths.filter((wanted) => isWider(now, wanted)))
  expect(wider).toEqual([['unit', 'meeting', 'everyone'], ['meeting', 'everyone'], ['everyone'], []])
})

it('areas are only added, in the order of the wheel', () => {
  expect(withAreas(['home'], ['safety', 'home'])).toEqual(['safety', 'home'])
  expect(withAreas(['learning'], [])).toEqual(['learning'])
})

describe('to ask another unit', () => {
  const source = (areas: Source['consent']): Source => ({
    unitId: 'bvc',
    name: 'BVC',
    secrecyUnitId: 'hälsa',
    holderEngagementId: 'eva',
    standInEngagementId: undefined,
    consent: areas,
  })
  it('with the family’s yes, in the areas that it holds', () => {
    const yes = { id: 'c', areas: ['health', 'care'] as const, until: new Date(0) }
    expect(consentCovers(source(yes), 'health')).toBe(true)
    expect(consentCovers(source(yes), 'home')).toBe(false)
    expect(consentCovers(source(undefined), 'health')).toBe(false)
  })

  it('or with a ground that the own unit may choose, which is never a consent', () => {
    const codes = (kind: Parameters<typeof groundsBesidesConsent>[0]) =>
      groundsBesidesConsent(kind).map(({ code }) => code)
    expect(codes('civil')).toEqual(['ej_men', 'nodvandigt_egen', 'uppgiftsskyldighet', 'nod'])
    expect(codes('school')).toContain('generalklausul')
    expect(codes('health')).not.toContain('generalklausul')
  })
})

it('what waits when the three questions are answered', () => {
  expect(nextTask).toEqual({
    own_support: 'analyse',
    handover: 'analyse',
    collaboration: 'ask_consent',
    close: undefined,
  })
})
