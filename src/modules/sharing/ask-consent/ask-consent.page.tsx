import { ageText } from '#modules/children'
import { areaNames, guidance, wheelAreas } from '#modules/knowledge'
import { FamilyButtons, FamilyText } from '#modules/plain-words'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import type { WheelArea } from '#shared/schema.ts'
import {
  Choices,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  saidBeside,
  TextArea,
  type Texts,
  Tick,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, NextStep, Note, TwoColumns } from '#ui/parts.tsx'
import { languages } from '../consent.ts'
import type { Sheet } from '../sheet.ts'
import { inWords } from '../words.ts'
import type { AskForm } from './ask-consent.ts'
import { Exceptions } from './exceptions.parts.tsx'
import { UnitChoices } from './unit-choices.parts.tsx'

type Props = AskForm & FormState

export function AskConsentPage(props: Props) {
  const { child, units, all, gathered, earlier, viewer, submission, errors = {} } = props
  const areas = gathered.length > 0 && !earlier ? gathered : wheelAreas
  const typed = props.typed ?? proposed(props)
  const fields = { typed, errors }
  return (
    <>
      <BackLink href={paths.sharing.consents.to({ childId: child.id })}>Samtycke</BackLink>
      <TwoColumns aside={<Aside />} asideLabel="Till hjälp">
        <Intro kicker="Fråga om samtycke" title={nameOf(child.person)} lead={leadOf(props)} />
        <Untold {...props} />
        {units.length === 0 && (
          <NextStep
            label="Ingen annan verksamhet är med i Kronobarn än"
            main="Träffa familjen, och ring dem som behöver vara med"
            action={{ href: paths.meeting.call.to({ childId: child.id }), label: 'Kalla till möte' }}
          />
        )}
        <ErrorSummary errors={errors} />
        {units.length > 0 && (
          <Form viewer={viewer} guard hidden={{ submission }}>
            <FamilyText
              name="purpose"
              label="Varför behöver ni prata med varandra?"
              description="Skriv så att familjen känner igen sig."
              reads="familjen"
              {...fields}
            />
            <UnitChoices {...{ units, areas, typed, errors }} />
            {!all && (
              <p>
                <a href={`${paths.sharing.ask.to({ childId: child.id })}?alla=ja`}>
                  Visa alla verksamheter i länet
                </a>
              </p>
            )}
            <DateField
              name="lastDay"
              label="Till och med vilken dag?"
              description="Högst ett år. Sedan slutar det av sig självt."
              {...fields}
            />
            <ChildsPart {...props} {...fields} />
            <MoreDetails summary="Språk och tolk" open={open(typed, ['interpreter'])}>
              <Select
                name="language"
                label="Vilket språk pratar ni på?"
                optional
                options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
                {...fields}
              />
              <Tick name="interpreter" label="Med tolk" {...fields} />
            </MoreDetails>
            <Exceptions guardians={props.guardians} {...fields} />
            <FamilyButtons
              typed={typed}
              read={{ purpose: 'Varför vi vill prata med varandra' }}
              primary="Fråga familjen"
              cancel={{ href: paths.sharing.consents.to({ childId: child.id }) }}
            />
          </Form>
        )}
      </TwoColumns>
    </>
  )
}

const open = (typed: Texts, names: readonly string[]) => names.some((name) => Boolean(typed[name]))

const leadOf = ({ earlier }: AskForm) =>
  earlier
    ? 'Så här frågade ni sist. Ändra det som inte stämmer längre. Inget gäller förrän alla har sagt ja igen.'
    : 'Vi har fyllt i ett förslag. Familjen läser det, stryker det den inte vill dela, och svarar för varje verksamhet.'

/** What the form says before anybody has written in it. */
const proposed = (form: AskForm): Texts => (form.earlier ? again(form.earlier, form) : fromTheWheel(form))

/** The same units, without what the family has struck, for another half year. */
const again = ({ purpose, lines, childPart, language, interpreter }: Sheet, form: AskForm): Texts => ({
  purpose: purpose.reveal(),
  lastDay: form.proposedDay,
  childPart,
  language,
  ...(interpreter && { interpreter: 'ja' }),
  units: lines.filter(({ left }) => left.length > 0).map(({ unitId }) => unitId),
  ...Object.fromEntries(lines.map(({ unitId, left }) => [`areas-${unitId}`, left])),
})

function fromTheWheel({ child, gathered, units, proposedDay }: AskForm): Texts {
  const about = gathered.length > 0 ? ` om ${inWords(gathered.map(lowerName))}` : ''
  return {
    purpose: `Vi vill kunna prata med varandra${about}, så att ${callOf(child.person)} får hjälp som hänger ihop.`,
    lastDay: proposedDay,
    childPart: 'heard',
    ...Object.fromEntries(units.map(({ id }) => [`areas-${id}`, gathered])),
  }
}
const lowerName = (area: WheelArea) => areaNames.names[area].toLowerCase()

function ChildsPart({ child, stage, today, typed, errors }: AskForm & { typed: Texts; errors: Texts }) {
  if (stage !== 'minor') return null
  const call = callOf(child.person)
  const maturity = (
    <TextArea
      name="maturity"
      label={`Hur vet ni att ${call} förstår just den här frågan?`}
      description="Vem har pratat med barnet, och vad sa barnet? Det här läser bara ni."
      reads={saidBeside}
      {...{ typed, errors }}
    />
  )
  const age = ageText(child, today)
  return (
    <>
      <Choices
        name="childPart"
        label={`Vilken del har ${call} i svaret?`}
        description={`${age && `${call} är ${age}. `}Det är mognaden som avgör, inte åldern.`}
        {...{ typed, errors }}
        options={[
          { value: 'heard', label: `${call} får säga sitt, de vuxna svarar` },
          { value: 'together', label: `${call} svarar tillsammans med de vuxna` },
          { value: 'alone', label: `${call} svarar själv` },
          { value: 'none', label: `${call} är för liten för frågan` },
        ]}
      />
      <MoreDetails
        summary={`Om ${call} svarar: hur ni vet att ${call} förstår`}
        open={open(typed, ['maturity']) || Boolean(errors['maturity'])}
      >
        {maturity}
      </MoreDetails>
    </>
  )
}

/** Who would not even see the question yet, and the way to mend it. */
function Untold({ child, guardians }: AskForm) {
  const untold = guardians.filter(({ told, barred }) => !told && !barred)
  if (untold.length === 0) return null
  return (
    <Note title="Prata med familjen först">
      <p>
        {inWords(untold.map(({ person }) => nameOf(person)))} ser inte frågan förrän ni har noterat att ni har
        pratat. <a href={paths.family.talk.to({ childId: child.id })}>Notera samtalet</a>
      </p>
    </Note>
  )
}

function Aside() {
  const { sentences } = guidance('consent')
  const [first = '', ...more] = sentences
  return <Guidance sentences={[first, more[0], more[1], more[2], more[3]]} open={false} />
}
