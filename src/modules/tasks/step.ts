import { paths } from '#shared/paths.ts'
import type { TaskKind } from '#shared/schema.ts'

type Step = { words: string; to: (childId: string, aboutId: string | undefined) => string }

/** An address that needs the thing it is about; without one, the child's own page. */
const about =
  (to: (childId: string, aboutId: string) => string): Step['to'] =>
  (childId, aboutId) =>
    aboutId === undefined ? paths.child.to({ childId }) : to(childId, aboutId)

const receive = about((childId, itemId) => paths.noticing.receive.to({ childId, itemId }))
const answer = about((childId, itemId) => paths.wheel.answer.to({ childId, itemId }))
const handover = about((childId, handoverId) => paths.handover.show.to({ childId, handoverId }))
const sheet = about((childId, consentId) => paths.sharing.sheet.to({ childId, consentId }))
const meeting = about((childId, meetingId) => paths.meeting.show.to({ childId, meetingId }))

const lead = (childId: string) => paths.lead.show.to({ childId })

/** What each thing that waits is called, and where it is done. Never a reason, and nothing of what it is about. */
const steps: Readonly<Record<TaskKind, Step>> = {
  receive_noticing: { words: 'Läs och ta emot', to: receive },
  read_good_news: { words: 'Läs något som fungerar bra', to: receive },
  match_child: { words: 'Läs och ta emot', to: receive },
  talk_with_family: { words: 'Prata med familjen', to: (childId) => paths.family.talk.to({ childId }) },
  gather: { words: 'Samla det som behövs', to: (childId) => paths.wheel.show.to({ childId }) },
  answer_question: { words: 'Svara på en fråga', to: answer },
  question_answered: { words: 'Läs ett svar', to: answer },
  analyse: { words: 'Se helheten och välj väg', to: (childId) => paths.wheel.analyse.to({ childId }) },
  review_support: {
    words: 'Titta igen på stödet',
    to: about((childId, itemId) => paths.support.show.to({ childId, itemId })),
  },
  receive_handover: { words: 'Ta emot en överlämning', to: handover },
  see_to_handover: { words: 'Se till att någon svarar på en överlämning', to: handover },
  plan_handover: {
    words: 'Förbered en överlämning',
    to: (childId) => paths.handover.prepare.to({ childId }),
  },
  handover_returned: { words: 'Läs om överlämningen', to: handover },
  ask_consent: { words: 'Fråga familjen om samtycke', to: (childId) => paths.sharing.ask.to({ childId }) },
  consent_answered: { words: 'Läs familjens svar', to: sheet },
  explain_sharing: {
    words: 'Skriv varför ni berättade',
    to: about((childId, grantId) => paths.sharing.explain.to({ childId, grantId })),
  },
  consent_withdrawn: { words: 'Läs familjens svar', to: sheet },
  call_meeting: { words: 'Bjud in till samverkansmöte', to: (childId) => paths.meeting.call.to({ childId }) },
  answer_invitation: { words: 'Svara på en inbjudan', to: meeting },
  write_plan: { words: 'Skriv Barnets plan', to: (childId) => paths.plan.show.to({ childId }) },
  agree_to_plan: {
    words: 'Läs planen och säg vad du tycker',
    to: (childId) => paths.plan.agree.to({ childId }),
  },
  accept_collaboration: {
    words: 'Svara om du vill hålla ihop samverkan',
    to: (childId) => paths.plan.lead.to({ childId }),
  },
  collaboration_declined: {
    words: 'Läs svaret om samverkan',
    to: (childId) => paths.plan.lead.to({ childId }),
  },
  family_ended: { words: 'Läs vad familjen har valt', to: (childId) => paths.plan.show.to({ childId }) },
  follow_up: { words: 'Följ upp planen', to: (childId) => paths.plan.followUp.to({ childId }) },
  lift_protection: {
    words: 'Svara på om ett skydd har upphört',
    to: about((childId, markId) => paths.shield.again.to({ childId, markId })),
  },
  reconsider_bar: {
    words: 'Titta igen på en spärr',
    to: (childId) => paths.family.bar.to({ childId }),
  },
  read_statement: {
    words: 'Läs något nytt i hjulet',
    to: about((childId, itemId) => paths.wheel.changeStatement.to({ childId, itemId })),
  },
  become_lead: { words: 'Du är nu Barnets bästa-ansvarig', to: lead },
  lead_changed: { words: 'Se vem som är Barnets bästa-ansvarig nu', to: lead },
  name_other_lead: {
    words: 'Svara någon som ber om en annan Barnets bästa-ansvarig',
    to: about((childId, requestId) => paths.lead.answer.to({ childId, requestId })),
  },
  read_message: {
    words: 'Läs det som barnet har skrivit',
    to: about((childId, messageId) => paths.childsDoor.message.to({ childId, messageId })),
  },
  review_extract: {
    words: 'Gå igenom ett registerutdrag',
    to: about((childId, requestId) => paths.extract.review.to({ childId, requestId })),
  },
  answer_objection: {
    words: 'Svara på det som familjen inte håller med om',
    to: about((childId, objectionId) => paths.objection.answer.to({ childId, objectionId })),
  },
  answer_reading_question: {
    words: 'Svara på en fråga om vem som har läst',
    to: about((childId, questionId) => paths.readerLog.answer.to({ childId, questionId })),
  },
  reconsider_reading_hold: {
    words: 'Titta igen på det ni inte visar',
    to: (childId) => paths.readerLog.hold.to({ childId }),
  },
  read_register: {
    words: 'Läs vad registret säger',
    to: about((childId, saysId) => paths.registerSays.to({ childId, saysId })),
  },
  look_at_same_child: {
    words: 'Titta på om två sidor gäller samma barn',
    to: (childId) => paths.particulars.sameChild.to({ childId }),
  },
  look_at_number: {
    words: 'Titta på ett nummer',
    to: (childId) => paths.particulars.show.to({ childId }),
  },
  tell_child: { words: 'Berätta för barnet', to: (childId) => paths.meeting.told.to({ childId }) },
}

export type Doing = { kind: TaskKind; childId: string; aboutId: string | undefined }

/** The next step, in words and as an address. */
export const stepOf = ({ kind, childId, aboutId }: Doing): { words: string; href: string } => ({
  words: steps[kind].words,
  href: steps[kind].to(childId, aboutId),
})
