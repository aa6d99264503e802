import type { Work } from '#modules/audit'
import type { FamilyShare } from '#modules/children'
import { wheelAreas } from '#modules/knowledge'
import { listed } from '#ui/say.tsx'
import { findPartyUnits } from './grant-store.ts'
import { answerOf, type Line, type Sheet } from './sheet.ts'
import { findSheets } from './sheet-store.ts'

/** A guardian's own receipt, and who takes part, as far as this guardian may know. */
export async function findFamilyShare(work: Work, childId: string): Promise<FamilyShare> {
  const [sheets, parties] = await Promise.all([findSheets(work, childId), findPartyUnits(work, childId)])
  const lines = sheets
    .filter(({ over }) => !over)
    .flatMap((sheet) => sheet.lines.map((line) => ({ sheet, line })))
    .filter(({ sheet: { signers }, line }) => signers[0] && answerOf(line, signers[0])?.answer === 'yes')
  return {
    yes: [...Map.groupBy(lines, ({ line }) => line.unitId)].flatMap(([unitId, said]) => {
      const [newest] = said
      const isRead = parties.some((party) => party.grantId && party.unitId === unitId)
      return newest
        ? { ...yesOf(said), consentId: newest.sheet.id, unitId, unit: newest.line.name, isRead }
        : []
    }),
    contacts: parties.flatMap(({ grantId, name, contact }) =>
      grantId && contact
        ? [{ place: name, who: () => listed([contact.name, contact.title]), phone: contact.phone }]
        : [],
    ),
  }
}

/** Asked anew before the time is out, a unit has two yeses and one receipt: all that it may know, and for how long. */
const yesOf = (
  said: readonly { sheet: Sheet; line: Line }[],
): Pick<FamilyShare['yes'][number], 'areas' | 'lastDay'> => ({
  areas: wheelAreas.filter((area) => said.some(({ line }) => line.left.includes(area))),
  lastDay:
    said
      .map(({ sheet }) => sheet.lastDay)
      .toSorted()
      .at(-1) ?? '',
})
