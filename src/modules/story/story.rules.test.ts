import { describe, expect, it } from 'vitest'
import type { PlanHistory } from '#modules/plans'
import { SealedText } from '#shared/sealed.ts'
import { saysItsOwn } from '#test/words.ts'
import { type Facts, nothingKnown as nothing, type Said, type Tenure, tellStory } from './story.ts'
import {
  agreed,
  answered,
  cameText,
  ended,
  given,
  happened,
  helped,
  responsible,
  spokeOf,
  wentWell,
  withPlace,
} from './story-words.ts'

const text = (words: string) => new SealedText(words)
const told = (facts: Partial<Facts>) =>
  tellStory({ ...nothing, ...facts }).flatMap(({ year, days }) =>
    days.flatMap(({ day, chapters }) =>
      chapters.map(({ sentence, quotes }) => [
        year,
        day,
        sentence,
        ...quotes.map(({ lead, text: words }) => [lead, words?.reveal()]),
      ]),
    ),
  )

const plan: PlanHistory = {
  startedOn: '2024-03-01',
  endedOn: undefined,
  endedBecause: undefined,
  goals: [],
  actions: [],
  followUps: [],
  childAgreed: [],
  childHelped: [],
}
const said = (over: Partial<Said>): Said => ({
  speaker: { voice: 'child' },
  area: 'learning',
  words: {
    working: undefined,
    challenging: undefined,
    quote: undefined,
    context: undefined,
    tried: undefined,
  },
  saidOn: '2024-02-01',
  obtained: undefined,
  by: { called: undefined, name: undefined, title: undefined, unitName: undefined },
  ...over,
})

const maja: Tenure = {
  kind: 'best_interests_lead',
  since: '2024-01-01',
  until: undefined,
  name: 'Maja Lindgren',
  title: 'rektor',
  unitName: 'Furuskolan',
}

