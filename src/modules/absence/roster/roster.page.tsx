import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Intro, Lines, LinkButton, Section } from '#ui/page.tsx'
import { periodText, standInText } from '../absence.ts'
import { EndLine, PeriodFields } from '../period.parts.tsx'
import { StandInChoice } from '../stand-in.parts.tsx'
import type { ClosedForm, ColleagueForm, Roster } from './roster.ts'

export function RosterPage({ unit, absences, closed, whoTakes, today, viewer, errors }: Roster & FormState) {
  const to = { unitId: unit.id }
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker={unit.name}
        title="Borta och stängt"
        lead="När någon är borta går någon annan in, och familjerna ser vem. Här står aldrig varför."
      />
      <ErrorSummary errors={errors} />
      <Section id="borta" title="Borta">
        {absences.length === 0 && <Empty>Ingen är inskriven som borta.</Empty>}
        <Lines
          items={absences.map((absence) => (
            <EndLine
              viewer={viewer}
              id={absence.id}
              what={`${absence.name}, ${periodText(absence, today)}. ${standInText(absence)}`}
              button={absence.from <= today ? 'Är tillbaka' : 'Ta bort'}
            />
          ))}
        />
      </Section>
      <Section
        id="stangt"
        title="Stängt"
        lead={whoTakes && `${whoTakes} har ansvaret för barnen medan ni har stängt.`}
      >
        {closed.length === 0 && <Empty>Inga stängda dagar är inskrivna.</Empty>}
        <Lines
          items={closed.map((period) => (
            <EndLine
              viewer={viewer}
              id={period.id}
              what={`Stängt ${periodText(period, today)}.`}
              button={period.from <= today ? 'Vi har öppet igen' : 'Ta bort'}
            />
          ))}
        />
      </Section>
      <Actions>
        <LinkButton href={paths.absence.colleague.to(to)}>Skriv in någon som är borta</LinkButton>
        <LinkButton href={paths.absence.closed.to(to)} secondary>
          Skriv in när ni har stängt
        </LinkButton>
      </Actions>
      {unit.choosesLeads && (
        <p>
          <a href={paths.lead.many.to({})}>Byt Barnets bästa-ansvarig för flera barn</a>
        </p>
      )}
    </>
  )
}

export function ColleaguePage(props: ColleagueForm & FormState) {
  const { unit, colleagues, standIns, today, viewer, submission, typed, errors } = props
  const back = paths.absence.unit.to({ unitId: unit.id })
  return (
    <>
      <BackLink href={back}>Borta och stängt</BackLink>
      <Intro
        kicker={unit.name}
        title="Någon är borta"
        lead="För den som inte kan skriva in det själv. Personen ser att det är inskrivet, och kan ta bort det."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Select
          name="who"
          label="Vem är borta?"
          empty="Välj"
          options={colleagues.map(({ engagementId, name, title }) => ({
            value: engagementId,
            label: `${name}, ${title}`,
          }))}
          {...{ typed, errors }}
        />
        <PeriodFields typed={typed ?? { from: today }} errors={errors} />
        <StandInChoice standIns={standIns} {...{ typed, errors }} />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
    </>
  )
}

export function ClosedPage(props: ClosedForm & FormState) {
  const { unit, whoTakes, viewer, submission, typed, errors } = props
  const back = paths.absence.unit.to({ unitId: unit.id })
  return (
    <>
      <BackLink href={back}>Borta och stängt</BackLink>
      <Intro
        kicker={unit.name}
        title="När ni har stängt"
        lead={
          whoTakes
            ? `${whoTakes} har ansvaret för barnen under tiden. Familjerna ser att ni har stängt, och vart de vänder sig.`
            : 'Er organisation behöver först utse någon som tar det som ingen annan har. Be en administratör.'
        }
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <PeriodFields {...{ typed, errors }} />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
    </>
  )
}
