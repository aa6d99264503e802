import { paths } from '#shared/paths.ts'
import {
  type DemoChild,
  demoId,
  idOf,
  type MeetingParty,
  people,
  type StoryMeeting,
} from '../county/index.ts'
import { chosenByLabel, type Fields, linkWith } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf, nameOf } from './act.ts'

/** A meeting is called; those invited say whether they come; and what is said in the room becomes the plan. */
export function met(stage: Stage, child: DemoChild): Act[] {
  const { meeting } = child
  if (!meeting) return []
  return [calls(stage, child, meeting), ...answers(stage, child, meeting), ...holds(stage, child, meeting)]
}

const addressOf = ({ slug }: DemoChild) => ({
  childId: idOf.child(slug),
  meetingId: demoId(`meeting:${slug}`),
})

/** Called as soon as those who come have been let in; at the most five days ahead. */
function calledOn({ consent }: DemoChild, { day }: StoryMeeting): number {
  const answered = (consent?.units ?? []).flatMap(({ answers }) => answers.flatMap((one) => one.day ?? []))
  return Math.max(day - 5, ...answered.filter((one) => one <= day))
}

function calls(stage: Stage, child: DemoChild, meeting: StoryMeeting): Act {
  const { childId, meetingId } = addressOf(child)
  const { parties } = meeting
  const inside = parties.filter(({ unit }) => unit === child.lead.unit)
  const fields: Fields = {
    submission: meetingId,
    purpose: meeting.purpose,
    day: stage.dateOf(meeting.day),
    time: meeting.time,
    minutes: String(meeting.minutes),
    place: meeting.place,
    wants: meeting.childWishes,
    child: parties.some(({ who }) => who === 'child') ? 'ja' : [],
    guardians: parties.filter(isGuardian).map(({ who }) => idOf.person(who)),
    ...(inside.length > 0 && { colleagues: inside.map(({ who }) => idOf.engagement(who, child.lead.unit)) }),
    units: parties.flatMap(({ unit }) => (unit && unit !== child.lead.unit ? idOf.unit(unit) : [])),
  }
  return {
    day: calledOn(child, meeting),
    time: '11:00',
    play: () => leadOf(stage, child).fill(paths.meeting.call.to({ childId }), fields),
  }
}

const isGuardian = ({ who, unit }: MeetingParty) => unit === undefined && who !== 'child'

function answers(stage: Stage, child: DemoChild, meeting: StoryMeeting): Act[] {
  return meeting.parties.flatMap((party) => {
    const { answer } = party
    if (!answer) return []
    const fields = { answer, ...(answer === 'sends_words' && { words: party.why, readers: 'meeting' }) }
    return {
      day: Math.min(calledOn(child, meeting) + 1, meeting.day),
      time: '12:20',
      play: () => saysIfComing(stage, child, party, fields),
    }
  })
}

/** In the application, or told to the one who is responsible, who writes it up. */
async function saysIfComing(stage: Stage, child: DemoChild, { who, unit }: MeetingParty, fields: Fields) {
  const address = paths.meeting.answer.to(addressOf(child))
  const account = who === 'child' ? child.account : who
  const outside = unit !== child.lead.unit
  if (account && outside && people.some(({ slug, signsIn }) => slug === account && signsIn))
    return stage.as(account, unit).fill(address, fields)
  const lead = leadOf(stage, child)
  const name = who === 'child' ? child.givenName : nameOf(who)
  const page = await lead.see(paths.meeting.show.to(addressOf(child)))
  return lead.fill(linkWith(page, `Skriv upp svaret från ${name}`), fields)
}

function holds(stage: Stage, child: DemoChild, meeting: StoryMeeting): Act[] {
  if (meeting.state !== 'held') return []
  const { tellsChild, parties } = meeting
  const followUp = child.plan?.heldFollowUps[0]?.day ?? child.plan?.followUp?.day
  const teller = tellsChild && (tellsChild.who === child.lead.person ? 'lead' : nameOf(tellsChild.who))
  const cameNames = parties
    .filter(({ attended }) => attended)
    .map(({ who }) => (who === 'child' ? `${child.givenName} ` : nameOf(who)))
  const play = () =>
    leadOf(stage, child).fill(paths.meeting.hold.to(addressOf(child)), (page) => ({
      attended: cameNames.map((name) => chosenByLabel(page, 'attended', name)),
      childsWords: child.plan?.goals[0]?.words,
      canDo: meeting.notes,
      followUpOn: followUp === undefined ? undefined : stage.dateOf(followUp),
      tellsWho: teller === 'lead' || !teller ? teller : chosenByLabel(page, 'tellsWho', teller),
      tellsOn: tellsChild && stage.dateOf(tellsChild.day),
      outcome: 'plan',
    }))
  return [{ day: meeting.day, time: meeting.time, play }, ...tells(stage, child, meeting)]
}

/** Somebody at work who has promised to tell the child says when it is done. At home nobody has to. */
function tells(stage: Stage, child: DemoChild, { tellsChild, parties }: StoryMeeting): Act[] {
  if (!tellsChild) return []
  const { who, day } = tellsChild
  const unit = who === child.lead.person ? child.lead.unit : parties.find((party) => party.who === who)?.unit
  const address = paths.meeting.told.to({ childId: idOf.child(child.slug) })
  return unit
    ? [{ day, time: '18:00', play: () => stage.as(who, unit).press(address, 'Jag har berättat') }]
    : []
}
