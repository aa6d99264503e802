import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, DateField, ErrorSummary, Form, MoreDetails, Select, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Section } from '#ui/parts.tsx'
import type { Thing } from '../bar-store.ts'
import { type Bar, type BarGround, barGrounds, fullName } from '../family.ts'
import { everything } from './bar.form.ts'
import type { BarForm } from './bar.ts'

type Props = BarForm & FormState

export function BarPage(props: Props) {
  const { child, guardians, bars, things, thing, viewer, typed = { thing }, errors = {} } = props
  const back = paths.family.talk.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Familjen</BackLink>
      <Intro
        kicker="Spärrar"
        title={nameOf(child.person)}
        lead="En spärr döljer något för en vårdnadshavare. Det syns inte att något är dolt."
      />
      <ErrorSummary errors={errors} />
      <Section id="nu" title="Det här är dolt nu">
        {bars.length === 0 ? <Empty>Inget är dolt för någon.</Empty> : <BarList {...props} />}
      </Section>
      <Section id="ny" title="Lägg till en spärr">
        {guardians.length === 0 ? (
          <Empty>Det finns ingen vårdnadshavare noterad här.</Empty>
        ) : (
          <Form viewer={viewer} guard>
            <Choices
              name="person"
              label="För vem?"
              options={guardians.map((guardian) => ({ value: guardian.key, label: fullName(guardian) }))}
              {...{ typed, errors }}
            />
            <Select
              name="thing"
              label="Vad ska inte synas?"
              options={[
                { value: everything, label: 'Allt om barnet här' },
                ...things.map((thing) => ({ value: thing.id, label: labelOf(thing) })),
              ]}
              {...{ typed, errors }}
            />
            <TextArea
              name="why"
              label="Varför?"
              description="En mening räcker."
              reads="den som är Barnets bästa-ansvarig"
              {...{ typed, errors }}
            />
            <MoreDetails
              summary="Det finns ett beslut som ska övervägas igen"
              open={Boolean(errors['reconsiderOn'])}
            >
              <Choices
                name="ground"
                label="Vilket beslut?"
                optional
                options={barGrounds.map((value) => ({ value, label: groundNames[value] }))}
                {...{ typed, errors }}
              />
              <DateField
                name="reconsiderOn"
                label="När ska det övervägas?"
                description="Tomt betyder om tre månader. Ni får en påminnelse. Ingen annan får den."
                optional
                {...{ typed, errors }}
              />
            </MoreDetails>
            <Buttons primary="Dölj" cancel={{ href: back }} />
          </Form>
        )}
      </Section>
    </>
  )
}

const BarList = ({ bars, guardians, things, viewer }: Props) => (
  <ul class="lines">
    {bars.map((bar) => (
      <li>
        <p>
          <b>{whom(bar, guardians)}</b> ser inte {whatOf(bar, things)}.
        </p>
        <p class="soft small">
          Sedan {dayInWords(bar.since)}. {bar.why?.reveal() ?? 'Skälet finns hos dem som bestämde det.'}
        </p>
        {bar.ground && (
          <>
            <p class="small">
              {groundNames[bar.ground.code]}. Ska övervägas senast {dayInWords(bar.ground.reconsiderOn)}.
            </p>
            <Form viewer={viewer} hidden={{ keep: bar.id }}>
              <button class="ds-button" data-variant="secondary" type="submit">
                Övervägd, behövs fortfarande<span class="sr"> för {whom(bar, guardians)}</span>
              </button>
            </Form>
          </>
        )}
        <Form viewer={viewer} hidden={{ end: bar.id }}>
          <button class="ds-button" data-variant="secondary" type="submit">
            Ta bort spärren<span class="sr"> för {whom(bar, guardians)}</span>
          </button>
        </Form>
      </li>
    ))}
  </ul>
)

const groundNames: Readonly<Record<BarGround, string>> = {
  lag_2024_79_5_4: 'Skyddat boende: uppgift om var barnet är (lag 2024:79 5 kap. 4 §)',
  lvu_14: 'Vård enligt LVU: uppgift om var barnet är (14 §)',
}

const whom = (bar: Bar, guardians: BarForm['guardians']): string => {
  const guardian = guardians.find(({ personId }) => personId === bar.personId)
  return guardian ? fullName(guardian) : 'En tidigare vårdnadshavare'
}

function whatOf(bar: Bar, things: readonly Thing[]): string {
  if (!bar.thingId) return 'något alls'
  if (bar.unitName) return `något om ${bar.unitName}`
  const thing = things.find(({ id }) => id === bar.thingId)
  return thing ? lower(labelOf(thing)) : 'en sak som inte längre gäller'
}

const kindNames: Readonly<Record<Thing['kind'], string>> = {
  noticing: 'Det som uppmärksammades',
  statement: 'Det någon har sagt',
  support: 'Stödet i verksamheten',
  meeting: 'Samverkansmötet',
  goal: 'Ett mål i planen',
  action: 'En insats i planen',
  contact: 'En kontakt i planen',
  other: 'En del av planen',
}

const labelOf = ({ kind, day }: Thing): string => `${kindNames[kind]}, ${dayInWords(day)}`
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
