import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Actions, Intro, LinkButton, NextStep } from '#ui/parts.tsx'
import { ageText } from '../child.ts'
import { FamilyPage, QuietPage } from './family.parts.tsx'
import { NoticedSection, ToldSection } from './noticed.parts.tsx'
import type { Seen } from './own-yes.parts.tsx'
import { ProtectedNote } from './protected.parts.tsx'
import type { ColleagueHub, Hub } from './show-child.ts'
import { LeadPage, OfferStep, PartyPage } from './work.parts.tsx'

export function ChildPage({ hub, ...seen }: { hub: Hub } & Seen) {
  switch (hub.side) {
    case 'lead':
      return <LeadPage {...hub} />
    case 'party':
      return <PartyPage {...hub} />
    case 'colleague':
      return <ColleaguePage {...hub} />
    case 'family':
      return <FamilyPage {...hub} {...seen} />
    case 'quiet':
      return <QuietPage {...hub} />
  }
}

/** Knows the child in daily work: the name, a way to tell, and what one has told. */
function ColleaguePage({ child, today, noticed, told, offerId, keeps, leadAfterMe }: ColleagueHub) {
  const childId = child.id
  return (
    <>
      <Intro
        kicker={ageText(child, today)}
        title={nameOf(child.person)}
        lead={`Har du sett eller hört något om ${callOf(child.person)}? Det som går bra räknas också.`}
      >
        <ProtectedNote child={child} />
      </Intro>
      {offerId ? (
        <>
          <OfferStep childId={childId} offerId={offerId} />
          <p>
            <a href={paths.noticing.noticeChild.to({ childId })}>Uppmärksamma något</a>
          </p>
        </>
      ) : (
        <NextStep
          label="Har du sett något?"
          main="Uppmärksamma något"
          action={{ href: paths.noticing.noticeChild.to({ childId }), label: 'Börja' }}
        />
      )}
      {leadAfterMe && (
        <p>
          {leadAfterMe.name}, {leadAfterMe.title} på {leadAfterMe.unitName}, är nu Barnets bästa-ansvarig.
        </p>
      )}
      {keeps && (
        <p>
          <a href={paths.handover.kept.to({ childId })}>Det som ni har skrivit</a>
        </p>
      )}
      <NoticedSection childId={childId} lines={noticed} />
      <ToldSection childId={childId} lines={told} />
      <Actions>
        <LinkButton href={paths.concern.to({})} secondary>
          Tror du att barnet far illa?
        </LinkButton>
      </Actions>
    </>
  )
}
