import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Note } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import type { EarlierSignIns } from './sign-ins.ts'

const moment = (at: Date) =>
  say('{day} kl {clock}', { day: dayInWords(swedishDay(at)), clock: swedishClock(at) })

/** When somebody has signed in as this person in a way that they do not use: what to do. */
export function UnusualSignIn({ signIns }: { signIns: EarlierSignIns | undefined }) {
  if (!signIns?.unusual) return null
  return (
    <Note title={say('Någon har loggat in som du på ett annat sätt än du brukar')}>
      <p>
        {sayWith(
          'Det var {when}. Var det du? Då behöver du inte göra något. Var det inte du: <link>logga ut överallt</link>, och ring den som ger ut din e-legitimation.',
          {
            when: moment(signIns.unusual),
            link: (words) => <a href={paths.sessions.to({})}>{words}</a>,
          },
        )}
      </p>
    </Note>
  )
}

/** Last on the page: so that each can see whether it was they. */
export function LastSignIn({ signIns }: { signIns: EarlierSignIns | undefined }) {
  if (!signIns) return null
  return (
    <p class="small soft">
      {say('Senast inloggad {when}.', { when: moment(signIns.last) })}{' '}
      <a href={paths.sessions.to({})}>{say('Mina inloggningar')}</a>
    </p>
  )
}
