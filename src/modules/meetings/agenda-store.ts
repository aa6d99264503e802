import { z } from 'zod'
import type { Work } from '#modules/audit'
import { newestItems, openItem } from '#modules/items'
import type { WheelArea } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** What the child itself has said, and wants the meeting to hear. */
export type ChildsWords = {
  area: WheelArea
  working: SealedText | undefined
  challenging: SealedText | undefined
}

const body = z.object({ working: sealedText.optional(), challenging: sealedText.optional() })

/** The child's own words that the child has chosen to tell the meeting, as far as the person may read them. */
export async function listChildsWords(work: Work, childId: string): Promise<ChildsWords[]> {
  const rows = await newestItems(work, childId, 'statement')
    .innerJoin('statement as s', (join) =>
      join.onRef('s.child_id', '=', 'i.child_id').onRef('s.item_id', '=', 'i.id'),
    )
    .select('s.area')
    .where('s.voice', '=', 'child')
    .where('i.readers', 'in', ['meeting', 'everyone'])
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const { working, challenging } = await openItem(work, row, body)
      return { area: row.area, working, challenging }
    }),
  )
}
