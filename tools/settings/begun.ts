import { digestOfFunctions } from '#modules/audit'
import type { Sql } from '#shared/pool.ts'
import type { MunicipalFunction } from '#shared/schema.ts'
import { PlainError } from '../../src/plain-error.ts'
import { type Does, putIn } from './put-in.ts'

// What has begun in a municipality. Only what is named here can wait: none of it protects anybody (decision 34).

const functions: Readonly<Record<MunicipalFunction, string>> = {
  unnamed_question: 'fragor',
  answer_link: 'lankar',
  handover: 'overlamning',
}
const all = Object.keys(functions) as MunicipalFunction[]
export const begunHowTo = `KOMMUN "BESLUT" ${Object.values(functions)
  .map((word) => `${word}=ja|nej`)
  .join(' ')}`

type Decided = { added_at: Date; waits: MunicipalFunction[]; decision: string; added_by: string }
export type Begun = { code: string; name: string } & (Decided | { added_at: null })

/** Every decision of every municipality, the oldest first, and those that have decided nothing. */
export const listBegun = ({ sql }: { sql: Sql }): Promise<Begun[]> => sql<Begun[]>`
  select code, name, added_at, waits::text[], decision, added_by from municipal_decisions()`

/** Puts in a decision: `Lessebo "KS 2026/12" fragor=nej lankar=ja`. What it does not name stays as it was. */
export async function decideBegun(does: Does, words: readonly string[]): Promise<void> {
  const [place = '', decision = '', ...changes] = words
  if (!decision.trim() || decision.includes('=') || changes.length === 0)
    throw new PlainError(`Så här kan man skriva: ${begunHowTo}`)
  const of = (await listBegun(does)).filter(({ code, name }) => [code, name].includes(place))
  const now = of.at(-1)
  if (!now) throw new PlainError(`Det finns ingen kommun som heter ${place}.`)
  const waits = changes.reduce(change, now.added_at ? now.waits : [])
  const id = does.newId()
  const { event, at, digest, login } = await putIn(does, id)
  const values = digestOfFunctions({
    ...{ id, municipality_code: now.code, waits, decision },
    ...{ added_at: at, added_by: login },
  })
  await does.sql`select decide_functions(${id}, ${now.code}, ${waits}::text[]::municipal_function[], ${decision}, ${at},
    ${event}, decode(${digest}, 'hex'), decode(${values}, 'hex'))`
}

/** What waits, after one word of it: in the order of the list, so that the same decision has the same hash. */
function change(waits: readonly MunicipalFunction[], text: string): MunicipalFunction[] {
  const [word, answer] = text.split('=')
  const named = all.find((one) => functions[one] === word)
  if (!named || !(answer === 'ja' || answer === 'nej'))
    throw new PlainError(`Jag förstår inte ${text}. Så här kan man skriva: ${begunHowTo}`)
  return all.filter((one) => (one === named ? answer === 'nej' : waits.includes(one)))
}

/** One line for people to read. */
export function tellBegun(one: Begun): string {
  if (!one.added_at) return `${one.name}: inget eget beslut, så allt har börjat`
  const said = all.map((name) => `${functions[name]}=${one.waits.includes(name) ? 'nej' : 'ja'}`).join(' ')
  return `${one.name}: ${said} (${one.decision}, inlagt ${one.added_at.toISOString()} av ${one.added_by})`
}
