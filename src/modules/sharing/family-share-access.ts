import type { Work } from '#modules/audit'
import type { FamilyShare } from '#modules/children'
import { findPartyUnits } from './grant-store.ts'
import { answerOf } from './sheet.ts'
import { findSheets } from './sheet-store.ts'

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