describe('the story', () => {
  it('of nothing is empty', () => {
    expect(tellStory(nothing)).toEqual([])
  })

  it('goes from the first day to the last, year by year, and on one day as the work goes', () => {
    const event = (day: string, kind: 'noticed' | 'plan_changed') => ({ day, kind })
    const years = tellStory({
      ...nothing,
      events: [event('2025-01-02', 'plan_changed'), event('2023-12-31', 'noticed')],
      talks: [
        { on: '2023-12-31', by: 'Maja Lindgren' },
        { on: '2024-05-01', by: 'Stig Åberg' },
      ],
    })
    expect(years.map(({ year }) => year)).toEqual(['2023', '2024', '2025'])
    expect(years.map(({ days }) => days.map(({ day }) => day))).toEqual([
      ['2023-12-31'],
      ['2024-05-01'],
      ['2025-01-02'],
    ])
    expect(years[0]?.days[0]?.chapters.map(({ sentence }) => sentence)).toEqual([
      happened.noticed,
      'Maja Lindgren pratade med dig om vad som var på gång och vad det betydde för dig.',
    ])
  })

  it('tells one day in the order of the work', () => {
    const on = '2024-03-01'
    const facts: Facts = {
      events: [
        { day: on, kind: 'meeting_called' },
        { day: on, kind: 'gathering_started' },
        { day: on, kind: 'noticed' },
      ],
      talks: [{ on, by: 'Maja' }],
      tenures: [{ ...maja, since: on }],
      statements: [said({ saidOn: on })],
      answers: [{ on, answer: 'yes', unitName: 'BUP' }],
      given: [{ what: 'own', unitName: 'BUP', since: on, until: on, byConsent: true }],
      meetings: [{ heldOn: on, came: [], note: undefined, inOwnWords: undefined }],
      plans: [
        {
          ...plan,
          endedOn: on,
          childAgreed: [{ on, answer: 'agrees' }],
          followUps: [{ heldOn: on, words: undefined, next: undefined }],
          childHelped: [{ on, what: text('a'), helped: 'no', words: undefined }],
        },
      ],
      objections: [],
      bright: [],
    }
    expect(told(facts).map(([, , sentence]) => String(sentence).slice(0, 14))).toEqual([
      'Någon lade mär',
      'Maja Lindgren,',
      'Maja pratade m',
      'De som ville h',
      'Du berättade o',
      'Du sa ja till ',
      'BUP fick läsa ',
      'Ni bjöds in ti',
      'Ni hade ett sa',
      'Din plan börja',
      'Du sa att du v',
      'Ni träffades o',
      'Du sa att det ',
      'Planen avsluta',
    ])
  })

  it('counts as a change what is changed after the first day', () => {
    const events = ['2024-03-01', '2024-03-02'].map((day) => ({ day, kind: 'plan_changed' as const }))
    expect(told({ events, plans: [plan] })).toEqual([
      ['2024', '2024-03-01', 'Din plan började gälla.'],
      ['2024', '2024-03-02', 'Planen ändrades.'],
    ])
  })

  it('leaves out events that have a chapter of their own', () => {
    const kinds = [
      'family_told',
      'meeting_held',
      'plan_started',
      'lead_changed',
      'followed_up',
      'plan_ended',
    ] as const
    expect(told({ events: kinds.map((kind) => ({ kind, day: '2024-01-01' })) })).toEqual([])
  })

  it('gives words back as they were, each under what it is about', () => {
    const words = {
      working: text('a'),
      challenging: text('b'),
      quote: text('c'),
      context: text('d'),
      tried: text('e'),
    }
    expect(told({ statements: [said({ words })] })).toEqual([
      [
        '2024',
        '2024-02-01',
        'Du berättade om lärande.',
        ['Det som fungerade', 'a'],
        ['Det som var utmanande', 'b'],
        ['Med egna ord', 'c'],
        ['Det som hade provats', 'e'],
      ],
    ])
  })

  it('has what was drawn, where something was drawn', () => {
    const words = { ...said({}).words, drawing: text('10,20 30,40') }
    const chapters = tellStory({ ...nothing, statements: [said({ words }), said({})] }).flatMap(({ days }) =>
      days.flatMap((one) => one.chapters),
    )
    expect(chapters.map(({ drawing }) => drawing?.reveal())).toEqual(['10,20 30,40', undefined])
  })

  it('tells a plan from beginning to end', () => {
    const whole: PlanHistory = {
      ...plan,
      endedOn: '2024-09-01',
      endedBecause: 'goals_met',
      goals: [text('lugnt')],
      actions: [{ what: text('bilder'), unit: { name: 'Furuskolan' }, state: 'done' }],
      followUps: [{ heldOn: '2024-05-01', words: text('bättre'), next: text('mer') }],
      childAgreed: [{ on: '2024-03-02', answer: 'agrees' }],
      childHelped: [{ on: '2024-05-01', what: text('bilder'), helped: 'yes', words: text('jag sover') }],
    }
    expect(told({ plans: [whole] })).toEqual([
      ['2024', '2024-03-01', 'Din plan började gälla. Så här skulle det bli:', [undefined, 'lugnt']],
      [
        '2024',
        '2024-03-01',
        'Det här gjorde ni tillsammans, och så gick det:',
        ['Furuskolan. Klar.', 'bilder'],
      ],
      ['2024', '2024-03-02', agreed.agrees],
      [
        '2024',
        '2024-05-01',
        'Ni träffades och såg hur det hade gått.',
        ['Det som sades', 'bättre'],
        ['Så gick ni vidare', 'mer'],
      ],
      ['2024', '2024-05-01', helped.yes, ['Det gällde', 'bilder'], ['Dina ord', 'jag sover']],
      ['2024', '2024-09-01', 'Det blev som ni ville. Planen avslutades.'],
    ])
  })

  it('of an empty plan says that it began, and promises no list', () => {
    expect(told({ plans: [plan] })).toEqual([['2024', '2024-03-01', 'Din plan började gälla.']])
  })

  it('of a meeting without notes tells that it was', () => {
    expect(
      told({ meetings: [{ heldOn: '2024-04-01', came: [], note: undefined, inOwnWords: undefined }] }),
    ).toEqual([['2024', '2024-04-01', 'Ni hade ett samverkansmöte.']])
  })

  it('tells what was said and decided at a meeting', () => {
    const note = {
      childsWords: text('a'),
      working: text('b'),
      challenging: text('c'),
      canDo: text('d'),
      actions: [{ what: text('e') }],
      reason: text('f'),
    }
    expect(
      told({ meetings: [{ heldOn: '2024-04-01', came: [], note, inOwnWords: undefined }] })[0]?.slice(3),
    ).toEqual([
      ['Dina ord', 'a'],
      ['Det som fungerade', 'b'],
      ['Det som var utmanande', 'c'],
      ['Det ni kunde göra', 'd'],
      ['Varför det blev så', 'f'],
      ['Ni kom överens om', 'e'],
    ])
  })
})

