import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Buttons, Choices, Form, TextField } from '#ui/form.tsx'
import { Section } from '#ui/parts.tsx'
import type { ParticularsProps } from './numbers.page.tsx'

type Props = ParticularsProps & { hasPersonNumber: boolean }

export function NewNumber({ child, hasPersonNumber, viewer, submission, typed = {}, errors = {} }: Props) {
  const called = callOf(child.person)
  return (
    <Section id="nytt" title="Skriv ett nummer" lead="Skriv bara ett nummer som ni behöver i arbetet.">
      <Form viewer={viewer} guard hidden={{ submission }}>
        <Choices
          name="kind"
          label="Vad är det för nummer?"
          {...{ typed, errors }}
          options={[
            {
              value: 'person',
              label: 'Personnummer eller samordningsnummer',
              reveals: <Level {...{ called, typed, errors }} />,
            },
            { value: 'reserve', label: 'Nationellt reservnummer' },
            { value: 'lma', label: 'LMA-nummer från Migrationsverket' },
            {
              value: 'other',
              label: 'Något annat',
              reveals: (
                <TextField
                  name="givenBy"
                  fact
                  label="Vem har gett numret?"
                  description="Till exempel regionens namn. Numret sparas precis som du skriver det."
                  {...{ typed, errors }}
                />
              ),
            },
          ]}
        />
        <TextField fact name="number" label="Numret" width="m" {...{ typed, errors }} />
        <Choices
          name="source"
          label="Hur vet ni det?"
          {...{ typed, errors }}
          options={[
            { value: 'register', label: 'Vi har sett det i folkbokföringen' },
            { value: 'paper', label: 'Vi har sett det på en handling' },
            { value: 'guardian', label: 'En vårdnadshavare har sagt det' },
          ]}
        />
        {hasPersonNumber && (
          <Choices
            name="why"
            label={`${called} har redan ett personnummer eller samordningsnummer. Varför blir det ett annat?`}
            description="Svara om du byter ut det. Då tittar en kollega också innan det gäller."
            optional
            {...{ typed, errors }}
            options={[
              { value: 'changed', label: 'Barnet har bytt nummer' },
              { value: 'wrong', label: 'Numret som står här är fel' },
            ]}
          />
        )}
        <Buttons primary="Spara numret" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

type LevelProps = Pick<Props, 'typed' | 'errors'> & { called: string }

const Level = ({ called, typed, errors }: LevelProps) => (
  <Choices
    name="level"
    label={`Om det är ett samordningsnummer: hur säkert är det vem ${called} är?`}
    description="Det står i beskedet från Skatteverket."
    optional
    {...{ typed, errors }}
    options={[
      { value: 'confirmed', label: 'Styrkt' },
      { value: 'probable', label: 'Sannolikt' },
      { value: 'uncertain', label: 'Osäkert' },
    ]}
  />
)
