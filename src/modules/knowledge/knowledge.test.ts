import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  alwaysOpen,
  areaNames,
  channelFor,
  consentText,
  currentConsentText,
  demoChannels,
  familyTexts,
  groundsFor,
  guidance,
  legalGrounds,
  lix,
  municipalities,
  questionText,
  reportReminder,
  steps,
  threeQuestions,
  wheelAreas,
  wheelText,
} from '#modules/knowledge'

const consentWords = ({ about, yes, no, withdraw }: typeof currentConsentText) =>
  [...about, ...yes, ...no, ...withdraw].join(' ')

describe('what a guardian reads', () => {
  it('is plain Swedish', () => {
    const read = [
      consentWords(currentConsentText),
      ...familyTexts.map(({ paragraphs }) => paragraphs.join(' ')),
    ]
    for (const words of [...read, reportReminder.paragraphs.join(' ')])
      expect(lix(words), words).toBeLessThanOrEqual(35)
  })

  it('never calls the family’s yes a consent to the processing of personal data', () => {
    expect(JSON.stringify([currentConsentText, familyTexts])).not.toMatch(/personuppgift|gdpr/i)
  })

  it('says what a yes, a no and a change of mind mean, in the version that was shown', () => {
    const shown = consentText('samtycke-1')
    expect(shown?.date).toBe('2026-11-22')
    expect(shown?.no.join(' ')).toContain('samma hjälp som förut')
    expect(shown?.withdraw.join(' ')).toContain('när ni vill')
    expect(consentText('samtycke-0')).toBeUndefined()
  })
})

describe('lix', () => {
  it('counts words a sentence and the share of long words', () => {
    expect(lix('Lisa simmar. Hon är glad.')).toBeCloseTo(2.5)
    expect(lix('Lisa samverkar ofta.')).toBeCloseTo(3 + 100 / 3)
    expect(lix('')).toBe(0)
  })
})

describe('the wheel', () => {
  it('keeps the wording of a question for the answer that was given to it', () => {
    expect(questionText('safety', 'child', 'hjulet-1')?.working).toBe('Var känner du dig trygg?')
    expect(questionText('safety', 'guardian', 'hjulet-1')?.working).toBe('När och med vem är barnet tryggt?')
    expect(questionText('safety', 'child', 'hjulet-0')).toBeUndefined()
  })

  it('has seven areas; the names are the county’s own, the questions a proposal', () => {
    expect(wheelAreas.map((area) => areaNames.names[area])).toEqual([
      'Trygghet',
      'Hälsa',
      'Utveckling',
      'Lärande',
      'Omsorg',
      'Hemmet',
      'Relationer',
    ])
    expect([areaNames.official, wheelText.official]).toEqual([true, false])
  })

  it('speaks to a child in a child’s words', () => {
    const words = wheelAreas.flatMap((area) => Object.values(wheelText.areas[area].child))
    expect(lix(words.join(' '))).toBeLessThanOrEqual(25)
  })
})

describe('guidance', () => {
  it.each(steps)('in the step %s is at most five short sentences, marked as a proposal', (step) => {
    const { sentences, official } = guidance(step)
    expect(official).toBe(false)
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.length).toBeLessThanOrEqual(5)
    for (const sentence of sentences)
      expect((sentence ?? '').split(' ').length, sentence).toBeLessThanOrEqual(18)
    expect(lix(sentences.join(' '))).toBeLessThanOrEqual(35)
  })

  it('asks the three questions in order', () => {
    expect(threeQuestions.questions.map(({ outcome }) => outcome)).toEqual([
      'own_support',
      'handover',
      'collaboration',
    ])
  })
})

describe('legal grounds', () => {
  const codes = (kind: Parameters<typeof groundsFor>[0]) => groundsFor(kind).map(({ code }) => code)

  it('are a closed list; health care and social services never have the general clause', () => {
    expect(legalGrounds).toHaveLength(9)
    for (const kind of ['health', 'social', 'pupil_health_medical'] as const)
      expect(codes(kind)).not.toContain('generalklausul')
    expect(codes('school')).toContain('generalklausul')
  })

  it('differ by wall: only the school nurse tells the rest of pupil health, only social services the police', () => {
    expect(codes('pupil_health_medical')).toContain('emi_elevhalsa')
    expect(codes('school')).not.toContain('emi_elevhalsa')
    expect(codes('social')).toContain('polis_forebygg')
    expect(codes('health')).not.toContain('polis_forebygg')
    expect(codes('civil')).toContain('samtycke')
  })
})

describe('where one reports a worry', () => {
  it('is there for every municipality, with invented numbers that say so', () => {
    expect(municipalities.map(({ code }) => channelFor(code)?.name)).toEqual(
      municipalities.map(({ name }) => `${name} kommun`),
    )
    for (const { daytime, onCall, demo } of demoChannels) {
      expect(demo).toBe(true)
      for (const number of [daytime, onCall]) expect(number).toMatch(/^031-390 06 \d\d$/)
    }
  })

  it('always has the real numbers', () => {
    expect(Object.values(alwaysOpen).map(({ number }) => number)).toEqual(['112', '116 111', '1177'])
  })

  it('says of every number whose it is and when somebody last looked', () => {
    for (const { source, checkedOn } of [...Object.values(alwaysOpen), ...demoChannels]) {
      expect(source).toBeTruthy()
      expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })

  it('has every number to call that stands in a page', () => {
    const known = new Set(Object.values(alwaysOpen).map(({ number }) => number.replace(/\D/g, '')))
    const called = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => [...readFileSync(`src/modules/${path}`, 'utf8').matchAll(/tel:(\d+)/g)])
      .map(([, number = '']) => number)
    expect(called.length).toBeGreaterThan(0)
    expect(called.filter((number) => !known.has(number))).toEqual([])
  })
})
