import { paths } from '#shared/paths.ts'
import { Buttons, DateField, ErrorSummary, Form, Select, TextField, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Empty, Intro, Lines, Section } from '#ui/parts.tsx'
import { timeWords } from '../show-unit/show-unit.page.tsx'
import { lengths } from './offer-times.form.ts'
import type { Offered } from './offer-times.ts'

type Props = Offered & { viewer: Viewer; submission: string; typed?: Texts; errors?: Texts }

export function OfferTimesPage({
  unit,
  times,
  viewer,
  submission,
  typed = { minutes: '30' },
  errors = {},
}: Props) {
  const field = { typed, errors }
  return (
    <>
      <BackLink href={paths.directory.unit.to({ unitId: unit.id })}>{unit.name}</BackLink>
      <Intro
        title="Lediga tider för rådgivning"
        lead="Då svarar ni den som undrar något. Den som ringer säger inte vem barnet är."
      />
      <ErrorSummary errors={errors} />
      <Section id="tider" title="Tider som ni har lagt ut">
        {times.length === 0 && <Empty>Ni har inga tider ute just nu.</Empty>}
        <Lines
          items={times.map((time) => (
            <Form viewer={viewer} hidden={{ takeBack: time.id }}>
              {timeWords(time)}
              {time.booked && ' (bokad)'}{' '}
              <button class="link" type="submit">
                Ta bort<span class="sr"> {timeWords(time)}</span>
              </button>
            </Form>
          ))}
        />
      </Section>
      <Section id="ny" title="Lägg ut en tid">
        <Form viewer={viewer} hidden={{ submission }}>
          <DateField name="day" label="Dag" {...field} />
          <TextField fact name="clock" label="Klockan" description="Som 14.30." width="s" {...field} />
          <Select
            name="minutes"
            label="Hur länge"
            options={lengths.map((value) => ({ value, label: `${value} minuter` }))}
            {...field}
          />
          <Buttons primary="Lägg ut tiden" />
        </Form>
      </Section>
    </>
  )
}
