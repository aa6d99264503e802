import { paths } from '#shared/paths.ts'
import { type Analysis, type DemoChild, demoId, idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** The whole is looked at, three questions are answered, and what the first yes leads to begins. */
export const decided = (stage: Stage, child: DemoChild): Act[] => [
  ...analyses(stage, child),
  ...supports(stage, child),
]

const answers = {
  own_support: { c1: 'yes' },
  handover: { c1: 'no', c2: 'yes' },
  collaboration: { c1: 'no', c2: 'no', c3: 'yes' },
  close: { c1: 'no', c2: 'no', c3: 'no' },
} as const satisfies Record<Analysis['outcome'], object>

function analyses(stage: Stage, child: DemoChild): Act[] {
  const { analysis } = child
  if (!analysis) return []
  const address = paths.wheel.analyse.to({ childId: idOf.child(child.slug) })
  const fields = { analysis: analysis.text, reason: analysis.reason, ...answers[analysis.outcome] }
  return [{ day: analysis.day, time: '14:00', play: () => leadOf(stage, child).fill(address, fields) }]
}

function supports(stage: Stage, child: DemoChild): Act[] {
  const { support, lead } = child
  if (!support) return []
  const address = paths.support.start.to({ childId: idOf.child(child.slug) })
  const fields = {
    submission: demoId(`support:${child.slug}`),
    what: support.what,
    who: idOf.engagement(support.by, lead.unit),
    reviewOn: stage.dateOf(support.reviewDay),
  }
  return [{ day: support.day, time: '14:20', play: () => leadOf(stage, child).fill(address, fields) }]
}
