import { FamilyButtons, FamilyLine } from '#modules/plain-words'
import { partFor } from '#modules/sharing'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Choices, ErrorSummary, Form, MoreDetails, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Empty, Intro } from '#ui/parts.tsx'
import { partOf } from '../meeting-fields.ts'
import { timeInWords } from '../time-place.parts.tsx'
import { WhoComes } from '../who-comes.parts.tsx'
import type { InviteForm } from './invite.ts'

type Props = InviteForm & { viewer: Viewer; typed: Texts; errors?: Texts }

export const proposedParts = ({ candidates }: InviteForm): Texts =>
  Object.fromEntries(candidates.units.map((unit) => [partOf(unit.unitId), partFor(unit.secrecyKind)]))

export function InvitePage({ known, meeting, candidates, holds, viewer, typed, errors = {} }: Props) {
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  const { child, guardians, units, waiting, colleagues } = candidates
  const anybody = child || [guardians, units, waiting, colleagues, holds].some((group) => group.length > 0)
  const field = { typed, errors }
  return (
    <>
      <BackLink href={paths.meeting.show.to(ids)}>Samverkansmöte</BackLink>
      <Intro
        kicker="Bjud in fler"
        title={nameOf(known.child.person)}
        lead={`Mötet är ${timeInWords(meeting)}. De du väljer får samma inbjudan.`}
      />
      <ErrorSummary errors={errors} />
      {!anybody && <Empty>Alla som kan bjudas in är redan inbjudna.</Empty>}
      {anybody && (
        <Form viewer={viewer} guard>
          <WhoComes child={known.child} {...{ candidates, typed, errors }} />
          {holds.length > 0 && (
            <Choices
              name="release"
              type="checkbox"
              label="Behöver någon inte hålla tiden längre?"
              description="De får veta att tiden är fri igen, inget annat."
              optional
              options={holds.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
              {...field}
            />
          )}
          {(colleagues.length > 0 || guardians.length > 0) && (
            <MoreDetails>
              {colleagues.length > 0 && (
                <Choices
                  name="colleagues"
                  type="checkbox"
                  label="Vilka kollegor är med?"
                  optional
                  options={colleagues.map((one) => ({
                    value: one.engagementId,
                    label: one.name,
                    hint: one.title,
                  }))}
                  {...field}
                />
              )}
              <FamilyLine
                name="prepareFamily"
                reads="familjen"
                label="Vad kan familjen tänka på före mötet?"
                optional
                {...field}
              />
            </MoreDetails>
          )}
          <FamilyButtons
            typed={typed}
            read={{ prepareFamily: 'Att förbereda' }}
            primary="Spara"
            cancel={{ href: paths.meeting.show.to(ids) }}
          />
        </Form>
      )}
    </>
  )
}
