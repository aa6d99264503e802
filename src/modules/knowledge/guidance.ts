import { type Content, proposal } from './content.ts'
import { guidance1 } from './guidance-1.ts'

export const steps = [
  'notice',
  'receive',
  'talkWithFamily',
  'gather',
  'askSource',
  'analyse',
  'ownSupport',
  'handOver',
  'consent',
  'callMeeting',
  'meeting',
  'plan',
  'agreement',
  'followUp',
  'end',
  'answerReading',
  'holdReading',
  'emergency',
  'reviewLog',
] as const

export type Step = (typeof steps)[number]

type AtMostFive = readonly [string, string?, string?, string?, string?]

/** "Handledning" in a step: at most five sentences on what to do now, and why. */
export type Guidance = Content & { title: string; sentences: AtMostFive }

export type GuidanceText = Readonly<Record<Step, { title: string; sentences: AtMostFive }>>

export const guidance = (step: Step): Guidance => ({
  ...proposal('handledning-1', '2026-11-22'),
  ...guidance1[step],
})

/** The three questions, in order: one reason at the first yes. */
export const threeQuestions = {
  ...proposal('tre-fragor-1', '2026-11-22'),
  source: 'Region Kronoberg, Barnensbästa-ansvarig',
  questions: [
    {
      code: 'C1',
      outcome: 'own_support',
      question: 'Kan vi möta barnets behov i vår egen verksamhet?',
      hint: 'Har vi prövat allt vi kan, eller finns det mer att göra?',
    },
    {
      code: 'C2',
      outcome: 'handover',
      question: 'Hör hela behovet hemma i en enda annan verksamhet?',
      hint: 'Då överlämnar vi. Vi har ansvaret tills de har tagit emot.',
    },
    {
      code: 'C3',
      outcome: 'collaboration',
      question: 'Behöver två eller flera samverka?',
      hint: 'Då frågar vi om samtycke och bjuder in till samverkansmöte.',
    },
  ],
} as const

/** Five questions from the Scottish model, as an aid for thought; nothing needs to be answered. */
export const fiveQuestions = {
  ...proposal('fem-fragor-1', '2026-11-22'),
  source: 'Scottish Government, GIRFEC 2023, egen översättning',
  questions: [
    'Vad står i vägen för att barnet ska må bra?',
    'Har jag all kunskap jag behöver?',
    'Vad kan jag göra nu?',
    'Vad kan min verksamhet göra nu?',
    'Vilken hjälp kan behövas från andra?',
  ],
} as const
