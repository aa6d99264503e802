import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Note } from '#ui/parts.tsx'
import type { EarlierSignIns } from './sign-ins.ts'

const moment = (at: Date) => `${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`

/** When somebody has signed in as this person in a way that they do not use: what to do. */
export function UnusualSignIn({ signIns }: { signIns: EarlierSignIns | undefined }) {
  if (!signIns?.unusual) return null
  return (
    <Note title="Någon har loggat in som du på ett annat sätt än du brukar">
      <p>
        Det var {moment(signIns.unusual)}. Var det du? Då behöver du inte göra något. Var det inte du:{' '}
        <a href={paths.sessions.to({})}>logga ut överallt</a>, och ring den som ger ut din e-legitimation.
      </p>
    </Note>
  )
}

/** Last on the page: so that each can see whether it was they. */
export function LastSignIn({ signIns }: { signIns: EarlierSignIns | undefined }) {
  if (!signIns) return null
  return (
    <p class="small soft">
      Senast inloggad {moment(signIns.last)}. <a href={paths.sessions.to({})}>Mina inloggningar</a>
    </p>
  )
}
