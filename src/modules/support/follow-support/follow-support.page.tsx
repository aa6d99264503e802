import { dayInWords, dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, DateField, ErrorSummary, Form, TextArea, type Texts } from '#ui/form.tsx'
import { BackLink, Facts, Intro, Note, Section, TimelineList } from '#ui/parts.tsx'
import { supportEndNames, supportEnds } from '../support.ts'
import type { SupportView } from './follow-support.ts'

type Props = SupportView & FormState

export function SupportPage(props: Props) {
  const { child, support, looks, errors, conflict } = props
  const { what, pointsTo, who, reviewOn, since, ended } = support
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Stöd hos oss"
        title={nameOf(child.person)}
        lead={<span class="prewrap">{what.reveal()}</span>}
      />
      {conflict && <Meanwhile {...props} />}
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          ['Vem', `${who.name}, ${who.title}`],
          ['Sedan', dayWithYear(since)],
          ['Vi tittar igen', !ended && dayInWords(reviewOn)],
          ['Avslutat', ended && `${dayWithYear(ended.on)}: ${supportEndNames[ended.because]}`],
          ['Står också i', pointsTo?.reveal()],
        ]}
      />
      {!ended && <Follow {...props} />}
      {looks.length > 0 && (
        <Section id="sett" title="Så har det gått">
          <TimelineList
            entries={looks.map(({ on, by, note }) => ({
              date: on,
              what: by,
              more: <span class="prewrap">{note.reveal()}</span>,
            }))}
          />
        </Section>
      )}
      {!ended && <End {...props} />}
      {ended && <After {...props} />}
    </>
  )
}

function Follow({ child, support, viewer, today, proposedOn, errors, ...props }: Props) {
  const typed: Texts = props.typed ?? { reviewOn: proposedOn }
  const { itemId, version } = support
  return (
    <Section id="folj" title="Hur går det?">
      <Form
        viewer={viewer}
        guard
        action={paths.support.show.to({ childId: child.id, itemId })}
        hidden={{ version: String(version) }}
      >
        <TextArea
          name="note"
          label="Vad märker ni?"
          reads="de kollegor här som arbetar med barnet"
          {...{ typed, errors }}
        />
        <DateField name="reviewOn" label="När tittar ni igen?" min={today} {...{ typed, errors }} />
        <Buttons primary="Spara" />
      </Form>
    </Section>
  )
}

function End({ child, support, viewer, typed, errors }: Props) {
  const { itemId, version } = support
  return (
    <Section id="sluta" title="Behövs stödet inte längre?">
      <Form
        viewer={viewer}
        guard
        action={paths.support.end.to({ childId: child.id, itemId })}
        hidden={{ version: String(version) }}
      >
        <Choices
          name="because"
          label="Varför slutar det?"
          options={supportEnds.map((value) => ({
            value,
            label: supportEndNames[value],
            hint: value === 'other_way' ? 'Då ser ni på helheten igen.' : undefined,
          }))}
          {...{ typed, errors }}
        />
        <TextArea
          name="endNote"
          label="Något att minnas"
          rows={2}
          optional
          reads="de kollegor här som arbetar med barnet"
          {...{ typed, errors }}
        />
        <Buttons primary="Avsluta stödet" />
      </Form>
    </Section>
  )
}

const After = ({ child, standing }: Props) =>
  standing.relation === 'lead' && standing.matterId ? (
    <Note>
      <p>
        <a href={paths.wheel.show.to({ childId: child.id })}>Till hjulet</a>
      </p>
    </Note>
  ) : null

const Meanwhile = ({ typed, looks, support }: Props) => (
  <Conflict
    mine={String(typed?.['note'] ?? typed?.['endNote'] ?? '')}
    theirs={
      <>
        {looks[0] ? `${looks[0].by}: ${looks[0].note.reveal()}` : support.what.reveal()}
        {support.ended && ` ${supportEndNames[support.ended.because]}.`}
      </>
    }
  />
)
