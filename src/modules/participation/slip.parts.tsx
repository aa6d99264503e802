import type { PrintedSlip, PrintedSlips } from '#modules/documents'
import { dayInWords, dayWithYear, swedishDay } from '#shared/dates.ts'
import { message } from '#ui/message.ts'
import { alsoInSwedish, say } from '#ui/say.tsx'
import type { Slips } from './count/count.ts'
import {
  answers,
  answerTexts,
  type FamilyVoice,
  familyVoices,
  questionsFor,
  questionTexts,
} from './participation.ts'

type Of = { voice: FamilyVoice; isMeeting: boolean; leadName: string | undefined }

const whose: Readonly<Record<FamilyVoice, string>> = {
  child: message('Till dig som är barn'),
  guardian: message('Till dig som är vårdnadshavare'),
}

/** The questions as they are asked on the screen, for a pen. It says nothing of whose child it is. */
export const slipOnPaper = ({ voice, isMeeting, leadName }: Of): PrintedSlip => ({
  title: isMeeting ? say('Hur var mötet för dig?') : say('Hur var uppföljningen för dig?'),
  whose: alsoInSwedish(() => say(whose[voice])),
  lead: say('Kryssa i det du vill svara på. Du får hoppa över. Skriv inte ditt namn.'),
  questions: questionsFor('family').map((question) => say(questionTexts[question])),
  answers: answers.map((answer) => alsoInSwedish(() => say(answerTexts[answer]))),
  leave: say(
    'Vik lappen och lämna den till {name}. Svaren räknas ihop. Sedan rivs lappen. Vad just du svarade sparas inte.',
    { name: leadName ?? say('Barnets bästa-ansvarig') },
  ),
})

/** One for each who may answer, so that nobody has to share. */
export const slipsOnPaper = ({
  occasion: { isMeeting, happenedOn },
  most,
  lead,
  at,
}: Slips): PrintedSlips => ({
  title: isMeeting
    ? say('Efter mötet {day}', { day: dayInWords(happenedOn) })
    : say('Efter uppföljningen {day}', { day: dayInWords(happenedOn) }),
  slips: familyVoices.flatMap((voice) =>
    Array.from({ length: most[voice] }, () => slipOnPaper({ voice, isMeeting, leadName: lead?.name })),
  ),
  footer: say('Utskrivet {day}', { day: dayWithYear(swedishDay(at)) }),
})
