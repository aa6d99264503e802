import { guidance } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  Conflict,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, NextStep, Note, TwoColumns } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import { kindNames } from '../page.parts.tsx'
import { notNeeded } from './prepare.form.ts'
import type { PrepareForm } from './prepare.ts'

export function PreparePage(props: PrepareForm & FormState) {
  const {
    child,
    units,
    someOnPaper,
    openId,
    hasPlan,
    transitionOn,
    viewer,
    submission,
    typed,
    errors,
    conflict,
  } = props
  const childId = child.id
  const back = paths.child.to({ childId })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('handOver').sentences} />}
        asideLabel="Till hjälp när du överlämnar"
      >
        <Intro
          kicker="Överlämna"
          title={nameOf(child.person)}
          lead="Du har ansvaret tills de har tagit emot. De ser inget förrän du erbjuder."
        />
        {conflict && (
          <Conflict mine={<Mine typed={typed} />} theirs="En överlämning är redan på väg.">
            Det går bara att ha en i taget. Det du skrev är inte sparat.
          </Conflict>
        )}
        <ErrorSummary errors={errors} />
        {transitionOn && (
          <Note title={`Från ${dayWithYear(transitionOn)} blir någon annan Barnets bästa-ansvarig`}>
            <p>Barnet går vidare då. Lämna över i god tid, så att inget stannar av.</p>
            <Form viewer={viewer} hidden={{ act: notNeeded }}>
              <div class="actions">
                <button class="ds-button" data-variant="secondary" type="submit">
                  Det behövs inte
                </button>
              </div>
            </Form>
          </Note>
        )}
        {openId ? (
          <NextStep
            label="En överlämning är på väg"
            main="Se hur det går med den"
            action={{ href: paths.handover.show.to({ childId, handoverId: openId }), label: 'Visa' }}
          />
        ) : units.length === 0 ? (
          <NextStep
            label="Ingen annan tar emot överlämningar här än"
            main="Överlämna på papper"
            action={{ href: paths.handover.givePaper.to({ childId }), label: 'Börja' }}
          />
        ) : (
          <Form viewer={viewer} guard hidden={{ submission }}>
            <p>
              {someOnPaper
                ? 'De som inte står i listan har inte börjat med överlämning här än. '
                : 'Finns de inte i Kronobarn? '}
              <a href={paths.handover.givePaper.to({ childId })}>Överlämna på papper</a>
            </p>
            <Choices
              name="kind"
              label="Vad lämnar ni över?"
              typed={{ kind: transitionOn ? 'next_lead' : 'whole', ...typed }}
              options={[
                { value: 'whole', label: kindNames.whole, hint: 'Hjälpen hör hemma någon annanstans.' },
                {
                  value: 'next_lead',
                  label: kindNames.next_lead,
                  hint: 'Barnet går vidare, till exempel från BVC till skolan.',
                },
              ]}
            />
            {hasPlan && (
              <p>
                Ska ni vara kvar, och någon annan hålla ihop planen?{' '}
                <a href={paths.plan.lead.to({ childId })}>Fråga om samverkansansvar</a>
              </p>
            )}
            <Select
              name="unit"
              label="Vem kan hjälpa?"
              empty="Välj"
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              {...{ typed, errors }}
            />
            <Choices
              name="goes"
              label="Vad får de veta?"
              typed={{ goes: 'reason', ...typed }}
              errors={errors}
              options={[
                {
                  value: 'reason',
                  label: 'Varför vi frågar, och det som vi väljer sedan',
                  reveals: <Reason {...{ typed, errors }} />,
                },
                {
                  value: 'name',
                  label: 'Bara barnets namn',
                  hint: 'När familjen har sagt nej till att något mer följer med. Då flyttar ansvaret, och inget annat.',
                },
              ]}
            />
            <Buttons primary="Spara" cancel={{ href: back }} />
          </Form>
        )}
      </TwoColumns>
    </>
  )
}

const Mine = ({ typed }: { typed?: Texts | undefined }) =>
  first(typed, 'goes') === 'name'
    ? 'Bara barnets namn'
    : ['why', 'familyThinks'].map((name) => <p class="prewrap">{first(typed, name)}</p>)

const Reason = (fields: { typed?: Texts | undefined; errors?: Texts | undefined }) => (
  <>
    <TextArea
      name="why"
      label="Vad behöver barnet hjälp med, och varför hör det hemma där?"
      description="Bara det som behövs för att de ska kunna säga ja eller nej."
      reads="dem som ni frågar, och de som arbetar med barnet hos er"
      {...fields}
    />
    <MoreDetails open={Boolean(fields.typed?.['familyThinks'] || fields.errors?.['familyThinks'])}>
      <TextArea
        name="familyThinks"
        label="Vad vet och tycker barnet och familjen?"
        optional
        reads={saidBeside}
        {...fields}
      />
    </MoreDetails>
  </>
)
