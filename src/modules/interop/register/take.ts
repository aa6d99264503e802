import { auditedUnsigned, type UnsignedWork } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import { ok } from '#shared/result.ts'
import { takeNewNumber, takePost } from '../register-store.ts'
import { sealForMark } from './mark.ts'
import { type Change, guardiansOn, hasLeft, newNumberIn, type Post, wardsOn } from './post.ts'

export const numberHash = ({ keys }: Pick<Deps, 'keys'>, number: string) => keys.hash('identifier', number)

/** Nobody asks: the program itself, about one child or none. */
export const asking = (deps: Deps, childId?: string): Asking => ({
  session: '',
  requestId: deps.newId(),
  childId,
  madeUnder: undefined,
})

/**
 * Takes what the register says of one child, with one row in the log: what narrows holds from the next request on, what
 * widens waits for a person. Answers with how much there was.
 */
export async function takeAbout(
  deps: Deps,
  childId: string,
  { at, post }: Omit<Change, 'sequence'>,
): Promise<number> {
  const taken = await auditedUnsigned(deps, 'job.register-take', asking(deps, childId), async (work) => {
    const facts = await takePost(work, toldOf(deps, work, childId, at, post))
    const marked = facts.find(({ fact }) => fact === 'marked')
    if (marked && post.protection !== 'none')
      await sealForMark(deps, work, {
        childId,
        personId: marked.person ?? undefined,
        kind: post.protection,
        markedOn: at.slice(0, 10),
      })
    const renamed = await passOnNumber(deps, work, childId, { at, post })
    return ok(facts.length + (renamed ? 1 : 0))
  })
  return taken.ok ? taken.value : 0
}

/** A number has taken the place of the child's: the BBA is asked, and nothing is changed. */
async function passOnNumber(
  deps: Deps,
  work: UnsignedWork,
  childId: string,
  { at, post }: Omit<Change, 'sequence'>,
): Promise<boolean> {
  const newNumber = newNumberIn(post)
  if (!newNumber) return false
  const sealed = deps.keys.sealForUs('register number', newNumber, deps.randomBytes(nonceBytes))
  const [number, renamed] = [numberHash(deps, post.number), numberHash(deps, newNumber)]
  return takeNewNumber(work, { childId, number, told: at, newNumber: renamed, sealed })
}

function toldOf(deps: Deps, work: UnsignedWork, childId: string, at: string, post: Post) {
  const hash = (number: string) => numberHash(deps, number)
  return {
    childId,
    number: hash(post.number),
    told: at,
    died: post.status === 'deceased',
    gone: hasLeft(post),
    protection: post.protection,
    // Who has custody is told with the number that holds.
    guardians: post.referredTo
      ? undefined
      : guardiansOn(post, work.at).map(({ number, givenName, familyName }) => ({
          hash: hash(number),
          name:
            givenName && familyName
              ? deps.keys.sealForUs(
                  'register name',
                  JSON.stringify({ givenName, familyName }),
                  deps.randomBytes(nonceBytes),
                )
              : undefined,
        })),
    wards: post.referredTo ? undefined : wardsOn(post, work.at).map(hash),
  }
}
