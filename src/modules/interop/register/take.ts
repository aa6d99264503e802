import { auditedUnsigned, type UnsignedWork } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import { ok } from '#shared/result.ts'
import { takePost } from '../register-store.ts'
import { sealForMark } from './mark.ts'
import { type Change, guardiansOn, hasLeft, type Post, wardsOn } from './post.ts'

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
    return ok(facts.length)
  })
  return taken.ok ? taken.value : 0
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
    guardians: guardiansOn(post, work.at).map(({ number, givenName, familyName }) => ({
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
    wards: wardsOn(post, work.at).map(hash),
  }
}
