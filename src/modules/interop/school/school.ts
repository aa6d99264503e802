import { auditedUnsigned } from '#modules/audit'
import type { Deps } from '#shared/db.ts'
import { ok } from '#shared/result.ts'
import { quietly } from '../register/quietly.ts'
import { asking, numberHash } from '../register/take.ts'
import { keepReadTo, readTo } from '../register-store.ts'
import { momentOf, type Pupil, placesOf, readPupils, type SchoolFault } from './post.ts'
import { childWith, takePlaces } from './school-store.ts'
import type { SchoolRegister } from './source.ts'

/** A register that never says that it is done would be read for ever. */
const mostPages = 500

/**
 * Reads what is new in a school's register, to the end or to the first that is not as it should be: that is told, and tried
 * again the next time. Answers with how much was taken. Safe twice at once, and again after it was cut off.
 */
export async function runSchoolCheck(deps: Deps, register: SchoolRegister): Promise<number> {
  const feed = `school:${register.name}` as const
  const began = await quietly(deps, (work) => readTo(work, feed))
  let [after, taken] = [began, 0]
  let next: string | undefined
  for (let page = 0; page < mostPages; page++) {
    // Several may have changed in the same millisecond: the last one is asked for again, and changes nothing.
    const answer = await register.persons(new Date(Math.max(0, began - 1)), next)
    const read = answer.ok
      ? readPupils(answer.value, after, deps.now())
      : { pupils: [], next: undefined, fault: answer.error }
    taken += await takeAll(deps, register, read.pupils)
    after = read.pupils.map(momentOf).at(-1) ?? after
    if (after > began) await quietly(deps, (work) => keepReadTo(work, feed, after))
    if (read.fault) tellOperator(register, read.fault)
    if (!read.next) return taken
    if (read.next === next) break
    next = read.next
  }
  tellOperator(register, 'never-ends')
  return taken
}

/** One question of whom we know, and then a row in the log for each of them. */
async function takeAll(deps: Deps, register: SchoolRegister, pupils: readonly Pupil[]): Promise<number> {
  // That a child is marked is the population register's to say; where it goes is kept by those who know.
  const open = pupils.filter(({ securityMarking }) => securityMarking === 'Ingen')
  if (open.length === 0) return 0
  const known = await quietly(deps, async (work) => {
    const found: [childId: string, pupil: Pupil][] = []
    for (const pupil of open) {
      const childId = await childWith(work, numberHash(deps, pupil.civicNo.value))
      if (childId) found.push([childId, pupil])
    }
    return found
  })
  let taken = 0
  for (const [childId, pupil] of known) taken += await takeAbout(deps, register, childId, pupil)
  return taken
}

async function takeAbout(
  deps: Deps,
  register: SchoolRegister,
  childId: string,
  pupil: Pupil,
): Promise<number> {
  const taken = await auditedUnsigned(deps, 'job.school-take', asking(deps, childId), async (work) =>
    ok(
      await takePlaces(work, {
        childId,
        source: register.name,
        at: pupil.meta.modified,
        speaksFor: Object.values(register.units),
        places: placesOf(pupil, register.units),
      }),
    ),
  )
  return taken.ok ? taken.value : 0
}

/** The kind of fault; never what the register said. */
const tellOperator = ({ name }: SchoolRegister, fault: SchoolFault) =>
  console.error('school register', name, fault)
