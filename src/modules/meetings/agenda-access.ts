import type { Work } from '#modules/audit'
import { findStatements, type Spoken } from '#modules/wheel'

/** The child's own words that the child has chosen to tell the meeting, as far as the person may read them. */
export async function listChildsWords(work: Work, childId: string): Promise<Spoken[]> {
  const spoken = await findStatements(work, childId)
  return spoken.filter(
    ({ speaker, readers }) => speaker.voice === 'child' && (readers === 'meeting' || readers === 'everyone'),
  )
}
