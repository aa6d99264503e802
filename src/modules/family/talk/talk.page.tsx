import { familyInformation, guidance } from '#modules/knowledge'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Conflict, ErrorSummary, Form, type Texts } from '#ui/form.tsx'
import { BackLink, Facts, Guidance, Intro, NextStep, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { fullName, isSettled, type Listener, lacksGuardian, toldWayNames } from '../family.ts'
import { Question } from './question.parts.tsx'
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

function leadOf({ child, matterId, listeners, today }: TalkForm, unsettled: readonly Listener[]): string {
  if (!matterId) return 'Inget pågår just nu, så det finns inget att berätta.'
  if (lacksGuardian(listeners, child, today)) return 'Ingen vårdnadshavare finns här än.'
  const guardians = unsettled.some(({ isChild }) => !isChild)
  return guardians
    ? 'Prata med familjen först. Inget syns för dem här förrän du har noterat det.'
    : 'Familjen vet.'
}

function Next({ child, matterId, listeners, gathers, today }: TalkForm) {
  if (matterId && child.person.kind === 'visible' && lacksGuardian(listeners, child, today))
    return (
      <NextStep
        label="Nästa steg"
        main="Skriv upp vårdnadshavare"
        action={{ href: paths.family.guardians.to({ childId: child.id }), label: 'Skriv upp' }}
      />
    )
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
