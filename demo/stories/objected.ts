import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, type StoryObjection } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** Somebody in the family does not agree with an action in the plan, and is answered. */
export const objected = (stage: Stage, child: DemoChild): Act[] =>
  (child.plan?.objections ?? []).flatMap((one) => saidAndAnswered(stage, child, one))

function saidAndAnswered(stage: Stage, child: DemoChild, said: StoryObjection): Act[] {
  const { by, action, words, isOpen, answer } = said
  const childId = idOf.child(child.slug)
  const thingId = demoId(`action:${child.slug} ${action}`)
  const objectionId = demoId(`objection:${child.slug} ${action}`)
  const submitted = { submission: objectionId, words, open: isOpen ? 'ja' : undefined }
  const { outcome, why } = answer
  return [
    {
      day: said.day,
      time: '19:20',
      play: () => stage.as(by).fill(paths.objection.say.to({ childId, thingId }), submitted),
    },
    {
      day: answer.day,
      time: '10:15',
      play: () =>
        leadOf(stage, child).fill(paths.objection.answer.to({ childId, objectionId }), { outcome, why }),
    },
  ]
}
