import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { acts } from '#modules/audit'
import { paths } from '#shared/paths.ts'

const within = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file))
const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const textOf = (file: string) => readFileSync(file, 'utf8')
const files = within('src').filter((file) => !isTest(file))
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\s*\(?'([^']+)'/g)].map(
    ([, from, bare]) => from ?? bare ?? '',
  )

describe('the shape of the house', () => {
  it('modules know each other only by their front door', () => {
    for (const file of files)
      for (const name of importsOf(file)) {
        expect(name, `${file} reaches past an index`).not.toMatch(/^#modules\/[^/]+\//)
        if (file.startsWith('src/modules/'))
          expect(name, `${file} climbs too far`).not.toMatch(/^(\.\.\/){3,}|^\.\.\/\.\.\/(?!\w+[-.])/)
      }
  })

  it('what is shared knows no module but the log, and the interface knows no module at all', () => {
    for (const file of files.filter((f) => f.startsWith('src/shared/')))
      for (const name of importsOf(file)) expect(name, file).not.toMatch(/^#modules\/(?!audit|drafts)/)
    for (const file of files.filter((f) => f.startsWith('src/ui/')))
      for (const name of importsOf(file))
        expect(name, file).not.toMatch(/^#modules|^#shared\/(?!paths|asking)/)
  })

  it('rules and policies touch neither the database nor the web', () => {
    const pure = files.filter(
      (f) =>
        /^src\/modules\/[\w-]+\/[\w-]+\.ts$/.test(f) &&
        !/index\.ts$|-store\.ts$|-access\.ts$|audit\/audited/.test(f),
    )
    expect(pure).toContain('src/modules/noticing/noticing-policy.ts')
    for (const file of pure)
      for (const name of importsOf(file))
        expect(name, file).not.toMatch(/^kysely|^hono|^postgres|-store|shared\/db|\.page|\.routes/)
  })

  it('only stores and the log write queries, and only the log opens a transaction', () => {
    for (const file of files) {
      const text = textOf(file)
      if (/\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text))
        expect(file).toMatch(/-store\.ts$|modules\/audit\/|shared\/(vault|db|pool)\.ts$/)
      if (/\binTransaction\b/.test(text)) expect(file).toMatch(/shared\/db\.ts$|modules\/audit\//)
    }
  })

  it('nothing reads a clock, makes an id or draws a random number by itself', () => {
    const own = /new Date\(\)|Date\.now|randomUUID|randomBytes\(\d|Math\.random|getRandomValues/
    for (const file of files)
      if (file !== 'src/main.ts')
        expect(
          textOf(file).replace(/deps\.randomBytes\(\d+\)|this\.#deps\.randomBytes\(\w+\)/g, ''),
          file,
        ).not.toMatch(own)
    for (const file of readdirSync('migrations'))
      expect(textOf(`migrations/${file}`), file).not.toMatch(
        /\bnow\(\)|current_(date|time)|_timestamp\(|gen_random|uuidv|generated .* identity|serial/i,
      )
  })

  it('only the start of the program reads the environment', () => {
    for (const file of files)
      if (file !== 'src/main.ts') expect(textOf(file), file).not.toMatch(/process\.env/)
  })

  it('sealed text is opened only where it is shown, written or printed', () => {
    const allowed = /\.page\.tsx$|\.parts\.tsx$|\.form\.ts$|modules\/documents\/|shared\/sealed\.ts$/
    // A rule that must read what was written stands here with its reason.
    const rules = new Set([
      'src/modules/noticing/notice/notice.ts', // finds the unit that the words name
      'src/modules/noticing/receive/match.ts', // finds the children that the words name
    ])
    for (const file of files)
      if (/\.reveal\(\)/.test(textOf(file)) && !allowed.test(file) && !rules.has(file))
        expect.soft(file).toBe('a page, a form or a document')
  })

  it('a page about a child knows units and those who work there only as a protected child lets it', () => {
    // A list of what there is, one's own work, and a review of one's own unit are about no place of a child.
    const directory =
      /administration-store|organisations-store|directory-store|map-store|noticing-store|session-store|review-store|hold-store/
    const ownPeople = /session-store|review-store|hold-store|sealed-store|protection-store/
    for (const file of files.filter((f) => f.startsWith('src/modules/') && f.endsWith('-store.ts'))) {
      const text = textOf(file)
      if (!ownPeople.test(file))
        expect(text, `${file} goes round unit_here, person_here or engagement_here`).not.toMatch(
          /'(unit|person|engagement) as |\b(from|join) (unit|person|engagement) [a-z]{1,2}\b/,
        )
      if (!directory.test(file))
        expect(text, `${file} asks for every unit by name`).not.toContain('unit_directory')
      expect(text, `${file} puts a name together by itself`).not.toMatch(/\$\{[\w.]*(given|family)_name\}/)
    }
  })

  it('nothing is printed unescaped, and no page carries a script or a style of its own', () => {
    for (const file of files) {
      expect(textOf(file), file).not.toMatch(
        /dangerouslySetInnerHTML|(?<!\.)\braw\(|<script>|<style>|\sstyle=[{"]/,
      )
      expect(textOf(file), file).not.toMatch(/: any\b|as any\b|[\w)\]]!\.|@ts-ignore/)
    }
  })

  it('links are built from the same table as the routes', () => {
    expect(paths.child.to({ childId: 'l/1' })).toBe('/barn/l%2F1')
    // @ts-expect-error a forgotten parameter does not compile
    void (() => paths.child.to({}))
    for (const file of files.filter((f) => f.startsWith('src/modules/')))
      expect(textOf(file), `${file} writes an address by hand`).not.toMatch(
        /href="\/(?!tillgangar|#)|action="\//,
      )
  })

  it('every act of the log is used, and none is made up', () => {
    const all = files
      .filter((f) => !f.endsWith('audit/acts.ts'))
      .map(textOf)
      .join('\n')
    for (const act of Object.keys(acts)) expect(all.includes(`'${act}'`), act).toBe(true)
  })

  it('the modules’ tests, which share a worker and its database, change nothing but rows', () => {
    const more =
      /\bvi\.(mock|doMock|stub\w+|useFakeTimers|setSystemTime)\(|process\.env\b.*[^=]=[^=]|`\s*(create|alter|drop|(grant|revoke) [a-z, ]+ on) /i
    for (const file of within('src/modules').filter(isTest)) expect(textOf(file), file).not.toMatch(more)
  })

  it('files are small', () => {
    const sizes = files
      .filter((f) => !/schema\.ts$|gallery\.tsx$/.test(f))
      .map((f) => [textOf(f).split('\n').length, f] as const)
    for (const [lines, file] of sizes) expect(lines, file).toBeLessThan(400)
  })
})
