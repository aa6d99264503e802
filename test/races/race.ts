import { sql } from 'kysely'
import { type Asked, clientOn, depsWith, requestIdOf } from '#test/noninterference/client.ts'
import { admin, deps } from '#test/world.ts'
import { restore } from './arrange-race.ts'
import { type Act, faults } from './history.ts'
import { disturbed, numbers, pause } from './jitter.ts'
import type { Revocation } from './revocations.ts'

/** `steps`: what each of the readers does, one thing after another: a number chooses a page, the last one writes. */
export type Race = { revocation: Revocation; steps: readonly (readonly number[])[]; seed: number }

let raced = 0
export const count = () => raced

/** Runs the race, and tells what was wrong. */
export async function run({ revocation, steps, seed }: Race): Promise<string[]> {
  const race = ++raced
  const draw = numbers(seed)
  const before = await rowsInLog()
  const ask = clientOn(depsWith(disturbed(deps.pool, () => pause(draw, 2))))
  const acts: Act[] = []
  const act = async (asked: Asked, kind: Act['kind'], holds?: string) => {
    const begins = performance.now()
    const answer = await ask(asked)
    const reveals = holds !== undefined && (await answer.text()).includes(holds)
    const away = answer.headers.get('location')?.startsWith('/logga-in') ?? false
    const done = answer.status < 400 && !away
    acts.push({
      name: asked.name,
      who: asked.who,
      kind,
      begins,
      ends: performance.now(),
      status: answer.status,
      reveals,
      done,
    })
  }
  const reader = async (choices: readonly number[], place: number) => {
    for (const [turn, choice] of choices.entries()) {
      await pause(draw, 4)
      const name = `race ${race}, reader ${place}, turn ${turn}`
      const page = revocation.pages[choice % (revocation.pages.length + 1)]
      const write = revocation.writes
      const [first] = revocation.pages
      if (page ?? (!write && first)) {
        const { path, holds } = page ?? (first as typeof first & object)
        await act({ name, who: revocation.from, path }, 'read', holds)
      } else if (write) await act({ name, ...write, form: write.form ?? {} }, 'write')
    }
  }
  const revoker = async () => {
    await pause(draw, 12)
    const { by } = revocation
    if (typeof by !== 'function')
      return act({ name: `race ${race}, the revocation`, ...by, form: by.form ?? {} }, 'revoke')
    const begins = performance.now()
    await by()
    acts.push({
      name: '',
      who: 'nobody',
      kind: 'revoke',
      begins,
      ends: performance.now(),
      status: 200,
      reveals: false,
      done: true,
    })
    return undefined
  }
  await Promise.all([...steps.map(reader), revoker()])
  return faultsOf(acts, before).finally(restore)
}

const rowsInLog = async () => {
  const { rows } = await admin
    .selectFrom('audit_event')
    .select(sql<number>`count(*)::int`.as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

/** The log has exactly one row for each request, and says of each what its answer said. */
async function faultsOf(acts: readonly Act[], before: number) {
  const names = new Map(acts.filter(({ name }) => name !== '').map(({ name }) => [requestIdOf(name), name]))
  const rows = await admin
    .selectFrom('audit_event')
    .select(['request_id', 'outcome'])
    .where('request_id', 'in', [...names.keys()])
    .execute()
  const logged = new Map<string, number>()
  const loggedDone = new Set<string>()
  for (const { request_id, outcome } of rows) {
    const name = names.get(request_id) ?? ''
    logged.set(name, (logged.get(name) ?? 0) + 1)
    if (outcome === 'done') loggedDone.add(name)
  }
  const stayed =
    (await rowsInLog()) === before + names.size ? [] : ['the log has more or fewer rows than requests']
  return [...stayed, ...faults(acts, loggedDone, logged)]
}
