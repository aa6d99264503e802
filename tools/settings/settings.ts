import { digestOfSetting } from '#modules/audit'
import { PlainError } from '../../src/plain-error.ts'
import { type Does, putIn } from './put-in.ts'

// What an organisation has decided, as the operator puts it in until organisations do so themselves. The database keeps
// each decision and who put it in, together with its row in the log.

/** Whose organisation keeps the plan in law. */
const keepers = { bba: 'best_interests_lead', samverkansansvarig: 'collaboration_lead' } as const
type PlanKeeper = (typeof keepers)[keyof typeof keepers]

export type Settings = {
  shows_names: boolean
  plan_keeper: PlanKeeper
  children_a_day: number
  exports_a_day: number
  emergencies_a_day: number
}
type Decided = { id: string; name: string; added_at: Date; decision: string; added_by: string } & Settings
/** An organisation that has decided nothing has neither. */
export type Standing = Decided | { id: string; name: string; added_at: null }

const untouched: Settings = {
  shows_names: false,
  plan_keeper: 'best_interests_lead',
  children_a_day: 40,
  exports_a_day: 20,
  emergencies_a_day: 3,
}

/** Every decision of every organisation, the oldest first. */
export const listSettings = ({ sql }: Pick<Does, 'sql'>): Promise<Standing[]> =>
  sql<Standing[]>`select * from organisation_settings()`

/** What stands for each organisation now. */
export const newest = (all: readonly Standing[]): Standing[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]

/** Puts in a decision. What it does not name stays as it was. */
export async function decide(
  does: Does,
  organisation: string,
  changes: Partial<Settings>,
  decision: string,
): Promise<void> {
  const { sql } = does
  const found = newest(await listSettings({ sql })).find(({ id, name }) => [id, name].includes(organisation))
  if (!found) throw new PlainError(`Det finns ingen organisation som heter ${organisation}.`)
  const { shows_names, plan_keeper, children_a_day, exports_a_day, emergencies_a_day } = {
    ...(found.added_at ? found : untouched),
    ...changes,
  }
  const setting = does.newId()
  const { event, at, digest, login } = await putIn(does, found.id)
  const values = digestOfSetting({
    id: setting,
    authority_id: found.id,
    added_at: at,
    shows_names,
    plan_keeper,
    children_a_day,
    exports_a_day,
    emergencies_a_day,
    decision,
    added_by: login,
  })
  await sql`select decide_settings(${found.id}, ${at}, ${shows_names}, ${plan_keeper}, ${children_a_day}, ${exports_a_day},
    ${emergencies_a_day}, ${decision}, ${event}, decode(${digest}, 'hex'), ${setting}, decode(${values}, 'hex'))`
}

type Read = { set: (text: string) => Partial<Settings> | undefined; takes: string }
const upTo = (most: number, of: (value: number) => Partial<Settings>): Read => ({
  takes: `1-${most}`,
  set: (text) => (/^\d{1,3}$/.test(text) && +text >= 1 && +text <= most ? of(+text) : undefined),
})
const keeperNamed = (text: string) =>
  Object.entries(keepers).flatMap(([name, keeper]) => (name === text ? [keeper] : []))[0]
const words: Readonly<Record<string, Read>> = {
  namn: {
    takes: 'ja|nej',
    set: (text) => (['ja', 'nej'].includes(text) ? { shows_names: text === 'ja' } : undefined),
  },
  planen: {
    takes: 'bba|samverkansansvarig',
    set: (text) => {
      const keeper = keeperNamed(text)
      return keeper && { plan_keeper: keeper }
    },
  },
  barn: upTo(400, (children_a_day) => ({ children_a_day })),
  utskrifter: upTo(200, (exports_a_day) => ({ exports_a_day })),
  nodlagen: upTo(30, (emergencies_a_day) => ({ emergencies_a_day })),
}
export const howTo = Object.entries(words)
  .map(([word, { takes }]) => `${word}=${takes}`)
  .join(' ')

/** Reads `namn=ja barn=60`. Says what is wrong rather than guess. */
export function readChanges(texts: readonly string[]): Partial<Settings> {
  if (texts.length === 0) throw new PlainError(`Ange vad som ska gälla: ${howTo}`)
  return Object.assign({}, ...texts.map(readChange))
}

function readChange(text: string): Partial<Settings> {
  const [word = '', value = ''] = text.split('=')
  const change = Object.hasOwn(words, word) ? words[word]?.set(value) : undefined
  if (change) return change
  throw new PlainError(`Jag förstår inte ${text}. Så här kan man skriva: ${howTo}`)
}

/** One line for people to read. */
export function tell(one: Standing): string {
  if (!one.added_at) return `${one.name}: inget eget beslut`
  const keeper = Object.entries(keepers).find(([, kind]) => kind === one.plan_keeper)?.[0]
  return `${one.name}: namn=${one.shows_names ? 'ja' : 'nej'} planen=${keeper} barn=${one.children_a_day} utskrifter=${one.exports_a_day} nodlagen=${one.emergencies_a_day} (${one.decision}, inlagt ${one.added_at.toISOString()} av ${one.added_by})`
}
