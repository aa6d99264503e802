import { paths } from '#shared/paths.ts'
import { type ConsentSheet, type DemoChild, demoId, idOf, type SignerAnswer } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import { chosenByLabel } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf, shownName } from './act.ts'

/** The family is asked on one sheet; each says yes or no to each unit, and the units that all say yes to are let in. */
export function consented(stage: Stage, child: DemoChild): Act[] {
  const { consent } = child
  if (!consent) return []
  return [asks(stage, child, consent), ...answers(stage, child, consent), ...letsIn(stage, child, consent)]
}

const addressOf = ({ slug }: DemoChild) => ({
  childId: idOf.child(slug),
  consentId: demoId(`consent:${slug}`),
})
function asks(stage: Stage, child: DemoChild, consent: ConsentSheet): Act {
  const { childId, consentId } = addressOf(child)
  const fields: Fields = {
    submission: consentId,
    purpose: consent.purpose,
    lastDay: stage.dateOf(consent.untilDay),
    language: consent.language,
    interpreter: consent.interpreter ? 'ja' : undefined,
    childPart: consent.childPart,
    maturity: consent.maturity,
    units: consent.units.map(({ unit }) => idOf.unit(unit)),
    ...Object.fromEntries(consent.units.map(({ unit, areas }) => [`areas-${idOf.unit(unit)}`, areas])),
  }
  const address = `${paths.sharing.ask.to({ childId })}?alla=ja`
  return { day: consent.askedDay, time: '14:10', play: () => leadOf(stage, child).fill(address, fields) }
}

/** What one signer says at one time, about one or more units. */
type Said = Required<Pick<SignerAnswer, 'signer' | 'day' | 'way'>> & {
  note: string | undefined
  units: readonly { unit: string; answer: 'yes' | 'no' }[]
}

function answers(stage: Stage, child: DemoChild, consent: ConsentSheet): Act[] {
  return saidIn(consent).map((said) => ({
    day: said.day,
    time: '07:40',
    play: () => (said.way === 'in_app' ? signs(stage, child, said) : isNoted(stage, child, said)),
  }))
}

function saidIn({ units }: ConsentSheet): Said[] {
  const all = units.flatMap(({ unit, answers }) =>
    answers.flatMap(({ signer, answer, day, way, note }) =>
      answer && way && day !== undefined ? { unit, signer, answer, day, way, note } : [],
    ),
  )
  const together = Map.groupBy(all, ({ signer, day, way, note }) => [signer, day, way, note].join(' '))
  return [...together.values()].flatMap((group) => {
    const [first] = group
    return first ? { ...first, units: group } : []
  })
}

const answerFields = ({ units }: Said): Fields =>
  Object.fromEntries(units.map(({ unit, answer }) => [`answer-${idOf.unit(unit)}`, answer]))

const signs = (stage: Stage, child: DemoChild, said: Said) =>
  stage
    .as(said.signer === 'child' ? (child.account ?? '') : said.signer)
    .fill(paths.sharing.sheet.to(addressOf(child)), answerFields(said))

/** Those who carry the matter note what was said on paper, aloud or by telephone. */
async function isNoted(stage: Stage, child: DemoChild, said: Said) {
  const [seenBy = '', where = ''] = (said.note ?? '').split(/(?<=\.)\s+/)
  const papers: Fields = { seenBy, where: where || seenBy }
  const more = said.way === 'paper' ? papers : said.way === 'oral' ? { witness: said.note } : {}
  const who = said.signer === 'child' ? child.givenName : shownName(said.signer)
  await leadOf(stage, child).fill(paths.sharing.noteAnswer.to(addressOf(child)), (page) => ({
    signer: chosenByLabel(page, 'signer', who),
    way: said.way,
    answeredOn: stage.dateOf(said.day),
    interpreter: child.consent?.interpreter ? 'Telefontolken' : undefined,
    ...more,
    ...answerFields(said),
  }))
}

/** Not where the whole is handed over to the unit: then it takes over instead of taking part. */
function letsIn(stage: Stage, child: DemoChild, consent: ConsentSheet): Act[] {
  if (child.handover) return []
  const { childId } = addressOf(child)
  return consent.units.flatMap(({ unit, answers }) => {
    const contact = contactIn(child, unit)
    const days = answers.map(({ answer, day }) => (answer === 'yes' ? day : undefined))
    if (!contact || days.includes(undefined)) return []
    const id = idOf.unit(unit)
    const fields = { [`part-${id}`]: contact.part, [`contact-${id}`]: idOf.engagement(contact.person, unit) }
    const day = Math.max(...days.map(Number))
    return {
      day,
      time: '10:30',
      play: () => leadOf(stage, child).fill(paths.sharing.consents.to({ childId }), fields),
    }
  })
}

/** Whom the family meets in the unit: as the plan says, else the one who comes to the meeting. */
function contactIn({ plan, meeting }: DemoChild, unit: string) {
  const inPlan = plan?.contacts.find((contact) => contact.unit === unit)
  if (inPlan) return inPlan
  const comes = meeting?.parties.find((party) => party.unit === unit)
  return comes && { person: comes.who, part: undefined }
}
