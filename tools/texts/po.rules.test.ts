import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { fault, imported, synced } from '#tools/texts/po.ts'
import { checkedBy } from '#ui/catalogue.ts'

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
    expect(refused[0]).toBe('Vem är {name}?: skulle ha {name}, har {namn}')
  })

  it('is told what is inside braces stays as it is, only where there is something', () => {
    const both = [...vem, { text: 'Klart', files: ['src/b.tsx'] }]
    const { items, headers } = synced('ar', machine(), both)
    expect(items.map(({ extractedComments }) => extractedComments)).toEqual([
      ['Det inom klamrar står kvar som det är.'],
      [],
    ])
    expect(items.map(({ references, obsolete }) => [references, obsolete])).toEqual([
      [['src/a.tsx'], false],
      [['src/b.tsx'], false],
    ])
    expect(headers).toEqual({ Language: 'ar', 'Content-Type': 'text/plain; charset=utf-8' })
  })

  it('into easy Swedish meets only what is said in another way', () => {
    const both = [...vem, { text: 'Klart', files: [] }]
    expect(synced('sv-x-latt', machine(), both).items.map(({ msgid }) => msgid)).toEqual(['Vem är {name}?'])
  })

  it.each([
    'Ett två tre fyra fem sex sju åtta nio tio elva tolv tretton.',
    'Allt om informationsinsamlingen.',
    '{n, plural, one {Kort} other {# dagar som följer efter det som redan har hänt här hos oss}}',
  ])('and what is too long as it stands: %s', (text) => {
    const { items } = synced('sv-x-latt', machine(), [...vem, { text, files: [] }])
    expect(items.map(({ msgid, msgstr }) => [msgid, msgstr[0]])).toContainEqual([text, undefined])
  })

  it.each([
    'Ett två tre fyra fem sex sju åtta nio tio elva tolv. Ett två tre fyra fem sex.',
    'Vårdnadshavaren och {name} läser <b>informationen</b>.',
  ])('but not: %s', (text) => {
    const { items } = synced('sv-x-latt', machine(), [...vem, { text, files: [] }])
    expect(items.map(({ msgid }) => msgid)).not.toContain(text)
  })

  it('who sends the same twice, or nothing for a text, changes nothing', () => {
    const read = file('msgid "Vem är {name}?"\nmsgstr "من هو {name}؟"\n')
    const { po } = imported(synced('ar', machine(), vem), read, amina)
    const later = { by: 'Nadia', on: '2026-11-24' }
    expect(imported(po, read, later).taken).toBe(0)
    expect(imported(po, file('msgid "Vem är {name}?"\nmsgstr ""\n'), later)).toMatchObject({
      taken: 0,
      refused: [],
    })
    expect(po.items.map(checkedBy)).toEqual(['Amina Yusuf, 2026-11-23'])
  })

  it('whose new words come with the mark has it read by nobody again', () => {
    const read = file('msgid "Vem är {name}?"\nmsgstr "من هو {name}؟"\n')
    const { po } = imported(synced('ar', machine(), vem), read, amina)
    const again = imported(po, machine(), amina)
    expect([again.taken, again.po.items.map(checkedBy)]).toEqual([1, [undefined]])
    expect(again.po.toString()).toContain('#, fuzzy')
  })

  it.each([
    ['Hej', 'Hello', undefined],
    ['Hej', 'Hello {name}', 'skulle ha inget inom klamrar, har {name}'],
    ['Hej {name}', 'Hello', 'skulle ha {name}, har inget'],
    ['{a} och {b}', '{b} and {a}', undefined],
    ['<link>Läs {a}</link>', '<link>Read</link>', 'skulle ha <link> {a}, har <link>'],
    ['{n, plural, one {# dag} other {# dagar}}', '{n, plural, one {# day} other {# days}}', undefined],
    ['{n, plural, one {{a}} other {#}}', '{n, plural, one {#} other {#}}', 'skulle ha {a} {n}, har {n}'],
    ['{k, select, x {{a}} other {}}', '{k, select, x {} other {}}', 'skulle ha {a} {k}, har {k}'],
  ])('%s as %s: %s', (source, translation, wrong) => expect(fault(source, translation)).toBe(wrong))

  it('cannot forget a brace', () => {
    expect(fault('{n, plural, one {en} other {#}}', '{n, plural, one {en}')).toMatch(/^går inte att läsa: \S/)
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
