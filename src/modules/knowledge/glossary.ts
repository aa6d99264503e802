import { codeTerms } from './glossary-code.ts'
import { modelTerms } from './glossary-model.ts'
import { peopleTerms } from './glossary-people.ts'
import { trustTerms } from './glossary-trust.ts'
import type { Term } from './term.ts'

/** The one list of words: code names on the left, the words families meet on the right. */
export const glossary = {
  ...peopleTerms,
  ...modelTerms,
  ...trustTerms,
  ...codeTerms,
} as const satisfies Record<string, Term>

export type TermCode = keyof typeof glossary

/** Every word in Swedish alphabetical order. */
export const terms: readonly (Term & { code: string })[] = Object.entries<Term>(glossary)
  .map(([code, term]) => ({ code, ...term }))
  .sort((one, other) => one.sv.localeCompare(other.sv, 'sv'))

/** The words of the word list on the screen. */
export const words = terms.filter(({ inCodeOnly }) => !inCodeOnly)

const cell = (text = '') => text.replaceAll('|', '\\|')

const row = ({ sv, plural, meaning, code, source, official, notToBeMistakenFor }: (typeof terms)[number]) =>
  [
    plural && plural !== sv ? `**${sv}**, ${plural}` : `**${sv}**`,
    meaning,
    notToBeMistakenFor,
    `\`${code}\``,
    official ? source : source === 'lag' ? 'lagens ord' : 'vårt ord',
  ]
    .map((text) => ` ${cell(text)} `)
    .join('|')

const introduction = `# Ordlista

Samma ord ska betyda samma sak, vem som än talar med barnet. Listan är gjord av \`src/modules/knowledge/glossary.ts\`
och ändras där: \`npx vitest run src/modules/knowledge -u\` skriver om den här filen.

Står det SKR eller Region Kronoberg i sista rutan finns ordet i modellens offentliga texter. Förklaringarna är
Kronobarns egna förslag och inte länets officiella ord.

In short: Swedish words on the screen to the left, their names in code in the fourth column.
`

/** The text of GLOSSARY.md. */
export function glossaryMarkdown(): string {
  const head = '| ord | betyder | ska inte blandas ihop med | i koden | ursprung |\n|---|---|---|---|---|\n'
  return `${introduction}\n${head}${terms.map((term) => `|${row(term)}|\n`).join('')}`
}
