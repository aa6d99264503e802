import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { DateField, ErrorSummary, Form, saidBeside, TextArea, TextField, type Texts } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { SavedMeanwhile } from '../plan.parts.tsx'
import { ofKind, type Part, type Plan } from '../plan.ts'
import type { OpenPlan } from '../plan-access.ts'

const filled = ({ followUpAt }: Plan, parts: readonly Part[]): Texts => ({
  followUpOn: followUpAt && swedishDay(followUpAt),
  followUpTime: followUpAt && swedishClock(followUpAt).replace('.', ':'),
  ifWorse: ofKind(parts, 'if_worse')[0]?.body.text.reveal(),
  references: ofKind(parts, 'reference')
    .map(({ body }) => body.what.reveal())
    .join('\n'),
})

export function OtherPage({ known, plan, parts, ...props }: OpenPlan & FormProps) {
  const { viewer, submission, seen, errors, conflict } = props
  const typed = props.typed ?? filled(plan, parts)
  const back = paths.plan.show.to({ childId: known.child.id })
  const worse = ofKind(parts, 'if_worse')[0]
  return (
    <>
      {conflict && <SavedMeanwhile {...{ parts, typed, field: 'ifWorse' }} partId={worse?.id} />}
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro kicker="Mer i planen" title={nameOf(known.child.person)} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, version: seen ?? String(plan.version) }} guard>
        <DateField name="followUpOn" label="Nästa uppföljning" {...{ typed, errors }} />
        <TextField fact name="followUpTime" label="Klockan" width="s" optional {...{ typed, errors }} />
        <FamilyText
          name="ifWorse"
          label="Om det blir svårare"
          description="Vad gör ni då, och vem ringer man?"
          optional
          reads="familjen och de som är med i planen"
          {...{ typed, errors }}
        />
        <TextArea
          name="references"
          label="Andra planer"
          description="SIP, åtgärdsprogram eller annat som redan finns, och var. En på varje rad. Skriv inte av dem."
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
        <FamilyButtons
          typed={typed}
          read={{ ifWorse: 'Om det blir svårare', references: 'Andra planer' }}
          primary="Spara"
          cancel={{ href: back }}
        />
      </Form>
    </>
  )
}
