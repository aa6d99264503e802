import { familyInformation, guidance } from '#modules/knowledge'
import { type Day, dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Facts, Guidance, Intro, NextStep, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { fullName, isSettled, type Listener, toldWayNames, toldWays } from '../family.ts'
import type { TalkForm } from './talk.ts'

type Props = TalkForm & FormState

export function TalkPage(props: Props) {
  const { child, listeners, matterId, viewer, today, typed, errors = {}, conflict = false } = props
  const unsettled = matterId ? listeners.filter((listener) => !isSettled(listener)) : []
  const settled = listeners.filter(isSettled)
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <TwoColumns aside={<Aside {...props} />} asideLabel="Till hjälp i samtalet">
        <Intro kicker="Familjen" title={nameOf(child.person)} lead={leadOf(props, unsettled)} />
        {conflict && <Clash listeners={settled} typed={typed} />}
        <ErrorSummary errors={errors} />
        {unsettled.length > 0 && (
          <Form viewer={viewer} guard>
            {unsettled.map((listener) => (
              <Question {...{ listener, today, errors }} typed={typed ?? {}} call={callOf(child.person)} />
            ))}
            <Buttons primary="Spara" cancel={{ href: paths.child.to({ childId: child.id }) }} />
          </Form>
        )}
        <Next {...props} />
        {settled.length > 0 && (
          <Section id="noterat" title="Det här är noterat">
            <Facts side items={settled.map((listener) => [fullName(listener), stateOf(listener)] as const)} />
          </Section>
        )}
      </TwoColumns>
    </>
  )
}

function leadOf({ matterId }: TalkForm, unsettled: readonly Listener[]): string {
  if (!matterId) return 'Inget pågår just nu, så det finns inget att berätta.'
  const guardians = unsettled.some(({ isChild }) => !isChild)
  return guardians
    ? 'Prata med familjen först. Inget syns för dem här förrän du har noterat det.'
    : 'Familjen vet.'
}

function Next({ child, matterId, listeners, gathers }: TalkForm) {
  const waits = listeners.some((listener) => !listener.isChild && !isSettled(listener))
  if (!matterId || waits || gathers) return null
  return (
    <NextStep
      label="Nästa steg"
      main="Samla det som behövs"
      action={{ href: paths.wheel.start.to({ childId: child.id }), label: 'Börja samla' }}
    />
  )
}

const stateOf = ({ told, barred }: Listener) =>
  barred
    ? 'Ska inte veta. Inget syns.'
    : told && `Fick veta ${dayInWords(told.on)}, ${toldWayNames[told.way]}`

type QuestionProps = { listener: Listener; call: string; today: Day; typed: Texts; errors: Texts }

function Question({ listener, call, today, typed, errors }: QuestionProps) {
  const { key, isChild } = listener
  const who = isChild ? call : fullName(listener)
  const preset: Texts = { [`on-${key}`]: today, [`way-${key}`]: isChild ? 'meeting' : 'telephone', ...typed }
  const fields = { typed: preset, errors }
  const talk = (
    <>
      <DateField name={`on-${key}`} label="Vilken dag?" max={today} {...fields} />
      <Select
        name={`way-${key}`}
        label="Hur pratade ni?"
        options={toldWays.map((way) => ({ value: way, label: capital(toldWayNames[way]) }))}
        {...fields}
      />
      <MoreDetails open={Boolean(typed[`note-${key}`])}>
        <TextArea
          name={`note-${key}`}
          label={`Vad sa ${who}?`}
          reads="ni som arbetar med det här hos er"
          optional
          {...fields}
        />
      </MoreDetails>
    </>
  )
  if (isChild)
    return (
      <Choices
        name={`knows-${key}`}
        label={`Vet ${call} om det?`}
        optional
        {...fields}
        options={[
          { value: 'told', label: `Ja, ${call} har fått veta`, reveals: talk },
          { value: 'not_yet', label: 'Inte än' },
        ]}
      />
    )
  return (
    <Choices
      name={`knows-${key}`}
      label={`Finns det skäl att ${who} inte ska veta?`}
      {...fields}
      options={[
        { value: 'told', label: 'Nej, vi har pratat', reveals: talk },
        { value: 'not_yet', label: 'Nej, men vi har inte pratat än' },
        {
          value: 'barred',
          label: 'Ja, det finns skäl',
          hint: 'Då syns inget här, inte heller att något är dolt.',
          reveals: (
            <TextArea
              name={`why-${key}`}
              label="Varför?"
              description="En mening räcker."
              reads="den som är Barnets bästa-ansvarig"
              {...fields}
            />
          ),
        },
      ]}
    />
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Clash({ listeners, typed = {} }: { listeners: readonly Listener[]; typed?: Texts | undefined }) {
  const claims: Readonly<Record<string, string>> = { told: 'har fått veta', barred: 'ska inte veta' }
  const said = listeners.flatMap((listener) => {
    const claim = claims[String(typed[`knows-${listener.key}`])]
    return claim ? [{ listener, claim }] : []
  })
  const why = (key: string) => String(typed[`why-${key}`] ?? '')
  return (
    <Conflict
      mine={said.map(({ listener, claim }) => (
        <p>
          {fullName(listener)} {claim}. {why(listener.key)}
        </p>
      ))}
      theirs={said.map(({ listener }) => (
        <p>
          {fullName(listener)}: {stateOf(listener)}
        </p>
      ))}
    >
      Inget av det du skrev är sparat. Stämmer det inte, ändra spärren nedanför.
    </Conflict>
  )
}

function Aside({ child, listeners }: TalkForm) {
  const { sentences } = guidance('talkWithFamily')
  const { title, paragraphs } = familyInformation
  const childId = child.id
  return (
    <>
      <Guidance sentences={sentences} />
      <details class="ds-details">
        <summary>Läs upp: {title}</summary>
        <div>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <p class="soft small">Förslag, inte länets text.</p>
        </div>
      </details>
      <Note title="Mer om familjen">
        {listeners.some(({ isChild }) => !isChild) && (
          <p>
            <a href={paths.family.bar.to({ childId })}>Spärrar: vem som inte ska se vad</a>
          </p>
        )}
        <p>
          <a href={paths.family.adult.to({ childId })}>Viktiga vuxna runt {callOf(child.person)}</a>
        </p>
      </Note>
    </>
  )
}
