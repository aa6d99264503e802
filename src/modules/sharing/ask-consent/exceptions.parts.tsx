import { nameOf } from '#shared/person.ts'
import { DateField, MoreDetails, Select, saidBeside, TextArea, TextField, type Texts } from '#ui/form.tsx'
import type { ExceptionKind } from '../consent.ts'
import { measures } from '../exception.ts'
import type { GuardianOfChild } from '../sheet.ts'

const kinds: Readonly<Record<ExceptionKind, string>> = {
  prevented: 'Kan inte svara nu, och det går inte att vänta (föräldrabalken 6 kap. 13 §)',
  board_decision: 'Socialnämnden har bestämt att en räcker (föräldrabalken 6 kap. 13 a §)',
  protected_housing: 'Barnet är i skyddat boende med den andra (lagen 2024:79 6 kap. 1 §)',
  placed: 'Barnet är placerat, och nämnden bestämmer (LVU 11 §)',
}

const ifDecided = 'Om det finns ett beslut.'

type Props = { guardians: readonly GuardianOfChild[]; typed: Texts; errors: Texts }

/** When a guardian need not answer. Barred guardians are not here: they are no signers, and nothing shows of it. */
export function Exceptions({ guardians, typed, errors }: Props) {
  const asked = guardians.filter(({ barred }) => !barred)
  const fields = { typed, errors }
  const touched = asked.some(({ personId }) => typed[`exception-${personId}`])
  const [first] = asked
  if (!first) return null
  return (
    <MoreDetails
      summary="Om någon vårdnadshavare inte behöver svara"
      open={touched || Object.keys(errors).some((name) => name.startsWith('exception'))}
    >
      {asked.map(({ personId, person, called }) => (
        <Select
          name={`exception-${personId}`}
          label={`${nameOf(person)} (${called})`}
          empty="Svarar som vanligt"
          optional
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          {...{ typed, errors }}
        />
      ))}
      <TextArea
        name="exceptionWhy"
        label="Varför?"
        description="Det här läser bara ni."
        optional
        rows={2}
        reads={saidBeside}
        {...fields}
      />
      <TextField
        name="exceptionBy"
        fact
        label="Vem har bestämt det?"
        description="Till exempel socialnämnden i Alvesta, eller du själv när någon inte kan svara nu."
        optional
        {...fields}
      />
      <DateField
        name="exceptionUntil"
        label="Hur länge gäller det?"
        description="Svaren gäller som längst till och med den dagen."
        optional
        {...fields}
      />
      <DateField
        name="exceptionOn"
        label="Vilken dag bestämdes det?"
        description={ifDecided}
        optional
        {...fields}
      />
      <TextField
        name="exceptionNumber"
        fact
        label="Beslutets nummer"
        description={ifDecided}
        optional
        {...fields}
      />
      <Select
        name="exceptionMeasure"
        label="Vad har nämnden bestämt?"
        description="Bara när socialnämnden har bestämt att en räcker."
        empty="Inget sådant beslut"
        optional
        options={Object.entries(measures).map(([value, label]) => ({ value, label }))}
        {...fields}
      />
    </MoreDetails>
  )
}
