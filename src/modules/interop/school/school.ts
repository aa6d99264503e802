import { auditedUnsigned } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { ok } from '#shared/result.ts'
import { quietly } from '../register/quietly.ts'
import { asking, numberHash } from '../register/take.ts'
import { keepReadTo, readTo } from '../register-store.ts'
import { type Classes, classesOn, type Group, readClasses } from './classes.ts'
import { pagesOf, type SchoolFault } from './page.ts'
import { momentOf, type Pupil, placesOf, readPupils, toldAt } from './post.ts'
import { childWithNews, type Told, takePlaces } from './school-store.ts'
import type { SchoolRegister } from './source.ts'

/**
 * Reads what is new in a school's register, to the end or to the first that is not as it should be: that is told, and tried
 * again the next time. Answers with how much was taken. Safe twice at once, and again after it was cut off.
 */
export async function runSchoolCheck(deps: Deps, register: SchoolRegister): Promise<number> {
  const began = await quietly(deps, (work) => readTo(work, feedOf(register)))
  return readFrom(deps, register, began, undefined)
}

/** Reads all of it anew, with the classes: a pupil's place or class may have changed without the pupil having done so. */
export async function runWholeSchoolCheck(deps: Deps, register: SchoolRegister): Promise<number> {
  const classes = register.tells.includes('groups') ? await allClasses(deps, register) : undefined
  return readFrom(deps, register, 0, classes)
}

const feedOf = ({ name }: SchoolRegister) => `school:${name}` as const

async function readFrom(
  deps: Deps,
  register: SchoolRegister,
  began: number,
  classes: Classes | undefined,
): Promise<number> {
  const { tells } = register
  let [after, taken] = [began, 0]
  const pages = pagesOf(
    // Several may have changed in the same millisecond: the last one is asked for again, and changes nothing.
    (token) => register.persons(new Date(Math.max(0, began - 1)), token),
    (text) => readPupils(text, { after, now: deps.now(), tells }),
  )
  for await (const { found, fault } of pages) {
    taken += await takeAll(deps, register, found, classes)
    after = found.map(momentOf).at(-1) ?? after
    if (after > began) await quietly(deps, (work) => keepReadTo(work, feedOf(register), after))
    if (fault) tellOperator(register, fault)
  }
  return taken
}

/** Undefined when they could not be read to the end: then everybody stays in the class that they are in. */
async function allClasses(deps: Deps, register: SchoolRegister): Promise<Classes | undefined> {
  const groups: Group[] = []
  for await (const { found, fault } of pagesOf(register.classes, readClasses)) {
    if (fault) {
      tellOperator(register, fault)
      return undefined
    }
    groups.push(...found)
  }
  return classesOn(groups, register.units, swedishDay(deps.now()))
}

/** One question of whom we know, and then a row in the log for each of them. */
async function takeAll(
  deps: Deps,
  register: SchoolRegister,
  pupils: readonly Pupil[],
  classes: Classes | undefined,
): Promise<number> {
  // That a child is marked is the population register's to say; where it goes is kept by those who know.
  const open = pupils.filter(({ securityMarking }) => securityMarking === 'Ingen')
  if (open.length === 0) return 0
  const news = await quietly(deps, async (work) => {
    const found: [childId: string, told: Told][] = []
    for (const pupil of open) {
      const told = toldOf(register, pupil, classes)
      const childId = await childWithNews(work, numberHash(deps, pupil.civicNo.value), told)
      if (childId) found.push([childId, told])
    }
    return found
  })
  let taken = 0
  for (const [childId, told] of news) taken += await takeAbout(deps, childId, told)
  return taken
}

function toldOf({ name, units }: SchoolRegister, pupil: Pupil, classes: Classes | undefined): Told {
  const speaksFor = [...new Set(Object.values(units))]
  return {
    source: name,
    at: toldAt(pupil),
    speaksFor,
    places: placesOf(pupil, units),
    classes: classes && speaksFor.map((unitId) => classes.get(pupil.id)?.get(unitId) ?? null),
  }
}

async function takeAbout(deps: Deps, childId: string, told: Told): Promise<number> {
  const taken = await auditedUnsigned(deps, 'job.school-take', asking(deps, childId), async (work) =>
    ok(await takePlaces(work, childId, told)),
  )
  return taken.ok ? taken.value : 0
}

/** The kind of fault; never what the register said. */
const tellOperator = ({ name }: SchoolRegister, fault: SchoolFault) =>
  console.error('school register', name, fault)
