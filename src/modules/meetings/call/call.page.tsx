import { ageText } from '#modules/children'
import { guidance } from '#modules/knowledge'
import { FamilyButtons, FamilyLine, FamilyText } from '#modules/plain-words'
import { partFor } from '#modules/sharing'
import { ageOn, type Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Choices, ErrorSummary, Form, MoreDetails, TextArea, TextField, type Texts, Tick } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import type { Viewer } from '#ui/page.tsx'
import { Guidance, Intro, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import { childUsuallyComes, type Support, supports } from '../meeting.ts'
import { partOf, usualLength } from '../meeting-fields.ts'
import { TimeAndPlace } from '../time-place.parts.tsx'
import { WhoComes } from '../who-comes.parts.tsx'
import type { CallForm } from './call.ts'

type Props = CallForm & { viewer: Viewer; today: Day; submission: string; typed: Texts; errors?: Texts }

/** What the form proposes before anybody has written in it. */
export function proposed({ known: { child }, candidates }: CallForm, today: Day): Texts {
  const age = child.bornOn === undefined ? undefined : ageOn(child.bornOn, today)
  return {
    minutes: usualLength,
    child: childUsuallyComes(age) ? 'ja' : undefined,
    guardians: candidates.guardians.flatMap(({ told, personId }) => (told && personId ? personId : [])),
    ...Object.fromEntries(candidates.units.map((unit) => [partOf(unit.unitId), partFor(unit.secrecyKind)])),
  }
}

export const supportNames: Readonly<Record<Support, string>> = {
  adult: message('En vuxen att sitta bredvid'),
  interpreter: message('Tolk'),
  pictures: message('Bilder'),
  breaks: message('Pauser'),
  part: message('Vara med en del av mötet'),
}

export function CallPage({ known: { child }, candidates, viewer, today, submission, ...rest }: Props) {
  const { typed, errors = {} } = rest
  const offered = ['wants', 'doesNotWant', 'support', 'supportMore', 'colleagues', 'prepareFamily']
  const field = { typed, errors }
  const name = callOf(child.person)
  return (
    <TwoColumns aside={<Aside />} asideLabel="Handledning">
      <Intro
        kicker="Bjud in till samverkansmöte"
        title={nameOf(child.person)}
        lead={[ageText(child, today), 'Du kan alltid träffa barnet och familjen.'].filter(Boolean).join('. ')}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission, group: first(typed, 'group') }}>
        <FamilyText
          name="purpose"
          label="Varför ses ni?"
          description="Skriv med familjens egna ord."
          reads="familjen och de som är med på hela mötet"
          {...field}
        />
        <TimeAndPlace {...{ child, today, typed, errors }} />
        <Section id="kommer" title="Vilka kommer?">
          <WhoComes {...{ child, candidates, typed, errors }} />
        </Section>
        <MoreDetails open={offered.some((field) => (first(typed, field) ?? '') !== '')}>
          <TextArea
            name="wants"
            label={`Vem vill ${name} ska vara med?`}
            reads="er i den egna verksamheten"
            optional
            {...field}
          />
          <TextArea
            name="doesNotWant"
            label={`Finns det någon som ${name} inte vill ska vara med?`}
            reads="er i den egna verksamheten"
            optional
            {...field}
          />
          <Choices
            name="support"
            type="checkbox"
            label={`Vad gör det lättare för ${name}?`}
            optional
            options={supports.map((value) => ({ value, label: supportNames[value] }))}
            {...field}
          />
          <TextField
            name="supportMore"
            reads="familjen och de som är med på hela mötet"
            label="Något mer som hjälper?"
            optional
            {...field}
          />
          {candidates.colleagues.length > 0 && (
            <Choices
              name="colleagues"
              type="checkbox"
              label="Vilka kollegor är med?"
              description="Bjud in dem själv, de får ingen inbjudan härifrån."
              optional
              options={candidates.colleagues.map((one) => ({
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
          {!first(typed, 'group') && (
            <Tick
              name="siblings"
              label="Syskon med samma vårdnadshavare ska vara med på samma möte"
              description="Varje barn får egna anteckningar och en egen plan. Du väljer syskon i nästa steg."
              {...field}
            />
          )}
        </MoreDetails>
        <FamilyButtons
          typed={typed}
          read={{
            purpose: 'Därför ses vi',
            place: 'Var',
            supportMore: `Lättare för ${name}`,
            prepareFamily: 'Att förbereda',
          }}
          primary="Bjud in"
          cancel={{ href: paths.child.to({ childId: child.id }) }}
        />
      </Form>
    </TwoColumns>
  )
}

function Aside() {
  return (
    <>
      <Guidance sentences={guidance('callMeeting').sentences} />
      <Note title="Vilka får veta vad?">
        <p>
          Familjen och barnet ser hela inbjudan, och vilka som får veta vad, innan de svarar. Andra ser bara
          det som familjen har sagt ja till.
        </p>
      </Note>
    </>
  )
}
