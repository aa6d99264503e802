import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaName } from '#ui/area.tsx'
import { Buttons, Choices, Conflict, ErrorSummary, Form, Tick } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { LeftUnread } from '../left-unread-store.ts'
import { ownReadersText } from '../own-readers.parts.tsx'
import { readersText } from '../wheel.parts.tsx'
import { isWider } from '../wheel.ts'
import type { Spoken } from '../wheel-store.ts'
import type { ReadersForm } from './change-readers.ts'

export const ReadersPage = ({ said, ...props }: ReadersForm & FormState) =>
  'toldTo' in said ? <PassOn {...props} said={said} /> : <Readers {...props} said={said} />

type Props<Said> = Omit<ReadersForm, 'said'> & FormState & { said: Said }

/** Whoever was told is gone. Nothing is chosen beforehand, and not to choose is a choice too. */
function PassOn({ child, said, beside, choices, viewer, typed = {}, errors = {} }: Props<LeftUnread>) {
  const home = paths.childsDoor.home.to({ childId: child.id })
  const { toldTo: name } = said
  const text = ownReadersText(beside ?? '')
  return (
    <>
      <BackLink href={home}>{say('Min sida')}</BackLink>
      <Intro
        kicker={say('Det du berättade {day}', { day: dayInWords(said.saidOn) })}
        title={say('Vem ska få läsa?')}
        lead={say('Du berättade något för {name}. {name} kan inte läsa det längre. Ingen annan läser det.', {
          name,
        })}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ version: '1' }}>
        <Choices
          name="readers"
          label={say('Vem får läsa?')}
          description={say('Du måste inte välja nu. Då är det som det är.')}
          {...{ typed, errors }}
          options={choices.map((value) => ({ value, label: text[value] }))}
        />
        <Buttons primary={say('Spara')} cancel={{ href: home }} />
      </Form>
    </>
  )
}

function Readers(props: Props<Spoken>) {
  const { child, said, isSelf, beside, choices, viewer, errors = {}, conflict } = props
  const typed = props.typed ?? { readers: said.readers }
  const at = { childId: child.id, itemId: said.itemId }
  const text = beside ? ownReadersText(beside) : readersText
  const back = beside ? paths.wheel.own.to(at) : paths.wheel.changeStatement.to(at)
  const widest = choices.at(-1)
  const chosen = choices.find((readers) => readers === typed['readers'])
  return (
    <>
      <BackLink href={back}>{beside ? say('Mitt hjul') : say('Det som har sagts')}</BackLink>
      <Intro
        kicker={<AreaName area={said.area} />}
        title={nameOf(child.person)}
        lead={
          isSelf
            ? say('Du bestämmer vem som får läsa det du har sagt. Du kan ändra dig.')
            : `${capital(callOf(child.person))} bestämmer vem som får läsa, och får ändra sig.`
        }
      />
      {conflict && (
        <Conflict mine={<p>{chosen && say(text[chosen])}</p>} theirs={<p>{say(text[said.readers])}</p>} />
      )}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ version: String(said.version) }}>
        <Choices
          name="readers"
          label={say('Vem får läsa?')}
          description={say('Färre gäller direkt: den som inte längre får läsa ser inget från och med nu.')}
          {...{ typed, errors }}
          options={choices.map((value) => ({ value, label: say(text[value]) }))}
        />
        {!isSelf && widest && isWider(said.readers, widest) && (
          <Tick name="childWants" label="Barnet vill att fler får läsa" {...{ typed, errors }} />
        )}
        <Buttons primary={say('Spara')} cancel={{ href: back }} />
      </Form>
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
