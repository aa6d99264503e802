import { describe, expect, it } from 'vitest'
import { childsPictures } from '#modules/knowledge'
import { SealedText } from '#shared/sealed.ts'
import { saidIn } from '#ui/say.tsx'
import {
  type Extract,
  earlierTitle,
  factsOf,
  holdGrounds,
  holdWords,
  isWritten,
  saidOf,
  textsIn,
  titleOf,
  toAsk,
  withoutBarred,
  wordsOf,
} from './extract.ts'
import { textOnPaper } from './text.parts.tsx'

const id = '0f6a1c9e-3b7d-4e52-9c1f-8a2b3c4d5e6f'

describe('who can be asked now', () => {
  const asked = (secrecyUnitId: string, isAnswered: boolean) => ({ secrecyUnitId, isAnswered }) as Extract
  it.each([
    ['nobody was ever asked', [], ['school', 'clinic']],
    ['all have answered', [asked('school', true), asked('clinic', true)], ['school', 'clinic']],
    ['the school has not answered', [asked('school', false)], ['clinic']],
    ['one of two has answered', [asked('school', false), asked('clinic', true)], []],
  ])('%s', (_, extracts, keepers) => {
    expect(toAsk(['school', 'clinic'], extracts)).toEqual(keepers)
  })
})

it('every ground to hold something back has words', () => {
  expect(holdGrounds.map((ground) => holdWords[ground])).toEqual([
    'Håll inne: det kan skada barnet eller någon annan',
    'Håll inne: det handlar om någon annan',
    'Håll inne: barnet har berättat det i förtroende',
    'Håll inne: en annan regel om sekretess',
  ])
})

it('what is barred is not given, be it the thing itself or the unit that did it', () => {
  const parts = [{ things: ['talk', 'school'] }, { things: ['note', 'clinic'] }, { things: [] }]
  expect(withoutBarred(parts, new Set(['talk', 'clinic']))).toEqual([{ things: [] }])
  expect(withoutBarred(parts, new Set(['clinic']))).toEqual([{ things: ['talk', 'school'] }, { things: [] }])
})

it('a part says whose it is first, where that is told', () => {
  const [whose, text] = [new SealedText('Furuskolan'), new SealedText('Lisa trivs.')]
  expect(wordsOf({ whose, texts: [text] })).toEqual([whose, text])
  expect(wordsOf({ whose: undefined, texts: [text] })).toEqual([text])
})

it('an earlier text says since when', () => {
  expect(earlierTitle('2026-11-24')).toBe('Så stod det från den 24 november 2026')
})

describe('a part is called', () => {
  const line = (source: string, kind?: string) => ({ source, facts: { kind } })
  it.each([
    ['what it is of its kind', [line('item', 'work_note')], 'Anteckning'],
    ['so also in the plan', [line('plan_part', 'goal')], 'Mål i planen'],
    ['so before what its table is', [line('noticing', 'new'), line('item', 'support')], 'Stöd'],
    ['what its table is', [line('item', 'new'), line('plan')], 'Barnets plan'],
    ['the first of several', [line('unknown'), line('plan'), line('meeting')], 'Barnets plan'],
    ['its table, whatever kinds that has', [line('objection', 'goal')], 'Någon höll inte med om en text'],
    ['something, when nobody has named it', [line('unknown')], 'Något som är skrivet'],
    ['something, when nothing is there', [], 'Något som är skrivet'],
  ])('%s', (_, lines, title) => {
    expect(titleOf(lines)).toBe(title)
  })
})

