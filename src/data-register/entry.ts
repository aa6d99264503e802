// What the database holds about people, table by table, as data: for the record of processing, for the register of what lies
// in clear, and for the tests that hold both against the database.

/** Whom a table tells about, and how sensitive it is. */
export const abouts = {
  sensitive: 'Barn och familj, känsliga uppgifter',
  child: 'Barn och familj',
  staff: 'Medarbetare',
  log: 'Medarbetare och familj, vad de har gjort här',
  nobody: 'Ingen: organisationer, innehåll och teknik',
} as const

/** Why it may be there (dataskyddsförordningen). */
export const bases = {
  task: 'Uppgift av allmänt intresse: artikel 6.1 e; känsliga uppgifter enligt artikel 9.2 g och h',
  security: 'Rättslig förpliktelse och säkerhet: artikel 6.1 c och e, artikel 32',
  employment: 'Uppgift av allmänt intresse: artikel 6.1 e',
  register: 'Rättslig förpliktelse: artikel 6.1 c; offentlighets- och sekretesslagen 5 kap., arkivlagen',
  none: 'Inga personuppgifter',
} as const

/** How long it stays. The county decides; without a rule nothing is deleted. */
export const periods = {
  record: 'Som barnets akt hos den som har skrivit, enligt gallringsbeslut',
  noticing: 'Kort tid när det inte leder till något (förslag: sex månader), annars som barnets akt',
  question: 'Från det som hände sist, enligt båda verksamheternas gallringsbeslut',
  log: 'Minst fem år, därefter hela månader',
  weeks: 'Två veckor efter att det sparades, eller tills formuläret är skickat',
  session: 'Tills det har gått ut, därefter enligt gallringsbeslut',
  reference: 'Så länge organisationen är med, därefter enligt gallringsbeslut',
  employment: 'Så länge uppdraget varar och loggen behöver det',
  subject: 'Så länge barnet eller den vuxna finns här',
  register: 'Som myndighetens diarium och arkiv: bevaras, om inget annat är beslutat',
  run: 'Tills gallringen är utförd',
  forever: 'För gott: bara ett slumpat id',
  system: 'Så länge programmet används',
} as const

/** Sealed with the subject's own key; or in clear, and then why. */
export type Column = 'sealed' | { clear: string }
export const clear = (why: string): Column => ({ clear: why })

export type Entry = {
  purpose: string
  about: keyof typeof abouts
  basis: keyof typeof bases
  kept: keyof typeof periods
  /** Every column that can hold words, bytes or days. Ids, codes, numbers and moments tell what the purpose says. */
  columns: Readonly<Record<string, Column>>
}

type More = Partial<Omit<Entry, 'purpose' | 'columns'>>

/** A table of sensitive child data, unless it is said otherwise. */
export const table = (purpose: string, columns: Entry['columns'] = {}, more: More = {}): Entry => ({
  purpose,
  about: 'sensitive',
  basis: 'task',
  kept: 'record',
  ...more,
  columns,
})

/** What several columns have in common. */
export const visibleName = clear(
  'Synliga personers namn: listor, sortering och sökning. Skyddade personers är förseglade',
)
export const plainDay = clear('En dag, utan ord om varför: ordning, påminnelser och statistik')
export const areas = clear('Områden i hjulet: kodade uppgifter')
export const from = clear('När något gäller: murarna räknar med det')
export const code = clear('En kod ur en sluten lista')
export const keyedHash = clear('Ett avtryck med en hemlig nyckel, som inget går att läsa ur utan den')
export const proof = clear('Ett kryptografiskt avtryck, som inget går att läsa ur')
