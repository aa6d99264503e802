import type { PropsWithChildren } from 'hono/jsx'
import type { Child } from '#modules/children'
import { type Ground, guidance, type WheelArea } from '#modules/knowledge'
import { GroundFields } from '#modules/sharing'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import {
  AreaChoices,
  Buttons,
  type Choice,
  Choices,
  ErrorSummary,
  Form,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, TwoColumns } from '#ui/parts.tsx'

type FrameProps = PropsWithChildren<{ child: Child; kicker: string; lead: string; primary: string }> &
  FormState

/** The page on which somebody is asked about the child. */
export function QuestionFrame({ child, kicker, lead, primary, children, ...form }: FrameProps) {
  const { viewer, submission, errors } = form
  const back = paths.wheel.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('askSource').sentences} />}
        asideLabel="Till hjälp när du frågar"
      >
        <Intro kicker={kicker} title={nameOf(child.person)} lead={lead} />
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          {children}
          <Buttons primary={primary} cancel={{ href: back }} />
        </Form>
      </TwoColumns>
    </>
  )
}

type Fields = { typed: Texts; errors: FormState['errors'] }

/** What it is about, and one question. `readBy`: what to think of when writing it. */
export const AboutFields = ({
  areas,
  readBy,
  ...fields
}: Fields & { areas: readonly WheelArea[]; readBy: string }) => (
  <>
    <AreaChoices name="area" type="radio" label="Vad handlar det om?" only={areas} {...fields} />
    <TextArea
      name="question"
      label="Din fråga"
      description={`En enda fråga. ${readBy}`}
      reads={saidBeside}
      {...fields}
    />
  </>
)

type BasisProps = Fields & { grounds: readonly Ground[]; yes: Pick<Choice, 'label' | 'hint' | 'reveals'> }

/** Whether the family has said yes, or which rule lets one ask. */
export const BasisChoices = ({ yes, grounds, ...fields }: BasisProps) => (
  <Choices
    name="basis"
    label="Har familjen sagt ja till att du frågar?"
    options={[
      { value: 'consent', ...yes },
      {
        value: 'ground',
        label: 'Nej, men en regel gör att jag får fråga',
        reveals: <GroundFields {...fields} grounds={grounds} />,
      },
    ]}
    {...fields}
  />
)
