import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Section, TimelineList } from '#ui/parts.tsx'
import type { NotesForm } from './work-notes.ts'

export function NotesPage(props: NotesForm & FormState) {
  const { child, notes, viewer, submission, typed, errors } = props
  const back = paths.wheel.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <Intro
        kicker="Våra anteckningar"
        title={nameOf(child.person)}
        lead="Till minne för er som arbetar här. De följer inte med till möte, plan eller överlämning."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission }}>
        <TextArea
          name="text"
          label="Ny anteckning"
          reads="dig och de kollegor här som arbetar med barnet"
          {...{ typed, errors }}
        />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
      <Section id="anteckningar" title="Det som är antecknat">
        {notes.length === 0 && <Empty>Inget är antecknat än.</Empty>}
        <TimelineList
          entries={notes.map(({ text, by, on }) => ({
            date: on,
            what: by,
            more: <span class="prewrap">{text.reveal()}</span>,
          }))}
        />
      </Section>
    </>
  )
}
