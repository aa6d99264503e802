import { audited } from '#modules/audit'
import type { Need } from '#modules/knowledge'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { findFirstKinds, findUnits, leadsProcess, needsIn } from '../directory-store.ts'
import type { DirectoryUnit } from '../entry.ts'

export type Question = {
  words: string
  municipality: string | undefined
  age: number | undefined
  page: number
}

export type Answer = {
  units: readonly DirectoryUnit[]
  total: number
  needs: readonly Need[]
  size: number
  leadsProcess: boolean
}

const size = 20

/** Who can help with what is asked for, in plain words; everybody when nothing is. */
export function searchDirectory(
  deps: Deps,
  asking: Asking,
  question: Question,
): Promise<Result<Answer, Hidden | Misplaced>> {
  return audited(deps, 'directory.search', asking, async (work): Promise<Result<Answer, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const needs = await needsIn(work, question.words)
    const wanted = { ...question, first: await findFirstKinds(work, question.age), told: false, size }
    return ok({
      ...(await findUnits(work, wanted, needs)),
      needs,
      size,
      leadsProcess: await leadsProcess(work),
    })
  })
}
