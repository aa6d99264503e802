import type { Child } from '#modules/children'
import type { Guardian } from '#modules/family'
import { nameOf } from '#shared/person.ts'
import { Choices, TextField, type Texts } from '#ui/form.tsx'
import { Note } from '#ui/parts.tsx'

type Fields = { typed: Texts; errors: Texts }

/** What the child is called, with the family name that is known. */
export const NameFields = ({ child, typed, errors }: Fields & { child: Child }) => {
  const { person } = child
  const familyName = person.kind === 'visible' ? person.name.slice(person.givenName.length).trim() : ''
  const known = { familyName, ...typed }
  return (
    <>
      <TextField fact name="givenName" label="Förnamn" typed={typed} errors={errors} />
      <TextField fact name="familyName" label="Efternamn" typed={known} errors={errors} />
    </>
  )
}

type CustodyProps = Fields & { guardians: readonly Guardian[]; description: string }

/** Nobody is chosen beforehand: who has custody is for a person to say. */
export const CustodyChoices = ({ guardians, description, typed, errors }: CustodyProps) =>
  guardians.length > 0 && (
    <Choices
      name="custody"
      type="checkbox"
      label="Vem är vårdnadshavare?"
      description={description}
      optional
      {...{ typed, errors }}
      options={guardians.map(({ personId, person, called }) => ({
        value: personId,
        label: nameOf(person),
        hint: called,
      }))}
    />
  )

/** The child is protected, or one of those it lives with: so is what is written of who it is, from the beginning. */
export const SealedNote = () => (
  <Note title="Namn och födelsedag låses in">
    <p>
      Någon i familjen har skyddade personuppgifter. Då är barnet skyddat från början: det du skriver här ser
      bara familjen och de som får veta vem barnet är.
    </p>
  </Note>
)
