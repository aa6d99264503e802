import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, type Handover, idOf, units } from '../county/index.ts'
import { answersOffered, type Fields } from '../page-forms.ts'
import type { Player, Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** The whole is offered to another unit, which takes it over or has not answered yet. */
export function handedOver(stage: Stage, child: DemoChild): Act[] {
  const { handover } = child
  if (!handover) return []
  const { answer } = handover
  const offering: Act = {
    day: handover.offeredDay,
    time: '09:30',
    play: () => offers(leadOf(stage, child), child, handover),
  }
  if (answer?.state !== 'accepted') return [offering]
  const receiver = stage.as(handover.toPerson, handover.toUnit)
  const accepts = () => receiver.press(paths.handover.show.to(idsOf(child)), 'Vi tar emot')
  return [offering, { day: answer.day, time: '10:00', play: accepts }]
}

const idsOf = ({ slug }: DemoChild) => ({
  childId: idOf.child(slug),
  handoverId: demoId(`handover:${slug}`),
})

const inWords = new Intl.ListFormat('sv')
const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

async function offers(lead: Player, child: DemoChild, handover: Handover) {
  const { childId, handoverId } = idsOf(child)
  if (child.consent) await lead.press(paths.sharing.consents.to({ childId }), 'Jag vet hur vi går vidare')
  await lead.fill(paths.handover.prepare.to({ childId }), {
    submission: handoverId,
    kind: handover.kind,
    unit: idOf.unit(handover.toUnit),
    why: `${handover.reason} Det här följer med: ${inWords.format(handover.includes.map(inside))}.`,
    familyThinks: handover.familyThinks,
  })
  const address = paths.handover.offer.to({ childId, handoverId })
  const there = units.find(({ slug }) => slug === handover.toUnit)?.name
  if (!handover.ground) return lead.press(address, `Fråga ${there}`)
  return lead.fill(
    address,
    (page): Fields => ({ basis: 'consent', statements: answersOffered(page, 'statements') }),
  )
}
