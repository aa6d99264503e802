import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Consultation } from '../consultation.ts'
import { listConsultations } from '../consultation-store.ts'

const size = 30

export type ConsultationList = { consultations: readonly Consultation[]; next: number | undefined }

/** The questions that the person has asked, and those that they answer. */
export const listQuestions = (
  deps: Deps,
  asking: Asking,
  page: number,
): Promise<Result<ConsultationList, Hidden | Misplaced>> =>
  audited(deps, 'consultation.list', asking, async (work): Promise<Result<ConsultationList, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const found = await listConsultations(work, page, size)
    return ok({ consultations: found.slice(0, size), next: found.length > size ? page + 1 : undefined })
  })