describe('the sentences', () => {
  it('say who was responsible, where and until when', () => {
    expect(responsible(maja)).toBe(
      'Maja Lindgren, rektor på Furuskolan, blev din Barnets bästa-ansvarig: den som såg till att det hände något.',
    )
    expect(
      responsible({ ...maja, kind: 'collaboration_lead', until: '2024-06-01', unitName: undefined }),
    ).toBe(
      'Maja Lindgren, rektor, blev samverkansansvarig: den som höll ihop det ni gjorde tillsammans. Det var så till den 1 juni 2024.',
    )
    expect(responsible({ ...maja, title: undefined })).toContain('Maja Lindgren på Furuskolan, blev')
  })

  it('say who spoke, as far as the child may know', () => {
    const speaker = (
      voice: 'child' | 'guardian' | 'important_adult' | 'professional',
      personId?: string,
    ) => ({
      voice,
      personId,
    })
    const by = { called: 'mamma', name: 'Petra Ek', title: 'lärare', unitName: 'furuskolan' }
    const nobody = { called: undefined, name: undefined, title: undefined, unitName: undefined }
    expect(spokeOf(said({ speaker: speaker('child') }))).toBe('Du berättade om lärande.')
    expect(spokeOf(said({ speaker: speaker('guardian'), by }))).toBe('Mamma berättade om lärande.')
    expect(spokeOf(said({ speaker: speaker('guardian'), by: nobody }))).toBe(
      'En vårdnadshavare berättade om lärande.',
    )
    expect(spokeOf(said({ speaker: speaker('important_adult'), by }))).toBe(
      'Någon som står dig nära berättade om lärande.',
    )
    expect(spokeOf(said({ speaker: speaker('professional', 'petra'), by }))).toBe(
      'Petra Ek berättade om lärande.',
    )
    expect(spokeOf(said({ speaker: speaker('professional'), by }))).toBe('Furuskolan berättade om lärande.')
    expect(spokeOf(said({ speaker: speaker('professional'), by: nobody }))).toBe(
      'En verksamhet berättade om lärande.',
    )
  })

  it('say what was answered, and that a no is as good as a yes', () => {
    const to = (answer: 'yes' | 'no' | 'withdrawn', unitName?: string) =>
      answered({ on: '2024-01-01', answer, unitName })
    expect(to('yes', 'BUP')).toBe('Du sa ja till att BUP fick vara med.')
    expect(to('no', 'BUP')).toBe(
      'Du sa nej till att BUP skulle vara med. Det är lika bra att säga nej som ja.',
    )
    expect(to('withdrawn')).toBe('Du tog tillbaka ditt ja till att en verksamhet var med.')
  })

  it('say what was given, to whom, until when and on what it rested', () => {
    const one = {
      what: 'whole',
      unitName: 'BUP',
      since: '2024-01-01',
      until: '2024-06-01',
      byConsent: true,
    } as const
    expect(given(one)).toBe(
      'BUP fick läsa hela din plan och vara med på möten, till den 1 juni 2024. De som skulle säga ja hade gjort det.',
    )
    expect(given({ ...one, what: 'own', unitName: undefined, byConsent: false })).toBe(
      'En verksamhet fick läsa sin egen del av din plan, till den 1 juni 2024. Det byggde på en regel i lagen.',
    )
    expect(given({ ...one, what: 'words' })).toContain('något av det som någon hade berättat om dig')
  })

  it('say who came', () => {
    const party = (over: object) => ({
      id: 'party',
      role: 'unit' as const,
      person: { kind: 'protected' as const, id: 'x' },
      called: undefined,
      unitId: undefined,
      unitName: undefined,
      engagementId: undefined,
      title: undefined,
      inside: false,
      part: undefined,
      prepare: undefined,
      answer: undefined,
      attended: true,
      version: 1,
      mine: false,
      ...over,
    })
    const ali = { kind: 'visible', id: 'ali', name: 'Ali Rahimi', givenName: 'Ali' } as const
    const you = party({ role: 'child' })
    expect(cameText([])).toBeUndefined()
    expect(cameText([you])).toBe('Med var du.')
    expect(cameText([you, party({ role: 'guardian', called: 'mamma' }), party({ role: 'guardian' })])).toBe(
      'Med var du, mamma och en vårdnadshavare.',
    )
    expect(cameText([party({ person: ali, title: 'kurator', unitName: 'BUP' })])).toBe(
      'Med var Ali Rahimi från BUP.',
    )
    expect(cameText([party({ title: 'kurator', unitName: 'BUP' })])).toBe('Med var kurator från BUP.')
    expect(cameText([party({})])).toBe('Med var en verksamhet.')
  })

  it('say where something was done and how far it came', () => {
    const what = text('bilder')
    expect(withPlace({ what, unit: { name: 'Furuskolan' }, state: 'done' })).toBe('Furuskolan. Klar.')
    expect(withPlace({ what, unit: { name: undefined }, state: 'ongoing' })).toBe('En verksamhet. Pågår.')
    expect(withPlace({ what, unit: undefined, state: 'not_done' })).toBe('Hemma. Blev inte av.')
  })

  it('each say their own', () => {
    saysItsOwn(Object.values(happened))
    saysItsOwn(Object.values(agreed))
    saysItsOwn(Object.values(helped))
    saysItsOwn((['goals_met', 'family_ended', 'not_needed', 'moved', 'other'] as const).map(ended))
    expect(ended(undefined)).toBe(ended('other'))
  })
})

