import { guidance } from '#modules/knowledge'
import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import type { ReadingHoldGround } from '#shared/schema.ts'
import { Buttons, Choices, DateField, ErrorSummary, Form, MoreDetails, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Facts, Guidance, Intro, Leaf, Section, TwoColumns } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import { byDay, type Hold, holdGrounds, isHeld } from '../reading.ts'
import { readings } from '../reading-words.ts'
import { keepField } from './hold-readings.form.ts'
import type { HoldForm } from './hold-readings.ts'

type Props = HoldForm & FormState

const groundWords: Readonly<Record<ReadingHoldGround, string>> = {
  reveals_place: 'Vårt namn kan visa var barnet eller någon nära finns',
  may_harm: 'Barnet eller någon nära kan råka illa ut om det syns',
  law: 'En lag säger att det inte får visas',
}

/** What the unit has read about the child, and what of it the family does not see yet. */
export function HoldReadingsPage(props: Props) {
  const { child, holds, errors } = props
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <TwoColumns asideLabel="Handledning" aside={<Guidance sentences={guidance('holdReading').sentences} />}>
        <Intro
          kicker="Det vi har läst"
          title={nameOf(child.person)}
          lead="Familjen ser dagen efter att någon hos er har läst. Ibland är det inte tryggt."
        />
        <ErrorSummary errors={errors} />
        {holds.length > 0 && (
          <Section id="visas-inte" title="Det här visas inte nu">
            {holds.map((hold) => (
              <HeldBack {...props} hold={hold} />
            ))}
          </Section>
        )}
        <AddHold {...props} />
        <Section
          id="last"
          title="Det ni har läst"
          lead={`Om ${callOf(child.person)}, de senaste två månaderna.`}
        >
          <OwnReadings {...props} />
        </Section>
      </TwoColumns>
    </>
  )
}

const daysText = ({ from, to }: Hold) =>
  to === from ? dayWithYear(from) : `${dayWithYear(from)} ${to ? `till ${dayWithYear(to)}` : 'och framåt'}`

function HeldBack({ hold, viewer, typed, errors }: Props & { hold: Hold }) {
  const isThis = first(typed, 'keep') === hold.id
  return (
    <article class="receipt">
      <h3>{daysText(hold)}</h3>
      <Facts
        items={[
          ['Varför', groundWords[hold.ground]],
          ['Med egna ord', <span class="prewrap">{hold.why.reveal()}</span>],
          ['Titta igen', dayWithYear(hold.reconsiderOn)],
        ]}
      />
      <Form viewer={viewer} hidden={{ end: hold.id }}>
        <Buttons primary="Visa för familjen" />
      </Form>
      <MoreDetails summary="Visa inte än" open={isThis}>
        <Form viewer={viewer} hidden={{ keep: hold.id }}>
          <DateField
            name={keepField(hold.id)}
            label="När tittar ni på det igen?"
            typed={isThis ? typed : {}}
            errors={isThis ? errors : {}}
          />
          <Buttons primary="Spara" />
        </Form>
      </MoreDetails>
    </article>
  )
}

function AddHold({ viewer, submission, typed, errors, today }: Props) {
  const fields = { typed: first(typed, 'keep') ? {} : (typed ?? { from: today }), errors }
  return (
    <MoreDetails summary="Låt något inte synas" open={first(typed, 'from') !== undefined}>
      <Form viewer={viewer} guard hidden={{ submission }}>
        <DateField name="from" label="Från och med" {...fields} />
        <DateField
          name="to"
          label="Till och med"
          description="Lämna tomt om det gäller tills vidare."
          optional
          {...fields}
        />
        <Choices
          name="ground"
          label="Varför får det inte synas?"
          options={holdGrounds.map((value) => ({ value, label: groundWords[value] }))}
          {...fields}
        />
        <TextArea
          name="why"
          label="Berätta med en mening"
          reads="den som är Barnets bästa-ansvarig här och ersättaren"
          {...fields}
        />
        <DateField
          name="again"
          label="När tittar ni på det igen?"
          description="Inom ett år. Fram till dess syns inget."
          {...fields}
        />
        <Buttons primary="Spara" />
      </Form>
    </MoreDetails>
  )
}

function OwnReadings({ child, lines, holds }: Props) {
  if (lines.length === 0) return <Empty>Ingen hos er har läst något.</Empty>
  const to = { self: false, call: callOf(child.person) }
  return (
    <ul class="log">
      {byDay(lines).map(({ day, lines: those }) => (
        <li>
          <Leaf date={day} />
          <div>
            {those.map(({ name, title, readings: codes }) => (
              <p>
                <b>{[name, title].filter(Boolean).join(', ')}</b>{' '}
                {[...new Set(codes.map((code) => readings[code].does(to)))].join(', ')}.
              </p>
            ))}
            {isHeld(day, holds) && <p class="soft small">Familjen ser inte {dayAndMonth(day)}.</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
