import { audited, type Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { findOwnAnswers, type OwnAnswers } from '#modules/sharing'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { SessionKind } from '#shared/schema.ts'
import {
  findDraftDays,
  findGuarded,
  findMyself,
  findReached,
  findRoles,
  findSignIns,
  type Guarded,
  type Reached,
  type Role,
  type SignIn,
} from '../about-me-store.ts'
import { mayReadAboutOneself } from '../extract-policy.ts'
import { findOwnWords, type OwnWords } from '../own-words-store.ts'

/** Where to ask for what others have written: on each child's own page. */
export type AboutMeLinks = { kind: SessionKind; askable: readonly Child[] }

/** What the system keeps about the one who asks, and nothing that only others may know. */
export type AboutMe = Reached & {
  kind: SessionKind
  name: string
  at: Date
  roles: readonly Role[]
  guarded: readonly Guarded[]
  /** How the children are named, by their ids. */
  names: ReadonlyMap<string, Child>
  answers: readonly OwnAnswers[]
  words: readonly OwnWords[]
  signIns: readonly SignIn[]
  draftDays: readonly string[]
}

const ownSession = async (work: Work): Promise<{ myself: Child | undefined } | undefined> => {
  const myself = await findMyself(work)
  return mayReadAboutOneself(myself, work.today) ? { myself } : undefined
}

const childrenOf = (guarded: readonly Guarded[], myself: Child | undefined): Child[] => {
  const all = [...(myself ? [myself] : []), ...guarded.map(({ child }) => child)]
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place)
}

export const showAboutMe = (deps: Deps, asking: Asking): Promise<Result<AboutMeLinks, Hidden | Misplaced>> =>
  audited(deps, 'about-me.show', asking, async (work): Promise<Result<AboutMeLinks, Hidden>> => {
    const own = await ownSession(work)
    if (!own) return refuse.notAllowed()
    const children = childrenOf(await findGuarded(work), own.myself)
    work.shown(children.map(({ id }) => id))
    return ok({ kind: work.actor.kind, askable: children })
  })

export const takeOutAboutMe = (deps: Deps, asking: Asking): Promise<Result<AboutMe, Hidden | Misplaced>> =>
  audited(deps, 'about-me.take-out', asking, async (work): Promise<Result<AboutMe, Hidden>> => {
    const own = await ownSession(work)
    if (!own) return refuse.notAllowed()
    const [reached, roles, guarded, answers, words, signIns, draftDays] = await Promise.all([
      findReached(work),
      findRoles(work),
      findGuarded(work),
      findOwnAnswers(work),
      findOwnWords(work),
      findSignIns(work),
      findDraftDays(work),
    ])
    const children = childrenOf(guarded, own.myself)
    work.shown(children.map(({ id }) => id))
    const { name, kind } = work.actor
    const names = new Map(children.map((child) => [child.id, child]))
    return ok({
      ...reached,
      kind,
      name,
      at: work.at,
      roles,
      guarded,
      names,
      answers,
      words,
      signIns,
      draftDays,
    })
  })
