import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { type Texts, Tick } from '#ui/form.tsx'
import { Note } from '#ui/parts.tsx'
import type { Message } from './consultation.ts'

/** Asked only when something in the text seems to show who the child is. */
export const LookedThrough = ({
  typed,
  errors,
}: {
  typed?: Texts | undefined
  errors?: Texts | undefined
}) =>
  errors?.['sure'] || typed?.['sure'] ? (
    <Tick
      name="sure"
      label="Jag har läst igenom texten. Den visar inte vem barnet är."
      {...{ typed, errors }}
    />
  ) : null

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const when = (at: Date) => `${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`

export const Messages = ({ messages }: { messages: readonly Message[] }) => (
  <>
    {messages.map(({ who, at, words, mine }) => (
      <Note title={mine ? 'Du skrev' : capital(who)}>
        <p class="prewrap">{words.reveal()}</p>
        <p class="soft small">{when(at)}</p>
      </Note>
    ))}
  </>
)
