import type { Work } from '#modules/audit'
import { addImportantAdult, type ImportantAdult } from '#modules/family'
import { addGathering, addStatement, findGathering, type Spoken, setAreas, withAreas } from '#modules/wheel'

/** What has been said under one record is said under another too, by whoever chose it: written anew, with its own voice and day. */
export async function sayAlso(
  work: Work,
  to: { childId: string; matterId: string },
  said: readonly Spoken[],
  adults: readonly ImportantAdult[],
): Promise<void> {
  const { secrecyUnitId } = work.actor
  if (said.length === 0 || !secrecyUnitId) return
  await gather(work, to, said)
  const leanedOn = new Map<string, string>()
  for (const adult of adults.filter(({ id }) => said.some(({ speaker }) => speaker.adultId === id))) {
    const id = work.newId()
    leanedOn.set(adult.id, id)
    await addImportantAdult(work, to.childId, { ...adult, id })
  }
  for (const { speaker, area, words, obtained, saidOn, wording, readers } of said)
    await addStatement(work, {
      ...to,
      ...{ area, words, obtained, saidOn, wording, readers, secrecyUnitId },
      itemId: work.newId(),
      kind: 'statement',
      speaker: { ...speaker, adultId: speaker.adultId && leanedOn.get(speaker.adultId) },
    })
}

/** The areas that it is about are taken up there too. */
async function gather(
  work: Work,
  { childId, matterId }: { childId: string; matterId: string },
  said: readonly Spoken[],
): Promise<void> {
  const had = await findGathering(work, childId, matterId)
  const areas = withAreas(
    had?.areas ?? [],
    said.map(({ area }) => area),
  )
  if (had) await setAreas(work, childId, had.id, areas)
  else await addGathering(work, { id: work.newId(), childId, matterId, areas })
}
