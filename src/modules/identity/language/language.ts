import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { ok } from '#shared/result.ts'
import type { Language } from '#ui/languages.ts'
import { saveLanguage } from '../session-store.ts'

/** What somebody in a family reads in goes with them to their other devices. Staff pages are in Swedish. */
export const chooseLanguage = (deps: Deps, asking: Asking, language: Language) =>
  audited(deps, 'session.choose-language', asking, async (work) => {
    if (work.actor.kind === 'family') await saveLanguage(work, language)
    return ok(undefined)
  })
