import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { signerState } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'

/** The questions that wait for the answer of the one in the family who asks. */
export async function findSheetsToAnswer(
  work: Work,
  childId: string,
): Promise<{ consentId: string; askedOn: Day }[]> {
  const sheets = await findSheets(work, childId)
  return sheets
    .filter((sheet) => sheet.lines.some((line) => signerState(sheet, line) === 'waiting'))
    .map(({ id, askedOn }) => ({ consentId: id, askedOn }))
}
