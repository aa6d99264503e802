import { paths } from '#shared/paths.ts'
import type { Area } from '#ui/area.tsx'
import { Tiles } from '#ui/child.tsx'
import { Pictogram, type PictogramName } from '#ui/pictograms.tsx'
import { say } from '#ui/say.tsx'

/** The next meeting, or what the last one came to. */
export type MeetingWay = { label: string; href: string }

type Ways = {
  childId: string
  /** Where the child reads its plan, when there is one. */
  planAt: string | undefined
  meeting?: MeetingWay | undefined
  fillsWheel: boolean
  /** Who reads what the child writes. */
  reads: string | undefined
}

type Way = { area: Area; picture: PictogramName; label: string; href: string }

/** What a child can do from its own first page, in pictures and few words. */
export function ChildsWays({ childId, planAt, meeting, fillsWheel, reads }: Ways) {
  const ways: Way[] = []
  if (planAt) ways.push({ area: 'development', picture: 'book', label: say('Läs min plan'), href: planAt })
  if (meeting) ways.push({ area: 'home', picture: 'talk', ...meeting })
  if (fillsWheel)
    ways.push({
      area: 'relationships',
      picture: 'colours',
      label: say('Berätta hur du har det'),
      href: paths.wheel.own.to({ childId }),
    })
  if (reads)
    ways.push({
      area: 'learning',
      picture: 'pencil',
      label: say('Skriv till {name}', { name: reads }),
      href: paths.childsDoor.write.to({ childId }),
    })
  if (ways.length === 0) return null
  return <Tiles items={ways.map((way) => ({ ...way, picture: <Pictogram name={way.picture} /> }))} />
}
