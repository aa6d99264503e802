import { dayWithYear, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Form, MoreDetails, TextField } from '#ui/form.tsx'
import { Actions, Empty, Facts, Intro, Lines, LinkButton, Note, Section, type Viewer } from '#ui/page.tsx'
import { type Employee, functionWords, type KeptUnit, type Proposal, unitWords } from '../administration.ts'
import type { Home } from './home.ts'

/** What an administrator keeps: people, units, and what needs two. */
export function HomePage({
  organisation,
  units,
  proposals,
  functions,
  found,
  directoryKey,
  name,
  viewer,
}: Home & {
  name: string
  viewer: Viewer
}) {
  const open = units.filter(({ closedOn }) => !closedOn)
  const closed = units.filter(({ closedOn }) => closedOn)
  return (
    <>
      <Intro
        kicker="Du är administratör här"
        title={organisation.name}
        lead="Här håller du ordning på verksamheter och på vem som arbetar var. Du ser inga barn här."
      />
      {proposals.length > 0 && <Proposals proposals={proposals} />}
      {directoryKey?.isLeftBehind && (
        <Note title="Er katalog behöver en ny nyckel">
          <p>
            {directoryKey.madeBy} gjorde nyckeln men är inte kvar som administratör. Den gäller till{' '}
            {dayWithYear(swedishDay(directoryKey.expiresAt))}.{' '}
            <a href={paths.organisation.directory.to({})}>Gör en ny nyckel</a>
          </p>
        </Note>
      )}
      <Section id="medarbetare" title="Hitta en medarbetare">
        <Form viewer={viewer}>
          <TextField name="namn" label="Namn, eller en del av det" type="search" typed={{ namn: name }} />
          <Actions>
            <button class="ds-button" data-variant="secondary" type="submit">
              Sök
            </button>
          </Actions>
        </Form>
        {found && <Found found={found} />}
      </Section>
      <Section
        id="verksamheter"
        title="Verksamheter"
        lead="Öppna en verksamhet för att lägga till en medarbetare eller ändra vem som tar emot."
      >
        <UnitLines units={open} />
        <Actions>
          <LinkButton href={paths.organisation.newUnit.to({})} secondary>
            Lägg till en verksamhet
          </LinkButton>
          <LinkButton href={paths.organisation.importPeople.to({})} secondary>
            Hämta medarbetare från en fil
          </LinkButton>
          <LinkButton href={paths.organisation.directory.to({})} secondary>
            Hämta medarbetare från er katalog
          </LinkButton>
        </Actions>
        {closed.length > 0 && (
          <MoreDetails summary="Stängda verksamheter">
            <UnitLines units={closed} />
          </MoreDetails>
        )}
      </Section>
      <Section id="ansvar" title="Hos er">
        <Facts
          items={functions.map(({ kind, engagementId, name: who }) => [
            functionWords[kind],
            <a href={paths.organisation.person.to({ engagementId })}>{who}</a>,
          ])}
        />
      </Section>
    </>
  )
}

const UnitLines = ({ units }: { units: readonly KeptUnit[] }) => (
  <Lines
    items={units.map(({ id, name, kind }) => (
      <>
        <a href={paths.organisation.unit.to({ unitId: id })}>{name}</a>
        <span class="hint">{unitWords[kind]}</span>
      </>
    ))}
  />
)

const Found = ({ found }: { found: readonly Employee[] }) =>
  found.length === 0 ? (
    <Empty>Ingen med det namnet arbetar hos er.</Empty>
  ) : (
    <Lines
      items={found.map(({ id, name, title, unitName }) => (
        <>
          <a href={paths.organisation.person.to({ engagementId: id })}>{name}</a>
          <span class="hint">
            {title}, {unitName}
          </span>
        </>
      ))}
    />
  )

export const proposalText = ({ kind, ends, holder, unitName }: Proposal) =>
  ends
    ? `${holder} slutar som: ${functionWords[kind]}`
    : `${holder}: ${functionWords[kind]}${unitName ? `, ${unitName}` : ''}`

const Proposals = ({ proposals }: { proposals: readonly Proposal[] }) => (
  <Section
    id="vantar"
    title="Väntar på svar"
    lead="Det som ger någon större ansvar behöver två: en föreslår och en annan säger ja."
  >
    <Lines
      items={proposals.map((proposal) => (
        <>
          <a href={paths.organisation.proposal.to({ appointmentId: proposal.id })}>
            {proposalText(proposal)}
          </a>
          <span class="hint">
            {proposal.isMine
              ? 'Du har föreslagit det. Någon annan svarar.'
              : `${proposal.proposedBy} föreslår det.`}
          </span>
        </>
      ))}
    />
  </Section>
)
