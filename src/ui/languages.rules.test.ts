import { describe, expect, it } from 'vitest'
import { isLanguage, languageAsked, languages, translations, writtenIn } from './languages.ts'

describe('the language of a page', () => {
  it.each([
    ['ar-SY,ar;q=0.9,en;q=0.8', 'ar'],
    ['de-DE,de;q=0.9,pl;q=0.5', 'pl'],
    ['en;q=0.2,fi', 'fi'],
    ['uk;q=0,so', 'so'],
    ['de', undefined],
    ['uk;q=0', undefined],
    ['', undefined],
    [undefined, undefined],
    ['pl;q=0.5,fi;q=0.5', 'pl'],
    ['SO-so', 'so'],
    ['en ;q=0.1, ar; q=0.4', 'ar'],
    ['de;x=1;q=0.1,so;q=0.05', 'so'],
    ['toString,constructor', undefined],
  ] as const)('asked for as %s is %s', (header, language) => {
    expect(languageAsked(header)).toBe(language)
  })

  it('is not the language of what somebody wrote', () => {
    expect(['Hon läser nu', 'هي تقرأ', 'Вона читає'].map(writtenIn)).toEqual(['sv', 'ar', 'uk'])
  })

  it('is one of those we have, and only Arabic is read from the right', () => {
    expect([...translations, 'sv'].every(isLanguage)).toBe(true)
    expect(['de', 'toString', '', null, undefined].some(isLanguage)).toBe(false)
    expect(translations).toEqual(['sv-x-latt', 'en', 'ar', 'so', 'uk', 'pl', 'fi'])
    expect(translations.filter((code) => languages[code].dir === 'rtl')).toEqual(['ar'])
  })
})
