import type { PrintedInvitation } from '#modules/documents'
import { alwaysOpen } from '#modules/knowledge'
import { slipOnPaper } from '#modules/participation'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { supportNames } from '../call/call.page.tsx'
import { unitLearns } from '../learns.parts.tsx'
import type { Party } from '../meeting.ts'
import { capital, partyName } from '../party.parts.tsx'
import { lengthInWords, timeInWords } from '../time-place.parts.tsx'
import type { InvitationOnPaper } from './print.ts'

/** The call in words: to a guardian or to the child, who both answer it with a pen. */
export function onPaper(paper: InvitationOnPaper): PrintedInvitation {
  const { child, meeting, party, lead, at } = paper
  const isChild = party.role === 'child'
  const name = callOf(child.person)
  const to = isChild ? name : nameOf(party.person)
  const leadName = lead?.name ?? 'den som är Barnets bästa-ansvarig'
  return {
    title: `Till ${to}`,
    lead: isChild
      ? 'Vi ska ha ett möte om dig. Du är med och bestämmer.'
      : `Du är inbjuden till ett samverkansmöte för ${name}. Du är lika viktig som alla andra där.`,
    next: {
      label: 'Vi ses',
      value: capital(timeInWords(meeting)),
      lines: [
        meeting.place ? `Här: ${meeting.place.reveal()}` : `${capital(leadName)} berättar var.`,
        `Det tar ${lengthInWords(meeting.minutes)}.`,
      ],
    },
    sections: [
      why(paper),
      { title: 'De som är inbjudna', texts: [], lines: invited(paper) },
      goodToKnow(paper),
    ],
    reply: {
      ...(isChild ? childsReply(leadName) : guardiansReply(leadName, name)),
      from: `Från ${to}, till mötet ${timeInWords(meeting)}`,
    },
    after: `Spara den här lappen till efter mötet.`,
    slip: slipOnPaper({ voice: isChild ? 'child' : 'guardian', isMeeting: true, leadName: lead?.name }),
    footer: `Utskrivet ${dayInWords(swedishDay(at))} för ${to}`,
  }
}

function why({ meeting: { purpose }, party, child }: InvitationOnPaper) {
  const support = [
    ...(purpose?.support.map((one) => supportNames[one].toLowerCase()) ?? []),
    ...(purpose?.supportMore ? [purpose.supportMore.reveal()] : []),
  ]
  const easier =
    party.role === 'child'
      ? 'Det här gör det lättare för dig'
      : `Det här gör det lättare för ${callOf(child.person)}`
  return {
    title: 'Därför ses vi',
    texts: [
      purpose?.words.reveal() ?? 'Den som håller i mötet berättar varför.',
      ...(support.length > 0 ? [`${easier}: ${support.join(', ')}.`] : []),
    ],
    lines: [],
  }
}

/** Of another guardian what the child calls them, and no name. */
const invited = ({ lead, others, child, party }: InvitationOnPaper) => [
  ...(lead
    ? [{ main: `${lead.name}, ${lead.title}, ${lead.unitName}`, more: 'Barnets bästa-ansvarig, leder mötet' }]
    : []),
  ...others.map((other) => ({ main: namedFor(other, party), more: learnsOf(other, callOf(child.person)) })),
]

const namedFor = (other: Party, reader: Party) =>
  other.role === 'guardian' && reader.role !== 'child'
    ? capital(other.called ?? 'en vårdnadshavare')
    : other.role === 'guardian'
      ? capital(other.called ?? nameOf(other.person))
      : partyName(other)

const learnsOf = (other: Party, name: string) =>
  other.role === 'unit' && !other.inside ? unitLearns(other, name) : undefined

const call = ({ lead }: InvitationOnPaper) =>
  lead
    ? [lead.name, lead.phone && `telefon ${lead.phone}`].filter(Boolean).join(', ')
    : 'den som gav dig pappret'

function goodToKnow(paper: InvitationOnPaper) {
  const { party, lead } = paper
  const told = lead?.name ?? 'Den som håller i mötet'
  const lines =
    party.role === 'child'
      ? [
          'Du väljer själv om du vill vara med, och hur. Du kan ändra dig.',
          `${told} läser det du skriver på nästa sida. Du väljer om de andra får veta det.`,
          `Vill du fråga något? Säg det till ${call(paper)}.`,
          `Vill du prata med någon annan? Ring Bris: ${alwaysOpen.children.number}.`,
          `Är det farligt nu? Ring ${alwaysOpen.danger.number}.`,
        ]
      : [
          `Frågor, annan tid eller tolk? Ring ${call(paper)}. Tolk kostar inget.`,
          `${told} läser det du skriver på nästa sida. Du väljer om de andra på mötet får veta det.`,
          'Du kan säga nej, och du kan ändra dig. Det räcker att du säger det.',
          'På mötet skriver den som håller i det upp vad ni kommer fram till. Du kan få det på papper.',
          `Är det fara just nu? Ring ${alwaysOpen.danger.number}.`,
        ]
  return { title: 'Bra att veta', texts: [], lines: lines.map((main) => ({ main, more: undefined })) }
}

type Reply = Omit<PrintedInvitation['reply'], 'from'>

const childsReply = (leadName: string): Reply => ({
  title: 'Så vill jag ha mötet',
  lead: `Kryssa och skriv det du vill. Du får hoppa över. Ge pappret till ${leadName}, eller be någon du litar på.`,
  asked: [
    {
      question: 'Hur vill du vara med?',
      answers: ['Hela mötet', 'En stund', 'På länk', 'Läs upp det jag skriver', 'Inte alls'],
    },
    {
      question: 'Vem får läsa det jag skriver om vad jag vill prata om?',
      answers: [`Bara ${leadName}`, 'Alla på mötet'],
    },
  ],
  written: [
    { question: 'Det här vill jag prata om', lines: 3 },
    { question: 'Det här vill jag inte prata om', lines: 2 },
    { question: 'Den här vill jag ha med, som stöd', lines: 1 },
    { question: 'Den här vill jag inte ha med', lines: 1 },
  ],
})

const guardiansReply = (leadName: string, name: string): Reply => ({
  title: 'Mitt svar',
  lead: `Kryssa och skriv det du vill. Lämna pappret till ${leadName}, aldrig i mejl. Det går lika bra att ringa.`,
  asked: [
    {
      question: 'Kommer du?',
      answers: ['Ja', 'Jag är med på telefon', 'Nej, men jag skickar några ord', 'Nej'],
    },
    {
      question: 'Behöver du tolk?',
      answers: ['Nej', 'Ja, på det här språket: ..................................'],
    },
    {
      question: 'Vem får läsa det jag skriver?',
      answers: [`Bara ${leadName}`, 'Familjen och de som är med på hela mötet'],
    },
  ],
  written: [
    { question: 'Det här vill jag prata om', lines: 5 },
    { question: `Så här är det för ${name} just nu, tycker jag`, lines: 4 },
    { question: 'Den här vill jag ha med mig', lines: 1 },
  ],
})
