import { nameOf } from '#shared/person.ts'
import { MoreDetails, Select, TextArea, type Texts } from '#ui/form.tsx'
import type { ExceptionKind } from '../consent.ts'
import type { GuardianOfChild } from '../sheet.ts'

const kinds: Readonly<Record<ExceptionKind, string>> = {
  prevented: 'Kan inte svara nu, och det går inte att vänta (föräldrabalken 6 kap. 13 §)',
  board_decision: 'Socialnämnden har bestämt att en räcker (föräldrabalken 6 kap. 13 a §)',
  protected_housing: 'Barnet är i skyddat boende med den andra (lagen 2024:79 6 kap. 1 §)',
  placed: 'Barnet är placerat, och nämnden bestämmer (LVU 11 §)',
}

type Props = { guardians: readonly GuardianOfChild[]; typed: Texts; errors: Texts }

/** When a guardian need not answer. Barred guardians are not here: they are no signers, and nothing shows of it. */
export function Exceptions({ guardians, typed, errors }: Props) {
  const asked = guardians.filter(({ barred }) => !barred)
  const touched = asked.some(({ personId }) => typed[`exception-${personId}`])
  const [first] = asked
  if (!first) return null
  return (
    <MoreDetails
      summary="Om någon vårdnadshavare inte behöver svara"
      open={touched || Boolean(errors['exceptionWhy'])}
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
        label="Varför, och vem har bestämt det?"
        description="Skriv vem, vilken dag och ett nummer på beslutet om det finns. Det här läser bara ni."
        optional
        {...{ typed, errors }}
      />
    </MoreDetails>
  )
}
