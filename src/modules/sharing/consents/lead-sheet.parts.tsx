import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Form, MoreDetails } from '#ui/form.tsx'
import { Actions, Facts, LinkButton, Note, Section, StateMark } from '#ui/parts.tsx'
import { languageName } from '../consent.ts'
import type { ConsentBasis } from '../consent-store.ts'
import { measures } from '../exception.ts'
import {
  answerWords,
  areaWords,
  leadStateText,
  partWords,
  signerName,
  stateMarks,
  wayWords,
} from '../labels.ts'
import { LetInForm } from '../let-in/let-in.parts.tsx'
import type { PartyUnit } from '../sharing.ts'
import { type Answer, answerOf, type Line, leadState, type Sheet } from '../sheet.ts'
import type { OverviewProps } from './consents.page.tsx'
import type { LeadsView } from './consents.ts'

type Props = OverviewProps & { leads: LeadsView; sheet: Sheet }

/** One question as those who carry the matter see it: every unit's state, every answer, and what can be done. */
export function LeadSheet(props: Props) {
  const { child, sheet, leads } = props
  const at = { childId: child.id, consentId: sheet.id }
  return (
    <Section
      id={`fraga-${sheet.id}`}
      title={`Frågan från den ${dayAndMonth(sheet.askedOn)}`}
      lead={`Till och med den ${dayWithYear(sheet.lastDay)}`}
    >
      <GoOn {...props} />
      <ul class="lines wide">
        {sheet.lines.map((line) => (
          <UnitLine {...props} line={line} />
        ))}
      </ul>
      <NotAsked {...props} />
      {leads.matterId && !sheet.over && (
        <Actions>
          <LinkButton href={paths.sharing.noteAnswer.to(at)} secondary>
            Notera ett svar
          </LinkButton>
          <a href={paths.sharing.sheet.to(at)}>Läs eller skriv ut frågan</a>
        </Actions>
      )}
    </Section>
  )
}

function UnitLine(props: Props & { line: Line }) {
  const { child, sheet, line, leads } = props
  const state = leadState(sheet, line)
  const party = leads.parties.find(({ unitId }) => unitId === line.unitId)
  const answers = sheet.signers.map((signer) => {
    const said = answerOf(line, signer)
    const struck = said?.struck.length ? `. Har strukit ${areaWords(said.struck)}` : ''
    const words = said
      ? `${answerWords[said.answer]}, ${dayAndMonth(said.answeredOn)}, ${wayWords[said.way]}${understood(said)}${struck}`
      : 'har inte svarat än'
    return [signerName(signer, child.person), words] as const
  })
  return (
    <li>
      <h3>{line.name}</h3>
      <p>
        <StateMark state={stateMarks[state]} label={leadStateText(state, sheet)} />
      </p>
      <Facts
        items={[
          ['Får veta om', areaWords(line.left) || 'inget, allt är struket'],
          ...answers,
          [nameOf(child.person), line.childSaidNoOn && `sa nej ${dayAndMonth(line.childSaidNoOn)}`],
          [
            'Får läsa',
            state === 'in_force' &&
              line.grant &&
              `${partWords[line.grant.part]}, genom ${party?.contact?.name ?? line.name}`,
          ],
        ]}
      />
      {state === 'all_yes' && party && mayComeIn(party) && leads.matterId && (
        <LetInForm {...props} party={party} consentId={sheet.id} />
      )}
      {state === 'in_force' && line.grant && leads.matterId && (
        <EndPart {...props} grantId={line.grant.id} name={line.name} />
      )}
    </li>
  )
}

/** Said only where it was in another language, or with an interpreter. */
const understood = ({ language, interpreted }: Answer): string =>
  (language === 'sv' ? '' : `, på ${languageName(language)}`) + (interpreted ? ', med tolk' : '')

/** Not in yet, or in on an earlier yes. */
const mayComeIn = ({ grantId, renewal }: PartyUnit) => !grantId || renewal !== undefined

function EndPart({ child, viewer, grantId, name }: Props & { grantId: string; name: string }) {
  const action = paths.sharing.end.to({ childId: child.id, grantId })
  return (
    <Form viewer={viewer} action={action}>
      <div class="actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          Avsluta för {name}
        </button>
      </div>
    </Form>
  )
}

/** What has happened since last, and the way on from it. */
function GoOn({ child, sheet, leads, viewer }: Props) {
  const steps = leads.steps.filter(({ consentId }) => consentId === sheet.id)
  if (steps.length === 0) return null
  const withdrawn = steps.some(({ kind }) => kind === 'consent_withdrawn')
  const action = paths.sharing.goOn.to({ childId: child.id, consentId: sheet.id })
  return (
    <Note title={withdrawn ? 'Någon har ändrat sig. Hur går ni vidare?' : 'Nu har alla svarat'}>
      {withdrawn ? (
        <p>
          Verksamheten som det gäller kan inte läsa mer. Det den redan har läst och skrivit hos sig finns kvar
          där. Er egen hjälp fortsätter som förut. Prata med familjen om vad den vill.
        </p>
      ) : (
        <p>Bjud in dem som alla har sagt ja till. Ett nej är helt okej, då fortsätter ni hos er.</p>
      )}
      <Form viewer={viewer} action={action}>
        <div class="actions">
          <button class="ds-button" data-variant="secondary" type="submit">
            Jag vet hur vi går vidare
          </button>
        </div>
      </Form>
    </Note>
  )
}

/** Guardians who do not answer. Only those who carry the matter ever read this. */
function NotAsked({ sheet, leads }: Props) {
  const asked = new Set(sheet.signers.map(({ person }) => person?.id))
  const others = leads.guardians.filter(({ personId }) => !asked.has(personId))
  if (others.length === 0) return null
  const basis = leads.bases.get(sheet.id)
  return (
    <>
      <p class="soft small">
        {others.map(({ person, barred }) =>
          barred
            ? `${nameOf(person)} är spärrad och tillfrågas inte. Det syns bara för er. `
            : `${nameOf(person)} svarar inte på den här frågan. `,
        )}
      </p>
      {basis && basis.exceptions.length > 0 && <WhyNot basis={basis} />}
    </>
  )
}

const WhyNot = ({ basis }: { basis: ConsentBasis }) => (
  <MoreDetails summary="Därför räcker de andras svar">
    <Facts
      items={[
        ['Varför', basis.why?.reveal()],
        ['Bestämt av', basis.decidedBy?.reveal()],
        ['Dag', basis.decidedOn && dayWithYear(basis.decidedOn)],
        ['Beslutets nummer', basis.number?.reveal()],
        ['Gäller', basis.measure && measures[basis.measure]],
        ['Till och med', basis.until && dayWithYear(basis.until)],
      ]}
    />
  </MoreDetails>
)
