import { readFileSync } from 'node:fs'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { fault, synced } from '#tools/texts/po.ts'
import { sourceTexts } from '#tools/texts/source.ts'
import { fileOf } from '#ui/catalogue.ts'
import { translations } from '#ui/languages.ts'

const texts = sourceTexts()
const ofLanguage = (language: (typeof translations)[number]) =>
  PO.parse(readFileSync(fileOf(language), 'utf8'))

describe('the translations', () => {
  it.each(translations)('to %s are of the texts that are said today, and of all of them', (language) => {
    const now = ofLanguage(language)
    expect(`${synced(language, now, texts)}\n`, 'npm run texts brings the files up to date').toBe(
      readFileSync(fileOf(language), 'utf8'),
    )
    expect(now.items.filter(({ msgstr }) => !msgstr[0]).map(({ msgid }) => msgid)).toEqual([])
  })

  it.each(translations)('to %s hold what the Swedish holds', (language) => {
    const wrong = ofLanguage(language).items.map(({ msgid, msgstr }) => [
      msgid,
      fault(msgid, msgstr[0] ?? ''),
    ])
    expect(wrong.filter(([, what]) => what)).toEqual([])
  })

  it('are found wherever something is said: each is written where the tool can read it', () => {
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.find(({ text }) => text === 'Vem vänder jag mig till?')?.files).toContain(
      'src/modules/directory/whom/whom.page.tsx',
    )
  })
})
