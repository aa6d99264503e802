import { guidance } from '#modules/knowledge'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  Buttons,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  TextArea,
  TextField,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, TwoColumns } from '#ui/parts.tsx'
import type { StartForm } from './start-support.ts'

export function StartSupportPage(props: StartForm & FormState) {
  const { child, colleagues, me, today, proposedOn, viewer, submission, errors } = props
  const typed: Texts = props.typed ?? { who: me, reviewOn: proposedOn }
  const back = paths.child.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('ownSupport').sentences} />}
        asideLabel="Till hjälp när du skriver"
      >
        <Intro
          kicker="Stöd hos oss"
          title={nameOf(child.person)}
          lead={`Hjälp där ${callOf(child.person)} redan är. Inget delas med någon annan verksamhet.`}
        />
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          <TextArea
            name="what"
            label="Vad gör ni?"
            reads="de kollegor här som arbetar med barnet"
            {...{ typed, errors }}
          />
          <Select
            name="who"
            label="Vem gör det?"
            options={colleagues.map(({ engagementId, name, title }) => ({
              value: engagementId,
              label: engagementId === me ? `Jag, ${name}` : `${name}, ${title}`,
            }))}
            {...{ typed, errors }}
          />
          <DateField name="reviewOn" label="När tittar ni igen?" min={today} {...{ typed, errors }} />
          <MoreDetails
            summary="Finns det redan extra anpassningar eller ett åtgärdsprogram?"
            open={Boolean(typed['pointsTo'] || errors?.['pointsTo'])}
          >
            <TextField
              name="pointsTo"
              reads="de kollegor här som arbetar med barnet"
              label="Var står det?"
              description="Hänvisa dit, så slipper ni skriva av."
              optional
              {...{ typed, errors }}
            />
          </MoreDetails>
          <Buttons primary="Spara" cancel={{ href: back }} />
        </Form>
      </TwoColumns>
    </>
  )
}