describe('what went well', () => {
  const moment = (over: object) => ({
    id: 'x',
    words: text('Hon cyklade hela vägen.'),
    by: { kind: 'child' } as const,
    mine: false,
    at: new Date('2024-05-02T10:00:00Z'),
    opensOn: '2024-05-03',
    ...over,
  })
  it.each([
    [{ by: { kind: 'child' } as const, mine: false }, 'Något gick bra. Du skrev:'],
    [{ by: { kind: 'guardian', called: 'mamma' } as const, mine: false }, 'Något gick bra. Mamma skrev:'],
    [
      { by: { kind: 'guardian', called: undefined } as const, mine: false },
      'Något gick bra. En vårdnadshavare skrev:',
    ],
    [
      { by: { kind: 'unit', name: 'Petra Ek', unit: 'Furuskolan' } as const, mine: false },
      'Något gick bra. Petra Ek på Furuskolan skrev:',
    ],
  ])('%j', (by, sentence) => {
    expect(wentWell(by)).toBe(sentence)
  })

  it('stands in the order it was written, whichever came first out of the store', () => {
    const later = moment({ words: text('Ett mål till.'), at: new Date('2024-05-02T12:00:00Z') })
    expect(told({ bright: [later, moment({})] })).toEqual([
      ['2024', '2024-05-02', 'Något gick bra. Du skrev:', [undefined, 'Hon cyklade hela vägen.']],
      ['2024', '2024-05-02', 'Något gick bra. Du skrev:', [undefined, 'Ett mål till.']],
    ])
  })
})

it('what was decided stands in the child’s own words too', () => {
  const meeting = {
    heldOn: '2024-04-01',
    came: [],
    note: undefined,
    inOwnWords: text('Petra läser med mig.'),
  }
  expect(told({ meetings: [meeting] })[0]?.slice(3)).toEqual([
    ['Så sa du själv vad ni bestämde', 'Petra läser med mig.'],
  ])
})
