import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import type { WheelArea } from '#shared/schema.ts'
import { findPartyUnits } from './grant-store.ts'
import { answerOf } from './sheet.ts'
import { findSheets } from './sheet-store.ts'

/** What a guardian has said yes to: to whom, about what and until when. */
type OwnYes = {
  consentId: string
  unitId: string
  unit: string
  areas: readonly WheelArea[]
  lastDay: Day
  /** The unit takes part now. Why not is never said: it may be somebody else's answer. */
  isRead: boolean
}

type FamilyShare = {
  yes: readonly OwnYes[]
  /** One contact on each place that takes part now. */
  contacts: readonly { place: string; who: string; phone: string | undefined }[]
}

/** A guardian's own receipt, and who takes part, as far as this guardian may know. */
export async function findFamilyShare(work: Work, childId: string): Promise<FamilyShare> {
  const [sheets, parties] = await Promise.all([findSheets(work, childId), findPartyUnits(work, childId)])
  return {
    yes: sheets
      .filter(({ over }) => !over)
      .flatMap((sheet) => {
        const [me] = sheet.signers
        const mine = sheet.lines.filter((line) => me && answerOf(line, me)?.answer === 'yes')
        return mine.map((line) => ({
          consentId: sheet.id,
          unitId: line.unitId,
          unit: line.name,
          areas: line.left,
          lastDay: sheet.lastDay,
          isRead: parties.some(({ grantId, unitId }) => grantId && unitId === line.unitId),
        }))
      }),
    contacts: parties.flatMap(({ grantId, name, contact }) =>
      grantId && contact
        ? [{ place: name, who: `${contact.name}, ${contact.title}`, phone: contact.phone }]
        : [],
    ),
  }
}
