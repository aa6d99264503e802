import { readFileSync } from 'node:fs'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { fault, imported, synced } from '#tools/texts/po.ts'
import { sourceTexts } from '#tools/texts/source.ts'
import { checkedBy, fileOf } from '#ui/catalogue.ts'
import { languageAsked, translations, writtenIn } from '#ui/languages.ts'

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

const file = (text: string) => PO.parse(`msgid ""\nmsgstr ""\n"Language: ar\\n"\n\n${text}`)
const vem = [{ text: 'Vem är {name}?', files: ['src/a.tsx'] }]

describe('a translator', () => {
  const machine = () => file('#, fuzzy\nmsgid "Vem är {name}?"\nmsgstr "من {name}"\n')
  const amina = { by: 'Amina Yusuf', on: '2026-11-23' }

  it('gets what a machine has made, marked as such', () => {
    expect(synced('ar', machine(), vem).toString()).toContain('#, fuzzy\nmsgid "Vem är {name}?"')
  })

  it('takes the mark away, and from then on it says who has read it and when', () => {
    const read = file('msgid "Vem är {name}?"\nmsgstr "من هو {name}؟"\n')
    const { po, taken, refused } = imported(synced('ar', machine(), vem), read, amina)
    expect([taken, refused, po.items.map(checkedBy)]).toEqual([1, [], ['Amina Yusuf, 2026-11-23']])
    expect(PO.parse(po.toString()).items.map(checkedBy)).toEqual(['Amina Yusuf, 2026-11-23'])
  })

  it('who leaves the mark has not read it', () => {
    const { po } = imported(synced('ar', machine(), vem), machine(), amina)
    expect(po.items.map(checkedBy)).toEqual([undefined])
  })

  it('cannot lose a name or write it wrong', () => {
    const wrong = file('msgid "Vem är {name}?"\nmsgstr "من {namn}؟"\n')
    const { po, refused } = imported(synced('ar', machine(), vem), wrong, amina)
    expect(refused).toHaveLength(1)
    expect(po.items[0]?.msgstr).toEqual(['من {name}'])
    expect(fault('{n, plural, one {en} other {#}}', '{n, plural, one {en}')).toMatch(/går inte att läsa/)
  })

  it('when the Swedish is changed it is another text: the old one and its mark are gone', () => {
    const checked = file(
      '# Granskad av Amina Yusuf, 2026-11-23\nmsgid "Vem är {name}?"\nmsgstr "من هو {name}؟"\n',
    )
    const changed = synced('ar', checked, [{ text: 'Vem är egentligen {name}?', files: ['src/a.tsx'] }])
    expect(changed.items.map(({ msgid, msgstr }) => [msgid, msgstr[0]])).toEqual([
      ['Vem är egentligen {name}?', undefined],
    ])
    expect(changed.items.map(checkedBy)).toEqual([undefined])
  })
})

describe('the language of a page', () => {
  it.each([
    ['ar-SY,ar;q=0.9,en;q=0.8', 'ar'],
    ['de-DE,de;q=0.9,pl;q=0.5', 'pl'],
    ['en;q=0.2,fi', 'fi'],
    ['uk;q=0,so', 'so'],
    ['de', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)('asked for as %s is %s', (header, language) => {
    expect(languageAsked(header)).toBe(language)
  })

  it('is not the language of what somebody wrote', () => {
    expect(['Hon läser nu', 'هي تقرأ', 'Вона читає'].map(writtenIn)).toEqual(['sv', 'ar', 'uk'])
  })
})
