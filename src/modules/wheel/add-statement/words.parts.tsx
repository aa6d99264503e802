import { areaNames, type Question, questionText, type WheelArea, wheelText } from '#modules/knowledge'
import {
  Choices,
  DateField,
  MoreDetails,
  type Reads,
  saidBeside,
  TextArea,
  TextField,
  type Texts,
  TwoSides,
} from '#ui/form.tsx'
import { say } from '#ui/say.tsx'
import { obtainedNames, obtainedWays } from '../wheel.ts'

type Part = { typed: Texts; errors: Texts | undefined }

type WordsProps = Part & {
  /** The words of the question, where it is known who is asked about what. */
  question: Question | undefined
  reads: Reads
  /** The child writes itself, and the words are simpler. */
  simple?: boolean
}

/** What works first, then what is challenging. One of them is enough. */
export function WordsFields({ typed, errors, question, reads, simple = false }: WordsProps) {
  return (
    <TwoSides
      reads={reads}
      working={{
        ...(simple && { label: say('Det som är bra') }),
        description: `${question ? `${say(question.working)} ` : ''}${say('Det ena eller det andra räcker.')}`,
      }}
      challenging={{
        ...(simple && { label: say('Det som är jobbigt') }),
        description: question && say(question.challenging),
      }}
      {...{ typed, errors }}
    />
  )
}

/** Who fills in: staff when it is new, staff when it is changed, or the family its own words. */
type MoreProps = Part & { for: 'new' | 'change' | 'own' }

/** Everything that is offered and never needed. */
export function MoreWords({ typed, errors, for: use }: MoreProps) {
  const names = ['quote', 'context', 'tried', 'obtained', 'saidOn']
  // Written down for somebody else, it matters how and when it was said.
  const forAnother = use === 'new' && typed['voice'] === 'new_adult'
  return (
    <MoreDetails open={forAnother || names.some((name) => typed[name] || errors?.[name])}>
      {use !== 'own' && (
        <TextArea
          name="quote"
          label="Med egna ord"
          description="Ett citat, precis som det sades."
          rows={2}
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
      )}
      <TextArea
        name="tried"
        label={say('Vad har prövats, och vad hjälpte?')}
        rows={2}
        optional
        reads={saidBeside}
        {...{ typed, errors }}
      />
      {use !== 'own' && (
        <TextArea
          name="context"
          label="Hur det var när det sades"
          description="Till exempel på rasten, hemma vid köksbordet, tillsammans med mormor."
          rows={2}
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
      )}
      {use === 'new' && (
        <>
          <Choices
            name="obtained"
            label="Hur kom det fram?"
            optional
            pairs
            options={obtainedWays.map((value) => ({ value, label: obtainedNames[value] }))}
            {...{ typed, errors }}
          />
          <DateField
            name="saidOn"
            label="Vilken dag?"
            description="Lämnas den tom blir det i dag."
            optional
            {...{ typed, errors }}
          />
        </>
      )}
    </MoreDetails>
  )
}

/** An adult near the child whom nobody has written down before. */
export const NewAdultFields = ({ typed, errors }: Part) => (
  <>
    <TextField
      name="adultCalled"
      fact
      label="Vad kallar barnet den vuxna?"
      description="Till exempel mormor, bonuspappa eller tränaren."
      width="m"
      {...{ typed, errors }}
    />
    <TextField fact name="adultName" label="Vad heter den vuxna?" width="m" {...{ typed, errors }} />
  </>
)

/** The question about an area, as it is put to a child or to an adult. */
export const questionFor = (
  area: WheelArea | undefined,
  voice: 'child' | 'adult',
  wording: string = wheelText.version,
): Question | undefined => area && questionText(area, voice === 'child' ? 'child' : 'professional', wording)

export const areaName = (area: WheelArea): string => areaNames.names[area]
