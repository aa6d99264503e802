import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Lines, Section } from '#ui/parts.tsx'
import type { WorkForm } from './give-work.ts'

export function WorkPage(props: WorkForm & FormState) {
  const { child, lead, given, decides, isGiven } = props
  const childId = child.id
  return (
    <>
      <BackLink href={paths.wheel.show.to({ childId })}>Hjulet</BackLink>
      <Intro
        kicker="Arbetet"
        title={nameOf(child.person)}
        lead={`${lead.name} är Barnets bästa-ansvarig hela tiden. Arbetet kan delas, ansvaret gör det inte.`}
      />
      {isGiven && <Hand {...props} />}
      <Section id="arbetar" title="De som har fått arbetet">
        {given.length === 0 && <Empty>Ingen än.</Empty>}
        <Lines
          items={given.map(({ assignmentId, name, title, since }) => (
            <>
              <b>{name}</b>, {title}
              <br />
              <span class="soft">Sedan {dayWithYear(since)}</span>
              {decides && (
                <Form viewer={props.viewer} action={paths.wheel.takeBack.to({ childId, assignmentId })}>
                  <button class="ds-button" data-variant="secondary" type="submit">
                    Ta tillbaka arbetet<span class="sr"> från {name}</span>
                  </button>
                </Form>
              )}
            </>
          ))}
        />
      </Section>
      {decides && <Give {...props} />}
    </>
  )
}

const Hand = ({ child, lead, viewer }: WorkForm & FormState) => (
  <Section id="klar" title="Har du samlat klart?">
    <Form viewer={viewer} action={paths.wheel.workDone.to({ childId: child.id })}>
      <p>{lead.name} får veta att det är dags att se helheten.</p>
      <Buttons primary="Jag är klar" />
    </Form>
  </Section>
)

function Give({ child, colleagues, viewer, submission, typed, errors }: WorkForm & FormState) {
  return (
    <Section id="ge" title="Ge arbetet till en kollega">
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Select
          name="colleague"
          label="Vem?"
          description={`Kollegan läser det som står om ${callOf(child.person)} här, utom det som någon har fått i förtroende.`}
          empty="Välj"
          options={colleagues.map(({ engagementId, name, title }) => ({
            value: engagementId,
            label: `${name}, ${title}`,
          }))}
          {...{ typed, errors }}
        />
        <Buttons primary="Ge arbetet" cancel={{ href: paths.wheel.show.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}
