import type { Child } from '#modules/children'
import { fullName } from '#modules/family'
import type { PartyUnit } from '#modules/sharing'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Choices, TextField, type Texts, Tick } from '#ui/form.tsx'
import { Note } from '#ui/parts.tsx'
import type { Candidates } from './invite/invite-parties.ts'
import { partOf, prepareOf } from './meeting-fields.ts'

type Props = { child: Child; candidates: Candidates; typed: Texts; errors: Texts }

/** Everybody who may be asked to come; others are not in the list at all. */
export function WhoComes({ child, candidates, typed, errors }: Props) {
  const field = { typed, errors }
  const told = candidates.guardians.filter((guardian) => guardian.told)
  const untold = candidates.guardians.filter((guardian) => !guardian.told)
  return (
    <>
      {candidates.child && <Tick name="child" label={`${callOf(child.person)} är med`} {...field} />}
      {told.length > 0 && (
        <Choices
          name="guardians"
          type="checkbox"
          label="Vilka i familjen kommer?"
          optional
          options={told.map((guardian) => ({ value: guardian.personId ?? '', label: fullName(guardian) }))}
          {...field}
        />
      )}
      {untold.length > 0 && (
        <Note>
          <p>
            {untold.map(fullName).join(' och ')} har inte fått veta än.{' '}
            <a href={paths.family.talk.to({ childId: child.id })}>Prata med familjen först</a>, så kan du
            bjuda in.
          </p>
        </Note>
      )}
      <Units {...{ child, candidates, typed, errors }} />
      <Waiting {...{ child, candidates, typed, errors }} />
    </>
  )
}

function Units({ child, candidates: { units }, typed, errors }: Props) {
  if (units.length === 0) return null
  return (
    <Choices
      name="units"
      type="checkbox"
      label="Vilka verksamheter bjuder du in?"
      description="Familjen har sagt ja till dem."
      optional
      options={units.map((unit) => ({
        value: unit.unitId,
        label: unit.name,
        hint: unit.contact && `${unit.contact.name}, ${unit.contact.title}`,
        reveals: <Unit {...{ child, unit, typed, errors }} />,
      }))}
      {...{ typed, errors }}
    />
  )
}

function Unit({ child, unit, typed, errors }: Omit<Props, 'candidates'> & { unit: PartyUnit }) {
  const name = callOf(child.person)
  return (
    <>
      {unit.part ? (
        <p class="soft">{learnsInWords(unit.part, name)}</p>
      ) : (
        <Choices
          name={partOf(unit.unitId)}
          label="Vad får de veta? Familjen bestämmer."
          options={[
            { value: 'whole', label: 'Hela mötet', hint: learnsInWords('whole', name) },
            { value: 'own', label: 'Bara sin egen del', hint: learnsInWords('own', name) },
          ]}
          {...{ typed, errors }}
        />
      )}
      <TextField
        name={prepareOf(unit.unitId)}
        reads={`familjen och ${unit.name}`}
        label="Vad kan de förbereda?"
        optional
        {...{ typed, errors }}
      />
    </>
  )
}

/** What one who is invited gets to know, as the family reads it before it says yes. */
export const learnsInWords = (part: 'whole' | 'own', name: string): string =>
  part === 'whole'
    ? 'De får veta varför ni ses, vilka som kommer och vad ni kommer fram till.'
    : `De får veta vad ${name} heter, tid och plats och vem som är Barnets bästa-ansvarig. Inte varför, och inte vilka andra som kommer.`

function Waiting({ candidates: { waiting }, typed, errors }: Props) {
  const open = waiting.filter(({ holderEngagementId }) => holderEngagementId !== undefined)
  if (open.length === 0) return null
  return (
    <Choices
      name="holds"
      type="checkbox"
      label="Väntar du på familjens svar? Be dem hålla tiden"
      description="De ser bara tiden, hur länge och att det är du som frågar. Inget om barnet."
      optional
      options={open.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      {...{ typed, errors }}
    />
  )
}
