import { goldenRule } from '#modules/knowledge'
import { Select, TextArea, TextField, type Texts, Tick } from '#ui/form.tsx'

type Props = { typed?: Texts | undefined; errors?: Texts | undefined }

/** Under consent: one sentence, over the three words. */
export const OneSentence = (fields: Props) => (
  <>
    <TextField
      name="why"
      reads="dem som arbetar med barnet hos er"
      label="Vad behöver de veta, och varför?"
      description="En mening räcker."
      {...fields}
    />
    <Tick
      name="confirmed"
      label="Det är nödvändigt, det hör dit och det är inte mer än som behövs"
      {...fields}
    />
  </>
)

/** Under any other ground: a sentence for each word. */
export const ThreeSentences = ({ optional = false, ...fields }: Props & { optional?: boolean }) => (
  <>
    {goldenRule.words.map(({ code, question }) => (
      <TextArea
        name={code}
        label={question}
        rows={2}
        optional={optional}
        reads="dem som arbetar med barnet hos er"
        {...fields}
      />
    ))}
  </>
)

type GroundProps = Props & {
  grounds: readonly { code: string; sv: string }[]
  label?: string
  optional?: boolean
}

/** A rule from the closed list, and the three sentences it takes. */
export const GroundFields = ({ grounds, label = 'Vilken regel?', ...fields }: GroundProps) => (
  <>
    <Select
      name="ground"
      label={label}
      empty="Välj"
      options={grounds.map(({ code, sv }) => ({ value: code, label: sv }))}
      {...fields}
    />
    <ThreeSentences {...fields} />
  </>
)
