import type { PrintedInvitation } from '#modules/documents'
import { alwaysOpen, helpOnPaper } from '#modules/knowledge'
import { slipOnPaper } from '#modules/participation'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { alsoInSwedish, listed, say } from '#ui/say.tsx'
import { wayNames } from '../answer/how.parts.tsx'
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
  const leadName = lead?.name ?? say('den som är Barnets bästa-ansvarig')
  return {
    title: say('Till {name}', { name: to }),
    lead: isChild
      ? say('Vi ska ha ett möte om dig. Du är med och bestämmer.')
      : say('Du är inbjuden till ett samverkansmöte för {name}. Du är lika viktig som alla andra där.', {
          name,
        }),
    next: {
      label: say('Vi ses'),
      value: capital(timeInWords(meeting)),
      lines: [
        meeting.place
          ? say('Här: {place}', { place: meeting.place.reveal() })
          : say('{name} berättar var.', { name: capital(leadName) }),
        say('Det tar {time}.', { time: lengthInWords(meeting.minutes) }),
      ],
    },
    sections: [
      why(paper),
      { title: say('De som är inbjudna'), texts: [], lines: invited(paper) },
      goodToKnow(paper),
    ],
    reply: {
      ...(isChild ? childsReply(leadName) : guardiansReply(leadName, name)),
      from: say('Från {name}, till mötet {when}', { name: to, when: timeInWords(meeting) }),
    },
    after: say('Spara den här lappen till efter mötet.'),
    slip: slipOnPaper({ voice: isChild ? 'child' : 'guardian', isMeeting: true, leadName: lead?.name }),
    footer: say('Utskrivet {day} för {name}', { day: dayInWords(swedishDay(at)), name: to }),
  }
}

function why({ meeting: { purpose }, party, child }: InvitationOnPaper) {
  const support = [
    ...(purpose?.support.map((one) => say(supportNames[one]).toLowerCase()) ?? []),
    ...(purpose?.supportMore ? [purpose.supportMore.reveal()] : []),
  ]
  const easier =
    party.role === 'child'
      ? say('Det här gör det lättare för dig')
      : say('Det här gör det lättare för {name}', { name: callOf(child.person) })
  return {
    title: say('Därför ses vi'),
    texts: [
      purpose?.words.reveal() ?? say('Den som håller i mötet berättar varför.'),
      ...(support.length > 0 ? [`${easier}: ${listed(support)}.`] : []),
    ],
    lines: [],
  }
}

/** Of another guardian what the child calls them, and no name. */
const invited = ({ lead, others, child, party }: InvitationOnPaper) => [
  ...(lead
    ? [
        {
          main: listed([lead.name, lead.title, lead.unitName]),
          more: say('Barnets bästa-ansvarig, leder mötet'),
        },
      ]
    : []),
  ...others.map((other) => ({ main: namedFor(other, party), more: learnsOf(other, callOf(child.person)) })),
]

const namedFor = (other: Party, reader: Party) =>
  other.role === 'guardian' && reader.role !== 'child'
    ? capital(other.called ?? say('en vårdnadshavare'))
    : other.role === 'guardian'
      ? capital(other.called ?? nameOf(other.person))
      : partyName(other)

const learnsOf = (other: Party, name: string) =>
  other.role === 'unit' && !other.inside ? unitLearns(other, name) : undefined

const call = ({ lead }: InvitationOnPaper) => {
  if (!lead) return say('den som gav dig pappret')
  const { name, phone } = lead
  return phone ? say('{name}, telefon {number}', { name, number: phone }) : name
}

function goodToKnow(paper: InvitationOnPaper) {
  const { party, lead } = paper
  const told = lead?.name ?? say('Den som håller i mötet')
  const lines =
    party.role === 'child'
      ? [
          say('Du väljer själv om du vill vara med, och hur. Du kan ändra dig.'),
          say('{name} läser det du skriver på nästa sida. Du väljer om de andra får veta det.', {
            name: told,
          }),
          say('Vill du fråga något? Säg det till {name}.', { name: call(paper) }),
          ...helpOnPaper(),
        ]
      : [
          say('Frågor, annan tid eller tolk? Ring {name}. Tolk kostar inget.', { name: call(paper) }),
          say('{name} läser det du skriver på nästa sida. Du väljer om de andra på mötet får veta det.', {
            name: told,
          }),
          say('Du kan säga nej, och du kan ändra dig. Det räcker att du säger det.'),
          say('På mötet skriver den som håller i det upp vad ni kommer fram till. Du kan få det på papper.'),
          say('Är det fara just nu? Ring {number}.', { number: alwaysOpen.danger.number }),
        ]
  return { title: say('Bra att veta'), texts: [], lines: lines.map((main) => ({ main, more: undefined })) }
}

type Reply = Omit<PrintedInvitation['reply'], 'from'>

/** What is given back is said in Swedish too: whoever takes it in must see what was ticked, and under which question. */
const asked = (question: () => string, ...answers: readonly (() => string)[]) => ({
  question: alsoInSwedish(question),
  answers: answers.map(alsoInSwedish),
})
const written = (question: () => string, lines: number) => ({ question: alsoInSwedish(question), lines })

const childsReply = (leadName: string): Reply => ({
  title: say('Så vill jag ha mötet'),
  lead: say(
    'Kryssa och skriv det du vill. Du får hoppa över. Ge pappret till {name}, eller be någon du litar på.',
    {
      name: leadName,
    },
  ),
  asked: [
    asked(
      () => say('Hur vill du vara med?'),
      () => say('Hela mötet'),
      () => say(wayNames.part),
      () => say(wayNames.link),
      () => say('Läs upp det jag skriver'),
      () => say('Inte alls'),
    ),
    asked(
      () => say('Vem får läsa det jag skriver om vad jag vill prata om?'),
      () => say('Bara {name}', { name: leadName }),
      () => say('Alla på mötet'),
    ),
  ],
  written: [
    written(() => say('Det här vill jag prata om'), 3),
    written(() => say('Det här vill jag inte prata om'), 2),
    written(() => say('Den här vill jag ha med, som stöd'), 1),
    written(() => say('Den här vill jag inte ha med'), 1),
  ],
})

const guardiansReply = (leadName: string, name: string): Reply => ({
  title: say('Mitt svar'),
  lead: say(
    'Kryssa och skriv det du vill. Lämna pappret till {name}, aldrig i mejl. Det går lika bra att ringa.',
    {
      name: leadName,
    },
  ),
  asked: [
    asked(
      () => say('Kommer du?'),
      () => say('Ja'),
      () => say('Jag är med på telefon'),
      () => say('Nej, men jag skickar några ord'),
      () => say('Nej'),
    ),
    {
      question: alsoInSwedish(() => say('Behöver du tolk?')),
      answers: [
        alsoInSwedish(() => say('Nej')),
        `${alsoInSwedish(() => say('Ja, på det här språket:'))} ${'.'.repeat(34)}`,
      ],
    },
    asked(
      () => say('Vem får läsa det jag skriver?'),
      () => say('Bara {name}', { name: leadName }),
      () => say('Familjen och de som är med på hela mötet'),
    ),
  ],
  written: [
    written(() => say('Det här vill jag prata om'), 5),
    written(() => say('Så här är det för {name} just nu, tycker jag', { name }), 4),
    written(() => say('Den här vill jag ha med mig'), 1),
  ],
})
