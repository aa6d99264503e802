import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const textOf = (file: string) => readFileSync(file, 'utf8')
const documents = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
/** The cells of every row of every table; a head has no number or name of a file, and falls away where it is asked. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
const testsIn = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, file = '']) => file)

describe('the documents', () => {
  it.each(documents)('%s leads only to what there is', (file) => {
    for (const [, link = ''] of textOf(file).matchAll(/\]\(([^)\s]+)\)/g)) {
      const [path = ''] = link.split('#')
      if (/^(https?|mailto):/.test(link) || path === '') continue
      expect([file, link, existsSync(normalize(join(dirname(file), path)))]).toEqual([file, link, true])
    }
  })

  it.each(['docs/asvs.md', 'docs/security.md', 'docs/dpia.md', 'SECURITY.md'])(
    '%s names only files that there are',
    (file) => {
      for (const [, path = ''] of textOf(file).matchAll(
        /`((?:src|test|tools|docs|e2e|migrations)\/[\w./-]+)`/g,
      ))
        expect([file, path, existsSync(path)]).toEqual([file, path, true])
    },
  )
})

describe('the threat model', () => {
  const [, threats = ''] = textOf('docs/security.md').split(/^## Threat model$/m)
  const rows = rowsOf(threats.split(/^## /m)[0] ?? '').filter(([number = '']) => /^\d+$/.test(number))

  it('has every threat once, and says of each what shows that it is stopped, or that it is not yet', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
    for (const [number, , , shown = '', left = ''] of rows) {
      expect([number, testsIn(shown).length > 0 || /not yet/.test(shown)]).toEqual([number, true])
      expect([number, left.length > 0]).toEqual([number, true])
    }
  })
})

describe('ASVS', () => {
  /** `operator`: what is left is for whoever runs it. */
  const states = ['met', 'partly', 'operator', 'not yet', 'not applicable']
  const text = textOf('docs/asvs.md')
  const [before = '', exceptions = ''] = text.split(/^## Exceptions$/m)
  const rows = rowsOf(before).filter(([number = '']) => /^\d/.test(number))
  const known = new Set(rowsOf(exceptions).map(([name = '']) => name))

  /** How many requirements of levels 1 and 2 each section has; they are numbered from 1 (5.0.0). */
  const sections: Readonly<Record<string, readonly number[]>> = {
    1: [2, 9, 11, 3, 2],
    2: [3, 3, 4, 1],
    3: [0, 2, 4, 6, 5, 0, 2],
    4: [3, 1, 2, 4],
    5: [1, 3, 2, 3],
    6: [3, 12, 4, 4, 5, 3, 0, 4],
    7: [3, 4, 2, 5, 2, 2],
    8: [2, 3, 1, 1],
    9: [3, 4],
    10: [2, 2, 4, 11, 5, 2, 3],
    11: [2, 3, 3, 4, 1, 1],
    12: [3, 2, 4],
    13: [1, 5, 2, 5],
    14: [2, 4, 3],
    15: [3, 3, 7],
    16: [1, 5, 4, 3, 3],
    17: [1, 4, 2],
  }
  const asked = Object.entries(sections).flatMap(([chapter, counts]) =>
    counts.flatMap((count, at) => Array.from({ length: count }, (_, n) => `${chapter}.${at + 1}.${n + 1}`)),
  )
  /** `1.2.6 – 1.2.8` are three. */
  const numbersIn = (cell: string): string[] => {
    const [first = '', last = first] = cell.replace(' (L3)', '').split(' – ')
    const section = first.replace(/\d+$/, '')
    const [from, to] = [Number(first.replace(section, '')), Number(last.replace(section, ''))]
    return Array.from({ length: to - from + 1 }, (_, at) => `${section}${from + at}`)
  }

  it('has each of the 253 requirements of levels 1 and 2 once', () => {
    expect(asked).toHaveLength(253)
    const said = rows.filter(([, level]) => level !== '3').flatMap(([number = '']) => numbersIn(number))
    expect(said.toSorted()).toEqual(asked.toSorted())
  })

  it('has a test or an exception in every row, and a reason where it does not apply', () => {
    for (const [number, , , where = '', test = '', state = ''] of rows) {
      expect(states).toContain(state)
      const shown =
        testsIn(test).length > 0 || [...test.matchAll(/\bX\d+\b/g)].some(([name]) => known.has(name))
      expect([number, shown || state === 'not applicable']).toEqual([number, true])
      for (const [name] of test.matchAll(/\bX\d+\b/g)) expect([number, name, known.has(name)]).toContain(true)
      expect([number, where.length > 0]).toEqual([number, true])
    }
  })

  it('counts its states rightly', () => {
    const counts = [...before.matchAll(/^\| (met|partly|operator|not yet|not applicable) \| (\d+) \|$/gm)]
    expect(counts.map(([, state, count]) => [state, Number(count)])).toEqual(
      states.map((state) => [state, rows.filter((row) => row.at(-1) === state).length]),
    )
  })
})
