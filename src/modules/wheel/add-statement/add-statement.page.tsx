import { guidance, lastQuestion, TalkNow, wheelAreas } from '#modules/knowledge'
import { readBy } from '#modules/tasks'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  AreaChoices,
  Buttons,
  type Choice,
  Choices,
  ErrorSummary,
  Form,
  Select,
  saidBeside,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, Note, TwoColumns } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { OwnReaders } from '../own-readers.parts.tsx'
import { adultChoices, childName } from '../wheel.parts.tsx'
import type { StatementForm } from './add-statement.ts'
import { MoreWords, NewAdultFields, questionFor, WordsFields } from './words.parts.tsx'

type Props = StatementForm & FormState

export function AddStatementPage(props: Props) {
  const { child, by, areas, lead, preset, viewer, submission, errors } = props
  const typed: Texts = props.typed ?? { area: preset.area, voice: preset.voice }
  const childId = child.id
  const area = wheelAreas.find((known) => known === typed['area'])
  const asChild = by === 'self' || typed['voice'] === 'child'
  const back = paths.wheel.show.to({ childId })
  return (
    <>
      <BackLink href={back}>{say('Hjulet')}</BackLink>
      <TwoColumns aside={<Aside {...props} />} asideLabel={say('Till hjälp när du skriver')}>
        <Intro
          kicker={by === 'staff' ? 'Lägg till röst' : say('Berätta')}
          title={nameOf(child.person)}
          lead={
            by === 'staff'
              ? 'Skriv det som sägs, så som det sägs. Skriv så att barnet och familjen kan läsa det.'
              : leadFor(by)
          }
        />
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          {by === 'staff' && <Voices {...props} typed={typed} />}
          {by === 'self' && <OwnReaders {...{ lead, typed, errors }} />}
          <AreaChoices
            name="area"
            type="radio"
            label={say('Vad handlar det om?')}
            only={areas}
            {...{ typed, errors }}
          />
          <WordsFields
            simple={by === 'self'}
            question={questionFor(area, asChild ? 'child' : 'adult')}
            reads={
              by === 'guardian'
                ? say('{name} och de som arbetar med {child} på {unit}', {
                    name: lead.name,
                    child: callOf(child.person),
                    unit: lead.unitName,
                  })
                : by === 'self'
                  ? saidBeside
                  : 'dem som arbetar med barnet hos er'
            }
            {...{ typed, errors }}
          />
          <MoreWords for={by === 'staff' ? 'new' : 'own'} {...{ typed, errors }} />
          <Buttons primary={say('Spara')} cancel={{ href: back }} />
        </Form>
        {viewer.isChild && (
          <TalkNow read={say('Det läses senast {day}.', { day: dayInWords(readBy(props.today)) })} />
        )}
      </TwoColumns>
    </>
  )
}

const leadFor = (by: 'guardian' | 'self') =>
  by === 'self'
    ? say('Skriv som du vill. Några ord räcker.')
    : say('Du vet saker som ingen annan vet. Några ord räcker.')

type Part = Omit<Props, 'typed'> & { typed: Texts }

/** Whose words they are: the child first, then those nearest to it. */
function Voices(props: Part) {
  const { child, speakers, typed, errors } = props
  const options: Choice[] = [
    { value: 'child', label: childName(child), reveals: <Readers {...props} /> },
    ...speakers.guardians.map(({ personId, label }) => ({
      value: `guardian:${personId}`,
      label: capital(label),
    })),
    ...adultChoices(speakers.adults),
    {
      value: 'new_adult',
      label: 'En annan viktig vuxen',
      reveals: <NewAdultFields typed={typed} errors={errors} />,
    },
    { value: 'me', label: 'Jag själv' },
    ...(speakers.colleagues.length > 0
      ? [{ value: 'colleague', label: 'En kollega här', reveals: <Colleague {...props} /> }]
      : []),
    { value: 'unit', label: 'En annan verksamhet', reveals: <OtherUnit {...props} /> },
  ]
  return <Choices name="voice" label="Vem är det som säger det?" {...{ options, typed, errors }} />
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Asked of the child before anything is written; the narrowest is chosen already. */
function Readers({ child, typed, errors }: Part) {
  const name = childName(child)
  const options: Choice[] = [
    { value: 'told', label: `Bara ${name} och jag`, hint: 'Ingen annan ser att det finns.' },
    { value: 'meeting', label: 'De som är med på mötet' },
    { value: 'everyone', label: `Alla som är med runt ${name}` },
  ]
  return (
    <Choices
      name="readers"
      label={`Fråga ${name} först: vem får läsa?`}
      {...{ options, errors }}
      typed={typed['readers'] ? typed : { readers: 'told' }}
    />
  )
}

const Colleague = ({ speakers, typed, errors }: Part) => (
  <Select
    name="colleague"
    label="Vem?"
    empty="Välj"
    options={speakers.colleagues.map(({ personId, label }) => ({ value: personId, label }))}
    {...{ typed, errors }}
  />
)

const OtherUnit = ({ child, speakers, typed, errors }: Part) => (
  <>
    <Select
      name="unit"
      label="Vilken?"
      description="Något som du redan har fått veta därifrån."
      empty="Välj"
      options={speakers.units.map(({ unitId, label }) => ({ value: unitId, label }))}
      {...{ typed, errors }}
    />
    <p>
      Vill du fråga dem något? <a href={paths.wheel.ask.to({ childId: child.id })}>Ställ en fråga</a>
    </p>
  </>
)

function Aside({ by, child }: StatementForm) {
  if (by === 'staff') return <Guidance sentences={guidance('gather').sentences} />
  if (by === 'guardian')
    return (
      <Note title={say('Du bestämmer vad du berättar')}>
        <p>
          {say(
            'Det du skriver delas inte med någon annan verksamhet utan att ni har sagt ja, om inte en lag säger det.',
          )}
        </p>
      </Note>
    )
  return (
    <Note title={say(lastQuestion.child)}>
      <p>
        {say(
          'Den som använder din inloggning kan läsa det som du låter fler läsa. Vill du bara prata med någon?',
        )}{' '}
        <a href={paths.noticing.noticeChild.to({ childId: child.id })}>{say('Skriv här i stället')}</a>
      </p>
    </Note>
  )
}
