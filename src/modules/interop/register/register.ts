import type { Deps } from '#shared/db.ts'
import { ok, type Result } from '#shared/result.ts'
import { childrenConcerned, keepReadTo, lastAsked, readTo } from '../register-store.ts'
import { type Change, type Fault, type PopulationRegister, readPage, readPerson } from './post.ts'
import { quietly } from './quietly.ts'
import { numberHash, takeAbout } from './take.ts'

const dayMs = 24 * 3_600_000

/**
 * Reads what is new in the population register, to the end or to the first that is not as it should be: that is told, and
 * tried again the next time. Answers with how much was taken. Safe twice at once, and again after it was cut off.
 */
export async function runRegisterCheck(deps: Deps, register: PopulationRegister): Promise<number> {
  let taken = 0
  for (;;) {
    const after = await quietly(deps, (work) => readTo(work, 'population'))
    const answer = await register.changesAfter(after)
    const page = answer.ok
      ? readPage(answer.value, after, deps.now())
      : { changes: [], more: false, fault: answer.error }
    taken += await takeAll(deps, page.changes)
    // What is cut off is read again: taken once, it changes nothing the second time.
    const upTo = page.changes.at(-1)?.sequence ?? after
    if (upTo > after || !page.fault) await quietly(deps, (work) => keepReadTo(work, 'population', upTo))
    if (page.fault) tellOperator(page.fault)
    if (!page.more) return taken
  }
}

async function takeAll(deps: Deps, changes: readonly Omit<Change, 'sequence'>[]): Promise<number> {
  if (changes.length === 0) return 0
  const concerned = await quietly(deps, async (work) => {
    const found: [string, Omit<Change, 'sequence'>][] = []
    for (const change of changes)
      for (const childId of await childrenConcerned(work, numberHash(deps, change.post.number)))
        found.push([childId, change])
    return found
  })
  let taken = 0
  for (const [childId, change] of concerned) taken += await takeAbout(deps, childId, change)
  return taken
}

/**
 * Before a guardian is let in: asks the register anew when it has not been asked for a day. A register that does not
 * answer keeps nobody out: what it has told before still holds.
 */
export async function checkAtSignIn(
  deps: Deps,
  register: PopulationRegister,
  number: string,
): Promise<number> {
  const hash = numberHash(deps, number)
  const concerns = await quietly(deps, async (work) => {
    const asked = await lastAsked(work, hash)
    const isFresh = asked !== undefined && asked.getTime() > work.at.getTime() - dayMs
    return isFresh ? [] : childrenConcerned(work, hash)
  })
  if (concerns.length === 0) return 0
  const answer = await askAbout(deps, register, number)
  return answer.ok ? answer.value : 0
}

/** Takes what the register says of one person, whom it may not know: how much there was, or why nothing could be read. */
export async function askAbout(
  deps: Deps,
  register: PopulationRegister,
  number: string,
): Promise<Result<number, Fault>> {
  const answer = await register.person(number)
  const read = answer.ok ? readPerson(answer.value, number, deps.now()) : answer
  if (read.ok) return ok(read.value ? await takeAll(deps, [read.value]) : 0)
  tellOperator(read.error)
  return read
}

/** The kind of fault; never what the register said. */
const tellOperator = (fault: Fault) => console.error('population register', fault)
