import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { ErrorSummary, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import {
  Actions,
  BackLink,
  Empty,
  Intro,
  Lines,
  LinkButton,
  NextStep,
  Note,
  Section,
  StateMark,
} from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { ownStateText, stateMarks } from '../labels.ts'
import { leadState, type Sheet, signerState } from '../sheet.ts'
import { inWords } from '../words.ts'
import type { LeadsView, Overview } from './consents.ts'
import { LeadSheet } from './lead-sheet.parts.tsx'

export type OverviewProps = Overview & {
  viewer: Viewer
  newId: () => string
  typed?: Texts
  errors?: Texts
  conflict?: boolean
}

export function ConsentsPage(props: OverviewProps) {
  const { child, sheets, leads, errors = {}, conflict = false } = props
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro kicker={say('Samtycke')} title={nameOf(child.person)} lead={leadOf(props)} />
      {conflict && (
        <Note title="Det hann ändras">
          <p>Någon har ändrat sitt svar, så verksamheten kan inte vara med just nu. Så här står det nu.</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      {leads ? <ForLeads {...props} leads={leads} /> : <ForSigner {...props} />}
      {sheets.length === 0 && <Empty>{say('Ingen har frågat om samtycke än.')}</Empty>}
      <Actions>
        {leads?.matterId && sheets.length > 0 && (
          <LinkButton href={paths.sharing.ask.to({ childId: child.id })} secondary>
            Fråga om fler
          </LinkButton>
        )}
        <a href={paths.sharing.whoSees.to({ childId: child.id })}>{say('Vem ser vad')}</a>
      </Actions>
    </>
  )
}

function leadOf({ sheets, leads }: Overview): string {
  if (!leads) return say('Här ser du vad vi har frågat dig om, och vad du har svarat.')
  const ready = readyUnits(sheets, leads)
  if (ready.length > 0) return `Alla har sagt ja till ${inWords(ready)}.`
  return 'Varje verksamhet får vara med när alla som ska svara har sagt ja till den. Ett nej är helt okej.'
}

const readyUnits = (sheets: readonly Sheet[], { parties }: LeadsView): string[] =>
  parties
    .filter(
      ({ grantId, renewal, unitId }) =>
        (!grantId || renewal) && sheets.some((sheet) => isReady(sheet, unitId)),
    )
    .map(({ name }) => name)

const isReady = (sheet: Sheet, unitId: string) =>
  sheet.lines.some((line) => line.unitId === unitId && leadState(sheet, line) === 'all_yes')

function ForLeads(props: OverviewProps & { leads: LeadsView }) {
  const { child, sheets, leads } = props
  const ask = paths.sharing.ask.to({ childId: child.id })
  const joined = leads.parties.some(({ grantId }) => grantId)
  return (
    <>
      {sheets.length === 0 && leads.matterId && (
        <NextStep
          label="Nästa steg"
          main="Fråga familjen"
          action={{ href: ask, label: 'Fråga om samtycke' }}
        />
      )}
      {joined && leads.matterId && (
        <NextStep
          label="Nästa steg"
          main="Bjud in till ett möte"
          action={{ href: paths.meeting.call.to({ childId: child.id }), label: 'Bjud in till möte' }}
        >
          <p>Du kan också vänta tills fler har svarat.</p>
        </NextStep>
      )}
      {sheets.map((sheet) => (
        <LeadSheet {...props} sheet={sheet} />
      ))}
    </>
  )
}

/** A signer meets its own sheets, with its own answers. */
function ForSigner({ child, sheets }: OverviewProps) {
  const waits = sheets.find(
    (sheet) => !sheet.over && sheet.lines.some((line) => signerState(sheet, line) === 'waiting'),
  )
  const address = (consentId: string) => paths.sharing.sheet.to({ childId: child.id, consentId })
  return (
    <>
      {waits && (
        <NextStep
          label={say('Vi har frågat dig om något')}
          main={say('Läs och svara')}
          action={{ href: address(waits.id), label: say('Öppna frågan') }}
        >
          <p>{say('Ta den tid du behöver.')}</p>
        </NextStep>
      )}
      {sheets.map((sheet) => (
        <Section
          id={`fraga-${sheet.id}`}
          title={say('Frågan från den {day}', { day: dayAndMonth(sheet.askedOn) })}
        >
          <p class="soft">{say('Till och med den {day}.', { day: dayWithYear(sheet.lastDay) })}</p>
          <Lines
            items={sheet.lines.map((line) => {
              const state = signerState(sheet, line)
              return (
                <>
                  <b>{line.name}</b>{' '}
                  <StateMark state={stateMarks[state]} label={ownStateText(state, sheet)} />
                </>
              )
            })}
          />
          <Actions>
            <LinkButton href={address(sheet.id)} secondary>
              {say('Läs, svara eller ändra')}
            </LinkButton>
          </Actions>
        </Section>
      ))}
    </>
  )
}
