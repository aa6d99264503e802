import { paths } from '#shared/paths.ts'
import { type Analysis, type DemoChild, demoId, idOf, type OwnSupport } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import type { Act } from './act.ts'

/** The whole is looked at, three questions are answered, and what the first yes leads to begins. */
export function decided(stage: Stage, child: DemoChild): Act[] {
  const { analysis, support, lead, handover } = child
  const goesOn = handover?.goesOn
  const receiver = handover && { person: handover.toPerson, unit: handover.toUnit }
  return [
    ...(analysis ? [analyses(stage, child, lead, analysis)] : []),
    ...(support ? [supports(stage, child, lead, support)] : []),
    ...(goesOn && receiver ? [analyses(stage, child, receiver, goesOn.analysis)] : []),
    ...(goesOn && receiver ? [supports(stage, child, receiver, goesOn.support)] : []),
  ]
}

type Lead = DemoChild['lead']

const answers = {
  own_support: { c1: 'yes' },
  handover: { c1: 'no', c2: 'yes' },
  collaboration: { c1: 'no', c2: 'no', c3: 'yes' },
  close: { c1: 'no', c2: 'no', c3: 'no' },
} as const satisfies Record<Analysis['outcome'], object>

function analyses(stage: Stage, child: DemoChild, { person, unit }: Lead, analysis: Analysis): Act {
  const address = paths.wheel.analyse.to({ childId: idOf.child(child.slug) })
  const fields = { analysis: analysis.text, reason: analysis.reason, ...answers[analysis.outcome] }
  return { day: analysis.day, time: '14:00', play: () => stage.as(person, unit).fill(address, fields) }
}

function supports(stage: Stage, child: DemoChild, { person, unit }: Lead, support: OwnSupport): Act {
  const address = paths.support.start.to({ childId: idOf.child(child.slug) })
  const fields = {
    submission: demoId(`support:${child.slug} ${unit}`),
    what: support.what,
    who: idOf.engagement(support.by, unit),
    reviewOn: stage.dateOf(support.reviewDay),
  }
  return { day: support.day, time: '14:20', play: () => stage.as(person, unit).fill(address, fields) }
}
