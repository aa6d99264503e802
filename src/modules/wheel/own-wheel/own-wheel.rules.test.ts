import { describe, expect, it } from 'vitest'
import { childsPictures, lix, wheelAreas } from '#modules/knowledge'
import type { Typed } from '#shared/form-reading.ts'
import { isDrawing, mostOfDrawing } from '../drawing.ts'
import { chosenReaders, type Words } from '../wheel.ts'
import { readOwn } from './own-wheel.form.ts'

const submission = 'c0ffee00-0000-4000-8000-000000000001'
const send = (typed: Typed) => readOwn({ typed: { submission, area: 'health', ...typed }, fault: undefined })
const told = (words: Words) =>
  Object.fromEntries(Object.entries(words).flatMap(([name, text]) => (text ? [[name, text.reveal()]] : [])))
function said(typed: Typed) {
  const read = send(typed)
  return read.ok ? { ...told(read.value.words), inPictures: read.value.inPictures } : read.error
}

describe('what a child says of one area', () => {
  it('is the words of the pictures it picked, a line for each, and then its own', () => {
    expect(said({ good: ['bed', 'food'], working: 'Pannkakor!', hard: 'heart' })).toEqual({
      working: 'Jag sover gott.\nJag äter bra.\nPannkakor!',
      challenging: 'Jag är ofta ledsen eller orolig.',
      inPictures: true,
    })
    expect(said({ challenging: 'Mardrömmar.' })).toEqual({ challenging: 'Mardrömmar.', inPictures: false })
  })

  it('is nothing else when it does not know, or will not say', () => {
    expect(said({ good: 'bed', drawing: '1,1 2,2', other: 'wont_say' })).toEqual({
      quote: 'Vill inte svara.',
      inPictures: false,
    })
    expect(said({ other: 'dont_know' })).toEqual({ quote: 'Vet inte.', inPictures: false })
  })

  it('may be a drawing alone, and must be something', () => {
    expect(said({ drawing: '1,1 2,2' })).toEqual({ drawing: '1,1 2,2', inPictures: true })
    expect(said({ good: 'the house', drawing: '' })).toHaveProperty('form')
    expect(said({ good: 'bed', area: 'money' })).toHaveProperty('area')
  })

  it('is for the fewest unless more are chosen; with an adult beside it that is the adult alone', () => {
    const choices = [undefined, 'told', 'unit', 'meeting', 'everyone', 'the whole town'] as const
    expect(choices.map((chosen) => chosenReaders(false, chosen))).toEqual([
      'unit',
      'unit',
      'unit',
      'meeting',
      'everyone',
      'unit',
    ])
    expect(choices.map((chosen) => chosenReaders(true, chosen))).toEqual([
      'told',
      'told',
      'told',
      'meeting',
      'everyone',
      'told',
    ])
    expect(send({ good: 'bed', readers: 'nobody' })).toMatchObject({
      ok: true,
      value: { readers: undefined },
    })
  })
})

describe('a drawing', () => {
  it.each(['0,0 400,300', '1,1 2,2;3,3 3,3', '10,200 5,5 300,100'])('is lines: %s', (text) =>
    expect(isDrawing(text)).toBe(true),
  )
  it.each(['', '1,1', '1,1 2,2;', '1,1 x,2', '1,1 2,2"/><script>', '1000,1 2,2'])(
    'is nothing else: %s',
    (text) => expect(isDrawing(text)).toBe(false),
  )
  it('has an end', () => {
    expect(isDrawing(`11,1${' 2,2'.repeat((mostOfDrawing - 4) / 4)}`)).toBe(true)
    expect(isDrawing(`1,1${' 2,2'.repeat(mostOfDrawing)}`)).toBe(false)
    expect(said({ drawing: 'x' })).toHaveProperty('drawing')
  })
})

describe('the pictures', () => {
  it('say something good and something hard in each area, in a child’s words', () => {
    for (const area of wheelAreas) {
      const shown = childsPictures.areas[area]
      expect(new Set(shown.map(({ picture }) => picture)).size).toBe(shown.length)
      const words = shown.flatMap(({ good, hard }) => [good, hard]).join(' ')
      expect(lix(words), words).toBeLessThanOrEqual(25)
    }
  })
})
