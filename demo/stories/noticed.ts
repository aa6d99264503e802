import { paths } from '#shared/paths.ts'
import { type DemoChild, idOf, people, type StoryNoticing } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import type { Act } from './tell.ts'

/** Somebody tells of what they have seen. */
export const noticed = (stage: Stage, child: DemoChild): Act[] =>
  child.noticings.slice(0, 1).map((noticing) => ({
    day: noticing.day,
    play: async () => {
      stage.on(noticing.day, '10:20')
      const address = paths.noticing.noticeChild.to({ childId: idOf.child(child.slug) })
      await stage.as(noticing.by, noticing.unit).fill(address, fieldsOf(noticing))
    },
  }))

function fieldsOf({ sentence, working, challenging, tried, urgency, ...told }: StoryNoticing): Fields {
  const caller = people.find(({ slug }) => slug === told.onBehalfOf)
  return {
    sentence,
    working,
    challenging,
    tried,
    urgency,
    areas: told.areas,
    familyKnows: told.familyKnows,
    caller: caller && `${caller.givenName} ${caller.familyName}`,
    goodNews: told.goodNews && 'ja',
    sharing: told.ground && 'family_says_yes',
  }
}
