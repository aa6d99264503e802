import { readFileSync } from 'node:fs'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { lix } from '#shared/lix.ts'
import { isEasy, longAndKept, readOut, wordsOf } from '#tools/texts/easy.ts'
import { fault, synced } from '#tools/texts/po.ts'
import { sourceTexts } from '#tools/texts/source.ts'
import { catalogueOf, fileOf } from '#ui/catalogue.ts'
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

/** Numbers that are said in letters in the Swedish. Each stands for something that must not be lost. */
const numbers: Readonly<Record<string, string>> = {
  två: '2',
  fem: '5',
  sju: '7',
  åtta: '8',
  tio: '10',
  dygn: '24',
}

describe('easy Swedish: each text has its own, or is so easy in Swedish that it needs none', () => {
  const own = catalogueOf('sv-x-latt')
  const easy = texts.map(({ text, files }) => ({
    files,
    swedish: text,
    said: own.get(text)?.text ?? text,
  }))

  it('no sentence has more than twelve words, and no word more than fourteen letters', () => {
    expect(easy.map(({ said }) => said).filter((said) => !isEasy(said))).toEqual([])
  })

  it('the long words that are kept are still said', () => {
    const said = new Set(easy.flatMap(({ said }) => wordsOf(said.toLowerCase())))
    expect(Object.keys(longAndKept).filter((word) => !said.has(word))).toEqual([])
  })

  it('what a page says is a child’s book: LIX at most 30 for each file that says more than a few words', () => {
    const said = new Map<string, string[]>()
    for (const one of easy)
      for (const file of one.files) said.set(file, [...(said.get(file) ?? []), readOut(one.said)])
    const hard = [...said]
      .map(([file, all]) => [file, all.join('.\n')] as const)
      .filter(([, all]) => wordsOf(all).length >= 30 && lix(all) > 30)
    expect(hard.map(([file]) => file)).toEqual([])
  })

  it('all of it together has a LIX of at most 14, and is easier than the Swedish', () => {
    const together = (all: readonly string[]) => lix(all.map(readOut).join('.\n'))
    const found = together(easy.map(({ said }) => said))
    expect(found).toBeLessThan(14)
    expect(found).toBeLessThan(together(easy.map(({ swedish }) => swedish)))
  })

  it('no number is lost: days, ages and how many', () => {
    const lost = easy.flatMap(({ swedish, said }) => {
      const letters = wordsOf(readOut(swedish).toLowerCase())
      const wanted = letters.flatMap((word) => (/^\d+$/.test(word) ? word : (numbers[word] ?? [])))
      const has = wordsOf(readOut(said).toLowerCase()).flatMap((word) => [word, numbers[word] ?? word])
      return wanted.every((number) => has.includes(number)) ? [] : [swedish]
    })
    expect(lost).toEqual([])
  })
})