describe('what a column says', () => {
  it.each([
    ['meeting_party', 'called', 'Mormor', 'Mormor'],
    ['consent', 'language', ['sv', 'so', 'fa'], 'Svenska, Soomaali, fa'],
    ['follow_up', 'held_on', '2026-11-24', '24 november 2026'],
    ['matter', 'closed_at', '2026-11-24T23:30:00Z', '25 november 2026'],
    ['noticing', 'good_news', true, 'Ja'],
    ['noticing', 'good_news', false, 'Nej'],
    ['plan_part', 'areas', ['home', 'new'], 'Hemmet, new'],
    ['access_grant', 'kind', 'party', 'Planen och mötena'],
    ['access_grant', 'kind', 'new', 'new'],
    ['consent_answer', 'way', ['paper', 'oral'], 'På papper, Muntligt'],
  ])('%s.%s, %j: %s', (source, column, raw, value) => {
    expect(factsOf(source, { [column]: raw })).toEqual([
      { name: `${source}.${column}`, label: expect.any(String), value, raw },
    ])
  })

  const fact = (name: string, raw: string | string[], value = 'as it was given') => ({
    name,
    label: '',
    value,
    raw,
  })

  it.each([
    ['a code', fact('plan_part.state', 'done'), 'Done'],
    ['a day', fact('follow_up.held_on', '2026-11-24'), '24 November 2026'],
    ['areas', fact('plan_part.areas', ['home', 'learning']), 'Home, Learning'],
    ['what is its own words', fact('meeting_party.called', 'Mormor', 'Mormor'), 'Mormor'],
    ['what nobody tells any longer', fact('gone.gone', 'x'), 'as it was given'],
    ['nor a column of what is told', fact('plan_part.gone', 'x'), 'as it was given'],
  ])('in English, %s', (_, one, value) => {
    expect([saidIn('en', () => saidOf(one)), saidOf(one)]).toEqual([value, one.value])
  })

  it('is written by somebody only where it is no code, day or number', () => {
    expect([isWritten({ name: 'meeting_party.called' }), isWritten({ name: 'plan_part.state' })]).toEqual([
      true,
      false,
    ])
    expect([isWritten({ name: 'gone.gone' }), isWritten({ name: '' })]).toEqual([false, false])
  })

  it('what is numbers lies as text', () => {
    expect(factsOf('plan_part', { areas: [1] })[0]?.raw).toEqual(['1'])
  })

  it.each([undefined, null, [], 7])('%j says nothing', (raw) => {
    expect(factsOf('consent_unit', { areas: raw })).toEqual([])
  })

  it('a table that nobody tells of says nothing', () => {
    expect(factsOf('unknown', { kind: 'goal' })).toEqual([])
  })
})

describe('everything that a body says', () => {
  it.each([
    ['words', 'Lisa trivs.', ['Lisa trivs.']],
    ['a day in words', '2026-11-24', ['24 november 2026']],
    ['a day among words as it was written', 'den 2026-11-24', ['den 2026-11-24']],
    ['a day before words too', '2026-11-24 på kvällen', ['2026-11-24 på kvällen']],
    ['nothing of an id', { by: id }, []],
    ['an id that somebody wrote about', [`Se ${id}`, `${id} gäller`], [`Se ${id}`, `${id} gäller`]],
    ['nothing of what is empty', ['', null, undefined, 7, true, {}], []],
    ['codes in words', { support: ['adult', 'breaks'] }, ['En vuxen att sitta bredvid', 'Pauser']],
    ['codes by the name nearest to them', { support: { who: 'adult' } }, ['adult']],
    ['all of it in order', { b: ['1', { c: '2' }], a: '3' }, ['1', '2', '3']],
  ])('%s', (_, body, texts) => {
    expect(textsIn(body)).toEqual(texts)
  })
})

describe('a text on the paper of one who reads English', () => {
  const { good, hard } = childsPictures.areas.home[0] ?? { good: '', hard: '' }
  it.each([
    ['as it was written', 'Lisa trivs.', [{ written: 'Lisa trivs.' }]],
    ['words for a code said anew', 'Tolk', ['Interpreter']],
    [
      'the picture that a child picked, then what it wrote',
      `${good}\nOch Bamse.`,
      [expect.any(String), { written: 'Och Bamse.' }],
    ],
    ['pictures alone', `${good}\n${hard}`, [expect.any(String), expect.any(String)]],
    ['a drawing as its lines', '1,2 3,4', [{ drawing: '1,2 3,4' }]],
  ])('%s', (_, text, told) => {
    expect(saidIn('en', () => textOnPaper(new SealedText(text)))).toEqual(told)
  })

  it('in Swedish stands as it is kept', () => {
    expect(textOnPaper(new SealedText(`${good}\nOch Bamse.`))).toEqual([{ written: `${good}\nOch Bamse.` }])
  })
})
