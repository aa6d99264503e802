import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, type StoryNoticing } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, nameOf } from './act.ts'

/** Somebody tells of what they have seen, and whoever is responsible reads it and says what comes next. */
export const noticed = (stage: Stage, child: DemoChild): Act[] =>
  child.noticings.flatMap((noticing, place) => {
    const itemId = demoId(`noticing:${child.slug} ${place}`)
    return [tells(stage, child, noticing, itemId), ...reads(stage, child, noticing, itemId)]
  })

function tells(stage: Stage, child: DemoChild, noticing: StoryNoticing, itemId: string): Act {
  const address = paths.noticing.noticeChild.to({ childId: idOf.child(child.slug) })
  const fields = { ...fieldsOf(noticing), submission: itemId }
  return {
    day: noticing.day,
    time: '10:20',
    play: () => stage.as(noticing.by, noticing.unit).fill(address, fields),
  }
}

const fieldsOf = ({
  sentence,
  working,
  challenging,
  tried,
  areas,
  familyKnows,
  ...told
}: StoryNoticing): Fields => ({
  sentence,
  working,
  challenging,
  tried,
  areas,
  familyKnows,
  urgency: told.urgency,
  caller: told.onBehalfOf && nameOf(told.onBehalfOf),
  goodNews: told.goodNews && 'ja',
  sharing: told.ground && 'family_says_yes',
})

/** Good news is added to what is going on; nothing more needs to be done about it. */
function reads(stage: Stage, child: DemoChild, noticing: StoryNoticing, itemId: string): Act[] {
  if (noticing.openedDay === undefined) return []
  const { person, unit } = child.lead
  const address = paths.noticing.receive.to({ childId: idOf.child(child.slug), itemId })
  const decision = noticing.decision ?? 'joined'
  return [
    {
      day: noticing.openedDay,
      time: '15:40',
      play: () => stage.as(person, unit).fill(address, { decision }),
    },
  ]
}
